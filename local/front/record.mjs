// What happens while the chain runs, for the page at /_local and for the terminal.

const KEPT = 400;

export class Record {
  sandboxes = []; // {number, fn, memoryMb, states: [{state, at}], why}
  requests = [];
  totals = { invocations: 0, billedMs: 0, gbSeconds: 0, usd: 0, coldStarts: 0 };
  listeners = new Set();
  numbers = 0;
  ids = 0;
  began = Date.now();

  // A sandbox's number, from 1.
  number() {
    return (this.numbers += 1);
  }

  // A sandbox is in another state.
  sandbox({ number, state, why, fn }) {
    let there = this.sandboxes.find((known) => known.number === number);
    if (!there) {
      there = { number, fn: fn.name, memoryMb: fn.memoryMb, states: [] };
      this.sandboxes.push(there);
      if (this.sandboxes.length > KEPT) this.sandboxes.shift();
    }
    there.states.push({ state, at: Date.now() });
    if (there.states.length > KEPT) there.states.shift();
    there.why = why;
    this.#tell('sandbox', there);
  }

  // A line of a sandbox, as CloudWatch has it.
  line({ number }, text) {
    process.stdout.write(`sandbox ${number} | ${text}\n`);
  }

  // A request that arrived at CloudFront; `update` adds what is known of it.
  request(method, path) {
    const entry = { id: (this.ids += 1), at: Date.now(), method, path };
    this.requests.push(entry);
    if (this.requests.length > KEPT) this.requests.shift();
    const update = (values) => {
      if (values.cold) this.totals.coldStarts += 1;
      Object.assign(entry, values);
      this.#tell('request', entry);
    };
    return { id: entry.id, update };
  }

  billed({ billedMs, gbSeconds, usd }) {
    const { totals } = this;
    totals.invocations += 1;
    totals.billedMs += billedMs;
    totals.gbSeconds += gbSeconds;
    totals.usd += usd;
    this.#tell('totals', totals);
  }

  get all() {
    const { sandboxes, requests, totals, began } = this;
    return { now: Date.now(), began, sandboxes, requests, totals };
  }

  #tell(event, data) {
    const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const listener of this.listeners) listener.write(message);
  }

  // Everything so far, and then each event as it comes.
  follow(request, response) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`event: all\ndata: ${JSON.stringify(this.all)}\n\n`);
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }
}
