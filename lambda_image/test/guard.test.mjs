// Whatever LibreChat's tools call and start, Lambda's Runtime API is closed to them, while an
// invocation is held after its answer (FR-044) and the next event is another user's (FR-050).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, build, missing, root, sleep } from './support/sandbox.mjs';

const TOOLS = path.join(root, 'test/support/tools.mjs');
const GUARD = path.join(build, 'guard.cjs');
const skip = missing('python3');

// The model that tools.mjs calls: it holds the invocation until the outcomes are there.
let model;
let outcomes;
let told;
before(async () => {
  let hold;
  model = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://model');
    if (url.pathname === '/hold') return (hold = response);
    if (url.pathname === '/redirect')
      return response.writeHead(302, { location: url.searchParams.get('to') }).end();
    response.end();
    if (url.pathname !== '/outcomes') return;
    let text = '';
    for await (const chunk of request) text += chunk;
    told(JSON.parse(text));
    hold.end();
  });
  model.listen(0, '127.0.0.1');
  await once(model, 'listening');
});
after(() => {
  model.closeAllConnections();
  model.close();
});

// Has the tools try everything after the answer to an event, with another user's event waiting.
async function tryWhileHeld(t, what) {
  const sandbox = await Sandbox.start(t, { HANDLER_SERVER: TOOLS });
  const query = {
    port: sandbox.api.address.split(':')[1],
    model: `http://127.0.0.1:${model.address().port}`,
  };
  outcomes = new Promise((resolve) => (told = resolve));
  const first = sandbox.api.invoke(restEvent('POST', what, { query }));
  await first.ended;
  const connections = [];
  sandbox.api.server.on('connection', (socket) => connections.push(socket));
  const second = sandbox.api.invoke(restEvent('GET', '/the-next-user'));
  const found = await outcomes;
  const reaching = connections.length;
  await Promise.race([second.returned, sleep(5_000)]);
  return { sandbox, first, second, found, reaching };
}

test(
  "no tool and no process of LibreChat's reaches the Runtime API, the next event the runtime",
  { skip },
  async (t) => {
    const { sandbox, second, found, reaching } = await tryWhileHeld(t, '/');
    for (const [way, { code, message }] of Object.entries(found)) {
      await t.test(way, () => {
        assert.equal(code, way.startsWith('Python') ? 'PermissionError' : 'EACCES', message);
        assert.match(message, /Lambda's Runtime API.* is closed to LibreChat and its tools/);
      });
    }
    assert.ok(Object.keys(found).length > 40, 'all ways were tried');
    assert.equal(reaching, 0, 'refused before connecting: nobody came to the API');
    assert.equal(second.text, 'answered /the-next-user');
    assert.deepEqual(
      sandbox.lines.filter((line) => /warning|deprecat/i.test(line)),
      [],
    );
  },
);

test(
  'other ports, other machines, UNIX sockets and the credentials stay open to them',
  { skip },
  async (t) => {
    const { found } = await tryWhileHeld(t, '/permitted');
    for (const [way, { code, message }] of Object.entries(found)) {
      await t.test(way, () => assert.equal(code, 'reached', message));
    }
    assert.ok(Object.keys(found).length >= 8);
  },
);

test('the credentials answer nobody without their token', async (t) => {
  const sandbox = await Sandbox.start(t);
  const name = ['AWS_CONTAINER_AUTHORIZATION_TOKEN', 'AWS_CONTAINER_CREDENTIALS_FULL_URI'];
  const answer = await sandbox.request(restEvent('GET', '/api/env', { query: { name } }));
  const env = JSON.parse(answer.text);
  const token = env.AWS_CONTAINER_AUTHORIZATION_TOKEN;
  assert.match(token, /^[0-9a-f]{64}$/);
  const ask = (headers, method = 'GET') =>
    fetch(env.AWS_CONTAINER_CREDENTIALS_FULL_URI, { method, headers });
  const wrong = [
    {},
    { authorization: '' },
    { authorization: 'undefined' },
    { authorization: token.slice(1) },
    { authorization: `${token}0` },
    { authorization: `Bearer ${token}` },
    { authorization: token.toUpperCase() },
    { 'x-authorization': token },
  ];
  for (const headers of wrong) {
    const answer = await ask(headers);
    assert.equal(answer.status, 403);
    assert.equal(await answer.text(), '');
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    assert.equal((await ask({ authorization: token }, method)).status, 403, method);
  }
  assert.equal((await (await ask({ authorization: token })).json()).AccessKeyId, 'AKIDROLE');
});

const node = (args, env = {}) => spawnSync(process.execPath, args, { env, encoding: 'utf8' });
const withGuard = (script, env) => node(['--require', GUARD, '-e', script], env);

test('the documented address is closed by default; one that is no address stops the start', () => {
  const script = `
    const say = ({ message }) => console.log(message);
    require('node:net').connect(9001, '127.0.0.1').on('error', say);
  `;
  const closed = /^connect EACCES 127\.0\.0\.1:9001: Lambda's Runtime API is closed/;
  assert.match(withGuard(script).stdout, closed);
  assert.match(withGuard(script, { GUARD_RUNTIME_API: '169.254.100.1:9001' }).stdout, closed);
  const { stderr } = withGuard(script, { GUARD_RUNTIME_API: 'lambda' });
  assert.match(stderr, /GUARD_RUNTIME_API is "lambda": it must be <IP address>:<port>/);
});

test("an address that is not this machine's is closed as well, mapped to IPv6 too", () => {
  const script = `
    for (const host of ['192.0.2.7', '::ffff:192.0.2.7']) {
      require('node:net').connect(9001, host).on('error', ({ code }) => console.log(code));
    }
  `;
  const { stdout } = withGuard(script, { GUARD_RUNTIME_API: '192.0.2.7:9001' });
  assert.equal(stdout, 'EACCES\nEACCES\n');
});

test("children keep V8's flags, on which cached code depends, and write no line more", () => {
  const version = ['-p', 'require("node:v8").cachedDataVersionTag()'];
  const plain = node(version);
  const guarded = withGuard(`
    const { execFileSync } = require('node:child_process');
    process.stdout.write(execFileSync(process.execPath, ${JSON.stringify(version)}, { env: {} }));
  `);
  assert.match(plain.stdout, /^\d+\n$/);
  assert.equal(guarded.stdout, plain.stdout);
  assert.equal(guarded.stderr, '');
});
