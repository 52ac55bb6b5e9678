// The function's variables that are meant for the handler. All but PORT and DOMAIN_CLIENT, which
// LibreChat reads as well, begin with HANDLER_; LibreChat's process gets none that does.

import { fileURLToPath } from 'node:url';

const PREFIX = 'HANDLER_';

// Lambda's own, which LibreChat's process does not get either. The role's credentials: LibreChat's
// S3 client would take the keys without the session token, so it asks credentials.mjs (FR-032).
const LAMBDAS_OWN = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_LAMBDA_NODEJS_USE_ALTERNATIVE_CLIENT_1',
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  '_LAMBDA_TELEMETRY_LOG_FD',
]);

// What LibreChat's process gets of the function's environment (FR-025), and the address that
// guard.cjs closes to it (FR-050).
export function environmentForLibreChat(env) {
  const isForLibreChat = ([name]) => !name.startsWith(PREFIX) && !LAMBDAS_OWN.has(name);
  const environment = Object.fromEntries(Object.entries(env).filter(isForLibreChat));
  return { ...environment, GUARD_RUNTIME_API: env.AWS_LAMBDA_RUNTIME_API };
}

// Reads all of the settings and never throws: `problems` names each variable that is wrong, so that
// an event can be answered, and the log can say why nothing starts.
export function readSettings(env) {
  const problems = [];
  const text = (name, pattern, allowed) => {
    if (!env[name] || pattern.test(env[name])) return env[name] || undefined;
    problems.push(`${name} is ${JSON.stringify(env[name])}: it must be ${allowed}`);
    return undefined;
  };
  const number = (name, fallback, least) => {
    const given = env[name] ? Number(env[name]) : fallback;
    if (given >= least) return given;
    const allowed = `it must be a number, ${least} or more`;
    problems.push(`${name} is ${JSON.stringify(env[name])}: ${allowed}`);
    return fallback;
  };
  // Its text is not quoted: somebody may have put a secret there.
  const map = (name, isAllowed, allowed) => {
    const entries = objectEntries(env[name]);
    if (!entries) problems.push(`${name} must be a JSON object of ${allowed}`);
    const refused = (entries ?? []).find(([, value]) => !isAllowed(value));
    if (refused)
      problems.push(`${name} must be a JSON object of ${allowed}; ${refused[0]} has none`);
    return new Map(entries);
  };
  const address = text('DOMAIN_CLIENT', /^https?:\/\/[^/]+/, 'https://<domain>');

  return {
    problems,
    port: number('PORT', 3080, 1),
    host: address && new URL(address).host,
    // The only place that LibreChat may write to; the image's symlinks point into it.
    writableDirectory: env.HANDLER_WRITABLE_DIR || '/tmp/librechat',
    serverScript: env.HANDLER_SERVER || '/app/api/server/index.js',
    pack: packFile(text('HANDLER_PACK', /^(off|\/.+)$/, '"off", or the path of a pack')),
    secretParameters: map(
      'HANDLER_SECRET_PARAMETERS',
      (parameter) => typeof parameter === 'string' && parameter !== '',
      '{"ENVIRONMENT_VARIABLE": "name of an SSM parameter"}',
    ),
    configUri: text('HANDLER_CONFIG_S3_URI', /^s3:\/\/[^/]+\/.+/, 's3://<bucket>/<key>'),
    configReplaceHost: env.HANDLER_CONFIG_REPLACE_HOST,
    healthTries: number('HANDLER_HEALTH_TRIES', 60, 1),
    healthIntervalMs: number('HANDLER_HEALTH_INTERVAL_MS', 500, 1),
    pingMs: number('HANDLER_SSE_PING_SECONDS', 15, 0) * 1000,
    drainMs: number('HANDLER_DRAIN_SECONDS', Infinity, 0) * 1000, // the function's time limits it
    bufferedRoutes: map(
      'HANDLER_BUFFERED_ROUTES',
      (seconds) => typeof seconds === 'number' && seconds > 0,
      '{"/resource/of/api/gateway": its timeout in seconds}',
    ),
  };
}

// The image's own, which stands beside this file.
function packFile(setting) {
  if (setting === 'off') return undefined;
  return setting ?? fileURLToPath(new URL('librechat.pack', import.meta.url));
}

function objectEntries(json) {
  try {
    const value = JSON.parse(json || '{}');
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    return isObject ? Object.entries(value) : undefined;
  } catch {
    return undefined;
  }
}
