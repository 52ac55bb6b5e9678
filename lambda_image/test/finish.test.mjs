// FR-044: what LibreChat does after its answer is done before the sandbox may freeze. The
// sandboxes here are frozen as Lambda freezes them: SIGSTOP as soon as the runtime asks for an
// event and there is none, SIGCONT with the next one.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, test } from 'node:test';
import Redis from 'ioredis';
import { restEvent } from './support/runtime-api.mjs';
import { BUFFERED, Sandbox, freePort, missing, sleep, until } from './support/sandbox.mjs';

const skip = missing('redis-server');
// The model's: it outlives no test.
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
let redis;
let redisServer;
let redisUri;
let model;
let modelUrl;

before(async () => {
  if (skip) return;
  const port = await freePort();
  redisServer = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: 'ignore' },
  );
  redisUri = `redis://127.0.0.1:${port}`;
  redis = new Redis(redisUri);
  redis.on('error', () => {}); // until it listens
  await until(() => redis.status === 'ready', 'redis-server to listen');
  // A model that thinks for `ms`; one that streams ten words in `ms`; one that never ends.
  model = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://model');
    const ms = Number(url.searchParams.get('ms'));
    if (url.pathname === '/forever') return response.write(': open\n\n');
    if (url.pathname === '/stream') {
      for (let i = 0; i < 10; i++) {
        await pause(ms / 10);
        response.write(`word ${i} `);
      }
      return response.end();
    }
    await pause(ms);
    response.end('A title');
  });
  model.listen(0, '127.0.0.1');
  await once(model, 'listening');
  modelUrl = `http://127.0.0.1:${model.address().port}`;
});
after(() => {
  redis?.disconnect();
  redisServer?.kill();
  model?.closeAllConnections();
  model?.close();
});

const post = (path, query) => restEvent('POST', path, { query });

for (const mode of ['streamed', 'buffered']) {
  const env = mode === 'buffered' ? BUFFERED : {};
  test(
    `${mode}: v0.8.2-rc1's title, made after the answer, is made before the sandbox freezes`,
    { skip },
    async (t) => {
      const sandbox = await Sandbox.start(t, { ...env, REDIS_URI: redisUri });
      sandbox.freezeWhenIdle();
      const answer = sandbox.api.invoke(
        post('/api/agents/chat', { title: mode, model: `${modelUrl}/?ms=1500` }),
      );
      await answer.ended;
      assert.equal(
        await redis.get(`title:${mode}`),
        null,
        'the client has its answer before the title is made',
      );
      await answer.returned;
      assert.equal(await redis.get(`title:${mode}`), 'A title');
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
    const sandbox = await Sandbox.start(t, { REDIS_URI: redisUri, HANDLER_DRAIN_SECONDS: '0' });
    sandbox.freezeWhenIdle();
    await sandbox.request(
      post('/api/agents/chat', { title: 'lost', model: `${modelUrl}/?ms=1500` }),
    );
    await sleep(2500);
    assert.equal(await redis.get('title:lost'), null);
  },
);

test(
  "later versions' background generation is read by another sandbox while the first is held",
  { skip },
  async (t) => {
    const [first, second] = await Promise.all([
      Sandbox.start(t, { REDIS_URI: redisUri }),
      Sandbox.start(t, { REDIS_URI: redisUri }),
    ]);
    first.freezeWhenIdle();
    second.freezeWhenIdle();
    const posted = first.api.invoke(
      post('/api/agents/chat/background', { id: 'g1', model: `${modelUrl}/stream?ms=2000` }),
    );
    await posted.ended;
    assert.deepEqual(JSON.parse(posted.text), { streamId: 'g1' });
    assert.ok(posted.endedAt < 500, `the id after ${posted.endedAt} ms`);
    const read = await second.request(
      restEvent('GET', '/api/agents/chat/stream', { query: { id: 'g1' } }),
    );
    assert.equal(read.text.match(/word \d/g).length, 10);
    assert.ok(read.chunks.length >= 10, 'they came one by one');
    await posted.returned;
  },
);

test('the hold has a cap', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_DRAIN_SECONDS: '1' });
  for (const by of ['http', 'fetch']) {
    const { drainMs } = await sandbox.lineOf(
      await sandbox.request(post('/api/call', { by, model: `${modelUrl}/?ms=5000` })),
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
    post('/api/call', { by: 'fetch', model: `${modelUrl}/?ms=20000` }),
    { timeout: 3500 },
  );
  assert.ok(invocation.metadata.statusCode === 200);
  assert.ok((await sandbox.lineOf(invocation)).drainMs < 2000);
});

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
        await sandbox.request(post('/api/subscribe', { model: `${modelUrl}/forever` })),
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
