// Lambda's Runtime API for one sandbox
// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), and the invocations that go
// over it.

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { PassThrough } from 'node:stream';

// An answer is sent at once up to 6 MB, then at 2 MB/s
// (https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html).
const UNTHROTTLED = 6 * 1024 * 1024;
const BYTES_PER_MS = (2 * 1024 * 1024) / 1000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class FunctionError extends Error {}

export class Invocation {
  id = randomUUID();
  // What the function answers; destroyed with a FunctionError where it does not, or breaks off.
  answer = new PassThrough({ highWaterMark: 64 * 1024 });

  constructor(payload, traceId) {
    this.payload = payload;
    this.traceId = traceId;
    this.answer.on('error', () => {}); // a reader may have left, or not have come yet
  }

  fail(message) {
    this.answer.destroy(new FunctionError(message));
  }

  // All that the runtime sends, whether or not somebody reads it: a function is not told that its
  // client has left.
  async receive(request) {
    let sent = 0;
    try {
      for await (const chunk of request) {
        sent += chunk.length;
        if (sent > UNTHROTTLED) await sleep(chunk.length / BYTES_PER_MS);
        if (!this.answer.destroyed && !this.answer.write(chunk)) await this.#room();
      }
    } catch {
      return this.fail('the runtime ended in the middle of its answer');
    }
    const failure = request.trailers['lambda-runtime-function-error-body'];
    if (failure) return this.fail(Buffer.from(failure, 'base64').toString());
    this.answer.end();
  }

  async #room() {
    const left = new AbortController();
    const { signal } = left;
    await Promise.race([
      once(this.answer, 'drain', { signal }),
      once(this.answer, 'close', { signal }),
    ]).catch(() => {});
    left.abort();
  }
}

export class RuntimeApi {
  waiting = undefined; // the runtime's open request for the next event
  current = undefined; // the invocation that the runtime works on

  // `onNext`: the runtime asks for an event; what it had is done. `onAnswered`: the answer is out.
  // `onInitError`: the runtime could not start.
  constructor({ onNext, onAnswered, onInitError }) {
    Object.assign(this, { onNext, onAnswered, onInitError });
  }

  async listen(address) {
    this.server = http.createServer((request, response) => this.#serve(request, response));
    this.server.keepAliveTimeout = 0; // Lambda's does not close an idle connection either
    this.server.requestTimeout = 0; // an answer may take 15 minutes
    this.server.listen(0, address);
    await once(this.server, 'listening');
    return this.server.address().port;
  }

  close() {
    this.server.close();
    this.server.closeAllConnections();
  }

  handOut(invocation, { deadline, functionArn }) {
    const response = this.waiting;
    this.waiting = undefined;
    this.current = invocation;
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Math.round(deadline)),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': invocation.traceId,
    });
    response.end(invocation.payload);
  }

  // The runtime begins anew: what it had asked for, nobody waits for any more.
  forget() {
    this.waiting = this.current = undefined;
  }

  async #serve(request, response) {
    const [, id, what] =
      /^\/2018-06-01\/runtime\/(?:invocation\/([^/]+)\/)?([a-z/]+)$/.exec(request.url) ?? [];
    if (request.method === 'GET' && what === 'invocation/next') {
      this.current = undefined;
      this.waiting = response;
      return this.onNext();
    }
    if (request.method === 'POST' && what === 'init/error') {
      this.onInitError(await text(request));
      return accept(response);
    }
    const invocation = this.current;
    if (!invocation || id !== invocation.id || !['response', 'error'].includes(what)) {
      await text(request);
      return response.writeHead(id ? 400 : 404).end('{"errorType":"InvalidRequestID"}');
    }
    if (what === 'error') invocation.fail(await text(request));
    else await invocation.receive(request);
    accept(response);
    this.onAnswered();
  }
}

function accept(response) {
  response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
}

async function text(request) {
  let all = '';
  try {
    for await (const chunk of request.setEncoding('utf8')) all += chunk;
  } catch {
    // the runtime has ended
  }
  return all;
}
