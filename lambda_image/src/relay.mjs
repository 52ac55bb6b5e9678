// Hands LibreChat's body on to the answer, chunk by chunk.

import { PING, isEventStream } from './event-stream.mjs';
import { isBetweenEvents, startOfStream } from './librechat.mjs';

// Returns how it ended: "ok", "broken", "deadline" or "full"; where `isChecked`, also "lost", if a
// stream's start was. What belongs to it was not handed on, and LibreChat can be asked again.
export function relay(response, answer, { deadline, pingMs, received, isChecked }) {
  if (response.complete) {
    // All of a short answer came with its headers, and leaves with them.
    const body = response.read();
    if (body) answer.write(body);
    if (body) received.add(body);
    return 'ok';
  }
  return new Promise((resolve) => {
    let ping;
    let start = isChecked ? undefined : 'whole';
    const finish = (end) => {
      clearInterval(ping);
      resolve(end);
    };
    response.on('data', (chunk) => {
      const beginsEvent = isBetweenEvents(received.tail);
      received.add(chunk);
      start ??= startOfStream(received.text);
      if (start === 'lost' && beginsEvent) {
        response.destroy();
        return finish('lost');
      }
      // FR-008: memory stays flat however slow the reader is.
      if (!answer.write(chunk)) response.pause();
      if (answer.isFull) finish('full');
      ping?.refresh();
    });
    answer.stream.on('drain', () => response.resume());
    response.on('end', () => finish('ok'));
    response.on('error', () => finish('broken'));
    response.on('close', () => finish(response.complete ? 'ok' : 'broken'));
    deadline.whenPassed(() => finish('deadline'));
    // CloudFront gives up on an origin that is silent for its read timeout (SC-004).
    if (pingMs > 0 && answer.mode === 'stream' && isEventStream(response)) {
      ping = setInterval(() => {
        if (isBetweenEvents(received.tail) && !response.isPaused()) answer.write(PING);
      }, pingMs);
    }
  });
}

// What has come of a body: all of it, as far as it is kept, and its last four characters.
export class Received {
  tail = '';
  #chunks = [];
  #left;

  // Of a body that is longer than `limit` bytes nothing is kept.
  constructor(limit) {
    this.#left = limit;
  }

  add(chunk) {
    const end = chunk.toString('latin1', Math.max(0, chunk.length - 4));
    this.tail = (chunk.length < 4 ? this.tail + end : end).slice(-4);
    this.#left -= chunk.length;
    if (this.#left >= 0) this.#chunks.push(chunk);
    else this.#chunks = [];
  }

  get text() {
    return this.#left >= 0 ? Buffer.concat(this.#chunks).toString() : this.tail;
  }
}
