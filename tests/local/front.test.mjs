// What the front plays, part by part: API Gateway's events and answers, CloudFront's behaviors and
// headers, Lambda's sandboxes.

import assert from 'node:assert/strict';
import http from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Buckets } from '../../local/front/bucket.mjs';
import { Distribution } from '../../local/front/distribution.mjs';
import { LambdaFunction, Throttled } from '../../local/front/function.mjs';
import { Record } from '../../local/front/record.mjs';
import { RestApi } from '../../local/front/rest-api.mjs';
import { Invocation } from '../../local/front/runtime-api.mjs';

const MB = 1024 * 1024;
const entry = { id: 1, update() {} };

// ------------------------------------------------------------------------------------ API Gateway

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:librechat-dev';
const uri = (suffix) => `arn:aws:apigateway:eu-west-1:lambda:path/x/functions/${ARN}/${suffix}`;
const proxy = (suffix, timeoutInMillis = 29_000) => ({
  apiKeyRequired: true,
  methodIntegration: { type: 'AWS_PROXY', uri: uri(suffix), timeoutInMillis },
});
const mock = {
  apiKeyRequired: true,
  methodIntegration: {
    type: 'MOCK',
    contentHandling: 'CONVERT_TO_TEXT',
    requestTemplates: { 'application/json': '{"statusCode": 204}' },
    integrationResponses: {
      204: {
        responseParameters: { 'method.response.header.Access-Control-Allow-Origin': "'https://a'" },
      },
    },
  },
};

// `answer`: called with an invocation, to answer it. `events`: what the function was given.
function restApi(answer, { throttle, resources } = {}) {
  const events = [];
  const fn = {
    arn: ARN,
    invoke(payload) {
      events.push(JSON.parse(payload));
      const invocation = new Invocation(payload, 'trace');
      setImmediate(() => answer?.(invocation));
      return invocation;
    },
  };
  const api = new RestApi(
    {
      api: { id: 'abc123', binaryMediaTypes: ['*/*'] },
      stage: { stageName: 'live', deploymentId: 'd1', variables: {} },
      resources: resources ?? [
        {
          id: 'r1',
          path: '/api/{proxy+}',
          resourceMethods: { ANY: proxy('invocations'), OPTIONS: mock },
        },
        {
          id: 'r2',
          path: '/api/agents/{proxy+}',
          resourceMethods: { ANY: proxy('response-streaming-invocations') },
        },
        { id: 'r3', path: '/health', resourceMethods: { ANY: proxy('invocations', 100) } },
      ],
      keys: [{ id: 'k1', value: 'the-key', enabled: true }],
      throttle,
      account: '123456789012',
      region: 'eu-west-1',
    },
    [fn],
  );
  return { api, events };
}

const request = (changes = {}) => ({
  method: 'GET',
  path: '/live/api/convos',
  query: 'a=1&a=2&b=%20x',
  headers: [
    ['accept', 'a'],
    ['cookie', 'c=1'],
    ['x-api-key', 'the-key'],
    ['user-agent', 'Mozilla'],
    ['X-Forwarded-For', '203.0.113.7'],
  ],
  body: Buffer.alloc(0),
  edge: '130.176.1.1',
  entry,
  ...changes,
});
const json = (invocation, value) => invocation.answer.end(JSON.stringify(value));
const text = async ({ body }) => {
  if (Buffer.isBuffer(body)) return body.toString();
  let all = '';
  for await (const chunk of body) all += chunk;
  return all;
};

test('an event is that of a REST API, payload version 1.0', async () => {
  const { api, events } = restApi((invocation) =>
    json(invocation, { statusCode: 200, body: 'fine' }),
  );
  await api.handle(request());
  const [event] = events;

  assert.deepEqual(Object.keys(event), [
    ...['resource', 'path', 'httpMethod', 'headers', 'multiValueHeaders', 'queryStringParameters'],
    ...['multiValueQueryStringParameters', 'pathParameters', 'stageVariables', 'requestContext'],
    ...['body', 'isBase64Encoded'],
  ]);
  assert.equal(event.resource, '/api/{proxy+}');
  assert.equal(event.path, '/api/convos');
  assert.deepEqual(event.pathParameters, { proxy: 'convos' });
  assert.deepEqual(event.multiValueQueryStringParameters, { a: ['1', '2'], b: [' x'] });
  assert.deepEqual(event.queryStringParameters, { a: '2', b: ' x' });
  assert.equal(event.stageVariables, null);
  assert.equal(event.body, null);
  assert.equal(event.multiValueHeaders.Host[0], 'abc123.execute-api.eu-west-1.amazonaws.com');
  assert.equal(event.headers['X-Forwarded-For'], '203.0.113.7, 130.176.1.1');
  assert.match(event.headers['X-Amzn-Trace-Id'], /^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
  assert.equal(event.requestContext.path, '/live/api/convos');
  assert.equal(event.requestContext.stage, 'live');
  assert.equal(event.requestContext.identity.sourceIp, '130.176.1.1');
  assert.equal(event.requestContext.identity.apiKeyId, 'k1');
  assert.match(event.requestContext.requestTime, /^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
});

test('a body is base64 where the media types say so', async () => {
  const { api, events } = restApi((invocation) => json(invocation, { statusCode: 200 }));
  await api.handle(request({ method: 'POST', body: Buffer.from([0, 255]) }));

  assert.equal(events[0].isBase64Encoded, true);
  assert.equal(events[0].body, 'AP8=');
});

test('what is written out comes before {proxy+}, and the more of it the better', async () => {
  const { api, events } = restApi((invocation) => json(invocation, { statusCode: 200 }));
  await api.handle(request({ path: '/live/api/agents/chat/openAI' })).catch(() => {});
  await api.handle(request({ path: '/live/health' }));

  assert.deepEqual(
    events.map(({ resource }) => resource),
    ['/api/agents/{proxy+}', '/health'],
  );
});

for (const [what, changes, status, message] of [
  ['without the key', { headers: [] }, 403, 'Forbidden'],
  ['with another key', { headers: [['x-api-key', 'x']] }, 403, 'Forbidden'],
  ['for what is no resource', { path: '/live/other' }, 403, 'Missing Authentication Token'],
  ['for another stage', { path: '/test/health' }, 403, 'Missing Authentication Token'],
  ['over 10 MB', { body: Buffer.alloc(10 * MB + 1) }, 413, 'Request Too Long'],
  ['over 6 MB as an event', { body: Buffer.alloc(5 * MB) }, 413, 'Request Too Long'],
]) {
  test(`a request ${what} is answered ${status} by API Gateway itself`, async () => {
    const { api, events } = restApi();
    const answer = await api.handle(request(changes));

    assert.equal(answer.status, status);
    assert.deepEqual(JSON.parse(answer.body), { message });
    assert.equal(events.length, 0);
  });
}

test('the throttle of the usage plan lets its burst pass', async () => {
  const throttle = { burstLimit: 3, rateLimit: 0.001 };
  const { api } = restApi((invocation) => json(invocation, { statusCode: 200 }), { throttle });
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await api.handle(request())).status);

  assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
});

test('OPTIONS is answered by the MOCK integration', async () => {
  const answer = await restApi().api.handle(request({ method: 'OPTIONS' }));

  assert.equal(answer.status, 204);
  assert.deepEqual(Object.fromEntries(answer.headers)['access-control-allow-origin'], 'https://a');
});

test('a MOCK integration that takes its own template for binary answers 500', async () => {
  const { contentHandling, ...rest } = mock.methodIntegration;
  const resourceMethods = { OPTIONS: { ...mock, methodIntegration: rest } };
  const { api } = restApi(undefined, {
    resources: [{ id: 'r', path: '/api/{proxy+}', resourceMethods }],
  });

  assert.equal((await api.handle(request({ method: 'OPTIONS' }))).status, 500);
  assert.equal(contentHandling, 'CONVERT_TO_TEXT');
});

test('a buffered answer is one proxy JSON, its body decoded', async () => {
  const { api } = restApi((invocation) =>
    json(invocation, {
      statusCode: 201,
      headers: { Date: 'then', 'content-type': 'image/png' },
      multiValueHeaders: { 'set-cookie': ['a=1', 'b=2'] },
      isBase64Encoded: true,
      body: 'AP8=',
    }),
  );
  const answer = await api.handle(request());

  assert.equal(answer.status, 201);
  assert.deepEqual([...answer.body], [0, 255]);
  assert.deepEqual(
    answer.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value),
    ['a=1', 'b=2'],
  );
  assert.ok(
    answer.headers.some(([name, value]) => name === 'x-amzn-remapped-date' && value === 'then'),
  );
});

for (const [what, answer] of [
  ['no JSON', (invocation) => invocation.answer.end('hello')],
  ['no status', (invocation) => json(invocation, { body: 'x' })],
  ['a body that is no text', (invocation) => json(invocation, { statusCode: 200, body: { a: 1 } })],
  ['more than 6 MB', (invocation) => invocation.answer.end(Buffer.alloc(6 * MB + 1))],
  ['an error', (invocation) => invocation.fail('{}')],
]) {
  test(`a buffered function that answers ${what} is 502`, async () => {
    const got = await restApi(answer).api.handle(request());

    assert.equal(got.status, 502);
    assert.deepEqual(JSON.parse(got.body), { message: 'Internal server error' });
  });
}

test('an integration that takes too long is 504', async () => {
  const answer = await restApi().api.handle(request({ path: '/live/health' }));

  assert.equal(answer.status, 504);
  assert.deepEqual(JSON.parse(answer.body), { message: 'Endpoint request timed out' });
});

test('a streamed answer is metadata, eight NUL bytes, and the body as it comes', async () => {
  const { api } = restApi(({ answer }) => {
    answer.write(
      '{"statusCode":200,"headers":{"content-type":"text/event-stream"},"cookies":["a=1"]}\0\0\0',
    );
    answer.write(Buffer.concat([Buffer.alloc(5), Buffer.from('one ')]));
    setTimeout(() => answer.end('two'), 20);
  });
  const answer = await api.handle(request({ path: '/live/api/agents/chat' }));

  assert.equal(answer.status, 200);
  assert.ok(answer.headers.some(([name, value]) => name === 'set-cookie' && value === 'a=1'));
  assert.equal(await text(answer), 'one two');
});

test('a streamed answer without metadata is 502', async () => {
  const { api } = restApi(({ answer }) => answer.end('hello'));

  assert.equal((await api.handle(request({ path: '/live/api/agents/chat' }))).status, 502);
});

test('an error after the beginning of a streamed answer cuts it', async () => {
  const { api } = restApi((invocation) => {
    invocation.answer.write('{"statusCode":200}\0\0\0\0\0\0\0\0one');
    setTimeout(() => invocation.fail('broken'), 20);
  });
  const answer = await api.handle(request({ path: '/live/api/agents/chat' }));

  await assert.rejects(text(answer));
});

// ------------------------------------------------------------------------------------- CloudFront

const DISTRIBUTION = 'arn:aws:cloudfront::123456789012:distribution/E1';
const CSP = { ContentSecurityPolicy: "default-src 'self'", Override: true };
const HSTS = { AccessControlMaxAgeSec: 31_536_000, Override: true };
const policies = {
  p1: { SecurityHeadersConfig: { ContentSecurityPolicy: CSP, StrictTransportSecurity: HSTS } },
};
const [spaRouting, uploadLimit] = ['spa_routing', 'upload_limit'].map((name) =>
  readFileSync(new URL(`../../modules/${name}.js`, import.meta.url), 'utf8'),
);

function behavior(target, more) {
  return {
    TargetOriginId: target,
    AllowedMethods: { Items: ['GET', 'HEAD', 'OPTIONS', 'POST'] },
    FunctionAssociations: { Quantity: 0 },
    ResponseHeadersPolicyId: 'p1',
    ...more,
  };
}

const config = {
  DefaultRootObject: 'index.html',
  Origins: {
    Items: [
      {
        Id: 'site',
        DomainName: 'b1.s3.eu-west-1.amazonaws.com',
        OriginPath: '',
        CustomHeaders: {},
        OriginAccessControlId: 'c1',
      },
      {
        Id: 'api',
        DomainName: 'api',
        OriginPath: '/live',
        CustomHeaders: { Items: [{ HeaderName: 'x-api-key', HeaderValue: 'right' }] },
        CustomOriginConfig: { OriginReadTimeout: 0.2 },
      },
    ],
  },
  CacheBehaviors: {
    Items: [
      behavior('api', {
        PathPattern: '/api/*',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        FunctionAssociations: { Items: [{ EventType: 'viewer-request', FunctionARN: 'f2' }] },
      }),
    ],
  },
  DefaultCacheBehavior: behavior('site', {
    AllowedMethods: { Items: ['GET', 'HEAD'] },
    CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    Compress: true,
    FunctionAssociations: { Items: [{ EventType: 'viewer-request', FunctionARN: 'f1' }] },
  }),
};

// A distribution before a bucket of these files and an API that `answer`s.
async function distribution(t, { files = {}, answer, source = DISTRIBUTION } = {}) {
  const asked = [];
  const s3 = http.createServer((request, response) => {
    asked.push(request.url);
    const [body, headers = {}] = [files[request.url.replace('/b1/', '')]].flat();
    response.writeHead(body === undefined ? 404 : 200, { etag: '"e1"', ...headers }).end(body);
  });
  s3.listen(0, '127.0.0.1');
  await once(s3, 'listening');
  t.after(() => s3.close());
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: ['s3:GetObject'],
      Condition: { StringEquals: { 'AWS:SourceArn': source } },
    },
  ];
  const buckets = new Buckets({
    endpoint: `http://127.0.0.1:${s3.address().port}`,
    region: 'eu-west-1',
    policies: { b1: { Statement } },
    controls: { c1: { SigningBehavior: 'always' } },
  });
  const described = {
    id: 'E1',
    arn: DISTRIBUTION,
    config,
    headers_policies: policies,
    functions: [
      { arn: 'f1', code: spaRouting },
      { arn: 'f2', code: uploadLimit },
    ],
    left_out: ['strict-transport-security'],
  };
  const calls = [];
  const api = {
    handle(request) {
      calls.push(request);
      return answer(request);
    },
  };
  const made = new Distribution(described, buckets, { api });
  const get = async (url, headers = [], method = 'GET') => {
    const viewer = { method, url, headers, ip: '203.0.113.7', body: [], entry };
    const { headers: got, ...rest } = await made.handle(viewer);
    return { ...rest, headers: Object.fromEntries(got) };
  };
  return { get, asked, calls };
}

test('client routes are index.html, by the function as it is deployed', async (t) => {
  const { get, asked } = await distribution(t, { files: { 'index.html': 'page' } });
  for (const path of ['/', '/c/123', '/login'])
    assert.equal((await get(path)).body.toString(), 'page');

  assert.deepEqual(new Set(asked), new Set(['/b1/index.html']));
});

test('what Lambda cannot take is 413 by the function, and never gets to the API', async (t) => {
  const { get, calls } = await distribution(t);
  const { status, headers, body } = await get(
    '/api/files',
    [['content-length', '5400000']],
    'POST',
  );

  assert.equal(status, 413);
  assert.equal(headers['content-type'], 'application/json');
  assert.match(JSON.parse(body).message, /4 MB/);
  assert.deepEqual(calls, []);
});

test('a bucket whose policy names another distribution answers 403', async (t) => {
  const { get } = await distribution(t, { files: { 'index.html': 'page' }, source: 'another' });

  assert.equal((await get('/')).status, 403);
});

test('every answer has the headers of the policy, but for HSTS', async (t) => {
  const { get } = await distribution(t, { files: { 'index.html': 'page' } });
  for (const path of ['/', '/none.js']) {
    const { headers } = await get(path);
    assert.equal(headers['content-security-policy'], "default-src 'self'");
    assert.equal(headers['strict-transport-security'], undefined);
  }
});

test('an object is kept as long as it says, and compressed once it is large enough', async (t) => {
  const headers = { 'content-type': 'text/javascript', 'cache-control': 'max-age=31536000' };
  const files = { 'a.js': ['x'.repeat(5000), headers], 'b.js': ['x', headers] };
  const { get, asked } = await distribution(t, { files });
  const accepts = [['accept-encoding', 'gzip, br']];
  const [first, second, small] = [
    await get('/a.js', accepts),
    await get('/a.js', accepts),
    await get('/b.js', accepts),
  ];

  assert.equal(first.headers['content-encoding'], 'br');
  assert.equal(first.headers.etag, 'W/"e1"');
  assert.equal(second.headers['x-cache'], 'Hit from cloudfront');
  assert.equal(small.headers['content-encoding'], undefined);
  assert.deepEqual(asked, ['/b1/a.js', '/b1/b.js']);
});

test('a viewer that has an object already gets 304', async (t) => {
  const { get } = await distribution(t, {
    files: { 'a.js': ['x'.repeat(5000), { 'content-type': 'text/javascript' }] },
  });
  const { status } = await get('/a.js', [['if-none-match', 'W/"e1"']]);

  assert.equal(status, 304);
});

test('a part of an object is 206', async (t) => {
  const { get } = await distribution(t, { files: { 'a.mp3': '0123456789' } });
  const { status, body, headers } = await get('/a.mp3', [['range', 'bytes=2-4']]);

  assert.equal(status, 206);
  assert.equal(body.toString(), '234');
  assert.equal(headers['content-range'], 'bytes 2-4/10');
});

test("the API gets the viewer's headers and address, but the origin's own win", async (t) => {
  const answer = () => ({ status: 200, headers: [], body: Buffer.from('{}') });
  const { get, calls } = await distribution(t, { answer });
  await get('/api/x?a=1', [
    ['x-api-key', 'wrong'],
    ['host', 'h'],
    ['cookie', 'c'],
    ['x-forwarded-for', '1.2.3.4'],
  ]);
  const [{ path, query, headers }] = calls;
  const named = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));

  assert.deepEqual([path, query], ['/live/api/x', 'a=1']);
  assert.equal(named['x-api-key'], 'right');
  assert.equal(named.cookie, 'c');
  assert.equal(named.host, undefined);
  assert.equal(named['x-forwarded-for'], '1.2.3.4, 203.0.113.7');
});

test('an origin that is silent for its read timeout is given up with 504', async (t) => {
  const { get } = await distribution(t, { answer: () => new Promise(() => {}) });

  assert.equal((await get('/api/x')).status, 504);
});

test('silence in the middle of an answer cuts it', async (t) => {
  async function* body() {
    yield Buffer.from('one');
    await new Promise(() => {});
  }
  const { get } = await distribution(t, {
    answer: () => ({ status: 200, headers: [], body: body() }),
  });

  await assert.rejects(text(await get('/api/x')), /silent/);
});

test('a method that a behavior does not allow is 403', async (t) => {
  assert.equal((await (await distribution(t)).get('/', [], 'POST')).status, 403);
});

// ----------------------------------------------------------------------------------------- Lambda

// An engine whose containers run nothing: `calls` has what was asked of it.
function engine() {
  const calls = [];
  const note =
    (what) =>
    async (...given) => {
      calls.push([what, ...given]);
      return what === 'create' ? given[0] : undefined;
    };
  const names = ['create', 'start', 'pause', 'unpause', 'kill', 'remove', 'follow'];
  const made = Object.fromEntries(names.map((name) => [name, note(name)]));
  return { ...made, calls, exited: () => new Promise(() => {}), memory: async () => 50 * MB };
}

function lambda({ reserved = null, sandboxes = 5, timeoutMs = 5_000 } = {}) {
  const record = new Record();
  record.lines = [];
  record.line = (sandbox, text) => record.lines.push(text);
  const settings = {
    listen: '127.0.0.1',
    reach: '127.0.0.1',
    idleSeconds: 60,
    sandboxes,
    cpus: 2,
    environment: {},
    binds: [],
  };
  const places = { take: async () => 'place', give() {} };
  const all = [];
  const made = engine();
  const configuration = {
    ...{
      name: 'fn',
      arn: ARN,
      image: 'i',
      command: [],
      environment: { A: 'b' },
      memoryMb: 1769 / 2,
      diskMb: 512,
    },
    ...{ logGroup: 'g', reserved, timeoutMs, prices: { gb_second: 1, request: 0 } },
  };
  const fn = new LambdaFunction(configuration, { engine: made, places, settings, record, all });
  all.push(fn);
  return { fn, engine: made, record };
}

// What a runtime does: asks for the next event, answers it.
async function runtime(calls, number = 0) {
  while (calls.filter(([what]) => what === 'create').length <= number)
    await new Promise(setImmediate);
  const [, , { Env, HostConfig }] = calls.filter(([what]) => what === 'create')[number];
  const [, host] = Env.find((one) => one.startsWith('AWS_LAMBDA_RUNTIME_API=')).split('=');
  const api = `http://${host}/2018-06-01/runtime`;
  const next = () => fetch(`${api}/invocation/next`);
  const answer = (event, body) =>
    fetch(`${api}/invocation/${event.headers.get('lambda-runtime-aws-request-id')}/response`, {
      method: 'POST',
      body,
    });
  return { next, answer, Env, HostConfig };
}

const follow = () => {
  const seen = {};
  return { seen, update: (values) => Object.assign(seen, values) };
};

test('a sandbox that finds no event is frozen, and thawed for the next one', async (t) => {
  const {
    fn,
    engine: { calls },
    record,
  } = lambda();
  t.after(() => fn.stop());
  const asked = follow();
  const invocation = fn.invoke(Buffer.from('{}'), { traceId: 't', request: asked });
  const { next, answer, HostConfig } = await runtime(calls);
  await answer(await next(), 'one');
  let all = '';
  for await (const chunk of invocation.answer) all += chunk;
  const second = next();
  while (!calls.some(([what]) => what === 'pause')) await new Promise(setImmediate);
  fn.invoke(Buffer.from('{}'), { traceId: 't', request: follow() });
  await second;

  assert.equal(all, 'one');
  assert.equal(asked.seen.cold, true);
  assert.ok(asked.seen.billedMs >= 1);
  assert.deepEqual(
    calls.map(([what]) => what).filter((what) => /pause/.test(what)),
    ['pause', 'unpause'],
  );
  assert.equal(HostConfig.NanoCpus, 500_000_000, '1769 MB are one CPU');
  assert.equal(HostConfig.ReadonlyRootfs, true);
  assert.match(record.lines.join('\n'), /^START RequestId: .*\nEND RequestId: /m);
});

test('one request at a time: the next gets a sandbox of its own, up to the limit', async (t) => {
  const {
    fn,
    engine: { calls },
  } = lambda({ sandboxes: 2 });
  t.after(() => fn.stop());
  for (let i = 0; i < 4; i++) fn.invoke(Buffer.from('{}'), { traceId: 't', request: follow() });
  await runtime(calls, 1);

  assert.equal(fn.sandboxes.length, 2);
});

test('reserved concurrency refuses what is above it', async (t) => {
  const { fn } = lambda({ reserved: 1 });
  t.after(() => fn.stop());
  fn.invoke(Buffer.from('{}'), { traceId: 't', request: follow() });

  assert.throws(() => fn.invoke(Buffer.from('{}'), { traceId: 't', request: follow() }), Throttled);
});

test('a request that runs into the timeout ends with its sandbox', async (t) => {
  const {
    fn,
    engine: { calls },
    record,
  } = lambda({ timeoutMs: 200 });
  t.after(() => fn.stop());
  const invocation = fn.invoke(Buffer.from('{}'), { traceId: 't', request: follow() });
  const { next } = await runtime(calls);
  await next();

  await assert.rejects(once(invocation.answer, 'end'), /Task timed out after 0.20 seconds/);
  assert.match(record.lines.join('\n'), /Task timed out after 0.20 seconds/);
  assert.equal(fn.sandboxes.length, 0);
});
