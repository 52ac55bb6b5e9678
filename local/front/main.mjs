// Plays a deployed account to a browser: CloudFront, API Gateway and Lambda, as described in a JSON
// file that was read from the account (../description.py).
//
//   node main.mjs description.json
//
// It says "ready" on stdout, and ends with all its sandboxes when its stdin does.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import net from 'node:net';

import { Buckets } from './bucket.mjs';
import { Distribution } from './distribution.mjs';
import { Engine } from './engine.mjs';
import { LambdaFunction } from './function.mjs';
import { startModel } from './model.mjs';
import { servePage } from './page.mjs';
import { Places } from './places.mjs';
import { Record } from './record.mjs';
import { RestApi } from './rest-api.mjs';

const account = JSON.parse(readFileSync(process.argv[2]));
const { settings } = account;
const record = new Record();
const engine = new Engine(account.engine);
const places = new Places(engine, settings);
await places.prepare(settings.sandboxes, account.functions[0].image);
const functions = [];
for (const fn of account.functions) {
  const around = { engine, places, settings, record, all: functions };
  functions.push(new LambdaFunction(fn, around));
}
const apis = {};
for (const api of account.apis) {
  const restApi = new RestApi({ ...api, account: account.id, region: account.region }, functions);
  apis[restApi.host] = restApi;
}
const buckets = new Buckets({
  ...account.buckets,
  endpoint: account.endpoint,
  region: account.region,
});
const distribution = new Distribution(account.distribution, buckets, apis);

if (settings.model) {
  const port = await startModel(settings.listen);
  const model = `http://${settings.reach}:${port}`;
  settings.environment.OPENAI_REVERSE_PROXY = `${model}/v1/chat/completions`;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function serve(request, response) {
  const host = request.headers[':authority'] ?? request.headers.host ?? '';
  if (/(^|\.)aws\.localhost(:|$)/.test(host))
    return buckets.direct(Object.assign(request, { host }), response);
  if (request.url.startsWith('/_local'))
    return servePage(request, response, { record, account, functions });
  const entry = record.request(request.method, request.url);
  const headers = [];
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    headers.push([request.rawHeaders[i].toLowerCase(), request.rawHeaders[i + 1]]);
  }
  const began = performance.now();
  const since = () => performance.now() - began;
  const viewer = { method: request.method, url: request.url, headers, body: request, entry };
  const answer = await distribution.handle({ ...viewer, ip: request.socket.remoteAddress });
  const grouped = Object.create(null);
  for (const [name, value] of answer.headers) (grouped[name] ??= []).push(value);
  for (const name of Object.keys(grouped))
    if (grouped[name].length === 1) grouped[name] = grouped[name][0];
  response.writeHead(answer.status, grouped);
  entry.update({ status: answer.status, headersMs: since() });
  let bytes = 0;
  let outcome = 'ok';
  response.on('close', () => {
    const left = response.writableFinished ? outcome : outcome === 'ok' ? 'left' : outcome;
    entry.update({ outcome: left, bytes, endMs: since() });
  });
  if (request.method === 'HEAD' || [204, 304].includes(answer.status)) return response.end();
  if (answer.body === null || Buffer.isBuffer(answer.body)) {
    bytes = answer.body?.length ?? 0;
    entry.update({ firstByteMs: since() });
    return response.end(answer.body ?? undefined);
  }
  let sent;
  const closed = once(response, 'close');
  try {
    for await (const chunk of answer.body) {
      if (!bytes) entry.update({ firstByteMs: since() });
      bytes += chunk.length;
      if (response.destroyed || response.closed) break;
      let goesOn;
      sent = new Promise((resolve) => (goesOn = response.write(chunk, resolve)));
      if (!goesOn) await Promise.race([sent, closed]);
    }
    response.end();
  } catch (error) {
    // An answer that breaks off is cut, so that nobody takes it for a whole one.
    outcome = 'cut';
    await Promise.race([sent, sleep(1000)]); // what it said before must arrive
    await sleep(50);
    if (response.stream) response.stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR);
    else response.destroy();
  }
}

const handle = (request, response) => {
  request.on('error', () => {});
  response.on('error', () => {});
  serve(request, response).catch((error) => {
    console.error(error);
    if (response.headersSent) return response.destroy?.();
    response
      .writeHead(502, { 'content-type': 'text/plain' })
      .end('The front failed: see the terminal.');
  });
};
const [key, cert] = [readFileSync(account.tls.key), readFileSync(account.tls.cert)];
const secure = http2.createSecureServer({ key, cert, allowHTTP1: true }, handle);
secure.requestTimeout = 0;
secure.on('sessionError', () => {});
// Who speaks HTTP on this port is led to HTTPS, as the distribution does it.
const plain = http.createServer((request, response) => {
  response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end();
});
const doors = [];
for (const address of new Set(['127.0.0.1', settings.listen])) {
  const door = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === 22 ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  door.listen(settings.port, address);
  await once(door, 'listening');
  doors.push(door);
}
process.stdout.write('ready\n');

let stopping;
function stop() {
  stopping ??= Promise.all(functions.map((fn) => fn.stop())).finally(() => process.exit());
}
process.stdin.resume().on('end', stop);
// Ctrl-C reaches the whole group; stdin's end follows it.
process.on('SIGTERM', stop).on('SIGINT', () => {});
