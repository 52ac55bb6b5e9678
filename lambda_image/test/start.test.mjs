// The start: secrets, configuration, credentials, health.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { AwsClient } from 'aws4fetch';
import { readSettings } from '../src/settings.mjs';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, freePort, missing, root, until } from './support/sandbox.mjs';

const venv = path.join(root, '../.venv/bin/moto_server');
const moto = existsSync(venv) ? venv : 'moto_server';
const skip = missing(moto, ['--help']);

let server;
let endpoint;
const client = new AwsClient({
  accessKeyId: 'a',
  secretAccessKey: 'b',
  region: 'eu-west-1',
  retries: 0,
});
const BUCKET =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>' +
  '</CreateBucketConfiguration>';
const secret = 'kept-"secret"-\\-ü-0123456789';

async function put(service, url, init) {
  const response = await client.fetch(endpoint + url, { ...init, aws: { service } });
  assert.ok(response.ok, `${url}: ${response.status}`);
}
const putParameter = (Name, Value) =>
  put('ssm', '/', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.PutParameter',
    },
    body: JSON.stringify({ Name, Value, Type: 'SecureString', Overwrite: true }),
  });

before(async () => {
  if (skip) return;
  const port = await freePort();
  server = spawn(moto, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  endpoint = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(endpoint).then(
        () => true,
        () => false,
      ),
    'moto to listen',
    30_000,
  );
  for (let i = 0; i < 23; i++) await putParameter(`/chat/secret-${i}`, `value-${i}`);
  await putParameter('/chat/special', secret);
  await putParameter('/chat/creds-key', '0123456789abcdef'.repeat(4));
  await putParameter(
    '/chat/published',
    'f34be427ebb29de8d88c107a71546019685ed8b241d8f2ed00c3df97ad2566f0',
  );
  await put('s3', '/configs?', {
    method: 'PUT',
    body: BUCKET,
  });
  await put('s3', '/files?', {
    method: 'PUT',
    body: BUCKET,
  });
});
after(() => server?.kill());

const get = (path, query) => restEvent('GET', path, { query });
const envOf = async (sandbox, ...names) =>
  JSON.parse((await sandbox.request(get('/api/env', { name: names }))).text);

test(
  'secrets are read from SSM, decrypted, ten to a call, and reach the server alone (FR-024)',
  { skip },
  async (t) => {
    const parameters = Object.fromEntries(
      Array.from({ length: 23 }, (_, i) => [`SECRET_${i}`, `/chat/secret-${i}`]),
    );
    const sandbox = await Sandbox.start(t, {
      AWS_ENDPOINT_URL: endpoint,
      HANDLER_SECRET_PARAMETERS: JSON.stringify({
        ...parameters,
        MONGO_URI: '/chat/special',
        CREDS_KEY: '/chat/creds-key',
      }),
    });
    const env = await envOf(
      sandbox,
      'SECRET_0',
      'SECRET_22',
      'MONGO_URI',
      'HANDLER_SECRET_PARAMETERS',
    );
    assert.deepEqual(env, {
      SECRET_0: 'value-0',
      SECRET_22: 'value-22',
      MONGO_URI: secret,
      HANDLER_SECRET_PARAMETERS: null,
    });
    const { secretsMs, configMs, healthMs, totalMs } = await sandbox.event('cold_start');
    for (const ms of [secretsMs, configMs, healthMs, totalMs]) assert.ok(Number.isInteger(ms));
    assert.ok(totalMs >= healthMs && secretsMs > 0);
  },
);

test('no secret is in any line, even where an error quotes one', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t, {
    AWS_ENDPOINT_URL: endpoint,
    HANDLER_SECRET_PARAMETERS: JSON.stringify({
      MONGO_URI: '/chat/special',
      SEEN: '/chat/secret-1',
    }),
  });
  // A path that holds one, by whatever accident.
  await sandbox.request(get(`/api/echo/${encodeURIComponent('value-1')}`));
  await sandbox.request(get('/api/die'));
  await sandbox.lineOf(await sandbox.request(get('/api/config')));
  // LibreChat's own lines are as they are.
  const lines = sandbox.lines.filter((line) => !line.startsWith('{"level"')).join('\n');
  for (const value of [
    secret,
    JSON.stringify(secret).slice(1, -1),
    'value-1',
    'role-secret-key',
    'role-session-token',
  ])
    assert.ok(!lines.includes(value), value);
  assert.ok(lines.includes('[secret]'));
});

const failures = [
  [
    'a parameter that does not exist',
    'secrets',
    /no such SSM parameter: \/chat\/none$/,
    { HANDLER_SECRET_PARAMETERS: '{"JWT_SECRET":"/chat/none"}' },
  ],
  [
    'a key that is no 64 hexadecimal digits',
    'secrets',
    /CREDS_KEY \(SSM parameter \/chat\/secret-1\) must be 64 hexadecimal digits/,
    { HANDLER_SECRET_PARAMETERS: '{"CREDS_KEY":"/chat/secret-1"}' },
  ],
  [
    "one of LibreChat's published example values",
    'secrets',
    /CREDS_KEY .* example value/,
    { HANDLER_SECRET_PARAMETERS: '{"CREDS_KEY":"/chat/published"}' },
  ],
  [
    'HANDLER_SECRET_PARAMETERS that is no JSON',
    'settings',
    /HANDLER_SECRET_PARAMETERS must be a JSON object/,
    { HANDLER_SECRET_PARAMETERS: '{"a":' },
  ],
  [
    'a setting that is no number',
    'settings',
    /HANDLER_SSE_PING_SECONDS is "often": it must be a number, 0 or more/,
    { HANDLER_SSE_PING_SECONDS: 'often' },
  ],
  [
    'a HANDLER_CONFIG_S3_URI that is none',
    'settings',
    /HANDLER_CONFIG_S3_URI is "configs\/a": it must be s3:/,
    { HANDLER_CONFIG_S3_URI: 'configs/a' },
  ],
  [
    'a librechat.yaml that is not there',
    'config',
    /s3 at .*: HTTP 404 NoSuchKey/,
    { HANDLER_CONFIG_S3_URI: 's3://configs/none.yaml' },
  ],
  [
    'AWS out of reach',
    'secrets',
    /ssm at 127\.0\.0\.1:9: ECONNREFUSED|bad port/,
    { HANDLER_SECRET_PARAMETERS: '{"A":"/b"}', AWS_ENDPOINT_URL: 'http://127.0.0.1:9' },
  ],
  ['a server that ends', 'server', /exited with code 7/, { SHAPE_EXIT: '7' }],
  ['a server that is not there', 'server', /exited with code 1/, { HANDLER_SERVER: '/none.js' }],
  [
    'a server that is never healthy',
    'health',
    /\/health did not answer 200 in 3 tries, 50 ms apart/,
    { SHAPE_START_MS: '60000', HANDLER_HEALTH_TRIES: '3', HANDLER_HEALTH_INTERVAL_MS: '50' },
  ],
];
for (const [what, step, error, env] of failures) {
  test(
    `${what} is one log line that names the step, and a 503 with Retry-After for each event`,
    { skip },
    async (t) => {
      const sandbox = await Sandbox.start(t, { AWS_ENDPOINT_URL: endpoint, ...env });
      const [failed] = sandbox.events('start_failed');
      assert.equal(failed.step, step);
      assert.match(failed.error, error);
      for (const tries of [2, 3]) {
        const answer = await sandbox.request(get('/api/config'));
        assert.equal(answer.metadata.statusCode, 503);
        assert.equal(answer.metadata.headers['retry-after'], '5');
        assert.match(JSON.parse(answer.text).message, /starting/);
        assert.equal((await sandbox.lineOf(answer)).outcome, 'unavailable');
        assert.equal(sandbox.events('start_failed').length, tries, 'each event tries again');
      }
    },
  );
}

test('no variable with the prefix of the handler reaches the server', async (t) => {
  const sandbox = await Sandbox.start(t, { HANDLER_OF_TOMORROW: '1', HANDLERS: '2' });
  const { env } = JSON.parse((await sandbox.request(get('/api/process'))).text);
  assert.deepEqual(
    env.filter((name) => name.startsWith('HANDLER')),
    ['HANDLERS'],
  );
});

test('an invocation is held for as long as the function may run, unless that is set', () => {
  assert.equal(readSettings({}).drainMs, Infinity);
  assert.equal(readSettings({ HANDLER_DRAIN_SECONDS: '7' }).drainMs, 7000);
});

// AWS as it should not be: `answer` to every call.
async function oddAws(t, status, answer) {
  const aws = http.createServer((request, response) => {
    request.resume();
    response.writeHead(status).end(JSON.stringify(answer));
  });
  await once(aws.listen(0, '127.0.0.1'), 'listening');
  t.after(() => aws.close());
  return { AWS_ENDPOINT_URL: `http://127.0.0.1:${aws.address().port}` };
}

test('a parameter that SSM leaves out without a word is named', async (t) => {
  const env = await oddAws(t, 200, { Parameters: [{ Name: '/chat/a', Value: 'value' }] });
  const HANDLER_SECRET_PARAMETERS = '{"A":"/chat/a","B":"/chat/b"}';
  const sandbox = await Sandbox.start(t, { ...env, HANDLER_SECRET_PARAMETERS });
  const { step, error } = await sandbox.event('start_failed');
  assert.deepEqual([step, error], ['secrets', 'no such SSM parameter: /chat/b']);
});

test('of an error of AWS status and code are logged: its text may hold a secret', async (t) => {
  const answer = { __type: 'com.aws#OddException', message: 'not "the-secret"' };
  const env = await oddAws(t, 400, answer);
  const HANDLER_SECRET_PARAMETERS = '{"A":"/chat/a"}';
  const sandbox = await Sandbox.start(t, { ...env, HANDLER_SECRET_PARAMETERS });
  assert.match((await sandbox.event('start_failed')).error, /: HTTP 400 OddException$/);
  assert.ok(!sandbox.lines.join('\n').includes('the-secret'));
});

test('a start that takes longer than the wait is given twice the wait the next time', async (t) => {
  const sandbox = await Sandbox.start(t, {
    SHAPE_START_MS: '1500',
    HANDLER_HEALTH_TRIES: '2',
    HANDLER_HEALTH_INTERVAL_MS: '400',
  });
  const status = async () => (await sandbox.request(get('/api/config'))).metadata.statusCode;
  assert.equal(sandbox.events('start_failed').length, 1);
  const statuses = [await status(), await status(), await status()];
  assert.equal(statuses.at(-1), 200, statuses.join());
});

test('v0.8.2-rc1, which answers /readyz with its page, is ready by its health', async (t) => {
  const sandbox = await Sandbox.start(t);
  const { metadata } = await sandbox.request(get('/readyz'));
  assert.equal(metadata.headers['content-type'], 'text/html');
  assert.ok((await sandbox.event('cold_start')).healthMs < 5000);
});

test(
  'a start that failed for a passing reason succeeds with the next event',
  { skip },
  async (t) => {
    const sandbox = await Sandbox.start(t, {
      AWS_ENDPOINT_URL: endpoint,
      HANDLER_SECRET_PARAMETERS: '{"LATE":"/chat/late"}',
    });
    assert.equal(sandbox.events('start_failed').length, 1);
    await putParameter('/chat/late', 'here now');
    assert.deepEqual(await envOf(sandbox, 'LATE'), { LATE: 'here now' });
  },
);

test(
  'librechat.yaml comes from S3, its old host name replaced as a whole only (FR-026, FR-027)',
  { skip },
  async (t) => {
    const yaml =
      'version: 1.2.1\na: https://old.example.com/x\nb: old.example.com:443 OLD.example.com.\n' +
      'c: my-old.example.com not.old.example.com old.example.community oldXexample.com\n';
    await put('s3', '/configs/dir/a%20b%C3%BC.yaml', { method: 'PUT', body: yaml });
    const sandbox = await Sandbox.start(t, {
      AWS_ENDPOINT_URL: endpoint,
      HANDLER_CONFIG_S3_URI: 's3://configs/dir/a bü.yaml',
      HANDLER_CONFIG_REPLACE_HOST: 'old.example.com',
    });
    const { config } = JSON.parse((await sandbox.request(get('/api/config'))).text);
    assert.equal(
      config,
      yaml
        .replace('https://old', 'https://chat')
        .replace('b: old.example.com:443 OLD', 'b: chat.example.com:443 chat'),
    );
  },
);

test(
  "the server's S3 client has the role's credentials, and asks again before they expire (FR-032)",
  { skip },
  async (t) => {
    const sandbox = await Sandbox.start(t, {
      AWS_ENDPOINT_URL: endpoint,
      AWS_BUCKET_NAME: 'files',
    });
    const got = JSON.parse(
      (await sandbox.request(restEvent('POST', '/api/s3', { query: { key: 'file' } }))).text,
    );
    assert.equal(got.accessKeyId, 'AKIDROLE');
    assert.equal(got.sessionToken, 'role-session-token');
    const minutes = (new Date(got.expiration) - Date.now()) / 60_000;
    assert.ok(minutes > 5 && minutes <= 15, `they expire in ${minutes} minutes`);
    assert.equal(
      await (await client.fetch(`${endpoint}/files/file`, { aws: { service: 's3' } })).text(),
      'from the child',
    );
    const { env } = JSON.parse((await sandbox.request(get('/api/process'))).text);
    for (const name of [
      'AWS_ACCESS_KEY_ID',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SESSION_TOKEN',
      'AWS_LAMBDA_RUNTIME_API',
    ])
      assert.ok(!env.includes(name), name);
  },
);

test('nobody without the token gets credentials', { skip }, async (t) => {
  const sandbox = await Sandbox.start(t, { AWS_ENDPOINT_URL: endpoint });
  const { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri } = await envOf(
    sandbox,
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  );
  assert.equal((await fetch(uri)).status, 403);
});

test("a variable of the function goes before the image's (FR-025)", async (t) => {
  const sandbox = await Sandbox.start(t, { CONSOLE_JSON: 'false', ENDPOINTS: 'agents' });
  const env = await envOf(
    sandbox,
    'NODE_ENV',
    'TRUST_PROXY',
    'SEARCH',
    'HOME',
    'CONSOLE_JSON',
    'ENDPOINTS',
  );
  assert.deepEqual(env, {
    NODE_ENV: 'production',
    TRUST_PROXY: '2',
    SEARCH: 'false',
    HOME: '/tmp',
    CONSOLE_JSON: 'false',
    ENDPOINTS: 'agents',
  });
  assert.equal(JSON.parse((await sandbox.request(get('/api/process'))).text).cwd, sandbox.dir);
});

test('the first event waits for a start that outlasts the init phase (FR-028a)', async (t) => {
  const began = performance.now();
  const sandbox = await Sandbox.start(t, { SHAPE_START_MS: '10500' });
  const asked = performance.now() - began;
  assert.ok(asked > 9000 && asked < 9950, `the runtime asked for an event after ${asked} ms`);
  const answer = await sandbox.request(get('/api/config'));
  assert.equal(answer.metadata.statusCode, 200);
  assert.ok(sandbox.events('cold_start')[0].healthMs > 10_000);
  assert.equal((await sandbox.lineOf(answer)).coldStart, true);
});

test("a start that outlasts the function's time is a 503, and goes on after it", async (t) => {
  const sandbox = await Sandbox.start(t, { SHAPE_START_MS: '11500' });
  assert.equal(
    (await sandbox.request(get('/api/config'), { timeout: 2500 })).metadata.statusCode,
    503,
  );
  assert.equal((await sandbox.request(get('/api/config'))).metadata.statusCode, 200);
  assert.equal(sandbox.events('cold_start').length, 1);
});

test("LibreChat's lines are in the log as it wrote them", async (t) => {
  const sandbox = await Sandbox.start(t);
  assert.ok(
    sandbox.lines.includes(
      '{"level":"info","message":"starting","domain":"https://chat.example.com"}',
    ),
  );
});

test(
  'the certificate bundle holds the authorities of Amazon RDS',
  { skip: missing('openssl', ['version']) },
  () => {
    const { stdout } = spawnSync(
      'openssl',
      ['storeutl', '-noout', '-certs', path.join(root, 'build/rds/global-bundle.pem')],
      { encoding: 'utf8' },
    );
    assert.ok(Number(/Total found: (\d+)/.exec(stdout)[1]) > 100);
  },
);
