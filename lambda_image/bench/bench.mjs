// The same events through this handler, its peers, the runtime with an empty handler (the floor)
// and a direct request, side by side in one run: each round gives every contestant its turn.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { restEvent } from '../test/support/runtime-api.mjs';
import { LIBRECHAT, Sandbox, freePort, root, sleep, until } from '../test/support/sandbox.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 6);
const MEGABYTES = 100;
// The machine's monotonic clock, which all of its processes read.
const now = () => Number(process.hrtime.bigint()) / 1e6;
for (let i = 0; i < 1000; i++) now() - performance.now();
const clock = now() - performance.now();
const quantile = (values, q) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

async function startUpstream() {
  const port = await freePort();
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', LIBRECHAT_LOG_DIR: cwd };
  const child = spawn(process.execPath, [LIBRECHAT], { cwd, env, stdio: 'ignore' });
  const isHealthy = () =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      () => true,
      () => false,
    );
  await until(isHealthy, 'the server');
  return { port, child, stop: () => (child.kill('SIGKILL'), rmSync(cwd, { recursive: true })) };
}

// A contestant answers a request with {endedAt, chunks: [{at, data}]}, in ms after it began.
class Direct {
  static async start(agent) {
    return Object.assign(new Direct(), { agent, upstream: await startUpstream() });
  }
  request(event) {
    const { upstream, agent } = this;
    const search = new URLSearchParams(event.queryStringParameters ?? {});
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: upstream.port,
        method: event.httpMethod,
        path: `${event.path}?${search}`,
        agent,
      };
      http.request(options, (response) => {
          const chunks = [];
          response.on('data', (data) => {
            if (chunks.length < 200) chunks.push({ at: performance.now() - began, data });
          });
          response.on('end', () => resolve({ began, chunks, endedAt: performance.now() - began }));
        }).on('error', reject).end(); // prettier-ignore
    });
  }
  rss = undefined;
  stop() {
    this.upstream.stop();
  }
}

class InRuntime {
  static async start(handler, own) {
    const upstream = own ? undefined : await startUpstream();
    // Its hold after a POST (250 ms at least, FR-044) is no latency, but would let this one alone
    // cool down between two requests.
    const env = upstream
      ? { UPSTREAM_PORT: String(upstream.port) }
      : { HANDLER_DRAIN_SECONDS: '0' };
    const sandbox = await Sandbox.start(undefined, env, { handler, ...(own ? {} : { cwd: root }) });
    return Object.assign(new InRuntime(), { sandbox, upstream });
  }
  async request(event) {
    const invocation = this.sandbox.api.invoke(event);
    invocation.keep = false;
    await invocation.returned;
    invocation.wholeAt = performance.now() - invocation.began;
    return invocation;
  }
  get rss() {
    return Math.max(this.peak ?? 0, this.sandbox.rss);
  }
  // What a client sees of a server that dies in the middle.
  async death() {
    const invocation = this.sandbox.api.invoke(
      restEvent('POST', '/api/agents/chat', { query: { events: '5', every: '20', die: '2' } }),
    );
    const outcome = await Promise.race([
      invocation.returned.then(() => 'returned'),
      this.sandbox.exit.then(() => 'exit'),
      sleep(4000).then(() => 'hangs'),
    ]);
    if (outcome === 'exit') return 'the runtime process ends';
    if (outcome === 'hangs') return 'nothing, until the timeout';
    const said = invocation.raw.includes('event: error') ? 'error event, ' : '';
    return said + (invocation.failure ? 'broken stream' : 'a clean end');
  }
  async stop() {
    await this.sandbox.stop();
    this.upstream?.stop();
  }
}

const contestants = {
  'direct request, no Lambda': await Direct.start(new http.Agent({ keepAlive: false })),
  'direct request, keep-alive': await Direct.start(new http.Agent({ keepAlive: true })),
  'runtime, empty handler': await InRuntime.start('bench/peers/empty.handler'),
  'this handler': await InRuntime.start('handler.handler', true),
  'plain forwarder': await InRuntime.start('bench/peers/plain.fresh'),
  'plain forwarder, keep-alive': await InRuntime.start('bench/peers/plain.handler'),
  'hono, proxy helper': await InRuntime.start('bench/peers/hono.handler'),
  'serverless-http': await InRuntime.start('bench/peers/serverless-http.handler'),
};
const FLOOR = 'runtime, empty handler';
const results = Object.fromEntries(
  Object.keys(contestants).map((name) => [
    name,
    { json: [], whole: [], first: [], delay: [], rate: [] },
  ]),
);

const isEvent = ({ data }) => data.includes('event: message') && data.includes('data: ');
const entries = Object.entries(contestants);
for (let round = -1; round < ROUNDS; round++) {
  for (const [name, contestant] of [
    ...entries.slice(Math.max(0, round) % entries.length),
    ...entries.slice(0, Math.max(0, round) % entries.length),
  ]) {
    const { json, whole, first, delay, rate } = results[name];
    // The first round warms.
    const keep = (list, value) => round >= 0 && value !== undefined && list.push(value);
    for (let i = 0; i < 200; i++) {
      const { endedAt, wholeAt } = await contestant.request(restEvent('GET', '/api/config'));
      keep(json, endedAt);
      keep(whole, wholeAt);
    }
    for (let i = 0; i < 53; i++) {
      const answer = await contestant.request(
        restEvent('POST', '/api/agents/chat', {
          query: { events: '10', every: i < 50 ? '0' : '20' },
        }),
      );
      const events = answer.chunks.filter(isEvent);
      if (i < 50) keep(first, events[0]?.at);
      else if (events.length > 1)
        for (const { at, data } of events.slice(1))
          keep(delay, clock + answer.began + at - Number(/"at":([\d.]+)/.exec(data)[1]));
    }
    const bytes = MEGABYTES * 1024 * 1024;
    if (name !== 'serverless-http') {
      const { endedAt } = await contestant.request(
        restEvent('GET', '/api/files/download', { query: { size: String(bytes) } }),
      );
      keep(rate, MEGABYTES / (endedAt / 1000));
    } else {
      const { endedAt } = await contestant.request(
        restEvent('GET', '/api/files/download', { query: { size: String(4 * 1024 * 1024) } }),
      ); // it is limited to 6 MB
      keep(rate, 4 / (endedAt / 1000));
    }
    contestant.peak = contestant.rss;
  }
}

const floor = results[FLOOR];
const by = (value, base, digits = 2) =>
  value === undefined ? '' : `${value.toFixed(digits)} (${(value / base).toFixed(2)})`;
const head = [
  '',
  'JSON p50 ms',
  'JSON p99 ms',
  'event to event p50 ms',
  'first SSE byte p50 ms',
  'delay per event p50 ms',
  'MB/s',
  'RSS MB',
  'the server dies in mid-stream',
];
const rows = [head, head.map((_, i) => (i ? '---:' : '---'))];
for (const [name, contestant] of entries) {
  const { json, whole, first, delay, rate } = results[name];
  const p = (list, base, q = 0.5) => by(quantile(list, q), quantile(base, q));
  const rss = contestant.rss;
  rows.push([
    name,
    p(json, floor.json),
    p(json, floor.json, 0.99),
    whole.length ? p(whole, floor.whole) : '',
    p(first, floor.first),
    delay.length ? quantile(delay, 0.5).toFixed(2) : 'none streamed',
    by(quantile(rate, 0.5), quantile(floor.rate, 0.5), 0),
    rss ? by(rss, contestants[FLOOR].rss, 0) : '',
    '',
  ]);
}
for (const [i, [name, contestant]] of entries.entries()) {
  if (contestant.death && name !== FLOOR) rows[i + 2][8] = await contestant.death();
  await contestant.stop();
}
const cpu = /model name\s*: (.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? os.arch();
console.log(
  `Node ${process.version}, ${os.cpus().length} cores (${cpu}), ${ROUNDS} rounds; ` +
    "in brackets: times the floor's\n",
);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
const p50 = (name, what) => quantile(results[name][what], 0.5);
// Times the floor: JSON, first SSE byte.
const times = (...names) =>
  ['json', 'first']
    .map((what) =>
      (names.reduce((sum, name) => sum + p50(name, what), 0) / p50(FLOOR, what)).toFixed(2),
    )
    .join(' and ');
console.log(
  '\nTimes the floor, JSON p50 and first SSE byte: ' +
    `this handler ${times('this handler')} (goal: at most 1.50)`,
);
console.log(
  'The floor and a direct request, the least that a forwarder can need: ' +
    `${times(FLOOR, 'direct request, no Lambda')}; ` +
    `with keep-alive ${times(FLOOR, 'direct request, keep-alive')}`,
);
process.exit(0);
