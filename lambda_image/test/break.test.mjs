// What breaks, breaks honestly, and the next event is answered.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { BUFFERED, Sandbox, sleep, until } from './support/sandbox.mjs';

const get = (path, query) => restEvent('GET', path, { query });
const chat = (query) => restEvent('POST', '/api/agents/chat', { query });
const errorText = (text) => JSON.parse(/event: error\ndata: (.*)\n\n$/.exec(text)[1]).text;

const isRefusal = ({ cause }) => cause?.code === 'ECONNREFUSED';

async function isWell(sandbox) {
  const answer = await sandbox.request(get('/api/config'));
  assert.equal(statusOf(answer), 200);
  await sandbox.lineOf(answer); // and so all lines before it
  assert.ok(sandbox.alive);
}
const answerOf = (invocation) => {
  if (invocation.headers['content-type'] === 'application/json') return invocation.proxy;
  return { ...invocation.metadata, body: invocation.text };
};
const statusOf = (invocation) => answerOf(invocation).statusCode;

for (const mode of ['streamed', 'buffered']) {
  const env = mode === 'buffered' ? BUFFERED : {};
  describe(`a ${mode} route:`, () => {
    test('one that dies before it answers is a 502; the next event finds a new one', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      for (const [path, reason] of [
        ['/api/die', 'SIGKILL'],
        ['/api/exit', 'code 3'],
      ]) {
        const answer = answerOf(await sandbox.request(get(path)));
        assert.equal(answer.statusCode, 502);
        assert.match(JSON.parse(answer.body).message, /broke off/);
        await isWell(sandbox);
        assert.match(sandbox.events('respawn').at(-1).reason, new RegExp(reason));
      }
      assert.equal(sandbox.events('respawn').length, 2);
    });

    test('a server killed between two events is replaced before the second is sent', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      await isWell(sandbox);
      process.kill(sandbox.serverPid, 'SIGKILL');
      await sleep(100); // the handler knows of its exit
      await isWell(sandbox);
      // Now it does not, and finds that nobody listens.
      process.kill(sandbox.process.pid, 'SIGSTOP');
      process.kill(sandbox.serverPid, 'SIGKILL');
      const isRefused = () =>
        fetch(`http://127.0.0.1:${sandbox.port}`).then(() => false, isRefusal);
      await until(isRefused, 'its end');
      const asked = isWell(sandbox);
      process.kill(sandbox.process.pid, 'SIGCONT');
      await asked;
      assert.equal(sandbox.events('respawn').length, 2);
    });

    test('a server that does not answer is a 504 in JSON before the function is cut', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      const invocation = await sandbox.request(get('/api/hang'), { timeout: 3000 });
      const answer = answerOf(invocation);
      assert.equal(answer.statusCode, 504);
      assert.match(JSON.parse(answer.body).message, /in time/);
      assert.ok(invocation.endedAt < 2000, `after ${invocation.endedAt} of 3000 ms`);
      assert.equal((await sandbox.lineOf(invocation)).outcome, 'deadline');
      await isWell(sandbox);
    });

    test('a server that hangs is replaced, and the next event is answered', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      const hung = await sandbox.request(get('/api/loop'), { timeout: 4000 });
      assert.equal(statusOf(hung), 504);
      await isWell(sandbox);
      assert.match(sandbox.events('respawn').at(-1).reason, /neither answered .* nor its health/);
    });

    test('one that is only slow is kept, and the next event finds the same', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      const pid = sandbox.serverPid;
      assert.equal(statusOf(await sandbox.request(get('/api/hang'), { timeout: 3000 })), 504);
      await isWell(sandbox);
      assert.equal(sandbox.serverPid, pid);
    });

    test('an answer of 101, which asks for another protocol, is a 502 at once', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      const answer = await sandbox.request(get('/api/switch'), { timeout: 10_000 });
      assert.equal(statusOf(answer), 502);
      assert.ok(answer.endedAt < 2000, `after ${answer.endedAt} ms`);
      await isWell(sandbox);
    });

    test('malformed events are a 400, and what is no JSON at all ends no runtime', async (t) => {
      const sandbox = await Sandbox.start(t, env);
      const malformed = [
        ...[null, 1, 'text', [], {}, { httpMethod: 'GET' }],
        { httpMethod: 'GET', path: 'no-slash' },
        { httpMethod: 7, path: '/' },
        { httpMethod: 'NO SUCH\r\n', path: '/' },
        restEvent('GET', '/', { headers: { 'X-Bad': 'a\r\nb: c' } }),
        restEvent('GET', '/', { headers: { 'bad name': '1' } }),
      ];
      for (const event of malformed)
        assert.equal(statusOf(await sandbox.request(event)), 400, JSON.stringify(event));
      const odd = [
        {
          httpMethod: 'GET',
          path: '/api/echo',
          multiValueHeaders: { 'X-Null': null, 'X-Number': [1] },
          multiValueQueryStringParameters: { a: null },
        },
        restEvent('GET', '/api/echo/\ud800'),
      ];
      for (const event of odd)
        assert.equal(statusOf(await sandbox.request(event)), 200, JSON.stringify(event));
      const broken = await sandbox.request(undefined, { raw: '{"httpMethod": ' });
      assert.ok(broken.failure.errorMessage.includes('JSON'));
      await isWell(sandbox);
    });
  });
}

test('a server that dies inside an event stream: an error event, then a clean end', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = await sandbox.request(chat({ events: '5', every: '20', die: '2' }));
  assert.equal(answer.text.split('event: message').length - 1, 2);
  assert.match(errorText(answer.text), /broke off/);
  assert.equal(answer.failure, undefined); // else the client would drop the event
  assert.equal((await sandbox.lineOf(answer)).outcome, 'broken');
  await isWell(sandbox);
});

test("what had come of an agent's answer stays: it ends as a stopped one does", async (t) => {
  const sandbox = await Sandbox.start(t);
  const query = { agent: '', events: '9', every: '20', die: '5' };
  const answer = await sandbox.request(chat(query));
  const last = JSON.parse(/event: message\ndata: (.*)\n\n$/.exec(answer.text)[1]);
  assert.equal(last.final, true);
  assert.deepEqual(last.conversation, { conversationId: 'c1' });
  assert.deepEqual(last.requestMessage, { messageId: 'm1', conversationId: 'c1' });
  const { messageId, parentMessageId, unfinished, content } = last.responseMessage;
  assert.deepEqual([messageId, parentMessageId, unfinished], ['m2', 'm1', false]);
  assert.deepEqual(content, [
    { type: 'text', text: 'word 2 word 3 word 4 ' },
    { type: 'error', error: 'The server broke off in the middle of its answer.' },
  ]);
  assert.equal(answer.failure, undefined);
  assert.ok(!answer.text.includes('event: error'));
  const { headers, url, body } = JSON.parse((await sandbox.request(get('/api/saved'))).text);
  assert.equal(url, '/api/messages/c1'); // by the server after it
  assert.deepEqual(JSON.parse(body), last.responseMessage);
  assert.equal(headers['x-forwarded-for'], '203.0.113.7, 130.176.1.1'); // as the user
  await isWell(sandbox);
});

test('so it does at the deadline', async (t) => {
  const sandbox = await Sandbox.start(t);
  const query = { agent: '', events: '100', every: '100' };
  const answer = await sandbox.request(chat(query), { timeout: 3000 });
  const last = JSON.parse(/event: message\ndata: (.*)\n\n$/.exec(answer.text)[1]);
  assert.match(last.responseMessage.content.at(0).text, /^word 2 word 3 /);
  assert.match(last.responseMessage.content.at(-1).error, /longer/);
  assert.equal(answer.failure, undefined);
});

test('one that dies inside an event: its half is not dispatched as a message', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = await sandbox.request(chat({ events: '5', every: '20', die: '1', half: '5' }));
  const last = answer.text.trimEnd().split('\n\n').at(-1).split('\n');
  assert.equal(last.filter((line) => line.startsWith('event:')).at(-1), 'event: error');
  assert.equal(answer.failure, undefined);
  await isWell(sandbox);
});

test('one that dies inside a download: a broken stream, and only bytes of the file', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = await sandbox.request(
    get('/api/files/download', { size: '20000000', at: '5000000' }),
  );
  assert.ok(answer.failure);
  // The client sees that bytes are missing.
  assert.equal(answer.metadata.headers['content-length'], '20000000');
  assert.ok(answer.body.length < 20_000_000 && answer.body.every((byte) => byte === 7));
  await isWell(sandbox);
});

test('one that dies in the middle of a buffered answer is a 502', async (t) => {
  const sandbox = await Sandbox.start(t, BUFFERED);
  const { proxy } = await sandbox.request(
    get('/api/files/download', { size: '5000000', at: '1000000' }),
  );
  assert.equal(proxy.statusCode, 502);
  assert.match(JSON.parse(proxy.body).message, /middle/);
  await isWell(sandbox);
});

test('at the deadline an event stream ends cleanly, with an event that says why', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = await sandbox.request(chat({ events: '100', every: '100' }), { timeout: 3000 });
  assert.ok(answer.endedAt > 500 && answer.endedAt < 2500, `after ${answer.endedAt} of 3000 ms`);
  assert.match(errorText(answer.text), /longer/);
  assert.equal(answer.failure, undefined);
  assert.equal((await sandbox.lineOf(answer)).outcome, 'deadline');
  await isWell(sandbox);
});

test('at the deadline a download breaks: a clean end would pass for the whole file', async (t) => {
  const sandbox = await Sandbox.start(t);
  const answer = await sandbox.request(get('/api/files/download', { size: '100000000' }), {
    timeout: 2500,
    slow: 2,
  });
  assert.ok(answer.failure);
  await isWell(sandbox);
});

test('a server killed at each stage of fifty answers costs that answer alone', async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_DRAIN_SECONDS: '0' });
  let broken = 0;
  for (let i = 0; i < 50; i += 1) {
    const invocation = sandbox.api.invoke(chat({ events: '4', every: '5', flush: '' }));
    const pid = sandbox.serverPid;
    await sleep(i);
    try {
      if (pid) process.kill(pid, 'SIGKILL');
    } catch {
      // it has just been killed
    }
    await invocation.returned;
    // It was done, or it broke where that can be seen, or it was never sent and a new server has
    // answered it.
    const whole = invocation.text.split('event: message').length - 1 === 4 && !invocation.failure;
    const isRefused = [502, 503].includes(invocation.metadata.statusCode);
    const seen = isRefused || /event: error\ndata: .*broke off.*\n\n$/.test(invocation.text);
    assert.ok(whole || seen, `${i}: ${invocation.raw}`);
    broken += whole ? 0 : 1;
  }
  assert.ok(broken > 5, `only ${broken} were hit`);
  await sleep(100); // the last kill may have come after its answer
  await isWell(sandbox);
});

test('a server that dies during its start is tried again by the next event', async (t) => {
  const sandbox = await Sandbox.start(t, { SHAPE_START_MS: '700' }, { ready: false });
  await until(() => sandbox.lines.some((line) => line.includes('starting')), 'the server to start');
  process.kill(sandbox.serverPid, 'SIGKILL');
  const failed = await sandbox.event('start_failed');
  assert.equal(failed.step, 'server');
  assert.match(failed.error, /SIGKILL/);
  await isWell(sandbox);
});
