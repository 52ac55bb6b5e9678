// Holds an invocation while LibreChat still works for it: what is not done when the next event is
// asked for may be frozen for hours (FR-044).

import { ASK_TIMEOUT_MS, ask, askAs } from './ask.mjs';
import { within } from './deadline.mjs';
import { abortRequest, generationsIn, jobIn, metricsRequest, statusRequest } from './librechat.mjs';

// LibreChat is quiet when it has made no outgoing call for so long: between the end of an answer
// and the model call for its title lie a few reads from the database.
const QUIET_MS = 250;
// The same inside a generation that cannot be asked for: the user's token has expired, and there
// are no metrics.
const GENERATION_QUIET_MS = 5_000;
const POLL_MS = 500;
const ABORT_TIMEOUT_MS = 1_000;

// Waits until LibreChat's outgoing calls for the latest request are done.
export function holdForCalls(process, limitMs) {
  return process.drained(QUIET_MS, limitMs);
}

// Waits until the generation that a chat has started is over (v0.8.2 and newer). One whose server
// has ended, or that is not over in time, is aborted: readers of its stream would wait for
// nothing. Returns why it was aborted, or undefined.
export async function holdForGeneration({ server, process, port, streamId, headers }, limitMs) {
  const end = performance.now() + limitMs;
  const left = () => end - performance.now();
  const askAsUser = (request, timeoutMs) => askAs(headers, port, { ...request, timeoutMs });
  const askMetrics = (timeoutMs) =>
    ask(port, { ...metricsRequest(process.metricsSecret), timeoutMs });

  const isOver = await untilOver({ process, left, streamId, askAsUser, askMetrics });
  if (isOver) return undefined;
  const reason = process.endReason ?? 'it was not over in the time that an invocation may be held';
  const restart = () => server.running().catch(() => {});
  if (process.endReason) await within(left(), restart());
  await askAsUser(abortRequest(streamId), ABORT_TIMEOUT_MS);
  return reason;
}

// Returns whether it is over; it is not if the process or the time has ended before.
async function untilOver({ process, left, streamId, askAsUser, askMetrics }) {
  let createdAt;
  let wasUnknown = false;
  while (!process.endReason && left() > 0) {
    const timeoutMs = Math.min(ASK_TIMEOUT_MS, left());
    const job = jobIn(await askAsUser(statusRequest(streamId), timeoutMs));
    if (process.endReason) return false;
    if (job) {
      wasUnknown = false;
      createdAt ??= job.createdAt;
      // A job of another time is the conversation's next generation, which another invocation
      // holds.
      if (!job.isRunning || job.createdAt !== createdAt) return true;
    } else {
      const running = generationsIn(await askMetrics(Math.min(ASK_TIMEOUT_MS, left())));
      if (running === 0) return true;
      if (running === undefined) {
        if (wasUnknown) return true; // and LibreChat was quiet since
        wasUnknown = true;
        await process.drained(GENERATION_QUIET_MS, left());
        continue;
      }
    }
    await process.endsWithin(Math.min(POLL_MS, left()));
  }
  return false;
}
