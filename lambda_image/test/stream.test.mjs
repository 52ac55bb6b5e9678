// Streaming: at once, unbuffered, with back-pressure, and kept alive in silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox } from './support/sandbox.mjs';

const chat = (query) => restEvent('POST', '/api/agents/chat', { query });
const PING = 'event: ping\ndata: {}\n\n';

test('status and headers are sent at once, long before the first data', async (t) => {
  const sandbox = await Sandbox.start(t);
  await sandbox.request(chat({}));
  const answer = await sandbox.request(chat({ flush: '', events: '1', every: '500' }));
  assert.ok(answer.metadataAt < 150, `metadata after ${answer.metadataAt} ms`);
  assert.ok(answer.chunks.at(-1).at > 490);
  assert.equal(answer.metadata.headers['cache-control'], 'no-cache, no-transform');
});

test('tokens arrive one by one, each when it was sent (SC-004)', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = await sandbox.request(chat({ events: '20', every: '30' }));
  const events = answer.chunks.filter(({ data }) => data.includes('event: message'));
  assert.equal(events.length, 20);
  // The machine's monotonic clock, which both processes read.
  const clock = Number(process.hrtime.bigint()) / 1e6 - performance.now();
  const delays = events.map(
    ({ at, data }) => clock + answer.began + at - JSON.parse(data.toString().split('data: ')[1]).at,
  );
  delays.sort((a, b) => a - b);
  assert.ok(delays[0] >= 0 && delays[10] < 25, `the median event took ${delays[10]} ms`);
});

test('a body of 300 MB passes whole, with memory flat, however slow its reader', async (t) => {
  const sandbox = await Sandbox.start(t);
  const event = (megabytes) =>
    restEvent('GET', '/api/files/download', { query: { size: String(megabytes * 1024 * 1024) } });
  await sandbox.request(event(20));
  const before = sandbox.rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, sandbox.rss)), 20);

  const fast = sandbox.api.invoke(event(300));
  fast.keep = false;
  await fast.ended;
  await fast.returned;
  assert.equal(fast.size, 300 * 1024 * 1024 + fast.raw.indexOf(Buffer.alloc(8)) + 8);
  assert.deepEqual(fast.trailers, {});

  const slow = sandbox.api.invoke(event(40), { slow: 3 });
  slow.keep = false;
  await slow.ended;
  clearInterval(watch);
  assert.ok(
    most - before < 100, // 70 on Node 24

    `resident memory grew by ${Math.round(most - before)} MB from ${Math.round(before)} MB`,
  );
});

test('a silent event stream gets a ping in each interval and no other change', async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_SSE_PING_SECONDS: '0.2' });
  const answer = await sandbox.request(
    chat({ flush: '', events: '2', every: '700', silence: '500' }),
  );
  const pings = answer.text.split(PING).length - 1;
  assert.ok(pings >= 6 && pings <= 9, `${pings} pings in 1.9 s`);
  assert.match(
    answer.text.replaceAll(PING, ''),
    /^(event: message\ndata: \{"text":"word [01]","at":[\d.]+\}\n\n){2}$/,
  );
});

test('a ping never stands inside an event', async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_SSE_PING_SECONDS: '0.1' });
  const answer = await sandbox.request(chat({ events: '3', every: '250', half: '350' }));
  assert.ok(answer.text.includes(PING));
  for (const event of answer.text.split('\n\n').filter(Boolean)) {
    assert.match(
      event,
      /^event: (ping\ndata: \{\}|message\ndata: \{"text":"word \d","at":[\d.]+\})$/,
    );
  }
});

test('no ping is sent when it is off, nor into an answer that is no event stream', async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_SSE_PING_SECONDS: '0' });
  assert.ok(!(await sandbox.request(chat({ events: '1', every: '400' }))).text.includes('ping'));
  const other = await Sandbox.start(t, { HANDLER_SSE_PING_SECONDS: '0.05' });
  const download = await other.request(
    restEvent('GET', '/api/files/download', { query: { size: '3000000' } }),
    { slow: 5 },
  );
  assert.equal(download.body.length, 3_000_000);
  assert.ok(download.body.every((byte) => byte === 7));
});

test('a client that leaves is no trouble to the next one', async (t) => {
  // Nothing tells a function that its client has left (AWS): Lambda goes on to read, and so the
  // answer goes on to its end.
  const sandbox = await Sandbox.start(t);
  const left = sandbox.api.invoke(chat({ events: '5', every: '50' }));
  await left.started;
  const next = await sandbox.request(restEvent('GET', '/api/config'));
  assert.equal(next.metadata.statusCode, 200);
  assert.equal(left.text.split('event: message').length - 1, 5);
});
