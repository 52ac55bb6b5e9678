// LibreChat in a Lambda sandbox (FR-008): starts its server once, forwards API Gateway's events to it, streams its answers.
//
//   handler.handler   for routes with response_transfer_mode = STREAM: metadata JSON, 8 NUL bytes, body, chunk by chunk
//   handler.buffered  for the buffered routes: one proxy JSON
//
// Both are streaming handlers to the runtime. `buffered` writes its JSON as a plain stream, which Lambda's Invoke operation,
// the one behind a buffered integration, hands on as an ordinary payload (AWS, "Invoking a response streaming enabled
// function": Invoke works without response streaming). So both can go on working after the answer is out (FR-044), and
// the runtime's native client is never called (assemble.mjs).

import { spawn } from 'node:child_process';
import { isUtf8 } from 'node:buffer';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { AwsClient } from 'aws4fetch';

const env = process.env;
// The only place that LibreChat may write to; the image's symlinks point into it.
const WRITABLE = env.LIBRECHAT_DIR || '/tmp/librechat';
const PRELOAD = fileURLToPath(new URL('preload.cjs', import.meta.url));
const GUARD = fileURLToPath(new URL('src/guard.cjs', import.meta.url));
// Lambda gives the init phase 10 s and then repeats it inside the first invocation; counted from the process's start.
const INIT_LIMIT_MS = 9_500;
// Before the function's deadline, so much is left to end an answer properly.
const DEADLINE_MARGIN_MS = 2_000;
// LibreChat is quiet when it has made no outgoing call for so long (FR-044): between the end of an answer and the model
// call for its title lie a few reads from the database.
const QUIET_MS = 250;
const BUFFERED_LIMIT = 6 * 1024 * 1024; // Lambda's, for the payload of a buffered answer
const METADATA_LIMIT = 16 * 1024; // API Gateway's, for what stands before the delimiter
const PING = 'event: ping\ndata: {}\n\n'; // the client ignores it, and breaks on a comment line

// Not for the child. The role's credentials: LibreChat's S3 client would take the keys without the session token, so they
// come from the endpoint below (FR-032). The rest is the handler's own.
const NOT_FOR_THE_SERVER = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1',
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  '_LAMBDA_TELEMETRY_LOG_FD',
  'SECRET_PARAMETERS',
  'CONFIG_S3_URI',
  'CONFIG_REPLACE_HOST',
  'CONFIG_VERSION',
  'HEALTH_TRIES',
  'HEALTH_INTERVAL_MS',
  'SSE_PING_SECONDS',
  'DRAIN_SECONDS',
  'LIBRECHAT_DIR',
  'LIBRECHAT_SERVER',
]);

// Hop-by-hop (RFC 9110, 7.6.1) and what the handler sets itself; x-api-key is CloudFront's key to the API (FR-046).
const NOT_FORWARDED = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'expect',
  'host',
  'x-api-key',
]);
const NOT_RETURNED = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const since = (start) => Math.round(performance.now() - start);

// ---------------------------------------------------------------------------------------------------------------- logs

const secretValues = new Set();

function log(level, event, fields) {
  let line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields });
  // Nothing here puts a secret into a line; an error's message from elsewhere might.
  for (const value of secretValues) line = line.replaceAll(JSON.stringify(value).slice(1, -1), '[secret]');
  process.stdout.write(line + '\n');
}

// ------------------------------------------------------------------------------------------------------------ settings

function readSettings() {
  const number = (name, fallback, least) => {
    const value = env[name] ? Number(env[name]) : fallback;
    if (!(value >= least)) throw new Error(`${name} is ${JSON.stringify(env[name])}: it must be a number, ${least} or more`);
    return value;
  };
  const address = (name, pattern, form) => {
    if (env[name] && !pattern.test(env[name])) throw new Error(`${name} is ${JSON.stringify(env[name])}: it must be ${form}`);
    return env[name] || undefined;
  };
  return {
    port: number('PORT', 3080, 1),
    healthTries: number('HEALTH_TRIES', 60, 1),
    healthIntervalMs: number('HEALTH_INTERVAL_MS', 500, 1),
    pingMs: number('SSE_PING_SECONDS', 15, 0) * 1000,
    drainMs: number('DRAIN_SECONDS', 60, 0) * 1000,
    host: env.DOMAIN_CLIENT ? new URL(address('DOMAIN_CLIENT', /^https?:\/\/[^/]+/, 'https://<domain>')).host : undefined,
    config: address('CONFIG_S3_URI', /^s3:\/\/[^/]+\/.+/, 's3://<bucket>/<key>'),
    secrets: secretParameters(),
  };
}

function secretParameters() {
  const form = 'SECRET_PARAMETERS must be a JSON object of {"ENVIRONMENT_VARIABLE": "name of an SSM parameter"}';
  let parameters;
  try {
    parameters = JSON.parse(env.SECRET_PARAMETERS || '{}');
  } catch {
    throw new Error(form); // without the value: somebody may have put a secret there
  }
  if (parameters === null || typeof parameters !== 'object' || Array.isArray(parameters)) throw new Error(form);
  for (const [variable, name] of Object.entries(parameters)) {
    if (typeof name !== 'string' || name === '') throw new Error(`${form}; ${variable} has none`);
  }
  return parameters;
}

// ----------------------------------------------------------------------------------------------------------------- AWS

// Two calls at a cold start. A signer of 10 KB makes them as well as 28 MB of SDK clients, 0.2 s sooner.
async function callAws(service, { path = '/', virtualHost, ...init }) {
  const region = env.AWS_REGION;
  const custom = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env.AWS_ENDPOINT_URL;
  const domain = `${service}.${region}.amazonaws.com${region?.startsWith('cn-') ? '.cn' : ''}`;
  const url = custom
    ? custom.replace(/\/$/, '') + (virtualHost ? `/${virtualHost}` : '') + path
    : `https://${virtualHost ? `${virtualHost}.` : ''}${domain}${path}`;
  const client = new AwsClient({
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
    sessionToken: env.AWS_SESSION_TOKEN,
    service,
    region,
    retries: 0,
  });
  for (let attempt = 1; ; attempt++) {
    let problem;
    let passing = true;
    try {
      const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(5_000) });
      const body = await response.text();
      if (response.ok) return body;
      // {"__type": …} from SSM, <Code>…</Code> from S3
      const type = /"__type"\s*:\s*"(?:[^"#]*#)?(\w+)"/.exec(body)?.[1] ?? /<Code>(\w+)<\/Code>/.exec(body)?.[1];
      const message = /"message"\s*:\s*"([^"]*)"/i.exec(body)?.[1] ?? /<Message>([^<]*)</.exec(body)?.[1];
      problem = [`HTTP ${response.status}`, type, message].filter(Boolean).join(' ');
      passing = response.status >= 500 || response.status === 429 || /Throttl|SlowDown|TooManyRequests/.test(type);
    } catch (error) {
      problem = error.cause?.code ?? error.cause?.message ?? error.message;
    }
    if (!passing || attempt === 4) throw new Error(`${service} at ${new URL(url).host}: ${problem}`);
    await sleep(100 * 2 ** attempt * (0.5 + Math.random()));
  }
}

// The values that LibreChat's own .env.example publishes: it only warns of them, and everybody knows them.
const PUBLISHED = [/^f34be427ebb29de8/, /^e2341419ec3dd3d1/, /^16f8c0ef4a5d391b/, /^eaa5191f2914e30b/];
const HEX_DIGITS = { CREDS_KEY: 64, CREDS_IV: 32 };

// FR-024: SecureString parameters, ten to a call.
async function readSecrets(parameters) {
  const names = [...new Set(Object.values(parameters))];
  const values = new Map();
  const missing = [];
  for (let i = 0; i < names.length; i += 10) {
    const answer = JSON.parse(
      await callAws('ssm', {
        method: 'POST',
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AmazonSSM.GetParameters' },
        body: JSON.stringify({ Names: names.slice(i, i + 10), WithDecryption: true }),
      }),
    );
    for (const { Name, Value } of answer.Parameters) values.set(Name, Value);
    missing.push(...(answer.InvalidParameters ?? []));
  }
  for (const value of values.values()) if (value.length >= 4) secretValues.add(value);
  if (missing.length > 0) throw new Error(`no such SSM parameter: ${missing.join(', ')}`);
  const secrets = {};
  for (const [variable, name] of Object.entries(parameters)) {
    const value = values.get(name);
    const digits = HEX_DIGITS[variable];
    if (digits && !(value.length === digits && /^[0-9a-f]+$/i.test(value))) {
      throw new Error(`${variable} (SSM parameter ${name}) must be ${digits} hexadecimal digits`);
    }
    if (PUBLISHED.some((known) => known.test(value))) {
      throw new Error(`${variable} (SSM parameter ${name}) is the example value that LibreChat publishes: make one of your own`);
    }
    secrets[variable] = value;
  }
  return secrets;
}

// FR-026, FR-027: librechat.yaml, the old deployment's host name replaced by this one's, as a whole name only.
async function readConfig(uri, host) {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)/.exec(uri);
  let yaml = await callAws('s3', { virtualHost: bucket, path: '/' + key.split('/').map(encodeURIComponent).join('/') });
  const old = env.CONFIG_REPLACE_HOST;
  if (old && host) {
    const name = old.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    yaml = yaml.replace(new RegExp(`(?<![\\w.-])${name}(?![\\w-]|\\.\\w)`, 'gi'), () => host);
  }
  return yaml;
}

// FR-032: an endpoint as ECS has it, which every AWS SDK asks again when what it got expires. So credentials are never on
// disk, and as fresh as the handler's own; a shared credentials file is read once by the SDK, and never again.
function serveCredentials() {
  if (!env.AWS_ACCESS_KEY_ID) return {};
  const token = randomBytes(32).toString('hex');
  const digest = (text) => createHash('sha256').update(String(text)).digest();
  const endpoint = http.createServer((request, response) => {
    const authorized = timingSafeEqual(digest(request.headers.authorization), digest(token));
    if (request.method !== 'GET' || !authorized) return response.writeHead(403).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        AccessKeyId: env.AWS_ACCESS_KEY_ID,
        SecretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        Token: env.AWS_SESSION_TOKEN,
        Expiration: new Date(Date.now() + 15 * 60_000).toISOString(),
      }),
    );
  });
  return new Promise((resolve, reject) => {
    endpoint.once('error', reject);
    endpoint.listen(0, '127.0.0.1', () => {
      endpoint.unref();
      resolve({
        AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${endpoint.address().port}/`,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
      });
    });
  });
}

// -------------------------------------------------------------------------------------------------------------- server

let settings; // read once, at the first start
let prepared; // the child's environment, once everything for it has been read
let server; // the child that answers, from its health until its exit
let starting; // the start under way, shared by whoever waits for it
let lost; // why the last child that had answered is gone
let settled = false; // whether a start has ever succeeded
let coldStart = true;

// The server, started if there is none.
function theServer() {
  if (server) return server;
  starting ??= start().finally(() => (starting = undefined));
  return starting;
}

async function start() {
  const began = performance.now();
  const times = {};
  const step = async (name, work) => {
    const begun = performance.now();
    try {
      const result = await work();
      times[`${name}Ms`] = since(begun);
      return result;
    } catch (error) {
      error.step ??= name;
      throw error;
    }
  };
  if (lost) log('warn', 'respawn', { reason: lost });
  try {
    settings ??= await step('settings', readSettings);
    prepared ??= await prepare(step);
    server = await step('health', spawnServer);
  } catch (error) {
    log('error', 'start_failed', { step: error.step, error: error.message });
    throw new Error(`LibreChat did not start (${error.step})`);
  }
  lost = undefined;
  if (!settled) {
    const { secretsMs, configMs, healthMs } = times;
    log('info', 'cold_start', { secretsMs, configMs, healthMs, totalMs: since(began) });
  }
  settled = true;
  return server;
}

async function prepare(step) {
  for (const directory of ['logs', 'uploads', 'images', 'data']) mkdirSync(`${WRITABLE}/${directory}`, { recursive: true });
  const [secrets, config, credentials] = await Promise.all([
    step('secrets', () => readSecrets(settings.secrets)),
    step('config', async () => {
      if (!settings.config) return {};
      const file = `${WRITABLE}/librechat.yaml`;
      writeFileSync(file, await readConfig(settings.config, settings.host), { mode: 0o600 });
      return { CONFIG_PATH: file };
    }),
    step('credentials', serveCredentials),
  ]);
  const inherited = Object.entries(env).filter(([name]) => !NOT_FOR_THE_SERVER.has(name));
  const guard = { GUARD_RUNTIME_API: env.AWS_LAMBDA_RUNTIME_API };
  return { ...Object.fromEntries(inherited), ...secrets, ...config, ...credentials, ...guard };
}

// Starts the child and waits for its health (FR-028a). Its lines go to the log as they are.
async function spawnServer() {
  const child = spawn(process.execPath, ['--require', GUARD, '--require', PRELOAD, env.LIBRECHAT_SERVER || '/app/api/server/index.js'], {
    cwd: WRITABLE,
    env: prepared,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const instance = { child, gone: undefined, drained: undefined };
  instance.exit = new Promise((resolve) => {
    const end = (reason) => {
      instance.gone ??= reason;
      if (server === instance) {
        server = undefined;
        lost = reason;
      }
      instance.drained?.();
      resolve();
    };
    child.on('exit', (code, signal) => end(signal ? `the server was ended by ${signal}` : `the server exited with code ${code}`));
    child.on('error', (error) => end(`the server could not be run: ${error.code ?? error.message}`)); // unhandled, it ends us
  });
  let listens = false;
  const listening = new Promise((resolve) => {
    child.on('message', (message) => {
      if (message === 'listening') resolve((listens = true));
      if (message.drained) instance.drained?.(message.drained);
    });
  });

  // An event that is no JSON never reaches the handler, and then the runtime waits for an event loop that is empty.
  child.unref();
  child.channel?.unref();

  let early = true;
  const { healthTries, healthIntervalMs } = settings;
  for (let attempt = 1; attempt <= healthTries; attempt++) {
    const interval = sleep(healthIntervalMs);
    const status = await Promise.race([health(healthIntervalMs), instance.exit]);
    if (instance.gone) throw Object.assign(new Error(instance.gone), { step: 'server' });
    if (status === 200) return instance;
    // Once, as soon as the child says that it listens, without waiting for the rest of the interval.
    await Promise.race(early ? [interval, instance.exit, listening] : [interval, instance.exit]);
    early &&= !listens;
  }
  child.kill('SIGKILL');
  await instance.exit;
  throw new Error(`/health did not answer 200 in ${healthTries} tries, ${healthIntervalMs} ms apart`);
}

function health(timeout) {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port: settings.port, path: '/health', agent, timeout }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}

// ------------------------------------------------------------------------------------------------------------- request

// A new connection for each request: one that was kept alive is dead after a freeze of 6 s, and it saves 0.3 ms.
const agent = new http.Agent({ keepAlive: false });

class BadEvent extends Error {}

// A REST API's proxy event (payload version 1.0) as the options and body of an HTTP request.
function toRequest(event) {
  if (typeof event?.httpMethod !== 'string' || typeof event.path !== 'string' || !event.path.startsWith('/')) {
    throw new BadEvent('not an event of a REST API: no httpMethod or path');
  }
  const received = {};
  for (const [name, values] of entries(event.multiValueHeaders, event.headers)) (received[name.toLowerCase()] ??= []).push(...values);
  const named = (received.connection ?? []).flatMap((value) => value.split(',')).map((name) => name.trim().toLowerCase());
  const headers = {};
  for (const [name, values] of Object.entries(received)) {
    if (!NOT_FORWARDED.has(name) && !named.includes(name)) headers[name] = values.map(latin1);
  }

  // The viewer sees the deployment's domain; API Gateway's own Host would end up in LibreChat's redirects and cookies.
  const host = settings.host ?? received.host?.[0];
  if (host) headers.host = headers['x-forwarded-host'] = host;
  headers['x-forwarded-proto'] ??= 'https';
  // "viewer, CloudFront" as API Gateway has it, for TRUST_PROXY=2; nothing is added, since the handler is no hop.
  if (event.requestContext?.identity?.sourceIp) headers['x-forwarded-for'] ??= event.requestContext.identity.sourceIp;
  if (env._X_AMZN_TRACE_ID) headers['x-amzn-trace-id'] = env._X_AMZN_TRACE_ID; // the runtime sets it for each event

  let body;
  if (typeof event.body === 'string') body = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (body?.length || !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(event.httpMethod)) headers['content-length'] = body?.length ?? 0;

  const query = entries(event.multiValueQueryStringParameters, event.queryStringParameters)
    .flatMap(([name, values]) => values.map((value) => `${encode(name)}=${encode(value)}`))
    .join('&');
  // What a path may not hold, encoded; what is encoded already, left alone.
  const path = event.path.replace(/[^!$&-;=@-_a-z~%]|%(?![0-9a-f]{2})/giu, encode);
  const options = { host: '127.0.0.1', port: settings.port, method: event.httpMethod, path: query ? `${path}?${query}` : path, headers, agent };
  return { options, body };
}

// Multi-value maps first, single-value ones only without them: they hold the last value alone.
function entries(multiple, single) {
  if (multiple) return Object.entries(multiple).map(([name, values]) => [name, (values ?? []).map((value) => String(value ?? ''))]);
  return Object.entries(single ?? {}).map(([name, value]) => [name, [String(value ?? '')]]);
}

// Node writes a header's characters as bytes, and reads bytes as characters; what comes as UTF-8 leaves as UTF-8.
const latin1 = (value) => Buffer.from(value, 'utf8').toString('latin1');
function unicode(value) {
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : value;
}

const encode = (text) => encodeURIComponent(text.toWellFormed());

// Sends the request to the server, which is started if need be. Only a request that cannot have arrived is sent again.
async function forward({ options, body }, exchange) {
  for (let again = false; ; again = true) {
    exchange.server = await theServer();
    try {
      return await new Promise((resolve, reject) => {
        exchange.request = http.request(options, resolve);
        exchange.request.on('error', reject);
        exchange.request.end(body);
      });
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || again) throw error;
      exchange.server.child.kill('SIGKILL');
      await exchange.server.exit;
    }
  }
}

// What the answer says before its body, as API Gateway wants it: a header with several values, and every cookie, in
// multiValueHeaders, nothing in both.
function toMetadata(response) {
  const all = {};
  for (let i = 0; i < response.rawHeaders.length; i += 2) {
    (all[response.rawHeaders[i].toLowerCase()] ??= []).push(unicode(response.rawHeaders[i + 1]));
  }
  const named = (all.connection ?? []).flatMap((value) => value.split(',')).map((name) => name.trim().toLowerCase());
  const metadata = { statusCode: response.statusCode, headers: {}, multiValueHeaders: {} };
  for (const [name, values] of Object.entries(all)) {
    if (NOT_RETURNED.has(name) || named.includes(name)) continue;
    if (values.length > 1 || name === 'set-cookie') metadata.multiValueHeaders[name] = values;
    else metadata.headers[name] = values[0];
  }
  return metadata;
}

// -------------------------------------------------------------------------------------------------------------- answer

// Status and headers at once, each chunk as it comes.
class StreamedAnswer {
  mode = 'stream';

  constructor(stream) {
    this.stream = stream;
  }

  begin(metadata, bodyFollows = false) {
    if (Buffer.byteLength(JSON.stringify(metadata)) > METADATA_LIMIT) throw new Error('the headers exceed 16 KB');
    this.stream = awslambda.HttpResponseStream.from(this.stream, metadata);
    // Sends the metadata, which leave with the first write; an answer that only ends would lose them.
    if (!bodyFollows) this.stream.write('');
  }

  write(chunk) {
    return this.stream.write(chunk);
  }

  end() {
    this.stream.end();
  }
}

// One JSON, when all of it is there.
class BufferedAnswer {
  mode = 'buffered';
  chunks = [];
  size = 0;

  constructor(stream) {
    this.stream = stream;
  }

  begin(metadata) {
    this.metadata = metadata;
  }

  write(chunk) {
    this.size += chunk.length;
    if (this.size <= BUFFERED_LIMIT) this.chunks.push(chunk);
    return true;
  }

  end() {
    const body = Buffer.concat(this.chunks);
    const isBase64Encoded = !isUtf8(body);
    const payload = JSON.stringify({ ...this.metadata, isBase64Encoded, body: body.toString(isBase64Encoded ? 'base64' : 'utf8') });
    if (Math.max(this.size, Buffer.byteLength(payload)) > BUFFERED_LIMIT) throw new Error('the answer exceeds the 6 MB of a buffered route');
    this.stream.setContentType('application/json');
    this.stream.write(payload);
    this.stream.end();
  }
}

// The handler's own answers. LibreChat's client shows `message`.
function say(answer, status, message, headers) {
  answer.begin({ statusCode: status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers } });
  answer.chunks = [];
  answer.size = 0;
  answer.write(Buffer.from(JSON.stringify({ message })));
  answer.end();
}

// An event that LibreChat's client shows in place of the answer. In the middle of an event it takes that one over: its
// half of a JSON text must not be dispatched as a message.
const errorEvent = (text, tail) => `${betweenEvents(tail) ? '' : '\n'}event: error\ndata: ${JSON.stringify({ text, error: true })}\n\n`;
const betweenEvents = (tail) => tail === '' || /(\n\n|\r\n\r\n|\r\r)$/.test(tail);

// Hands the body on until it ends ("ok"), breaks off ("broken") or must stop ("deadline").
function relay(response, answer, late) {
  if (response.complete) {
    // All of a short answer came with its headers, and leaves with them.
    const body = response.read();
    if (body) answer.write(body);
    return { outcome: 'ok', tail: '' };
  }
  const sse = isEventStream(response) && answer.mode === 'stream';
  return new Promise((resolve) => {
    let tail = ''; // the last four characters of an event stream
    let ping;
    const finish = (outcome) => {
      clearInterval(ping);
      resolve({ outcome, tail });
    };
    response.on('data', (chunk) => {
      if (!answer.write(chunk)) response.pause(); // FR-008: memory stays flat however slow the reader is
      if (!sse) return;
      tail = (chunk.length < 4 ? tail : '').concat(chunk.toString('latin1', Math.max(0, chunk.length - 4))).slice(-4);
      ping?.refresh();
    });
    answer.stream.on('drain', () => response.resume());
    response.on('end', () => finish('ok'));
    response.on('error', () => finish('broken'));
    response.on('close', () => finish(response.complete ? 'ok' : 'broken'));
    late.catch(() => finish('deadline'));
    // CloudFront gives up on an origin that is silent for its read timeout (SC-004).
    if (sse && settings.pingMs > 0) {
      ping = setInterval(() => {
        if (betweenEvents(tail) && !response.isPaused()) answer.write(PING);
      }, settings.pingMs);
    }
  });
}

function isEventStream({ headers }) {
  return /^text\/event-stream\b/i.test(headers['content-type']) && !headers['content-encoding'] && !headers['content-length'];
}

// Holds the invocation until the server's outgoing calls for this request are done (FR-044): what is not done when the
// next event is asked for may be frozen for hours.
let drains = 0;
function drain(instance, limit) {
  if (instance.gone || !instance.child.connected || limit <= 0) return;
  return new Promise((resolve) => {
    const id = ++drains;
    const timer = setTimeout(() => done(), limit);
    const done = (drained = id) => {
      if (drained !== id) return; // of an invocation that had reached its cap
      clearTimeout(timer);
      resolve();
    };
    instance.drained = done;
    instance.child.send({ drain: id, quietMs: QUIET_MS }, (error) => error && done());
  });
}

async function serve(event, answer, context) {
  context.callbackWaitsForEmptyEventLoop = false; // the child keeps the event loop busy for good
  const began = performance.now();
  const entry = { requestId: context.awsRequestId, method: event?.httpMethod, path: event?.path, mode: answer.mode, coldStart };
  coldStart = false;
  const left = () => context.getRemainingTimeInMillis() - DEADLINE_MARGIN_MS;
  let alarm;
  const late = new Promise((_, reject) => {
    alarm = setTimeout(() => reject(new Error('the time is up')), Math.max(0, left()));
  });
  late.catch(() => {});
  const exchange = {};
  const finish = async (status, outcome) => {
    entry.durationMs = since(began);
    entry.drainMs = 0;
    if (exchange.server && outcome === 'ok') {
      const draining = performance.now();
      await drain(exchange.server, Math.min(settings.drainMs, left()));
      entry.drainMs = since(draining);
    }
    clearTimeout(alarm);
    log(outcome === 'ok' ? 'info' : 'warn', 'request', { ...entry, status, outcome });
  };
  // Fails before an answer has begun: said in JSON, since API Gateway can make nothing of a bare error.
  const refuse = (status, outcome, message, headers) => {
    exchange.request?.destroy();
    entry.firstByteMs = since(began);
    say(answer, status, message, headers);
    return finish(status, outcome);
  };

  try {
    await Promise.race([theServer(), late]);
  } catch {
    return refuse(503, 'unavailable', 'The service is starting. Please try again in a few seconds.', { 'retry-after': '5' });
  }

  let response;
  try {
    response = await Promise.race([forward(toRequest(event), exchange), late]);
  } catch (error) {
    if (left() <= 0) return refuse(504, 'deadline', 'The server did not answer in time.');
    if (error instanceof BadEvent || /^ERR_(INVALID|UNESCAPED|HTTP_INVALID)/.test(error.code)) return refuse(400, 'broken', 'Bad request.');
    if (!exchange.request) return refuse(503, 'unavailable', 'The service is starting. Please try again in a few seconds.', { 'retry-after': '5' });
    return refuse(502, 'broken', 'The server broke off before it answered.');
  }

  entry.firstByteMs = since(began);
  try {
    answer.begin(toMetadata(response), response.readableLength > 0);
  } catch (error) {
    return refuse(502, 'broken', error.message);
  }
  const { outcome, tail } = await relay(response, answer, late);
  if (outcome !== 'ok') exchange.request.destroy();

  if (answer.mode === 'buffered' && outcome !== 'ok') {
    if (outcome === 'deadline') return refuse(504, outcome, 'The server did not finish in time.');
    return refuse(502, outcome, 'The server broke off in the middle of its answer.');
  }
  if (outcome === 'deadline' && isEventStream(response)) {
    answer.write(errorEvent('The answer took longer than the time that is allowed for it.', tail));
  } else if (outcome !== 'ok') {
    if (isEventStream(response)) answer.write(errorEvent('The server broke off in the middle of its answer.', tail));
    await finish(response.statusCode, outcome);
    throw new Error(outcome === 'broken' ? 'the server broke off in the middle of its answer' : 'the answer was cut at the deadline');
  }
  try {
    answer.end();
  } catch (error) {
    return refuse(502, 'broken', error.message);
  }
  return finish(response.statusCode, outcome);
}

export const handler = awslambda.streamifyResponse((event, stream, context) => serve(event, new StreamedAnswer(stream), context));
export const buffered = awslambda.streamifyResponse((event, stream, context) => serve(event, new BufferedAnswer(stream), context));

// At import, that is in the init phase, which has more CPU; the first event waits for the rest. A failure has been logged
// by then, and the first event tries again.
let timer;
const limit = new Promise((resolve) => (timer = setTimeout(resolve, INIT_LIMIT_MS - performance.now())));
await Promise.race([theServer(), limit]).catch(() => {});
clearTimeout(timer);
