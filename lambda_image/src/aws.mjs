// Calls to AWS: two at a cold start. A signer of 10 KB makes them as well as 28 MB of SDK clients,
// and 0.2 s sooner.

import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';

const ATTEMPTS = 4;
const ATTEMPT_TIMEOUT_MS = 5_000;

// Returns the function `call(service, {path, virtualHost, ...fetch's options})`, which returns the
// answer's text and repeats what failed for a passing reason.
export function awsCaller(env) {
  return async (service, { path = '/', virtualHost, ...init }) => {
    const url = endpoint(env, service, virtualHost) + path;
    const client = new AwsClient({
      accessKeyId: env.AWS_ACCESS_KEY_ID,
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
      sessionToken: env.AWS_SESSION_TOKEN,
      service,
      region: env.AWS_REGION,
      retries: 0,
    });
    for (let attempt = 1; ; attempt++) {
      const { text, problem, isPassing } = await attemptCall(client, url, init);
      if (!problem) return text;
      if (!isPassing || attempt === ATTEMPTS) {
        throw new Error(`${service} at ${new URL(url).host}: ${problem}`);
      }
      await sleep(100 * 2 ** attempt * (0.5 + Math.random()));
    }
  };
}

function endpoint(env, service, virtualHost) {
  const custom = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env.AWS_ENDPOINT_URL;
  if (custom) return custom.replace(/\/$/, '') + (virtualHost ? `/${virtualHost}` : '');
  const suffix = env.AWS_REGION?.startsWith('cn-') ? '.cn' : '';
  const domain = `${service}.${env.AWS_REGION}.amazonaws.com${suffix}`;
  return `https://${virtualHost ? `${virtualHost}.` : ''}${domain}`;
}

async function attemptCall(client, url, init) {
  try {
    const signal = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
    const response = await client.fetch(url, { ...init, signal });
    const text = await response.text();
    if (response.ok) return { text };
    const code = errorCode(text);
    const isPassing =
      response.status >= 500 ||
      response.status === 429 ||
      /Throttl|SlowDown|TooManyRequests/.test(code);
    return { problem: [`HTTP ${response.status}`, code].filter(Boolean).join(' '), isPassing };
  } catch (error) {
    return { problem: error.cause?.code ?? error.cause?.message ?? error.message, isPassing: true };
  }
}

// {"__type": …} from SSM, <Code>…</Code> from S3. The rest of an error's text is not logged: it
// may quote what was sent.
function errorCode(text) {
  return (
    /"__type"\s*:\s*"(?:[^"#]*#)?(\w+)"/.exec(text)?.[1] ?? /<Code>(\w+)<\/Code>/.exec(text)?.[1]
  );
}
