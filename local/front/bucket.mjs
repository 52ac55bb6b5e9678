// An S3 bucket as an origin of CloudFront, and as a browser or a sandbox reaches it.

import http from 'node:http';

export class Buckets {
  // `endpoint`: the emulated AWS. `policies`: by bucket, as deployed; `controls`: the origin access
  // controls by id.
  constructor({ endpoint, region, policies, controls }) {
    this.endpoint = new URL(endpoint);
    Object.assign(this, { region, policies, controls });
  }

  // One object for a distribution, which the bucket must admit (FR-014).
  async forDistribution(origin, arn, { method, path, headers }) {
    const bucket = origin.DomainName.split('.s3.')[0];
    const control = this.controls[origin.OriginAccessControlId];
    const signs = control?.SigningBehavior === 'always';
    if (!signs || !admits(this.policies[bucket], arn)) return denied();
    const request = { method, path: `/${bucket}${origin.OriginPath}${path}`, headers };
    const response = await this.#send(request, 'CLOUDFRONT');
    const chunks = [];
    for await (const chunk of response) chunks.push(chunk);
    return { status: response.statusCode, headers: pairs(response), body: Buffer.concat(chunks) };
  }

  // Everything that is addressed to AWS itself: signed requests, signed URLs, and a bucket's
  // answers to a preflight.
  async direct(request, response) {
    const url = new URL(request.url, 'https://aws');
    const [bucket] = request.host.split('.aws.localhost');
    const isVirtualHost = request.host.includes('.aws.localhost');
    const path = isVirtualHost ? `/${bucket}${request.url}` : request.url;
    const isSigned = request.headers.authorization || url.searchParams.has('X-Amz-Signature');
    if ((!isSigned && request.method !== 'OPTIONS') || expired(url.searchParams)) {
      const { status, body } = denied();
      return response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
    }
    const headers = { ...request.headers };
    for (const name of Object.keys(headers)) if (name.startsWith(':')) delete headers[name];
    const upstream = await this.#send({ method: request.method, path, headers, body: request });
    const answered = {};
    for (const [name, value] of pairs(upstream)) answered[name] = value;
    response.writeHead(upstream.statusCode, answered);
    upstream.pipe(response);
    upstream.on('error', () => response.destroy());
  }

  #send({ method, path, headers, body }, signer) {
    const { hostname, port } = this.endpoint;
    const scope = `${signer}/20260101/${this.region}/s3/aws4_request`;
    const signed = {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    };
    const sent = { ...headers, ...(signer ? signed : {}), host: this.endpoint.host };
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method, path, headers: sent, agent: false };
      const request = http.request(options, resolve);
      request.on('error', reject);
      if (body) body.pipe(request);
      else request.end();
    });
  }
}

const DROPPED = new Set(['connection', 'keep-alive', 'transfer-encoding', 'server', 'date']);

function pairs({ rawHeaders }) {
  const all = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i].toLowerCase();
    if (!DROPPED.has(name)) all.push([name, rawHeaders[i + 1]]);
  }
  return all;
}

// Whether a bucket's policy lets this one distribution read.
function admits(policy, arn) {
  return policy?.Statement.some(
    ({ Effect, Principal, Action, Condition }) =>
      Effect === 'Allow' &&
      Principal?.Service === 'cloudfront.amazonaws.com' &&
      [Action].flat().includes('s3:GetObject') &&
      [Condition?.StringEquals?.['AWS:SourceArn']].flat().includes(arn),
  );
}

function denied() {
  const body = '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
  return { status: 403, headers: [['content-type', 'application/xml']], body: Buffer.from(body) };
}

function expired(query) {
  const [signed, seconds] = [query.get('X-Amz-Date'), query.get('X-Amz-Expires')];
  if (!signed || !seconds) return false;
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(signed) ?? [];
  const [year, month, ...rest] = parts.map(Number);
  return Date.now() > Date.UTC(year, month - 1, ...rest) + Number(seconds) * 1000;
}
