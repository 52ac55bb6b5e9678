// A stream that is asked for when its generation is over, since the sandbox that was asked had to
// start first. LibreChat has forgotten it, and at its 404 the client shows nothing of a new
// conversation until the page is loaded again (v0.8.7). What was saved of the answer is sent
// instead.

import { askAs } from './ask.mjs';
import { conversationRequest, messagesRequest, savedStream } from './librechat.mjs';

const ASK_TIMEOUT_MS = 5_000;

// Returns the stream's text, or undefined if no answer was saved.
export async function lateStream({ headers, port, streamId }) {
  const requests = [conversationRequest(streamId), messagesRequest(streamId)];
  const answers = await Promise.all(
    requests.map((request) => askAs(headers, port, { ...request, timeoutMs: ASK_TIMEOUT_MS })),
  );
  if (answers.some((answer) => answer?.status !== 200)) return undefined;
  try {
    return savedStream(...answers.map(({ text }) => JSON.parse(text)));
  } catch {
    return undefined; // not what this version is known to answer
  }
}
