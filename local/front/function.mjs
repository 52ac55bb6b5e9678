// A Lambda function: its sandboxes, and the requests that wait for one.
//
// A request goes to a sandbox that is free, the one used last; else a new one is started, and
// whichever is free first takes it. This machine's limit of sandboxes makes requests wait; the
// function's own reserved concurrency refuses them.

import { Invocation } from './runtime-api.mjs';
import { Sandbox } from './sandbox.mjs';

export class Throttled extends Error {}

export class LambdaFunction {
  sandboxes = [];
  queue = [];

  constructor(configuration, { engine, places, settings, record, all }) {
    Object.assign(this, configuration, { engine, places, settings, record, all });
  }

  // `request`: the entry of the record that follows it.
  invoke(payload, { traceId, request }) {
    const busy = this.sandboxes.filter((sandbox) => sandbox.invocation).length;
    if (this.reserved !== null && busy + this.queue.length >= this.reserved) throw new Throttled();
    const invocation = new Invocation(payload, traceId);
    const began = performance.now();
    Object.assign(invocation, {
      onBegin: (sandbox) => {
        const waitedMs = performance.now() - began;
        const cold = !sandbox.used;
        sandbox.used = true;
        request.update({ sandbox: sandbox.number, cold, waitedMs });
      },
      onAnswered: () => request.update({ answeredMs: performance.now() - began }),
      onEnd: ({ billedMs, initMs, durationMs }) => {
        const gbSeconds = (billedMs / 1000) * (this.memoryMb / 1024);
        const usd = gbSeconds * this.prices.gb_second + this.prices.request;
        request.update({ billedMs, initMs, durationMs, gbSeconds, usd });
        this.record.billed({ billedMs, gbSeconds, usd });
      },
    });
    this.queue.push(invocation);
    this.#serve();
    return invocation;
  }

  next() {
    return this.queue.shift();
  }

  #serve() {
    const free = this.sandboxes.filter((sandbox) => sandbox.free);
    free.sort((one, other) => other.usedAt - one.usedAt);
    while (free.length && this.queue.length) free.shift().take(this.queue.shift());
    let starting = this.sandboxes.filter(
      ({ state, invocation }) => state === 'starting' && !invocation,
    );
    let wanted = this.queue.length - starting.length;
    for (; wanted > 0 && this.#room(); wanted -= 1) {
      const sandbox = new Sandbox(this, this.record.number());
      this.sandboxes.push(sandbox);
      sandbox.start();
    }
  }

  // Whether one more may be started; one that idles, of any function, makes room.
  #room() {
    const there = this.all.flatMap((fn) => fn.sandboxes);
    if (there.length < this.settings.sandboxes) return true;
    const idle = there.filter((sandbox) => sandbox.free);
    idle.sort((one, other) => one.usedAt - other.usedAt);
    idle[0]?.end('idle');
    return idle.length > 0;
  }

  // A sandbox has nothing to do: it may make room for another function's.
  freed() {
    for (const fn of this.all) fn.#serve();
  }

  // Whoever made it leave, to start another in its place, comes first.
  left(sandbox) {
    this.sandboxes = this.sandboxes.filter((other) => other !== sandbox);
    queueMicrotask(() => this.freed());
  }

  async stop() {
    this.queue.splice(0).forEach((invocation) => invocation.fail('stopped'));
    await Promise.all(this.sandboxes.map((sandbox) => sandbox.end('stopped')));
  }
}
