// Hands LibreChat's body on to the answer, chunk by chunk.

import { PING, isBetweenEvents, isEventStream, tailOf } from './event-stream.mjs';

// Returns how it ended, "ok", "broken", "deadline" or "full", and the `tail` of an event stream.
export function relay(response, answer, { deadline, pingMs }) {
  if (response.complete) {
    // All of a short answer came with its headers, and leaves with them.
    const body = response.read();
    if (body) answer.write(body);
    return { end: 'ok', tail: '' };
  }
  const hasPings = isEventStream(response) && answer.mode === 'stream';
  return new Promise((resolve) => {
    let tail = '';
    let ping;
    const finish = (end) => {
      clearInterval(ping);
      resolve({ end, tail });
    };
    response.on('data', (chunk) => {
      // FR-008: memory stays flat however slow the reader is.
      if (!answer.write(chunk)) response.pause();
      if (answer.isFull) finish('full');
      if (!hasPings) return;
      tail = tailOf(tail, chunk);
      ping?.refresh();
    });
    answer.stream.on('drain', () => response.resume());
    response.on('end', () => finish('ok'));
    response.on('error', () => finish('broken'));
    response.on('close', () => finish(response.complete ? 'ok' : 'broken'));
    deadline.whenPassed(() => finish('deadline'));
    // CloudFront gives up on an origin that is silent for its read timeout (SC-004).
    if (hasPings && pingMs > 0) {
      ping = setInterval(() => {
        if (isBetweenEvents(tail) && !response.isPaused()) answer.write(PING);
      }, pingMs);
    }
  });
}
