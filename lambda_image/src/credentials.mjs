// The role's credentials for LibreChat (FR-032): an endpoint as ECS has it, which every AWS SDK
// asks again when what it got expires. So they are never on disk, and as fresh as the handler's
// own; a shared credentials file would be read once by the SDK, and never again.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';

export const VARIABLES = [
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
];
const LIFETIME_MS = 15 * 60_000;
const digest = (text) => createHash('sha256').update(String(text)).digest();

// Starts the endpoint and returns the variables by which an SDK finds it.
export async function serveCredentials(env) {
  if (!env.AWS_ACCESS_KEY_ID) return {};
  const token = randomBytes(32).toString('hex');
  const endpoint = http.createServer((request, response) => {
    const isAuthorized = timingSafeEqual(digest(request.headers.authorization), digest(token));
    if (request.method !== 'GET' || !isAuthorized) return response.writeHead(403).end();
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        AccessKeyId: env.AWS_ACCESS_KEY_ID,
        SecretAccessKey: env.AWS_SECRET_ACCESS_KEY,
        Token: env.AWS_SESSION_TOKEN,
        Expiration: new Date(Date.now() + LIFETIME_MS).toISOString(),
      }),
    );
  });
  endpoint.listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  endpoint.unref();
  return {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${endpoint.address().port}/`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
  };
}
