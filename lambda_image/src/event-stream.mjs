// Server-sent events (WHATWG HTML, "Server-sent events") that the handler adds to LibreChat's.

export const PING = 'event: ping\ndata: {}\n\n'; // the client ignores it, and breaks on a comment

export function isEventStream({ headers }) {
  const isWhole = !headers['content-encoding'] && !headers['content-length'];
  return /^text\/event-stream\b/i.test(headers['content-type']) && isWhole;
}

// An event that LibreChat's client shows in place of the answer. `tail` is what the stream ends
// with: in the middle of an event this one takes it over, so that half a JSON text is not
// dispatched as a message.
export function errorEvent(text, tail) {
  const data = JSON.stringify({ text, error: true });
  return `${isBetweenEvents(tail) ? '' : '\n'}event: error\ndata: ${data}\n\n`;
}

export function isBetweenEvents(tail) {
  return tail === '' || /(\n\n|\r\n\r\n|\r\r)$/.test(tail);
}

// The last four characters of a stream, as far as isBetweenEvents looks.
export function tailOf(tail, chunk) {
  const end = chunk.toString('latin1', Math.max(0, chunk.length - 4));
  return (chunk.length < 4 ? tail + end : end).slice(-4);
}
