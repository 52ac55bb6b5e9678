// Server-sent events (WHATWG HTML, "Server-sent events").

export const PING = 'event: ping\ndata: {}\n\n'; // the client ignores it, and breaks on a comment

// Whether events may be added to the answer: its body is plain text of any length.
export function isEventStream({ headers }) {
  const encoding = headers['content-encoding'] ?? 'identity';
  const isOpen = encoding.toLowerCase() === 'identity' && !headers['content-length'];
  return /^text\/event-stream\b/i.test(headers['content-type']) && isOpen;
}
