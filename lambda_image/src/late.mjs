// A stream that is asked for late, since the sandbox that was asked had to start first: the sandbox
// that generates did not wait (v0.8.2 and newer).

import { askAs } from './ask.mjs';
import {
  conversationRequest,
  createdEvent,
  messagesRequest,
  savedStream,
  statusRequest,
} from './librechat.mjs';

// Once something was said, LibreChat sends only what follows, and the client shows nothing before
// the whole answer, since it does not know what that belongs to. Returns the event with which the
// stream begins if it is to be resumed instead, or undefined.
export async function eventBeforeResuming({ headers, port, streamId }) {
  return createdEvent(await askAs(headers, port, statusRequest(streamId)));
}

// Once the generation is over, LibreChat has forgotten the stream, and at its 404 the client shows
// nothing of a new conversation until the page is loaded again (v0.8.7). Returns the whole stream
// from what was saved, or undefined if no answer was.
export async function lateStream({ headers, port, streamId }) {
  const requests = [conversationRequest(streamId), messagesRequest(streamId)];
  const answers = await Promise.all(requests.map((request) => askAs(headers, port, request)));
  return savedStream(...answers);
}
