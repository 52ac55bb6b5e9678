// A server in LibreChat's shape: its entry, its start, what it reads and writes, its routes'
// kinds of answers, and the ways in which it can fail. No framework, so that it runs from nothing
// but Node; ioredis and the S3 client, when asked for.
//
// It is v0.8.2-rc1, or v0.8.7 with SHAPE=v0.8.7. SHAPE_START_MS pass until it listens, and then
// SHAPE_READY_MS until v0.8.7 is ready.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const version = fs.existsSync(path.join(root, 'node_modules'))
  ? require('librechat-data-provider').version
  : 'test';
const die = () => process.kill(process.pid, 'SIGKILL');

// LibreChat's start: the log directory must be writable, ./data too, the client built,
// librechat.yaml readable.
fs.appendFileSync(path.join(process.env.LIBRECHAT_LOG_DIR, 'error.log'), '');
fs.mkdirSync('./data', { recursive: true });
fs.writeFileSync('./data/auth.json', '{}');
const client = path.join(root, 'client/dist');
if (fs.existsSync(client)) fs.accessSync(path.join(client, 'index.html'));
const config = process.env.CONFIG_PATH ? fs.readFileSync(process.env.CONFIG_PATH, 'utf8') : '';
if (process.env.CONFIG_PATH && !/^version:/m.test(config)) {
  console.error('Invalid librechat.yaml');
  process.exit(1);
}
if (process.env.SHAPE_EXIT) process.exit(Number(process.env.SHAPE_EXIT));
console.log(
  JSON.stringify({ level: 'info', message: 'starting', domain: process.env.DOMAIN_CLIENT }),
);

// Connected from the start, where there is a client.
function connectRedis(uri) {
  try {
    return new (require('ioredis'))(uri);
  } catch (error) {
    return console.error(`no Redis: ${error.code}`);
  }
}
const redis = process.env.REDIS_URI && connectRedis(process.env.REDIS_URI);
// What tests have generated (support/modules.mjs).
const generated = fs.existsSync(path.join(root, 'api/modules')) ? require('../modules') : undefined;
const chat = require('./chat').serve({ redis });
// A call to a model: fetch, or http with a streamed answer.
const callModel = (params) => fetch(params.get('model')).then((answer) => answer.text());
async function* streamModel(url) {
  const answer = await new Promise((resolve, reject) => http.get(url, resolve).on('error', reject));
  yield* answer.setEncoding('utf8');
}

let saved; // the last message
const routes = {
  'GET /health': (request, response) => plain(response, 'OK'),
  'GET /api/config': (request, response) => json(response, { version, config }),
  'GET /api/env': (request, response, params) => {
    json(
      response,
      Object.fromEntries(params.getAll('name').map((name) => [name, process.env[name] ?? null])),
    );
  },
  'GET /api/process': (request, response) =>
    json(response, { pid: process.pid, cwd: process.cwd(), env: Object.keys(process.env) }),
  'GET /api/modules': async (request, response, params) => {
    json(response, await generated.answers[params.get('name')]());
  },
  'GET /api/hang': () => {},
  'GET /api/die': die,
  'GET /api/exit': () => process.exit(3),
  'GET /api/loop': () => {
    for (;;);
  },
  'GET /api/switch': (request) => {
    request.socket.write('HTTP/1.1 101 Switching Protocols\r\n');
    request.socket.write('Upgrade: other\r\nConnection: Upgrade\r\n\r\n');
  },
  'POST /api/log': async (request, response) => {
    for await (const chunk of request) process.stdout.write(chunk);
    json(response, {});
  },

  // What a request looks like to the server, byte for byte.
  'ANY /api/echo': async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    json(response, {
      method: request.method,
      url: request.url,
      headers: request.rawHeaders.map((text) => Buffer.from(text, 'latin1').toString()),
      body: Buffer.concat(chunks).toString('base64'),
    });
  },

  'ANY /api/answer': (request, response, params) => {
    const status = Number(params.get('status') ?? 200);
    response.setHeader('Set-Cookie', [
      'refreshToken=abc; Path=/; HttpOnly',
      'token_provider=librechat; Path=/',
    ]);
    response.setHeader('X-Repeated', ['one', 'two']);
    response.setHeader('X-Text', Buffer.from('grüße').toString('latin1'));
    response.setHeader('Keep-Alive', 'timeout=5');
    if (status === 302) response.setHeader('Location', '/login?a=b');
    if (status === 304) response.setHeader('ETag', '"v1"');
    for (const name of params.getAll('name')) response.setHeader(name, 'named');
    if (params.get('headers'))
      response.setHeader('X-Large', '"'.repeat(Number(params.get('headers'))));
    response.writeHead(status, {
      'Content-Type': params.get('type') ?? 'text/plain; charset=utf-8',
    });
    response.end(
      [204, 304].includes(status)
        ? undefined
        : Buffer.from(params.get('hex') ?? '6865 6c6c 6f'.replaceAll(' ', ''), 'hex'),
    );
  },

  // A file's download: `size` bytes, as fast as they are taken, or until the server dies `at` some.
  'GET /api/files/download': async (request, response, params) => {
    const size = Number(params.get('size'));
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': size });
    const chunk = Buffer.alloc(64 * 1024, 7);
    for (let sent = 0; sent < size; sent += chunk.length) {
      if (params.has('at') && sent >= Number(params.get('at'))) return die();
      if (!response.write(chunk.subarray(0, size - sent)))
        await new Promise((resolve) => response.once('drain', resolve));
    }
    response.end();
  },

  // v0.8.2-rc1: the chat's own answer is the event stream. With `title`, a title is made after it
  // has ended, by a call to the `model`, and kept in Redis; with `saves`, what there is of the
  // answer is kept when the request is cut.
  'POST /api/agents/chat': async (request, response, params) => {
    const events = Number(params.get('events') ?? 3);
    const every = Number(params.get('every') ?? 0);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
    });
    if (params.has('flush')) response.flushHeaders();
    if (params.has('saves')) {
      response.on('close', async () => {
        await sleep(150);
        if (!response.writableEnded) await redis.set(`saved:${params.get('saves')}`, 'partial');
      });
    }
    for (let i = 0; i < events; i++) {
      if (i > 0 || every > 0) await sleep(every);
      const data = params.has('agent') ? agentEvent(i) : wordEvent(i);
      const event = `event: message\ndata: ${JSON.stringify(data)}\n\n`;
      if (params.get('die') === String(i)) {
        response.write(params.has('half') ? event.slice(0, 30) : '');
        await sleep(50);
        return die();
      }
      if (params.has('half')) {
        response.write(event.slice(0, 30));
        await sleep(Number(params.get('half')));
        response.write(event.slice(30));
      } else response.write(event);
    }
    await sleep(Number(params.get('silence') ?? 0));
    response.end();
    if (!params.has('title')) return;
    await sleep(50); // saving the messages
    const title = await callModel(params);
    await sleep(50); // and the conversation
    await redis.set(`title:${params.get('title')}`, title);
  },

  'POST /api/messages/*': async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    saved = { url: request.url, headers: request.headers, body };
    json(response, {}, 201);
  },
  'GET /api/saved': (request, response) => json(response, saved),

  // An outgoing call that never ends: a subscription, as MCP's clients hold it, or a call to
  // `model`.
  'POST /api/subscribe': (request, response, params) => {
    fetch(params.get('model'), { headers: { accept: 'text/event-stream' } }).catch(() => {});
    http
      .get(params.get('model'), { headers: { Accept: 'text/event-stream' } })
      .on('error', () => {});
    json(response, {});
  },
  'POST /api/call': (request, response, params) => {
    if (params.get('by') === 'http')
      http.get(params.get('model'), (answer) => answer.resume()).on('error', () => {});
    else
      fetch(params.get('model'))
        .then((answer) => answer.text())
        .catch(() => {});
    json(response, {});
  },

  'POST /api/files': async (request, response) => {
    const temp = path.join(root, 'uploads/temp/user');
    const images = path.join(root, 'client/public/images/user');
    for (const directory of [temp, images]) {
      fs.mkdirSync(directory, { recursive: true });
      fs.writeFileSync(path.join(directory, 'file'), 'written');
    }
    json(
      response,
      [temp, images].map((directory) => fs.realpathSync(directory)),
    );
  },

  // LibreChat's S3 client: made without keys, it takes what the SDK's default chain finds.
  'POST /api/s3': async (request, response, params) => {
    const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');
    const client = new S3Client({ region: process.env.AWS_REGION, forcePathStyle: true });
    const { accessKeyId, sessionToken, expiration } = await client.config.credentials();
    await client.send(
      new PutObjectCommand({
        Bucket: process.env.AWS_BUCKET_NAME,
        Key: params.get('key'),
        Body: 'from the child',
      }),
    );
    json(response, { accessKeyId, sessionToken, expiration });
  },
};

const isNewer = process.env.SHAPE === 'v0.8.7';
let isReady = false;
if (isNewer) {
  Object.assign(routes, require('./resumable.js')({ redis, json, callModel: streamModel }), {
    'GET /readyz': (request, response) => {
      if (isReady) plain(response, 'OK');
      else plain(response, 'NOT_READY', 503);
    },
  });
}

const wordEvent = (i) => ({ text: `word ${i}`, at: Number(process.hrtime.bigint()) / 1e6 });

// An agent's answer: its question, its first step, and then its words.
function agentEvent(i) {
  if (i === 0) return { created: true, message: { messageId: 'm1', conversationId: 'c1' } };
  if (i === 1) return { event: 'on_run_step', data: { id: 'step1', runId: 'm2', index: 0 } };
  const delta = { content: [{ type: 'text', text: `word ${i} ` }] };
  return { event: 'on_message_delta', data: { id: 'step1', delta } };
}

// As express sends a text.
function plain(response, text, status = 200) {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
}

function json(response, value, status = 200) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://server');
  const { pathname } = url;
  const [, parent, last] = /^(.*)\/([^/]*)$/.exec(pathname);
  const route =
    routes[`${request.method} ${pathname}`] ??
    routes[`ANY ${pathname}`] ??
    routes[`${request.method} ${parent}/*`];
  if (route) return route(request, response, url.searchParams, last);
  if (await chat(request, response, url)) return;
  if (pathname.startsWith('/api/echo')) return routes['ANY /api/echo'](request, response);
  if (isNewer && pathname.startsWith('/api/')) return json(response, { message: 'Not found' }, 404);
  // Any unknown path gets the client's page.
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.end('<!doctype html>');
});
const beReady = () => setTimeout(() => (isReady = true), Number(process.env.SHAPE_READY_MS ?? 0));
const listen = () =>
  server.listen(process.env.PORT || 3080, process.env.HOST || 'localhost', beReady);
setTimeout(listen, Number(process.env.SHAPE_START_MS ?? 0));
