// A server in LibreChat's place whose tools call an address that a user chose, once its answer has
// ended. POST /?port=…&model=… tries every way to that port of this machine, POST /permitted
// what must go on working. `model` is told the outcomes, and holds the invocation until then. An
// outcome is {code, message} of an error, or {code: 'reached'}.
import { execFile, fork, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { SHARE_ENV, Worker } from 'node:worker_threads';

const NEXT = '/2018-06-01/runtime/invocation/next';

const outcome = (error) => {
  const reason = error?.cause ?? error;
  const { code, message } = reason?.errors?.[0] ?? reason ?? {};
  return { code: code ?? 'no code', message };
};
const reached = { code: 'reached' };
const settle = (emitter, ...events) =>
  new Promise((resolve, reject) => {
    for (const event of events) emitter.once(event, () => resolve(reached));
    emitter.once('error', reject);
  });

const httpGet = (url, options = {}) => settle(http.get(url, options), 'response');
const connect = (options, module = net) =>
  settle(module.connect(options), 'connect', 'secureConnect');
const lookup =
  (...found) =>
  (name, { all }, done) =>
    all ? done(null, found) : done(null, found[0].address, found[0].family);

// The script of a process or thread that calls `url` and hands its outcome to `say`.
const script = (url, say) => `
  const say = ${say};
  require('node:http')
    .get('${url}', () => say({ code: 'reached' }))
    .on('error', ({ code, message }) => say({ code, message }));
`;
const toStdout = '(outcome) => process.stdout.write(JSON.stringify(outcome), () => process.exit())';
const toParent =
  "(outcome) => { require('node:worker_threads').parentPort.postMessage(outcome); process.exit() }";

const thread = (url, options) =>
  new Promise((resolve, reject) =>
    new Worker(script(url, toParent), { eval: true, ...options })
      .once('message', resolve)
      .once('error', reject),
  );

const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child
      .once('error', reject)
      .once('close', () => resolve(JSON.parse(text || '{"code":"no output"}')));
  });

// What MCP's SDK gives a server that it starts.
const mcp = { env: { HOME: os.tmpdir(), PATH: process.env.PATH, TERM: 'xterm' } };

const python = (connect) => run('python3', ['-c', pythonScript(connect)], mcp);
const pythonScript = (connect) => `
import asyncio, http.client, json, socket, urllib.request
try:
    ${connect}
    print(json.dumps({"code": "reached"}))
except OSError as error:
    error = getattr(error, "reason", error)
    print(json.dumps({"code": type(error).__name__, "message": str(error)}))
`;

const spellings = [
  '127.0.0.1',
  'localhost',
  '127.1',
  '127.8.8.8',
  '2130706433',
  '0x7f000001',
  '017700000001',
  '0.0.0.0',
  '0',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '0:0:0:0:0:ffff:127.0.0.1',
  '::ffff:0.0.0.0',
];

function ways({ port, model }) {
  const url = `http://127.0.0.1:${port}${NEXT}`;
  const node = (...options) => run(process.execPath, ['-e', script(url, toStdout)], ...options);
  const forked = path.resolve('forked.cjs');
  writeFileSync(forked, script(url, '(outcome) => process.send(outcome, () => process.exit())'));
  const grandchild = `
    const args = ['-e', ${JSON.stringify(script(url, toStdout))}];
    require('node:child_process').spawn(process.execPath, args, { stdio: 'inherit', env: {} });
  `;
  const childsThread = `
    const { Worker } = require('node:worker_threads');
    const worker = new Worker(${JSON.stringify(script(url, toParent))}, { eval: true, env: {} });
    worker.once('message', ${toStdout});
  `;
  const own = Object.values(os.networkInterfaces())
    .flat()
    .find(({ internal, scopeid }) => !internal && !scopeid);
  return {
    ...Object.fromEntries(
      spellings.map((host) => [`net to ${host}`, () => connect({ host, port })]),
    ),
    ...(own && {
      'net to an address of an interface': () => connect({ host: own.address, port }),
    }),
    http: () => httpGet(url),
    'http with keep-alive': () => httpGet(url, { agent: new http.Agent({ keepAlive: true }) }),
    'http with a name that its own lookup resolves': () =>
      httpGet(`http://files.example.com:${port}${NEXT}`, {
        lookup: lookup({ address: '127.0.0.1', family: 4 }),
      }),
    'http with several addresses to try': () =>
      httpGet(`http://files.example.com:${port}${NEXT}`, {
        lookup: lookup({ address: '::1', family: 6 }, { address: '127.0.0.1', family: 4 }),
        autoSelectFamily: true,
      }),
    https: () => settle(https.get(`https://127.0.0.1:${port}${NEXT}`), 'response'),
    http2: () => settle(http2.connect(`http://127.0.0.1:${port}`), 'connect'),
    tls: () => connect({ host: '127.0.0.1', port, rejectUnauthorized: false }, tls),
    fetch: () => fetch(url).then(() => reached),
    'fetch of a name': () => fetch(`http://localhost:${port}${NEXT}`).then(() => reached),
    'fetch of a hexadecimal address': () =>
      fetch(`http://0x7f.1:${port}${NEXT}`).then(() => reached),
    'fetch of IPv4-mapped IPv6': () =>
      fetch(`http://[::ffff:127.0.0.1]:${port}${NEXT}`).then(() => reached),
    'fetch, redirected': () =>
      fetch(`${model}/redirect?to=${encodeURIComponent(url)}`).then(() => reached),
    'a thread': () => thread(url),
    'a thread with options of its own': () => thread(url, { execArgv: [] }),
    'a thread with an environment of its own': () => thread(url, { env: {} }),
    'a thread with both': () => thread(url, { execArgv: ['--no-warnings'], env: {} }),
    'a thread with options, sharing the environment': () =>
      thread(url, { execArgv: [], env: SHARE_ENV }),
    spawn: () => node(),
    'spawn, as an MCP server is': () => node(mcp),
    'spawn with NODE_OPTIONS and PYTHONPATH of its own': () =>
      node({ env: { NODE_OPTIONS: '--no-warnings', PYTHONPATH: '/nowhere' } }),
    'spawn in a shell': () =>
      run('sh', ['-c', '"$0" -e "$1"', process.execPath, script(url, toStdout)], mcp),
    "spawn's own child, with an empty environment": () =>
      run(process.execPath, ['-e', grandchild], mcp),
    fork: () =>
      new Promise((resolve) => fork(forked, { execArgv: [], env: {} }).once('message', resolve)),
    execFile: () =>
      new Promise((resolve) =>
        execFile(process.execPath, ['-e', script(url, toStdout)], mcp, (_, stdout) =>
          resolve(JSON.parse(stdout)),
        ),
      ),
    spawnSync: () =>
      JSON.parse(
        spawnSync(process.execPath, ['-e', script(url, toStdout)], { ...mcp, timeout: 8_000 })
          .stdout,
      ),
    "a child's thread": () => run(process.execPath, ['-e', childsThread], mcp),
    'Python: urllib': () => python(`urllib.request.urlopen("${url}")`),
    'Python: http.client, a name': () =>
      python(`http.client.HTTPConnection("localhost", ${port}).connect()`),
    'Python: socket, a name': () => python(`socket.socket().connect(("localhost", ${port}))`),
    'Python: socket, no name': () => python(`socket.socket().connect(("", ${port}))`),
    'Python: socket, a spelling': () => python(`socket.socket().connect(("0x7f.1", ${port}))`),
    'Python: socket, IPv4-mapped IPv6': () =>
      python(`socket.socket(socket.AF_INET6).connect(("::ffff:127.0.0.1", ${port}))`),
    'Python: asyncio': () => python(`asyncio.run(asyncio.open_connection("127.0.0.1", ${port}))`),
  };
}

// What must go on working.
function permitted({ port, model }) {
  const {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: credentials,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: authorization,
  } = process.env;
  const unix = path.resolve('socket');
  return {
    "LibreChat's own port": () =>
      fetch(`http://localhost:${process.env.PORT}/health`).then(() => reached),
    'another port': () => httpGet(`${model}/`),
    'another port, from a thread': () => thread(`${model}/`),
    'another port, from a child': () =>
      run(process.execPath, ['-e', script(`${model}/`, toStdout)], mcp),
    'another port, from Python': () => python(`urllib.request.urlopen("${model}/")`),
    'the credentials, with the token': () => httpGet(credentials, { headers: { authorization } }),
    'a UNIX socket': async () => {
      const server = net.createServer().listen(unix);
      await settle(server, 'listening');
      return connect({ path: unix }).finally(() => server.close());
    },
    // An address for documentation (RFC 5737): the network may refuse it or say nothing.
    'the same port of another machine': () =>
      Promise.race([
        connect({ host: '192.0.2.1', port }).catch(({ code, message }) =>
          code === 'EACCES' ? { code, message } : reached,
        ),
        new Promise((resolve) => setTimeout(resolve, 500, reached)),
      ]),
  };
}

async function tryAll(all) {
  const outcomes = {};
  await Promise.all(
    Object.entries(all).map(async ([name, way]) => {
      const hangs = new Promise((resolve) => setTimeout(resolve, 10_000, { code: 'hangs' }));
      outcomes[name] = await Promise.race([Promise.resolve().then(way).catch(outcome), hangs]);
    }),
  );
  return outcomes;
}

http
  .createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://librechat');
    if (request.method !== 'POST')
      return response.end(pathname === '/health' ? 'OK' : `answered ${pathname}`);
    const target = Object.fromEntries(searchParams);
    response.end('answered');
    response.on('finish', async () => {
      http.get(`${target.model}/hold`).on('error', () => {});
      const outcomes = await tryAll(pathname === '/permitted' ? permitted(target) : ways(target));
      http.request(`${target.model}/outcomes`, { method: 'POST' }).end(JSON.stringify(outcomes));
    });
  })
  .listen(process.env.PORT, '127.0.0.1');
