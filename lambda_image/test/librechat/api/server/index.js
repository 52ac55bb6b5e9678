// A server in LibreChat's shape: its entry, its start, what it reads and writes, its routes'
// kinds of answers, and the ways in which it can fail. No framework, so that it runs from nothing
// but Node; ioredis and the S3 client, when asked for.
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
if (fs.existsSync(path.join(root, 'client')))
  fs.accessSync(path.join(root, 'client/dist/index.html'));
const config = process.env.CONFIG_PATH ? fs.readFileSync(process.env.CONFIG_PATH, 'utf8') : '';
if (process.env.CONFIG_PATH && !/^version:/m.test(config)) {
  console.error('Invalid librechat.yaml');
  process.exit(1);
}
if (process.env.SHAPE_EXIT) process.exit(Number(process.env.SHAPE_EXIT));
console.log(
  JSON.stringify({ level: 'info', message: 'starting', domain: process.env.DOMAIN_CLIENT }),
);

// Connected from the start.
const redis = process.env.REDIS_URI && new (require('ioredis'))(process.env.REDIS_URI);
// A call to a model: fetch, or http with a streamed answer.
const callModel = (params) => fetch(params.get('model')).then((answer) => answer.text());

const routes = {
  'GET /health': (request, response) => response.end('OK'),
  'GET /api/config': (request, response) => json(response, { version, config }),
  'GET /api/env': (request, response, params) => {
    json(
      response,
      Object.fromEntries(params.getAll('name').map((name) => [name, process.env[name] ?? null])),
    );
  },
  'GET /api/process': (request, response) =>
    json(response, { pid: process.pid, cwd: process.cwd(), env: Object.keys(process.env) }),
  'GET /api/hang': () => {},
  'GET /api/die': die,
  'GET /api/exit': () => process.exit(3),

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
  // has ended, by a call to the `model`, and kept in Redis.
  'POST /api/agents/chat': async (request, response, params) => {
    const events = Number(params.get('events') ?? 3);
    const every = Number(params.get('every') ?? 0);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
    });
    if (params.has('flush')) response.flushHeaders();
    for (let i = 0; i < events; i++) {
      if (i > 0 || every > 0) await sleep(every);
      const data = { text: `word ${i}`, at: Number(process.hrtime.bigint()) / 1e6 };
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

  // From v0.8.2-rc2 on: the POST answers at once with a stream's id, the generation goes on in
  // the background, and the client reads it through Redis, from this sandbox or another.
  'POST /api/agents/chat/background': async (request, response, params) => {
    const id = params.get('id');
    json(response, { streamId: id });
    await sleep(100); // the agent, its tools, its history
    await new Promise((resolve, reject) => {
      http
        .get(params.get('model'), (answer) => {
          answer.setEncoding('utf8').on('data', (text) => redis.rpush(`stream:${id}`, text));
          answer.on('end', resolve).on('error', reject);
        })
        .on('error', reject);
    });
    await redis.rpush(`stream:${id}`, 'END');
  },
  'GET /api/agents/chat/stream': async (request, response, params) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    for (let i = 0; ; i++) {
      let text;
      while ((text = await redis.lindex(`stream:${params.get('id')}`, i)) === null) await sleep(20);
      if (text === 'END') return response.end();
      response.write(`event: message\ndata: ${JSON.stringify({ text })}\n\n`);
    }
  },

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

function json(response, value) {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

const server = http.createServer(async (request, response) => {
  const url = new URL(request.url, 'http://server');
  const route = routes[`${request.method} ${url.pathname}`] ?? routes[`ANY ${url.pathname}`];
  if (route) return route(request, response, url.searchParams);
  if (url.pathname.startsWith('/api/echo')) return routes['ANY /api/echo'](request, response);
  // Any unknown path gets the client's page.
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.end('<!doctype html>');
});
setTimeout(
  () => server.listen(process.env.PORT || 3080, process.env.HOST || 'localhost'),
  Number(process.env.SHAPE_START_MS ?? 0),
);
