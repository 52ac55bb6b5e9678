// Chats from v0.8.2 on (FR-051): the POST answers at once, the generation goes on in its sandbox,
// and the browser reads it from another one, through Redis. The sandboxes are frozen as Lambda
// freezes them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, missing, sleep, until } from './support/sandbox.mjs';
import { startModel, startRedis } from './support/services.mjs';

const skip = missing('redis-server');
let redis;
let model;

before(async () => {
  if (skip) return;
  [redis, model] = await Promise.all([startRedis(), startModel()]);
});
after(() => {
  redis?.stop();
  model?.stop();
});

const headers = { Authorization: 'Bearer of-one-user' };
const post = (query, { as = headers } = {}) =>
  restEvent('POST', '/api/agents/chat', { query, headers: as });
const read = (id, query) => restEvent('GET', `/api/agents/chat/stream/${id}`, { headers, query });
const abort = (streamId) =>
  restEvent('POST', '/api/agents/chat/abort', { headers, body: { streamId } });
const words = (answer) => answer.text.match(/word \d/g)?.length ?? 0;
const saved = (id) => redis.client.get(`saved:${id}`);
const eventsIn = ({ text }) =>
  [...text.matchAll(/^event: message\ndata: (.*)\n\n/gm)].map(([, data]) => JSON.parse(data));

async function sandboxes(t, count = 2, env = {}) {
  const all = Array.from({ length: count }, () =>
    Sandbox.start(t, { REDIS_URI: redis.uri, SHAPE: 'v0.8.7', ...env }),
  );
  const started = await Promise.all(all);
  started.forEach((sandbox) => sandbox.freezeWhenIdle());
  return started;
}

// A chat of the first sandbox, which was answered with its stream's id, and whose model speaks for
// `ms`; the second one may read it.
async function generating(t, { ms, ...query }, env) {
  const [first, second] = await sandboxes(t, 2, env);
  const posted = first.api.invoke(post({ ...query, model: `${model.url}/stream?ms=${ms}` }));
  await posted.ended;
  return { first, second, posted };
}

test(
  'a generation that works without HTTP calls before its model is held to its end',
  { skip },
  async (t) => {
    const { first, second, posted } = await generating(t, { id: 'g1', work: '1500', ms: 1500 });
    const { streamId, status } = JSON.parse(posted.text);
    assert.deepEqual([streamId, status], ['g1', 'started']);
    assert.ok(posted.endedAt < 500, `the id after ${posted.endedAt} ms`);
    const answer = await second.request(read('g1'));
    assert.equal(words(answer), 10);
    assert.ok(answer.chunks.length >= 10, 'they came one by one');
    await posted.returned;
    assert.equal(await saved('g1'), 'whole');
    first.signal('SIGCONT');
    const { drainMs } = await first.lineOf(posted);
    assert.ok(drainMs > 2900 && drainMs < 5000, `held for ${drainMs} ms`);
  },
);

test(
  'without the hold it is lost in the freeze (so the test above shows something)',
  { skip },
  async (t) => {
    const [first] = await sandboxes(t, 1, { HANDLER_DRAIN_SECONDS: '0' });
    await first.request(post({ id: 'g2', work: '500', model: `${model.url}/stream?ms=500` }));
    await sleep(2000);
    assert.equal(await saved('g2'), null);
  },
);

test('a stop from another sandbox ends the hold', { skip }, async (t) => {
  const { first, second, posted } = await generating(t, { id: 'g3', ms: 20000 });
  await sleep(500);
  const stopped = performance.now();
  await second.request(abort('g3'));
  await posted.returned;
  // The model's call is broken off with its next word; the hold covers that, too.
  assert.ok(performance.now() - stopped < 4500);
  assert.equal(first.events('generation_aborted').length, 0);
});

test(
  'a generation that fails ends the hold, and its readers see the error',
  { skip },
  async (t) => {
    const [first, second] = await sandboxes(t);
    const posted = await first.request(post({ id: 'g4', model: 'http://127.0.0.1:9/' }));
    first.signal('SIGCONT');
    assert.ok((await first.lineOf(posted)).drainMs < 2000);
    assert.match((await second.request(read('g4'))).text, /event: error/);
  },
);

test(
  'one that outlasts the function is aborted, so that its readers do not wait',
  { skip },
  async (t) => {
    const [first, second] = await sandboxes(t);
    const query = { id: 'g5', model: `${model.url}/stream?ms=30000` };
    const posted = first.api.invoke(post(query), { timeout: 8000 });
    await posted.ended;
    const answer = await second.request(read('g5'));
    assert.match(answer.text, /"final":true,"aborted":true/);
    assert.ok(answer.endedAt < 8000, `after ${answer.endedAt} ms`);
    assert.equal(await saved('g5'), 'partial');
    await posted.returned;
    first.signal('SIGCONT');
    assert.match((await first.event('generation_aborted')).reason, /not over in the time/);
  },
);

test('one whose server is killed is aborted by the next server, at once', { skip }, async (t) => {
  const { first, second, posted } = await generating(t, { id: 'g6', ms: 20000 });
  const reading = second.request(read('g6'));
  await sleep(1000);
  process.kill(first.serverPid, 'SIGKILL');
  const killed = performance.now();
  const answer = await reading;
  assert.match(answer.text, /"final":true,"aborted":true/);
  assert.ok(performance.now() - killed < 3000);
  await posted.returned;
  assert.equal(await redis.client.exists('job:g6'), 0);
  first.signal('SIGCONT');
  assert.match((await first.event('generation_aborted')).reason, /SIGKILL/);
});

const expired = { as: { Authorization: 'Bearer expired' } };

test("one whose user's token has expired is held by LibreChat's metrics", { skip }, async (t) => {
  const [first] = await sandboxes(t, 1);
  const query = { id: 'g7', work: '12000', model: `${model.url}/stream?ms=1500` };
  const posted = await first.request(post(query, expired));
  assert.equal(await saved('g7'), 'whole');
  first.signal('SIGCONT');
  const { drainMs } = await first.lineOf(posted);
  assert.ok(drainMs > 13_400 && drainMs < 18_000, `held for ${drainMs} ms`);
});

test('or by its calls, where it has none (v0.8.5 and older)', { skip }, async (t) => {
  const [first] = await sandboxes(t, 1, { SHAPE_METRICS: 'off' });
  const query = { id: 'g16', work: '1500', model: `${model.url}/stream?ms=1500` };
  const posted = await first.request(post(query, expired));
  assert.equal(await saved('g16'), 'whole');
  first.signal('SIGCONT');
  const { drainMs } = await first.lineOf(posted);
  assert.ok(drainMs > 2900 && drainMs < 15_000, `held for ${drainMs} ms`);
});

test(
  'the next generation of the same conversation, in another sandbox, is not waited for',
  { skip },
  async (t) => {
    const { second, posted } = await generating(t, { id: 'g8', ms: 3000 });
    await sleep(1500); // it has been asked for
    const next = second.api.invoke(post({ id: 'g8', model: `${model.url}/stream?ms=9000` }));
    await next.ended;
    const replaced = performance.now();
    await posted.returned;
    assert.ok(performance.now() - replaced < 4500);
    await next.returned;
  },
);

test(
  'a broken reader of a stream gets no error event, which would be final: it can resume',
  { skip },
  async (t) => {
    const { second, posted } = await generating(t, { id: 'g9', ms: 2000 });
    const broken = await second.request(read('g9', { die: '3' }));
    assert.ok(broken.failure);
    assert.ok(!broken.text.includes('event: error'), broken.text);
    const resumed = await second.request(read('g9'));
    assert.equal(words(resumed), 10);
    await posted.returned;
  },
);

test('a reader that is cut at its deadline can resume as well', { skip }, async (t) => {
  const { second, posted } = await generating(t, { id: 'g10', ms: 3000 });
  const cut = second.api.invoke(read('g10'), { timeout: 3000 });
  await cut.returned;
  assert.ok(cut.failure && !cut.text.includes('event: error'), cut.text);
  await posted.returned;
});

test(
  'a stream that is asked for after the first words begins with all that was said so far',
  { skip },
  async (t) => {
    const { second, posted } = await generating(t, { id: 'g17', ms: 3000 });
    await sleep(1500);
    const [created, resumed, ...rest] = eventsIn(await second.request(read('g17')));
    assert.equal(created.streamId, 'g17');
    assert.deepEqual(created.message, {
      messageId: 'q',
      text: 'asked',
      sender: 'User',
      isCreatedByUser: true,
    });
    const [{ text: soFar }] = resumed.resumeState.aggregatedContent;
    assert.equal(words({ text: soFar }) + words({ text: JSON.stringify(rest) }), 10);
    assert.ok(rest.length > 3, 'what follows comes as it is said');
    await posted.returned;
  },
);

test('so it does on a route that takes a whole answer', { skip }, async (t) => {
  const resource = '/api/agents/{proxy+}';
  const env = { HANDLER_BUFFERED_ROUTES: JSON.stringify({ [resource]: 29 }) };
  const { second, posted } = await generating(t, { id: 'g19', ms: 3000 }, env);
  await sleep(1500);
  const { statusCode, body } = (await second.request({ ...read('g19'), resource })).proxy;
  const [created, resumed] = eventsIn({ text: body });
  assert.deepEqual([statusCode, created.created, resumed.sync], [200, true, true]);
  await posted.returned;
});

test('one that comes before the first words is asked for as it is', { skip }, async (t) => {
  const { second, posted } = await generating(t, { id: 'g18', work: '1000', ms: 500 });
  const { text } = await second.request(read('g18'));
  const [begin, ...rest] = eventsIn({ text });
  assert.ok(begin.created && !rest.some(({ created, sync }) => created || sync), text);
  assert.equal(words({ text }), 10);
  await posted.returned;
});

for (const [events, missed] of [
  ['1', 'its `created` event'],
  ['3', 'its first word'],
])
  test(
    `one whose events up to ${missed} come before LibreChat listens begins again with all of them`,
    { skip },
    async (t) => {
      const id = `g20-${events}`;
      const { second, posted } = await generating(t, { id, work: '500', ms: 3000 });
      const answer = await second.request(read(id, { listens: events }));
      const [created, { sync, resumeState }, ...rest] = eventsIn(answer);
      assert.deepEqual([created.created, sync], [true, true], answer.text);
      assert.equal(resumeState.runSteps[0].id, 'step');
      assert.equal(words({ text: JSON.stringify([resumeState, rest]) }), 10);
      assert.ok(rest.length > 3, 'what follows comes as it is said');
      await posted.returned;
    },
  );

test(
  'one whose generation ends just after LibreChat listens for it has its end',
  { skip },
  async (t) => {
    const { second, posted } = await generating(t, { id: 'g21', work: '500', ms: 700 });
    const answer = await second.request(read('g21', { listens: '11' }));
    const [created, ...rest] = eventsIn(answer);
    assert.deepEqual([created.created, rest.at(-1).final], [true, true], answer.text);
    await posted.returned;
  },
);

test(
  'a stream that is asked for when its generation is over is sent from what was saved',
  { skip },
  async (t) => {
    const [first, second] = await sandboxes(t);
    await first.request(post({ id: 'g13', model: `${model.url}/stream?ms=100` }));
    const answer = await second.request(read('g13'));
    assert.equal(answer.metadata.statusCode, 200);
    assert.equal(answer.metadata.headers['content-type'], 'text/event-stream');
    const [created, final] = eventsIn(answer);
    assert.deepEqual([created.created, created.message.messageId], [true, 'q']);
    assert.equal(final.final, true);
    assert.equal(final.conversation.conversationId, 'g13');
    assert.deepEqual([final.requestMessage.messageId, final.responseMessage.text], ['q', 'whole']);
  },
);

test('a stream of no answer, or one that is asked for again, stays 404', { skip }, async (t) => {
  const [sandbox] = await sandboxes(t, 1);
  await redis.client.mset('saved:g14', 'nothing', 'saved:g15', 'whole');
  for (const request of [read('g14'), read('g15', { resume: 'true' }), read('none')]) {
    const { metadata, text } = await sandbox.request(request);
    assert.equal(metadata.statusCode, 404);
    assert.match(text, /Stream not found/);
  }
});

test('a silent stream with content-encoding: identity gets its pings', { skip }, async (t) => {
  const { second, posted } = await generating(
    t,
    { id: 'g11', work: '1500', ms: 100 },
    { HANDLER_SSE_PING_SECONDS: '0.2' },
  );
  const answer = await second.request(read('g11'));
  assert.equal(answer.metadata.headers['content-encoding'], 'identity');
  assert.ok(answer.text.split('event: ping').length > 4, answer.text);
  await posted.returned;
});

test(
  'the first event waits for /readyz where LibreChat has it, looked at often once it listens',
  { skip },
  async (t) => {
    const sandbox = await Sandbox.start(t, {
      REDIS_URI: redis.uri,
      SHAPE: 'v0.8.7',
      SHAPE_READY_MS: '1200',
      HANDLER_HEALTH_INTERVAL_MS: '10000', // before it listens
    });
    const { healthMs } = await sandbox.event('cold_start');
    assert.ok(healthMs >= 1200 && healthMs < 8000, `ready after ${healthMs} ms`);
  },
);

test(
  'what the hold asks of LibreChat carries nothing of the body, and is no request of a user',
  { skip },
  async (t) => {
    const [first] = await sandboxes(t, 1);
    const query = { id: 'g12', model: `${model.url}/stream?ms=1200` };
    await first.request(post(query));
    const { asked } = JSON.parse((await first.request(restEvent('GET', '/api/asked'))).text);
    await until(() => asked.length > 0, 'a status request');
    for (const seen of asked) {
      assert.equal(seen.authorization, headers.Authorization);
      assert.equal(seen['x-forwarded-for'], '203.0.113.7, 130.176.1.1');
      assert.equal(seen['content-length'], undefined);
    }
  },
);
