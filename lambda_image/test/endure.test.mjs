// Many events, and long freezes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, sleep } from './support/sandbox.mjs';

test('200 mixed requests in a row leave no socket and no memory behind', async (t) => {
  // A small young generation, so that the heap's size says what is kept and not when it was last
  // swept.
  const sandbox = await Sandbox.start(t, {
    HANDLER_DRAIN_SECONDS: '0',
    NODE_OPTIONS: '--max-semi-space-size=1',
  });
  const kinds = [
    () => restEvent('GET', '/api/config'),
    () => restEvent('POST', '/api/echo', { body: 'x'.repeat(100_000) }),
    () => restEvent('POST', '/api/agents/chat', { query: { events: '5', every: '1' } }),
    () => restEvent('GET', '/api/files/download', { query: { size: '1000000' } }),
    () => restEvent('HEAD', '/api/answer'),
    () => restEvent('GET', '/api/answer', { query: { status: '204' } }),
    () => restEvent('GET', '/api/answer', { query: { status: '304' } }),
    () => ({}),
    () => restEvent('GET', '/some/page'),
  ];
  const batch = async () => {
    for (let i = 0; i < 200; i++) {
      const answer = await sandbox.request(kinds[i % kinds.length]());
      const expected = { 5: 204, 6: 304, 7: 400 }[i % kinds.length] ?? 200;
      assert.equal(answer.metadata.statusCode, expected);
      assert.equal(answer.failure, undefined);
    }
    return { sockets: sandbox.sockets, rss: sandbox.rss };
  };
  const after = [];
  for (let i = 0; i < 6; i++) after.push(await batch());
  t.diagnostic(
    `open files ${after.map(({ sockets }) => sockets)}; ` +
      `resident MB ${after.map(({ rss }) => Math.round(rss))}`,
  );
  const [warm, last] = [after[3], after[5]]; // Node 24's heap takes three to settle
  assert.ok(last.sockets <= warm.sockets);
  assert.ok(last.rss - warm.rss < 15); // a leak of the bodies alone would be 25 MB in each batch
});

test('a burst of events that are queued at once is answered in order, none lost', async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_DRAIN_SECONDS: '0' });
  const invocations = Array.from({ length: 200 }, (_, i) =>
    sandbox.api.invoke(restEvent('GET', `/api/echo/${i}`)),
  );
  for (const [i, invocation] of invocations.entries()) {
    await invocation.returned;
    assert.equal(JSON.parse(invocation.text).url, `/api/echo/${i}`);
  }
});

test('a freeze of 10 s between events loses none', async (t) => {
  const sandbox = await Sandbox.start(t);
  for (const seconds of [1, 10]) {
    for (let i = 0; i < 5; i++) await sandbox.request(restEvent('GET', '/api/config'));
    sandbox.signal('SIGSTOP');
    await sleep(seconds * 1000);
    sandbox.signal('SIGCONT');
    for (let i = 0; i < 5; i++) {
      const answer = await sandbox.request(
        restEvent('POST', '/api/agents/chat', { query: { events: '2', every: '5' } }),
      );
      assert.equal(answer.metadata.statusCode, 200);
      assert.equal(answer.failure, undefined);
    }
  }
  assert.equal(sandbox.events('respawn').length, 0);
});

test('a freeze in the middle of an answer loses nothing of it', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = sandbox.api.invoke(
    restEvent('POST', '/api/agents/chat', { query: { events: '10', every: '50', flush: '' } }),
  );
  await answer.started;
  sandbox.signal('SIGSTOP');
  await sleep(1500);
  sandbox.signal('SIGCONT');
  await answer.ended;
  assert.equal(answer.text.match(/word \d/g).length, 10);
});
