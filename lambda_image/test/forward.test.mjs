// Events to HTTP and back.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { restEvent } from './support/runtime-api.mjs';
import { BUFFERED, Sandbox } from './support/sandbox.mjs';

const headersOf = ({ headers }) => {
  const all = Object.create(null);
  for (let i = 0; i < headers.length; i += 2)
    (all[headers[i].toLowerCase()] ??= []).push(headers[i + 1]);
  return all;
};

for (const mode of ['stream', 'buffered']) {
  describe(`mode ${mode} forwards (FR-008)`, () => {
    let sandbox;
    before(async () => {
      const env = mode === 'buffered' ? BUFFERED : {};
      sandbox = await Sandbox.start(undefined, { ...env, HANDLER_DRAIN_SECONDS: '0' });
    });
    after(() => sandbox.stop());

    const answerTo = async (event, options) => {
      const invocation = await sandbox.request(event, options);
      if (mode === 'stream') return { ...invocation.metadata, bytes: invocation.body, invocation };
      return { ...invocation.proxy, invocation };
    };
    const echo = async (event, options) => JSON.parse((await answerTo(event, options)).bytes);

    test('an answer is in the form that API Gateway reads in this mode', async () => {
      const { invocation, statusCode, bytes } = await answerTo(restEvent('GET', '/api/config'));
      const type =
        mode === 'stream'
          ? 'application/vnd.awslambda.http-integration-response'
          : 'application/json';
      assert.equal(invocation.headers['content-type'], type);
      assert.equal(statusCode, 200);
      assert.equal(JSON.parse(bytes).version, 'test');
    });

    test('all values of a header and of a query parameter arrive', async () => {
      const got = await echo(
        restEvent('GET', '/api/echo', {
          query: { a: ['1', '2'], b: 'c d&e=f+g', ü: '' },
          headers: { 'X-Many': ['one', 'two'] },
        }),
      );
      assert.equal(got.url, '/api/echo?a=1&a=2&b=c%20d%26e%3Df%2Bg&%C3%BC=');
      assert.deepEqual(headersOf(got)['x-many'], ['one', 'two']);
    });

    test('an event with single-value maps only is understood', async () => {
      const got = await echo({
        resource: '/{proxy+}',
        httpMethod: 'GET',
        path: '/api/echo',
        headers: { 'X-One': '1' },
        queryStringParameters: { a: 'b' },
      });
      assert.equal(got.url, '/api/echo?a=b');
      assert.deepEqual(headersOf(got)['x-one'], ['1']);
    });

    test('a path arrives as it was sent, and is encoded where it came decoded', async () => {
      assert.equal(
        (await echo(restEvent('GET', '/api/echo/a%20b%2Fc'))).url,
        '/api/echo/a%20b%2Fc',
      );
      assert.equal(
        (await echo(restEvent('GET', '/api/echo/a b/ü?#%zz'))).url,
        '/api/echo/a%20b/%C3%BC%3F%23%25zz',
      );
    });

    test('headers named as what every object has are headers like all others', async () => {
      const headers = JSON.parse('{"__proto__": "1", "constructor": "2", "toString": "3"}');
      const got = headersOf(await echo(restEvent('GET', '/api/echo', { headers })));
      const names = ['__proto__', 'constructor', 'tostring'];
      assert.deepEqual(
        names.map((name) => got[name]),
        [['1'], ['2'], ['3']],
      );
      const answer = await answerTo(restEvent('GET', '/api/answer', { query: { name: names } }));
      assert.equal(answer.statusCode, 200);
      for (const name of names) {
        assert.equal(Object.getOwnPropertyDescriptor(answer.headers, name)?.value, 'named', name);
      }
    });

    test('X-Forwarded-Proto is https; Connection drops no X-Forwarded header', async () => {
      const headers = {
        'X-Forwarded-Proto': 'http',
        Connection: 'x-forwarded-for, x-forwarded-proto, x-forwarded-port',
      };
      const got = headersOf(await echo(restEvent('GET', '/api/echo', { headers })));
      assert.deepEqual(got['x-forwarded-proto'], ['https']);
      assert.deepEqual(got['x-forwarded-for'], ['203.0.113.7, 130.176.1.1']);
      assert.deepEqual(got['x-forwarded-port'], ['443']);
    });

    test('no request from outside passes for one of the handler itself', async () => {
      const headers = { 'X-Lambda-Handler': '1' };
      const got = headersOf(await echo(restEvent('GET', '/api/echo', { headers })));
      assert.equal(got['x-lambda-handler'], undefined);
    });

    test('the Kelvin sign, which is a K without regard to case, is encoded in a path', async () => {
      const got = await echo(restEvent('GET', '/api/echo/\u212a/\u017f'));
      assert.equal(got.url, '/api/echo/%E2%84%AA/%C5%BF');
    });

    test('hop-by-hop headers, what Connection names and the API key stay behind', async () => {
      const headers = {
        Connection: 'close, X-Named',
        'X-Named': '1',
        'Keep-Alive': '5',
        TE: 'trailers',
        Upgrade: 'h2c',
        Expect: '100-continue',
        'x-api-key': 'the-key',
        'X-Kept': '1',
      };
      const got = headersOf(await echo(restEvent('GET', '/api/echo', { headers })));
      for (const name of [
        'x-named',
        'keep-alive',
        'te',
        'upgrade',
        'expect',
        'x-api-key',
        'transfer-encoding',
      ])
        assert.equal(got[name], undefined, name);
      assert.deepEqual(got['x-kept'], ['1']);
      assert.deepEqual(got.connection, ['close']);
    });

    test("Host is the deployment's domain, X-Forwarded-For as API Gateway made it", async () => {
      const got = headersOf(await echo(restEvent('GET', '/api/echo')));
      assert.deepEqual(got.host, ['chat.example.com']);
      assert.deepEqual(got['x-forwarded-host'], ['chat.example.com']);
      assert.deepEqual(got['x-forwarded-for'], ['203.0.113.7, 130.176.1.1']);
      assert.deepEqual(got['x-forwarded-proto'], ['https']);
      assert.deepEqual(got['user-agent'], ['Mozilla/5.0 (test)']);
    });

    test("the trace id is the invocation's own", async () => {
      const headers = { 'X-Amzn-Trace-Id': 'Root=1-old' };
      const traceId = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=3995c3f42cd8ad8;Sampled=1';
      assert.deepEqual(
        headersOf(await echo(restEvent('GET', '/api/echo', { headers }), { traceId }))[
          'x-amzn-trace-id'
        ],
        [traceId],
      );
      assert.deepEqual(
        headersOf(await echo(restEvent('GET', '/api/echo', { headers })))['x-amzn-trace-id'],
        ['Root=1-old'],
      );
    });

    test('bodies arrive: text, JSON, base64, none', async () => {
      const bytes = Buffer.from([0, 255, 1, 254, 10]);
      const sent = restEvent('POST', '/api/echo', {
        body: bytes.toString('base64'),
        isBase64Encoded: true,
        headers: { 'Content-Length': '999' },
      });
      const got = await echo(sent);
      assert.equal(got.body, bytes.toString('base64'));
      assert.deepEqual(headersOf(got)['content-length'], ['5']);
      assert.equal(
        Buffer.from(
          (await echo(restEvent('PUT', '/api/echo', { body: { grüße: '🙂' } }))).body,
          'base64',
        ).toString(),
        '{"grüße":"🙂"}',
      );
      assert.deepEqual(headersOf(await echo(restEvent('POST', '/api/echo')))['content-length'], [
        '0',
      ]);
      assert.equal(
        headersOf(await echo(restEvent('GET', '/api/echo')))['content-length'],
        undefined,
      );
    });

    test('every Set-Cookie and repeated header survives, in multiValueHeaders alone', async () => {
      const answer = await answerTo(restEvent('GET', '/api/answer'));
      assert.deepEqual(answer.multiValueHeaders['set-cookie'], [
        'refreshToken=abc; Path=/; HttpOnly',
        'token_provider=librechat; Path=/',
      ]);
      assert.deepEqual(answer.multiValueHeaders['x-repeated'], ['one', 'two']);
      assert.equal(answer.headers['set-cookie'], undefined);
      assert.equal(answer.headers['keep-alive'], undefined);
      assert.equal(answer.headers.connection, undefined);
      assert.equal(answer.headers['x-text'], 'grüße');
    });

    test('one cookie is in multiValueHeaders, too', async () => {
      const { headers, multiValueHeaders } = await answerTo(restEvent('GET', '/api/answer'));
      assert.ok(Array.isArray(multiValueHeaders['set-cookie']) && !('set-cookie' in headers));
    });

    for (const [status, header] of [[204], [302, 'location'], [304, 'etag'], [404], [500]]) {
      test(`${status} stays ${status}`, async () => {
        const answer = await answerTo(
          restEvent('GET', '/api/answer', { query: { status: String(status) } }),
        );
        assert.equal(answer.statusCode, status);
        if (header) assert.ok(answer.headers[header], header);
        assert.equal(answer.bytes.length, [204, 304].includes(status) ? 0 : 5);
        assert.deepEqual(answer.invocation.trailers, {});
      });
    }

    test('HEAD has the headers of GET and no body', async () => {
      const answer = await answerTo(restEvent('HEAD', '/api/answer'));
      assert.equal(answer.statusCode, 200);
      assert.equal(answer.headers['content-type'], 'text/plain; charset=utf-8');
      assert.equal(answer.bytes.length, 0);
    });

    test('a binary answer arrives byte for byte', async () => {
      const answer = await answerTo(
        restEvent('GET', '/api/answer', { query: { hex: '00ff8001fe', type: 'image/png' } }),
      );
      assert.equal(answer.bytes.toString('hex'), '00ff8001fe');
      if (mode === 'buffered') assert.equal(answer.isBase64Encoded, true);
    });

    if (mode === 'stream')
      test('headers that are too large for API Gateway are an error that can be read', async () => {
        // 9,000 quotation marks, which are 18,000 characters in JSON.
        const answer = await answerTo(
          restEvent('GET', '/api/answer', { query: { headers: '9000' } }),
        );
        assert.equal(answer.statusCode, 502);
        assert.match(JSON.parse(answer.bytes).message, /16 KB/);
      });

    test('what arrives equals what a direct request delivers, for 300 random ones', async () => {
      const random = generator(20250101);
      for (let i = 0; i < 300; i++) {
        const request = randomRequest(random);
        const direct = await sendDirectly(sandbox.port, request);
        const through = await echo(asApiGateway(request));
        assert.deepEqual(
          comparable(through),
          comparable(direct),
          `request ${i}: ${JSON.stringify(request)}`,
        );
      }
    });
  });
}

test('a buffered answer above 6 MB is refused with a message, not cut', async (t) => {
  const sandbox = await Sandbox.start(t, BUFFERED);
  const { proxy } = await sandbox.request(
    restEvent('GET', '/api/files/download', { query: { size: String(7 * 1024 * 1024) } }),
  );
  assert.equal(proxy.statusCode, 502);
  assert.match(JSON.parse(proxy.body).message, /6 MB/);
});

// -- the fuzz: mulberry32, so that a failure can be had again

function generator(seed) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  return {
    below,
    pick,
    text: (alphabet, most, least = 0) =>
      Array.from({ length: least + below(most - least + 1) }, () => pick(alphabet)).join(''),
  };
}

function randomRequest({ below, pick, text }) {
  const token = [..."abcXYZ019!#$%&'*+-.^_`|~"];
  const inValue = [...' !"#$%&\'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~äß€🙂\t'];
  const inQuery = [...' !"#$%&\'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~äß€🙂\n\r\0'];
  const inPath = [..."azAZ09-._~!$&'()*+,;=:@/", '%20', '%2F', '%3F', '%C3%BC', '%25'];
  const some = (most, make) => Array.from({ length: below(most + 1) }, make);
  const headers = some(6, () => [
    `x-${text(token, 12, 1)}`,
    some(2, () => text(inValue, 30).trim()).concat(text(inValue, 8).trim()),
  ]);
  const query = some(5, () => [
    text(inQuery, 8, 1),
    some(2, () => text(inQuery, 12)).concat(text(inQuery, 4)),
  ]);
  const body = pick([null, null, text(inQuery, 200)]);
  return {
    method: body === null ? pick(['GET', 'DELETE', 'POST']) : pick(['POST', 'PUT', 'PATCH']),
    path: `/api/echo/${text(inPath, 20)}`,
    // One entry a name, as a map has it: names are told apart without regard to case.
    headers: [
      ...new Map(headers.map(([name, values]) => [name.toLowerCase(), [name, values]])).values(),
    ],
    query: [...new Map(query)],
    body,
  };
}

function asApiGateway({ method, path, headers, query, body }) {
  return restEvent(method, path, {
    headers: Object.fromEntries(headers),
    query: Object.fromEntries(query),
    body: body && Buffer.from(body).toString('base64'),
    isBase64Encoded: Boolean(body),
  });
}

function sendDirectly(port, { method, path, headers, query, body }) {
  const search = query
    .flatMap(([name, values]) =>
      values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`),
    )
    .join('&');
  const raw = (value) => Buffer.from(value).toString('latin1');
  const options = {
    host: '127.0.0.1',
    port,
    method,
    path: search ? `${path}?${search}` : path,
    headers: Object.fromEntries(headers.map(([name, values]) => [name, values.map(raw)])),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(options, async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(JSON.parse(Buffer.concat(chunks)));
    });
    request.on('error', reject);
    // With a string, Node would write the headers as UTF-8, too.
    request.end(body === null ? undefined : Buffer.from(body));
  });
}

function comparable(echoed) {
  const all = Object.entries(headersOf(echoed)).filter(
    ([name]) => name.startsWith('x-') && !name.startsWith('x-forwarded-'),
  );
  const url = new URL(echoed.url, 'http://server');
  const query = {};
  for (const [name, value] of url.searchParams) (query[name] ??= []).push(value);
  return {
    method: echoed.method,
    path: echoed.url.split('?')[0],
    query,
    headers: Object.fromEntries(all.sort()),
    body: echoed.body,
  };
}
