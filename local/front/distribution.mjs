// A CloudFront distribution as it was deployed: behaviors in order, its function on the viewer's
// request, origins and their headers, caching, compression, the response headers policy, its own
// error pages.

import { createHash, randomBytes } from 'node:crypto';
import vm from 'node:vm';
import zlib from 'node:zlib';

// AWS-managed policies, the same in every account
// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html).
const CACHE_POLICIES = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { name: 'CachingDisabled', least: 0, usual: 0, most: 0 },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': {
    name: 'CachingOptimized',
    least: 1,
    usual: 86_400,
    most: 31_536_000,
    compresses: true,
  },
};
const REQUEST_POLICIES = { 'b689b0a8-53d0-40ab-baf2-68738e2966ac': 'AllViewerExceptHostHeader' };

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
const COMPRESSIBLE = [
  /^text\//,
  /^application\/(javascript|json|manifest\+json|wasm|xml|x-javascript|pdf|vnd\.ms-fontobject)/,
  /^font\/(opentype|otf|ttf)/,
  /^image\/(svg\+xml|vnd\.microsoft\.icon|x-icon)/,
];
const [LEAST_COMPRESSED, MOST_COMPRESSED] = [1_000, 10_000_000];

export const EDGE = '130.176.1.1'; // an address of CloudFront's, for API Gateway
const BODY_LIMIT = 20 * 1024 * 1024;
const NOT_FORWARDED = new RegExp(
  '^(:|(connection|host|keep-alive|proxy-connection|te|transfer-encoding|upgrade|via|' +
    'x-amz-cf-id)$)',
);

export class Distribution {
  cache = new Map();

  // `apis`: by host name. `left_out`: response headers that this front does not send.
  constructor(
    { id, arn, config, headers_policies: policies, functions, left_out: leftOut },
    buckets,
    apis,
  ) {
    Object.assign(this, { id, arn, config, policies, buckets, apis, leftOut });
    this.behaviors = [...(config.CacheBehaviors.Items ?? []), config.DefaultCacheBehavior];
    this.origins = Object.fromEntries(config.Origins.Items.map((origin) => [origin.Id, origin]));
    this.functions = Object.fromEntries(
      functions.map(({ arn, code }) => [arn, edgeFunction(code)]),
    );
    const edge = createHash('sha256').update(id).digest('hex').slice(0, 32);
    this.via = `2.0 ${edge}.cloudfront.net (CloudFront)`;
  }

  // `viewer`: {method, url, headers: [[name, value]], ip, body: stream, entry}.
  async handle(viewer) {
    const [path, query = ''] = split(viewer.url);
    const behavior = this.behaviors.find(
      ({ PathPattern }) => !PathPattern || matches(PathPattern, path),
    );
    const cf = [
      ['via', this.via],
      ['x-amz-cf-pop', 'LOCAL1-C1'],
      ['x-amz-cf-id', randomBytes(32).toString('base64url')],
    ];
    let answer;
    try {
      answer = await this.#answer(behavior, { ...viewer, path, query });
    } catch (error) {
      if (!(error instanceof EdgeError)) throw error;
      answer = errorPage(error);
    }
    viewer.entry.update({ cache: answer.cache });
    const headers = [...answer.headers, ['x-cache', `${answer.cache} from cloudfront`], ...cf];
    return { ...answer, headers: this.#withPolicy(behavior, headers) };
  }

  async #answer(behavior, viewer) {
    if (!behavior.AllowedMethods.Items.includes(viewer.method)) {
      throw new EdgeError(
        403,
        'This distribution is not configured to allow the HTTP request method.',
      );
    }
    const request = await this.#viewerRequest(behavior, viewer);
    if (request.answer) return request.answer;
    if (request.path === '/') request.path = `/${this.config.DefaultRootObject}`;
    const origin = this.origins[behavior.TargetOriginId];
    return origin.CustomOriginConfig
      ? this.#fromApi(origin, behavior, request)
      : this.#fromBucket(origin, behavior, request);
  }

  // The function on the viewer's request, if there is one: it may change the request, or answer it.
  async #viewerRequest(behavior, viewer) {
    const association = (behavior.FunctionAssociations.Items ?? []).find(
      ({ EventType }) => EventType === 'viewer-request',
    );
    if (!association) return { ...viewer };
    const changed = await this.functions[association.FunctionARN]({
      version: '1.0',
      context: { distributionId: this.id, eventType: 'viewer-request', requestId: viewer.entry.id },
      viewer: { ip: viewer.ip },
      request: {
        method: viewer.method,
        uri: viewer.path,
        querystring: valued([...new URLSearchParams(viewer.query)]),
        headers: valued(
          viewer.headers.filter(([name]) => name !== 'cookie' && !name.startsWith(':')),
        ),
        cookies: {},
      },
    });
    if (!changed.statusCode) return { ...viewer, path: changed.uri };
    const headers = Object.entries(changed.headers ?? {}).map(([name, { value }]) => [name, value]);
    const body = Buffer.from(changed.body?.data ?? changed.body ?? '');
    return {
      answer: { status: changed.statusCode, headers, body, cache: 'FunctionGeneratedResponse' },
    };
  }

  async #fromBucket(origin, behavior, request) {
    const policy = CACHE_POLICIES[behavior.CachePolicyId];
    const kept = this.cache.get(request.path);
    const fresh = kept && kept.until > Date.now();
    const found = fresh ? kept.answer : await this.#read(origin, request);
    if (!fresh && found.status === 200) {
      const until = Date.now() + lifetime(found, policy) * 1000;
      this.cache.set(request.path, { answer: found, until, since: Date.now() });
    }
    const cache = found.status >= 400 ? 'Error' : fresh ? 'Hit' : 'Miss';
    const age = fresh ? [['age', String(Math.floor((Date.now() - kept.since) / 1000))]] : [];
    const whole = { ...found, cache, headers: [...found.headers, ...age] };
    return compressed(conditional(whole, request), behavior.Compress && policy.compresses, request);
  }

  #read(origin, { method, path }) {
    const request = {
      method: method === 'HEAD' ? 'GET' : method,
      path: encodeURI(path),
      headers: {},
    };
    return this.buckets.forDistribution(origin, this.arn, request);
  }

  async #fromApi(origin, behavior, request) {
    const api = this.apis[origin.DomainName];
    if (!api) throw new EdgeError(502, 'CloudFront could not connect to the origin.');
    const all = REQUEST_POLICIES[behavior.OriginRequestPolicyId] ? request.headers : [];
    const own = (origin.CustomHeaders.Items ?? []).map(({ HeaderName, HeaderValue }) => [
      HeaderName,
      HeaderValue,
    ]);
    const named = new Set(own.map(([name]) => name.toLowerCase()));
    const sent = all.filter(
      ([name]) => !NOT_FORWARDED.test(name) && !named.has(name) && name !== 'x-forwarded-for',
    );
    const before = request.headers.find(([name]) => name === 'x-forwarded-for')?.[1];
    const headers = [
      ...sent,
      ...own,
      ['X-Forwarded-For', before ? `${before}, ${request.ip}` : request.ip],
      ['Via', this.via],
      ['X-Amz-Cf-Id', randomBytes(32).toString('base64url')],
    ];
    const seconds = origin.CustomOriginConfig.OriginReadTimeout;
    const { method, query, entry } = request;
    const path = origin.OriginPath + request.path;
    const body = await whole(request.body);
    const handled = api.handle({ method, path, query, headers, body, edge: EDGE, entry });
    const answer = await inTime(handled, seconds);
    const isStream = answer.body?.[Symbol.asyncIterator] && !Buffer.isBuffer(answer.body);
    const silence = isStream ? noSilence(answer.body, seconds) : answer.body;
    const cache = answer.status >= 400 ? 'Error' : 'Miss';
    return {
      ...answer,
      headers: answer.headers.filter(([name]) => name !== 'date'),
      body: silence,
      cache,
    };
  }

  #withPolicy({ ResponseHeadersPolicyId: id }, headers) {
    const policy = this.policies[id];
    if (!policy) return headers;
    const added = policyHeaders(policy).filter(({ name }) => !this.leftOut.includes(name));
    let all = headers;
    for (const { name, value, override } of added) {
      const has = all.some(([there]) => there === name);
      if (has && !override) continue;
      all = [...all.filter(([there]) => there !== name), [name, value]];
    }
    return all;
  }
}

class EdgeError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function errorPage({ status, message }) {
  const body = `<!DOCTYPE HTML>
<html><head><title>ERROR: The request could not be satisfied</title></head>
<body><h1>${status} ERROR</h1><h2>The request could not be satisfied.</h2><hr>${message}<hr>
<pre>Generated by cloudfront (CloudFront), as played on this machine</pre></body></html>`;
  return {
    status,
    headers: [['content-type', 'text/html']],
    body: Buffer.from(body),
    cache: 'Error',
  };
}

function split(url) {
  const mark = url.indexOf('?');
  return mark < 0 ? [url] : [url.slice(0, mark), url.slice(mark + 1)];
}

// A path pattern: * is any text, ? any one character.
function matches(pattern, path) {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^/?${text.replace(/^\//, '')}$`).test(path);
}

// A CloudFront function, run as it is.
function edgeFunction(code) {
  const context = vm.createContext({ console });
  const handler = vm.runInContext(`${code}\n;handler`, context, { filename: 'viewer-request.js' });
  return async (event) => {
    context.event = structuredClone(event);
    return handler(context.event);
  };
}

function valued(pairs) {
  const map = {};
  for (const [name, value] of pairs) {
    if (map[name]) (map[name].multiValue ??= [{ value: map[name].value }]).push({ value });
    else map[name] = { value };
  }
  return map;
}

// Seconds in the cache: what the object says, within what the policy allows.
function lifetime({ headers }, { least, usual, most }) {
  const said = headers.find(([name]) => name === 'cache-control')?.[1] ?? '';
  const asked = /s-maxage=(\d+)/.exec(said)?.[1] ?? /max-age=(\d+)/.exec(said)?.[1];
  if (/no-cache|no-store|private/.test(said)) return least;
  return Math.min(most, Math.max(least, Number(asked ?? usual)));
}

// 304 where the viewer has it already; the range that it asks for.
function conditional(answer, { headers, method }) {
  const header = (name) => headers.find(([there]) => there === name)?.[1];
  const etag = answer.headers.find(([name]) => name === 'etag')?.[1];
  const bare = (tag) => tag?.trim().replace(/^W\//, '');
  if (answer.status !== 200) return answer;
  const has = header('if-none-match')
    ?.split(',')
    .some((tag) => bare(tag) === bare(etag));
  if (has) return { ...answer, status: 304, body: null };
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(header('range') ?? '') ?? [];
  if (from === undefined || method !== 'GET') return answer;
  const end = Math.min(to ? Number(to) : Infinity, answer.body.length - 1);
  const range = ['content-range', `bytes ${from}-${end}/${answer.body.length}`];
  const rest = answer.headers.filter(([name]) => name !== 'content-length');
  const body = answer.body.subarray(Number(from), end + 1);
  return { ...answer, status: 206, headers: [...rest, range], body, ranged: true };
}

function compressed(answer, allowed, { headers }) {
  const header = (name) => answer.headers.find(([there]) => there === name)?.[1];
  const accepted = headers.find(([name]) => name === 'accept-encoding')?.[1] ?? '';
  const rest = answer.headers.filter(([name]) => name !== 'content-length');
  const bytes = answer.body?.length ?? 0;
  const fits = bytes >= LEAST_COMPRESSED && bytes <= MOST_COMPRESSED;
  const type = header('content-type') ?? '';
  const coding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (
    !allowed ||
    !coding ||
    !fits ||
    answer.ranged ||
    header('content-encoding') ||
    !COMPRESSIBLE.some((types) => types.test(type))
  ) {
    return {
      ...answer,
      headers: answer.body ? [...rest, ['content-length', String(bytes)]] : rest,
    };
  }
  const body = ((compressions.get(answer.body) ??
    compressions.set(answer.body, {}).get(answer.body))[coding] ??=
    coding === 'br'
      ? zlib.brotliCompressSync(answer.body, {
          params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 },
        })
      : zlib.gzipSync(answer.body));
  const weak = rest.map(([name, value]) => [
    name,
    name === 'etag' ? `W/${value.replace(/^W\//, '')}` : value,
  ]);
  const added = [
    ['content-encoding', coding],
    ['content-length', String(body.length)],
    ['vary', 'Accept-Encoding'],
  ];
  return { ...answer, headers: [...weak, ...added], body };
}

// By an object's bytes and the coding: made once.
const compressions = new WeakMap();

async function whole(body) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const silent = (seconds) => new EdgeError(504, `The origin was silent for ${seconds} s.`);

// An origin that is silent for its read timeout is given up.
function inTime(promise, seconds) {
  let alarm;
  const timeout = new Promise((_, reject) => {
    alarm = setTimeout(() => reject(silent(seconds)), seconds * 1000);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(alarm));
}

async function* noSilence(body, seconds) {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { value, done } = await inTime(chunks.next(), seconds);
      if (done) return;
      yield value;
    }
  } finally {
    chunks.return?.().catch(() => {});
  }
}

// What a response headers policy adds.
function policyHeaders({ SecurityHeadersConfig: security = {}, CustomHeadersConfig: custom = {} }) {
  const headers = [];
  const add = (name, part, value) => part && headers.push({ name, value, override: part.Override });
  const { ContentSecurityPolicy: csp, ReferrerPolicy: referrer, FrameOptions: frame } = security;
  const {
    ContentTypeOptions: sniffing,
    StrictTransportSecurity: hsts,
    XSSProtection: xss,
  } = security;
  add('content-security-policy', csp, csp?.ContentSecurityPolicy);
  add('x-content-type-options', sniffing, 'nosniff');
  add('x-frame-options', frame, frame?.FrameOption);
  add('referrer-policy', referrer, referrer?.ReferrerPolicy);
  const subdomains = hsts?.IncludeSubdomains ? '; includeSubDomains' : '';
  const preload = hsts?.Preload ? '; preload' : '';
  add(
    'strict-transport-security',
    hsts,
    `max-age=${hsts?.AccessControlMaxAgeSec}${subdomains}${preload}`,
  );
  add('x-xss-protection', xss, xss?.Protection ? `1${xss.ModeBlock ? '; mode=block' : ''}` : '0');
  for (const part of custom.Items ?? []) add(part.Header.toLowerCase(), part, part.Value);
  return headers;
}
