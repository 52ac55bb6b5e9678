// A REST API of API Gateway (v1), as it was deployed: its resources and methods, its keys and its
// throttle, proxy integrations of both transfer modes, MOCK integrations, its own error answers.

import { randomBytes, randomUUID } from 'node:crypto';

import { FunctionError } from './runtime-api.mjs';
import { Throttled } from './function.mjs';

const MB = 1024 * 1024;
const REQUEST_LIMIT = 10 * MB;
const PAYLOAD_LIMIT = 6 * MB; // Lambda's, each way, for what is not streamed
const METADATA_LIMIT = 16 * 1024;
const DELIMITER = Buffer.alloc(8);
const UNTHROTTLED = 10 * MB;
const BYTES_PER_MS = (2 * MB) / 1000;

// What API Gateway sets itself, and then hands on under another name
// (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html).
const REMAPPED = new Set([
  'connection',
  'content-length',
  'date',
  'host',
  'server',
  'www-authenticate',
]);
const NOT_PASSED_ON = new Set([
  'connection',
  'expect',
  'keep-alive',
  'te',
  'transfer-encoding',
  'upgrade',
]);

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// An answer of API Gateway's own.
class Refusal extends Error {
  constructor(status, message, type) {
    super(message);
    Object.assign(this, { status, type });
  }
}

const serverError = () => new Refusal(502, 'Internal server error', 'InternalServerErrorException');

export class RestApi {
  // `functions`: by ARN. `stage`: the one that this is.
  constructor({ api, stage, resources, keys, throttle, account, region }, functions) {
    Object.assign(this, { api, stage, resources, keys, throttle, account, region, functions });
    this.host = `${api.id}.execute-api.${region}.amazonaws.com`;
    this.tokens = throttle?.burstLimit;
    this.refilled = performance.now();
  }

  // `request`: {method, path, query, headers: [[name, value]], body, edge, entry}. Returns {status,
  // headers, body}.
  async handle(request) {
    const id = randomUUID();
    const seconds = Math.floor(Date.now() / 1000).toString(16);
    const trace = `Root=1-${seconds}-${randomBytes(12).toString('hex')}`;
    const own = [
      ['x-amzn-requestid', id],
      ['x-amz-apigw-id', randomBytes(11).toString('base64url') + '='],
      ['date', new Date().toUTCString()],
    ];
    try {
      const answer = await this.#answer(request, id, trace);
      return { ...answer, headers: [...own, ['x-amzn-trace-id', trace], ...answer.headers] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const body = Buffer.from(JSON.stringify({ message: error.message }));
      const type = ['x-amzn-errortype', error.type];
      return {
        status: error.status,
        headers: [...own, ['content-type', 'application/json'], type],
        body,
      };
    }
  }

  async #answer(request, id, trace) {
    const path = request.path.startsWith(`/${this.stage.stageName}/`)
      ? request.path.slice(this.stage.stageName.length + 1)
      : undefined;
    const found = path && this.#resource(path);
    const methods = found?.resource.resourceMethods ?? {};
    const method = methods[request.method] ?? methods.ANY;
    if (!method)
      throw new Refusal(403, 'Missing Authentication Token', 'MissingAuthenticationTokenException');
    request.entry.update({ route: found.resource.path });
    const key = this.#admit(method, request.headers);
    if (request.body.length > REQUEST_LIMIT)
      throw new Refusal(413, 'Request Too Long', 'RequestTooLargeException');
    const integration = method.methodIntegration;
    if (integration.type === 'MOCK') return this.#mock(integration);
    const streams = integration.uri.endsWith('/response-streaming-invocations');
    request.entry.update({ mode: streams ? 'stream' : 'buffered' });
    const event = this.#event({ request, path, found, id, trace, key, methods });
    const payload = Buffer.from(JSON.stringify(event));
    if (payload.length > PAYLOAD_LIMIT)
      throw new Refusal(413, 'Request Too Long', 'RequestTooLargeException');
    const invocation = this.#invoke(integration, payload, {
      traceId: trace,
      request: request.entry,
    });
    const deadline = Date.now() + integration.timeoutInMillis;
    return streams ? streamed(invocation, deadline) : buffered(invocation, deadline);
  }

  // The resource at a path: what is written out comes before {parameters}, and those before
  // {proxy+}.
  #resource(path) {
    const parts = path.split('/').slice(1);
    let found;
    let best = -1;
    for (const resource of this.resources) {
      const names = resource.path.split('/').slice(1);
      const parameters = {};
      let score = 0;
      const fits = names.every((name, i) => {
        if (/^\{.+\+\}$/.test(name)) {
          parameters[name.slice(1, -2)] = parts.slice(i).join('/');
          return parts.length > i && parts[i] !== '';
        }
        if (/^\{.+\}$/.test(name)) {
          parameters[name.slice(1, -1)] = parts[i];
          score += 2;
          return Boolean(parts[i]);
        }
        score += 3;
        return name === parts[i];
      });
      const whole = /\+\}$/.test(resource.path) || names.length === parts.length;
      if (fits && whole && score > best) [found, best] = [{ resource, parameters }, score];
    }
    return found;
  }

  // Throws unless the key is there and the throttle lets one more pass; returns the key.
  #admit(method, headers) {
    if (!method.apiKeyRequired) return undefined;
    const value = headers.find(([name]) => name.toLowerCase() === 'x-api-key')?.[1];
    const key = this.keys.find((known) => known.enabled && known.value === value);
    if (!key) throw new Refusal(403, 'Forbidden', 'ForbiddenException');
    if (!this.throttle) return key;
    const { burstLimit, rateLimit } = this.throttle;
    const now = performance.now();
    this.tokens = Math.min(burstLimit, this.tokens + ((now - this.refilled) / 1000) * rateLimit);
    this.refilled = now;
    if (this.tokens < 1) throw new Refusal(429, 'Too Many Requests', 'TooManyRequestsException');
    this.tokens -= 1;
    return key;
  }

  #mock(integration) {
    const binary = this.api.binaryMediaTypes?.includes('*/*');
    // Then it cannot read its own template.
    if (binary && integration.contentHandling !== 'CONVERT_TO_TEXT') {
      throw new Refusal(500, 'Internal server error', 'InternalServerErrorException');
    }
    const template = integration.requestTemplates?.['application/json'] ?? '{"statusCode": 200}';
    const status = JSON.parse(template).statusCode;
    const response = integration.integrationResponses?.[status] ?? {};
    const headers = Object.entries(response.responseParameters ?? {}).map(([name, value]) => [
      name.replace('method.response.header.', '').toLowerCase(),
      value.replace(/^'(.*)'$/, '$1'),
    ]);
    return { status, headers, body: null };
  }

  #invoke(integration, payload, options) {
    const [, arn] = /\/functions\/(.+)\/(?:invocations|response-streaming-invocations)$/.exec(
      integration.uri,
    );
    const fn = this.functions.find((known) => arn === known.arn || arn.startsWith(`${known.arn}:`));
    if (!fn) throw new Refusal(500, 'Internal server error', 'InternalServerErrorException');
    try {
      return fn.invoke(payload, options);
    } catch (error) {
      if (!(error instanceof Throttled)) throw error;
      throw new Refusal(500, 'Internal server error', 'InternalServerErrorException');
    }
  }

  // The event of a proxy integration, payload version 1.0
  // (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
  #event({ request, path, found, id, trace, key }) {
    const { resource, parameters } = found;
    const headers = request.headers.filter(([name]) => !NOT_PASSED_ON.has(name.toLowerCase()));
    const sent = headers.find(([name]) => name.toLowerCase() === 'x-forwarded-for')?.[1];
    const all = [
      ...headers.filter(([name]) => !/^(host|x-forwarded-for|x-amzn-trace-id)$/i.test(name)),
      ['Host', this.host],
      ['X-Amzn-Trace-Id', trace],
      ['X-Forwarded-For', sent ? `${sent}, ${request.edge}` : request.edge],
      ['X-Forwarded-Port', '443'],
      ['X-Forwarded-Proto', 'https'],
    ];
    const query = [...new URLSearchParams(request.query)];
    const now = new Date();
    const [multiValueHeaders, multiValueQueryStringParameters] = [grouped(all), grouped(query)];
    const agent = headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? null;
    const nobody = ['accountId', 'caller', 'user', 'userArn', 'accessKey', 'cognitoIdentityId'];
    return {
      resource: resource.path,
      path,
      httpMethod: request.method,
      headers: last(multiValueHeaders),
      multiValueHeaders,
      queryStringParameters: last(multiValueQueryStringParameters),
      multiValueQueryStringParameters,
      pathParameters: Object.keys(parameters).length ? parameters : null,
      stageVariables: Object.keys(this.stage.variables ?? {}).length ? this.stage.variables : null,
      requestContext: {
        resourceId: resource.id,
        resourcePath: resource.path,
        httpMethod: request.method,
        extendedRequestId: randomBytes(11).toString('base64url') + '=',
        requestTime: clf(now),
        path: request.path,
        accountId: this.account,
        protocol: 'HTTP/1.1',
        stage: this.stage.stageName,
        domainPrefix: this.api.id,
        requestTimeEpoch: now.getTime(),
        requestId: id,
        identity: {
          ...Object.fromEntries(nobody.map((name) => [name, null])),
          apiKey: key?.value,
          apiKeyId: key?.id,
          sourceIp: request.edge,
          userAgent: agent,
        },
        domainName: this.host,
        deploymentId: this.stage.deploymentId,
        apiId: this.api.id,
      },
      ...this.#body(request),
    };
  }

  #body({ body, headers }) {
    if (!body.length) return { body: null, isBase64Encoded: false };
    const type =
      headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/json';
    const binary = this.api.binaryMediaTypes ?? [];
    const isBase64Encoded = binary.some((known) => known === '*/*' || known === type.split(';')[0]);
    return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
  }
}

function grouped(pairs) {
  if (!pairs.length) return null;
  const map = Object.create(null);
  for (const [name, value] of pairs) (map[name] ??= []).push(value);
  return map;
}

function last(map) {
  return map && Object.fromEntries(Object.entries(map).map(([name, all]) => [name, all.at(-1)]));
}

// 25/Nov/2026:03:00:00 +0000
function clf(date) {
  const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString());
  return `${day}/${month}/${year}:${time} +0000`;
}

// -------------------------------------------------------------------------- answers of a function

// The bytes of an answer, read one by one, with the integration's timeout.
class Reader {
  constructor(invocation, deadline) {
    this.answer = invocation.answer;
    this.chunks = this.answer[Symbol.asyncIterator]();
    this.alarm = setTimeout(() => {
      this.late = true;
      this.answer.destroy(new FunctionError('the integration timed out'));
    }, deadline - Date.now());
  }

  async next() {
    try {
      const { value } = await this.chunks.next();
      return value;
    } catch (error) {
      this.done();
      if (this.late)
        throw new Refusal(504, 'Endpoint request timed out', 'InternalServerErrorException');
      if (error instanceof FunctionError) throw serverError();
      throw error;
    }
  }

  // Also when the client has left: the function goes on, and what it writes is read by nobody.
  done() {
    clearTimeout(this.alarm);
    this.answer.destroy();
  }
}

async function buffered(invocation, deadline) {
  const reader = new Reader(invocation, deadline);
  const chunks = [];
  let size = 0;
  for (let chunk; (chunk = await reader.next());) {
    size += chunk.length;
    if (size <= PAYLOAD_LIMIT) chunks.push(chunk);
  }
  reader.done();
  if (size > PAYLOAD_LIMIT) throw serverError();
  const answer = parsed(Buffer.concat(chunks));
  if (
    !Number.isInteger(Number(answer?.statusCode)) ||
    (answer.body ?? '') !== String(answer.body ?? '')
  ) {
    throw serverError();
  }
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  return { status: Number(answer.statusCode), headers: headersOf(answer), body };
}

// Metadata, eight NUL bytes, the body as it comes.
async function streamed(invocation, deadline) {
  const reader = new Reader(invocation, deadline);
  let head = Buffer.alloc(0);
  let end;
  while ((end = head.indexOf(DELIMITER)) < 0) {
    const chunk = await reader.next();
    if (!chunk || head.length > METADATA_LIMIT) {
      reader.done();
      throw serverError();
    }
    head = Buffer.concat([head, chunk]);
  }
  const metadata = parsed(head.subarray(0, end));
  if (end > METADATA_LIMIT || !Number.isInteger(Number(metadata?.statusCode))) {
    reader.done();
    throw serverError();
  }
  const body = rest(reader, head.subarray(end + DELIMITER.length));
  return { status: Number(metadata.statusCode), headers: headersOf(metadata), body };
}

async function* rest(reader, first) {
  let sent = first.length;
  try {
    if (first.length) yield first;
    for (let chunk; (chunk = await reader.next());) {
      sent += chunk.length;
      if (sent > UNTHROTTLED) await sleep(chunk.length / BYTES_PER_MS);
      yield chunk;
    }
  } finally {
    reader.done();
  }
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function headersOf({ headers, multiValueHeaders, cookies }) {
  const all = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]);
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) {
    for (const value of values) all.push([name, String(value)]);
  }
  for (const cookie of cookies ?? []) all.push(['set-cookie', cookie]);
  const named = all.map(([name, value]) => {
    const low = name.toLowerCase();
    return [REMAPPED.has(low) ? `x-amzn-remapped-${low}` : low, value];
  });
  const isTyped = named.some(([name]) => name === 'content-type');
  const passed = named.filter(([name]) => !NOT_PASSED_ON.has(name));
  return isTyped ? passed : [...passed, ['content-type', 'application/json']];
}
