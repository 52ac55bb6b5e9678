// Where sandboxes live in the network: a container each that does nothing but hold an interface
// with its addresses, made before the first request. An interface that comes or goes makes a
// browser on the same machine end whatever it is loading (Chromium's ERR_NETWORK_CHANGED, on
// Linux), and costs a start half a second.

export class Places {
  free = [];
  waiting = [];

  constructor(engine, { network, hosts, labels }) {
    Object.assign(this, { engine, network, hosts, labels });
  }

  // `image`: any with `cat`, which waits for an input that never comes.
  async prepare(count, image) {
    const container = {
      Image: image,
      Entrypoint: ['cat'],
      Cmd: [],
      OpenStdin: true,
      Labels: this.labels,
      HostConfig: {
        NetworkMode: this.network,
        ExtraHosts: this.hosts.map(([name, address]) => `${name}:${address}`),
        Memory: 16 * 1024 * 1024,
        ReadonlyRootfs: true,
        CapDrop: ['ALL'],
      },
    };
    const one = async (_, i) => {
      const id = await this.engine.create(`${this.network}-place-${i + 1}`, container);
      await this.engine.start(id);
      this.free.push(id);
    };
    await Promise.all(Array.from({ length: count }, one));
  }

  // One that is free; waits until there is one.
  take() {
    if (this.free.length) return Promise.resolve(this.free.pop());
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  give(id) {
    if (this.waiting.length) this.waiting.shift()(id);
    else this.free.push(id);
  }
}
