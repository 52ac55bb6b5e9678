// API Gateway's events to HTTP requests, and HTTP's status and headers to API Gateway's.

import { isUtf8 } from 'node:buffer';
import { OWN_REQUEST } from './ask.mjs';

// Hop-by-hop (RFC 9110, 7.6.1) and what the handler sets itself; x-api-key is CloudFront's key to
// the API (FR-046).
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
  'x-forwarded-proto',
  OWN_REQUEST,
]);
const NOT_RETURNED = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);
const METHODS_WITHOUT_BODY = ['GET', 'HEAD', 'OPTIONS', 'DELETE'];

export class BadEvent extends Error {}

// A REST API's proxy event (payload version 1.0) as the options of http.request, and the body.
// `host` is the deployment's, `traceId` the invocation's.
export function toRequest(event, { host, traceId }) {
  const isEvent = typeof event?.httpMethod === 'string' && typeof event.path === 'string';
  if (!isEvent || !event.path.startsWith('/')) {
    throw new BadEvent('not an event of a REST API: it has no httpMethod or path');
  }
  const body = toBody(event);
  const headers = toHeaders(event, { host, traceId });
  if (body?.length || !METHODS_WITHOUT_BODY.includes(event.httpMethod)) {
    headers['content-length'] = body?.length ?? 0;
  }
  return { options: { method: event.httpMethod, path: toPath(event), headers }, body };
}

function toBody(event) {
  if (typeof event.body !== 'string') return undefined;
  return Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
}

function toHeaders(event, { host, traceId }) {
  const received = Object.create(null); // a header may be named __proto__
  for (const [name, values] of entries(event.multiValueHeaders, event.headers)) {
    (received[name.toLowerCase()] ??= []).push(...values);
  }
  const named = namedByConnection(received.connection);
  const headers = Object.create(null);
  for (const [name, values] of Object.entries(received)) {
    // Whoever names x-forwarded-for in Connection would hide where he comes from.
    const isNamed = named.includes(name) && !name.startsWith('x-forwarded-');
    if (NOT_FORWARDED.has(name) || isNamed) continue;
    headers[name] = values.map(toLatin1);
  }
  // The viewer sees the deployment's domain; API Gateway's own Host would end up in LibreChat's
  // redirects and cookies.
  const visibleHost = host ?? received.host?.[0];
  if (visibleHost) headers.host = headers['x-forwarded-host'] = visibleHost;
  headers['x-forwarded-proto'] = 'https'; // CloudFront and API Gateway admit nothing else
  // "viewer, CloudFront" as API Gateway has it, for TRUST_PROXY=2; nothing is added, since the
  // handler is no hop.
  const { sourceIp } = event.requestContext?.identity ?? {};
  if (sourceIp) headers['x-forwarded-for'] ??= sourceIp;
  if (traceId) headers['x-amzn-trace-id'] = traceId;
  return headers;
}

function toPath(event) {
  const query = entries(event.multiValueQueryStringParameters, event.queryStringParameters)
    .flatMap(([name, values]) => values.map((value) => `${encode(name)}=${encode(value)}`))
    .join('&');
  // What a path may not hold is encoded; what is encoded already is left alone.
  const path = event.path.replace(/[^!$&-;=@-_a-z~%]|%(?![0-9A-Fa-f]{2})/gu, encode);
  return query ? `${path}?${query}` : path;
}

// Multi-value maps first, single-value ones only without them: they hold the last value alone.
function entries(multiple, single) {
  const toText = (value) => String(value ?? '');
  if (!multiple)
    return Object.entries(single ?? {}).map(([name, value]) => [name, [toText(value)]]);
  return Object.entries(multiple).map(([name, values]) => [name, (values ?? []).map(toText)]);
}

function namedByConnection(values = []) {
  return values.flatMap((value) => value.split(',')).map((name) => name.trim().toLowerCase());
}

const encode = (text) => encodeURIComponent(text.toWellFormed());

// Node writes a header's characters as bytes, and reads bytes as characters; what comes as UTF-8
// leaves as UTF-8.
const toLatin1 = (value) => Buffer.from(value, 'utf8').toString('latin1');

function toUnicode(value) {
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString() : value;
}

// What an answer says before its body, as API Gateway reads it: a header with several values, and
// every cookie, in multiValueHeaders, nothing in both.
export function toMetadata(response) {
  const received = Object.create(null);
  for (let i = 0; i < response.rawHeaders.length; i += 2) {
    const [name, value] = response.rawHeaders.slice(i, i + 2);
    (received[name.toLowerCase()] ??= []).push(toUnicode(value));
  }
  const named = namedByConnection(received.connection);
  const headers = Object.create(null);
  const multiValueHeaders = Object.create(null);
  for (const [name, values] of Object.entries(received)) {
    if (NOT_RETURNED.has(name) || named.includes(name)) continue;
    if (values.length > 1 || name === 'set-cookie') multiValueHeaders[name] = values;
    else headers[name] = values[0];
  }
  return { statusCode: response.statusCode, headers, multiValueHeaders };
}
