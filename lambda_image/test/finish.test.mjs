// FR-044: what LibreChat does after its answer is done before the sandbox may freeze. The
// sandboxes here are frozen as Lambda freezes them: SIGSTOP as soon as the runtime asks for an
// event and there is none, SIGCONT with the next one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { BUFFERED, Sandbox, freePort, missing, sleep } from './support/sandbox.mjs';
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

const post = (path, query) => restEvent('POST', path, { query });

for (const mode of ['streamed', 'buffered']) {
  const env = mode === 'buffered' ? BUFFERED : {};
  test(
    `${mode}: v0.8.2-rc1's title, made after the answer, is made before the sandbox freezes`,
    { skip },
    async (t) => {
      const sandbox = await Sandbox.start(t, { ...env, REDIS_URI: redis.uri });
      sandbox.freezeWhenIdle();
      const answer = sandbox.api.invoke(
        post('/api/agents/chat', { title: mode, model: `${model.url}/?ms=1500` }),
      );
      await answer.ended;
      assert.equal(
        await redis.client.get(`title:${mode}`),
        null,
        'the client has its answer before the title is made',
      );
      await answer.returned;
      assert.equal(await redis.client.get(`title:${mode}`), 'A title');
      sandbox.signal('SIGCONT');
      const { drainMs, durationMs } = await sandbox.lineOf(answer);
      assert.ok(drainMs > 1500 && drainMs < 3000, `held for ${drainMs} ms`);
      assert.ok(durationMs < 1000, `answered in ${durationMs} ms`);
    },
  );
}

test(
  'the same without the hold: the title is lost (so the two tests above show something)',
  { skip },
  async (t) => {
    const sandbox = await Sandbox.start(t, { REDIS_URI: redis.uri, HANDLER_DRAIN_SECONDS: '0' });
    sandbox.freezeWhenIdle();
    await sandbox.request(
      post('/api/agents/chat', { title: 'lost', model: `${model.url}/?ms=1500` }),
    );
    await sleep(2500);
    assert.equal(await redis.client.get('title:lost'), null);
  },
);

test('the hold has a cap', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_DRAIN_SECONDS: '1' });
  for (const by of ['http', 'fetch']) {
    const { drainMs } = await sandbox.lineOf(
      await sandbox.request(post('/api/call', { by, model: `${model.url}/?ms=5000` })),
    );
    assert.ok(drainMs >= 990 && drainMs < 1300, `held for ${drainMs} ms by ${by}`);
  }
  // Calls of an earlier request, which has had its time, hold no later one.
  assert.ok(
    (await sandbox.lineOf(await sandbox.request(restEvent('GET', '/api/config')))).drainMs < 100,
  );
});

test("the hold ends before the function's deadline", { skip }, async (t) => {
  const sandbox = await Sandbox.start(t);
  const invocation = await sandbox.request(
    post('/api/call', { by: 'fetch', model: `${model.url}/?ms=20000` }),
    { timeout: 3500 },
  );
  assert.ok(invocation.metadata.statusCode === 200);
  assert.ok((await sandbox.lineOf(invocation)).drainMs < 2000);
});

test(
  'what is saved of an answer that was cut at the deadline is saved before the freeze',
  { skip },
  async (t) => {
    const sandbox = await Sandbox.start(t, { REDIS_URI: redis.uri });
    sandbox.freezeWhenIdle();
    const query = { saves: 'cut', events: '100', every: '100' };
    await sandbox.request(post('/api/agents/chat', query), { timeout: 3500 });
    assert.equal(await redis.client.get('saved:cut'), 'partial');
  },
);

test('a call that fails ends the hold', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t);
  const closed = `http://127.0.0.1:${await freePort()}`;
  for (const by of ['http', 'fetch']) {
    assert.ok(
      (await sandbox.lineOf(await sandbox.request(post('/api/call', { by, model: closed }))))
        .drainMs < 1000,
    );
  }
});

test('a subscription that stays open holds nothing', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t);
  assert.ok(
    (
      await sandbox.lineOf(
        await sandbox.request(post('/api/subscribe', { model: `${model.url}/forever` })),
      )
    ).drainMs < 1000,
  );
});

test('a GET that called nobody is not held at all', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t);
  await sandbox.request(restEvent('GET', '/api/config'));
  assert.ok(
    (await sandbox.lineOf(await sandbox.request(restEvent('GET', '/api/config')))).drainMs < 50,
  );
});
