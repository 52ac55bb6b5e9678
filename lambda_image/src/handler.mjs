// LibreChat in a Lambda sandbox (FR-008): starts its server once, forwards API Gateway's events to
// it, and answers as the event's route wants it, streamed or buffered (FR-045).

import { setTimeout as sleep } from 'node:timers/promises';
import { Log } from './log.mjs';
import { Handler } from './serve.mjs';
import { readSettings } from './settings.mjs';
import { Server } from './start.mjs';

// Lambda gives the init phase 10 s and then repeats it inside the first invocation; counted from
// the start of this process.
const INIT_LIMIT_MS = 9_500;

const settings = readSettings(process.env);
const log = new Log((line) => process.stdout.write(line));
const server = new Server(settings, process.env, log);
const serving = new Handler(settings, server, log, process.env);

export const handler = awslambda.streamifyResponse((event, stream, context) =>
  serving.serve(event, stream, context),
);

// In the init phase, which has more CPU; the first event waits for the rest. A failure is in the
// log by then, and the first event tries again.
const limit = new AbortController();
await Promise.race([
  server.running().catch(() => {}),
  sleep(INIT_LIMIT_MS - performance.now(), undefined, { signal: limit.signal }).catch(() => {}),
]);
limit.abort();
