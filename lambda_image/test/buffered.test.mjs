// One function serves both modes (FR-045): the event's resource says which.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox } from './support/sandbox.mjs';

const routes = (map) => ({ HANDLER_BUFFERED_ROUTES: JSON.stringify(map) });
const of = (resource, method, path, options) => ({ ...restEvent(method, path, options), resource });
const isStreamed = ({ headers }) => headers['content-type'].startsWith('application/vnd.awslambda');

test('the same sandbox buffers the routes that it is told and streams all others', async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/api/{proxy+}': 29 }));
  const buffered = await sandbox.request(of('/api/{proxy+}', 'GET', '/api/config'));
  assert.equal(buffered.proxy.statusCode, 200);
  assert.equal((await sandbox.lineOf(buffered)).mode, 'buffered');
  const streamed = await sandbox.request(of('/api/agents/{proxy+}', 'GET', '/api/config'));
  assert.equal(streamed.metadata.statusCode, 200);
  assert.equal((await sandbox.lineOf(streamed)).mode, 'stream');
});

test("the schedule's event, which has no resource, is answered", async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/health': 29 }));
  const event = { httpMethod: 'GET', path: '/health', headers: {} };
  const answer = await sandbox.request(event);
  assert.ok(isStreamed(answer));
  assert.equal(answer.metadata.statusCode, 200);
  assert.equal((await sandbox.lineOf(answer)).outcome, 'ok');
});

test('routes that are no map of seconds are a start_failed line and a 503', async (t) => {
  for (const value of ['[1]', '{"/a": "x"}', '{']) {
    const sandbox = await Sandbox.start(t, { HANDLER_BUFFERED_ROUTES: value });
    const failed = await sandbox.event('start_failed');
    assert.match(failed.error, /^HANDLER_BUFFERED_ROUTES must be a JSON object of .*seconds/);
    assert.equal((await sandbox.request(restEvent('GET', '/'))).metadata.statusCode, 503);
  }
});

test('a buffered request holds its sandbox no longer than API Gateway waits for it', async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/{proxy+}': 2 }));
  const answer = await sandbox.request(restEvent('GET', '/api/hang'), { timeout: 60_000 });
  assert.equal(answer.proxy.statusCode, 504);
  assert.ok(answer.endedAt > 1000 && answer.endedAt < 2000, `after ${answer.endedAt} of 2000 ms`);
});

test('its time counts from its arrival at the API, before the start of the sandbox', async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/{proxy+}': 20 }));
  const asked = (ageMs) => {
    const event = restEvent('GET', '/api/hang');
    event.requestContext.requestTimeEpoch = Date.now() - ageMs;
    return sandbox.request(event, { timeout: 5000 });
  };
  assert.ok((await asked(18_500)).endedAt < 1500);
  const old = await asked(1_000_000_000_000); // a sample event of the console
  assert.ok(old.endedAt > 2500, "it has the function's time");
});

test("the function's deadline holds for a buffered route as well", async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/{proxy+}': 60 }));
  const answer = await sandbox.request(restEvent('GET', '/api/hang'), { timeout: 3000 });
  assert.equal(answer.proxy.statusCode, 504);
  assert.ok(answer.endedAt < 2000, `after ${answer.endedAt} of 3000 ms`);
});

test('a body is given up at the limit, and not read on', async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/{proxy+}': 29 }));
  const query = { size: String(2 ** 40) };
  const answer = await sandbox.request(restEvent('GET', '/api/files/download', { query }));
  assert.equal(answer.proxy.statusCode, 502);
  assert.match(JSON.parse(answer.proxy.body).message, /6 MB/);
  assert.ok(answer.endedAt < 5000, `after ${answer.endedAt} ms`);
});

test('text that is shorter in base64 than as JSON goes as base64', async (t) => {
  const sandbox = await Sandbox.start(t, routes({ '/{proxy+}': 29 }));
  const answered = async (hex) => {
    const event = restEvent('GET', '/api/answer', { query: { hex } });
    return (await sandbox.request(event)).proxy;
  };
  const control = '01'.repeat(1000); // six characters each in JSON
  assert.equal((await answered(control)).isBase64Encoded, true);
  assert.equal((await answered(control)).bytes.toString('hex'), control);
  const quoted = '22'.repeat(1000); // a quotation mark, two characters each
  assert.equal((await answered(quoted)).isBase64Encoded, true);
  const text = Buffer.from('{"a": "grüße"}'.repeat(50)).toString('hex');
  assert.equal((await answered(text)).isBase64Encoded, false);
});
