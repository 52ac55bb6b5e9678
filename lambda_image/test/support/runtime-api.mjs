// Lambda's Runtime API, as much of it as a runtime asks for: next, response, error, init/error.
// It keeps what came over the wire (chunks with their times, headers, trailers), which the
// emulator that AWS offers buffers and drops.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';

const DELIMITER = Buffer.alloc(8);

export class RuntimeApi {
  queue = [];
  current = undefined; // the invocation that the runtime works on
  waiting = undefined; // the runtime's open request for the next event
  // Called when the runtime asks for an event and there is none: when Lambda freezes the sandbox.
  onIdle = () => {};
  onEvent = () => {}; // called before an event is handed out: when Lambda thaws it

  async listen(host = '127.0.0.1') {
    this.server = http.createServer((request, response) => this.#serve(request, response));
    this.server.keepAliveTimeout = 0; // Lambda's does not close an idle connection either
    this.server.listen(0, host);
    await once(this.server, 'listening');
    this.address = `127.0.0.1:${this.server.address().port}`;
    return this;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }

  // Queues an event. `slow`: milliseconds to wait before each read of the answer. `timeout`: the
  // function's, in ms. `raw`: the event's text, to send something that is no JSON.
  invoke(event, { timeout = 60_000, slow = 0, raw, traceId } = {}) {
    const invocation = new Invocation({
      event: raw ?? JSON.stringify(event),
      timeout,
      slow,
      traceId,
    });
    this.queue.push(invocation);
    this.#handOut();
    return invocation;
  }

  async #handOut() {
    if (!this.waiting || this.queue.length === 0) return;
    const response = this.waiting;
    this.waiting = undefined;
    this.current = this.queue.shift();
    await this.onEvent();
    this.current.began = performance.now();
    response.setHeader('lambda-runtime-aws-request-id', this.current.id);
    response.setHeader('lambda-runtime-deadline-ms', String(Date.now() + this.current.timeout));
    response.setHeader(
      'lambda-runtime-invoked-function-arn',
      'arn:aws:lambda:eu-west-1:123456789012:function:test',
    );
    if (this.current.traceId) response.setHeader('lambda-runtime-trace-id', this.current.traceId);
    response.setHeader('content-type', 'application/json');
    response.end(this.current.event);
  }

  async #serve(request, response) {
    const [, id, what] =
      /^\/2018-06-01\/runtime\/(?:invocation\/([^/]+)\/)?([a-z/]+)$/.exec(request.url) ?? [];
    if (request.method === 'GET' && request.url.endsWith('/invocation/next')) {
      this.current?.returned.resolve(performance.now());
      this.current = undefined;
      this.waiting = response;
      if (this.queue.length > 0) this.#handOut();
      else this.onIdle();
      return;
    }
    const invocation = this.current;
    if (what === 'init/error' || !invocation || id !== invocation.id) {
      for await (const chunk of request) void chunk;
      return response.writeHead(what === 'init/error' ? 202 : 403).end('{}');
    }
    await invocation.receive(what, request);
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
  }
}

const deferred = () => {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return Object.assign(promise, { resolve });
};

class Invocation {
  id = randomUUID();
  chunks = []; // {at, data}: milliseconds after the event was handed out
  size = 0;
  headers = undefined;
  trailers = undefined;
  metadataAt = undefined;
  started = deferred(); // metadata and delimiter are there
  ended = deferred(); // the runtime's answer is complete: so is the client's
  returned = deferred(); // the runtime asked for the next event: the sandbox may freeze

  constructor(options) {
    Object.assign(this, options);
    this.keep = true;
  }

  async receive(what, request) {
    this.headers = request.headers;
    this.kind = what;
    try {
      for await (const data of request) {
        const at = performance.now() - this.began;
        this.size += data.length;
        if (this.keep || this.size < 100_000) this.chunks.push({ at, data });
        if (this.metadataAt === undefined && this.#delimiter() >= 0) {
          this.metadataAt = at;
          this.started.resolve();
        }
        if (this.slow) await new Promise((resolve) => setTimeout(resolve, this.slow));
      }
    } catch {
      this.aborted = true; // the runtime process has ended in the middle
    }
    this.trailers = request.trailers;
    this.endedAt = performance.now() - this.began;
    this.started.resolve();
    this.ended.resolve(this);
  }

  get raw() {
    return Buffer.concat(this.chunks.map(({ data }) => data));
  }

  #delimiter() {
    return this.raw.indexOf(DELIMITER);
  }

  // As API Gateway reads a streamed answer.
  get metadata() {
    const end = this.#delimiter();
    if (end < 0)
      throw new Error(`no metadata: ${JSON.stringify(this.raw.toString().slice(0, 200))}`);
    return JSON.parse(this.raw.subarray(0, end));
  }

  get body() {
    return this.raw.subarray(this.#delimiter() + DELIMITER.length);
  }

  get text() {
    return this.body.toString();
  }

  // What an error after the beginning leaves: API Gateway can only cut the answer then.
  get failure() {
    const body = this.trailers?.['lambda-runtime-function-error-body'];
    return body ? JSON.parse(Buffer.from(body, 'base64')) : undefined;
  }

  // As API Gateway reads a buffered answer.
  get proxy() {
    const answer = JSON.parse(this.raw);
    return {
      ...answer,
      bytes: Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8'),
    };
  }
}

// An event as a REST API's proxy integration makes it (payload version 1.0).
export function restEvent(
  method,
  path,
  { query = {}, headers = {}, body = null, isBase64Encoded = false } = {},
) {
  const multi = (map) => {
    const lists = Object.entries(map).map(([name, value]) => [name, [value].flat()]);
    return lists.length ? Object.fromEntries(lists) : null;
  };
  const last = (map) =>
    map && Object.fromEntries(Object.entries(map).map(([name, values]) => [name, values.at(-1)]));
  const multiValueHeaders = multi({
    Host: 'abc123.execute-api.eu-west-1.amazonaws.com',
    'User-Agent': 'Mozilla/5.0 (test)',
    'X-Forwarded-For': '203.0.113.7, 130.176.1.1',
    'X-Forwarded-Port': '443',
    'X-Forwarded-Proto': 'https',
    ...headers,
  });
  const multiValueQueryStringParameters = multi(query);
  return {
    resource: '/{proxy+}',
    path,
    httpMethod: method,
    headers: last(multiValueHeaders),
    multiValueHeaders,
    queryStringParameters: last(multiValueQueryStringParameters),
    multiValueQueryStringParameters,
    pathParameters: { proxy: path.slice(1) },
    stageVariables: null,
    requestContext: {
      stage: 'prod',
      path: `/prod${path}`,
      httpMethod: method,
      identity: { sourceIp: '203.0.113.7' },
    },
    body: typeof body === 'string' || body === null ? body : JSON.stringify(body),
    isBase64Encoded,
  };
}
