// What depends on LibreChat's version, v0.8.2-rc1 to v0.8.8-rc1 (FR-051): its routes for readiness,
// chats and streams, and the events that its client reads. Read in its source at its tags.

// The first of these that a version has says whether LibreChat answers: /readyz from v0.8.6 on. A
// version without a route answers with the page of its client, or with 404. (The content type tells
// nothing: `OK` is text/html as well.)
export const READINESS_PATHS = ['/readyz', '/health'];
export const HEALTH_PATH = '/health';

export function isMissingRoute({ status, text }) {
  return status === 404 || text.trimStart().startsWith('<');
}

// A chat, by its path: up to v0.8.2-rc1 its answer is the event stream; from v0.8.2 on it is a JSON
// with the id of a stream, and the generation goes on after it.
const CHAT = /^\/api\/agents\/chat(\/[^/]+)?\/?$/;
const RESUMABLE_STREAM = /^\/api\/agents\/chat\/stream\//;
const FIRST_OF_A_STREAM = /^\/api\/agents\/chat\/stream\/([\w-]+)$/;
const LONGEST_START = 16 * 1024; // bytes of the JSON that names a stream

export function isChat({ httpMethod, path }) {
  return httpMethod === 'POST' && CHAT.test(path);
}

// A stream that the client asks for again when the connection breaks, and gives up on at an `error`
// event (useResumableSSE).
export function isResumableStream({ httpMethod, path }) {
  return httpMethod === 'GET' && RESUMABLE_STREAM.test(path);
}

// The id of a stream that the client asks for the first time.
export function newStreamId({ httpMethod, path, queryStringParameters }) {
  if (httpMethod !== 'GET' || queryStringParameters?.resume) return undefined;
  return FIRST_OF_A_STREAM.exec(path)?.[1];
}

// The id of the stream that a chat's answer names, if it is such an answer.
export function streamIdIn(response, body) {
  const isJson = /^application\/json\b/i.test(response.headers['content-type']);
  if (response.statusCode !== 200 || !isJson || body.length > LONGEST_START) return undefined;
  try {
    const { streamId } = JSON.parse(body);
    return typeof streamId === 'string' ? streamId : undefined;
  } catch {
    return undefined;
  }
}

// The state of a generation. Its job is gone or no longer running once it has ended, by itself,
// by an error, or stopped from another sandbox.
export const statusRequest = (streamId) => ({
  method: 'GET',
  path: `/api/agents/chat/status/${encodeURIComponent(streamId)}`,
});

// Returns {isRunning, createdAt}, or undefined if the answer tells nothing.
export function jobIn(answer) {
  const { active, createdAt } = jsonIn(answer) ?? {};
  return typeof active === 'boolean' ? { isRunning: active, createdAt } : undefined;
}

// What an answer of 200 says in JSON, or undefined.
function jsonIn(answer) {
  if (answer?.status !== 200) return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    return undefined;
  }
}

// How many generations run in the server's process, by its gauge (v0.8.6 and newer). It is asked
// only where the state tells nothing, such as when the user's token has expired: after a stop from
// another sandbox it stays up for as long as 60 s.
export const metricsRequest = (secret) => ({
  path: '/metrics',
  headers: { authorization: `Bearer ${secret}` },
});

// Returns a number, or undefined if the answer tells nothing.
export function generationsIn(answer) {
  if (answer?.status !== 200) return undefined;
  const gauge = /^generation_jobs_in_flight(?:\{.*\})? (\d+)$/gm;
  const counts = [...answer.text.matchAll(gauge)].map(([, count]) => Number(count));
  return counts.length > 0 ? Math.max(...counts) : undefined;
}

// Ends a generation: what there is of the answer is saved, and every reader of the stream gets it.
export const abortRequest = (streamId) => ({
  method: 'POST',
  path: '/api/agents/chat/abort',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ streamId }),
});

// A path of a stream, as the client asks for it after a break: with all that was said so far.
export const resumedPath = (path) => `${path}${path.includes('?') ? '&' : '?'}resume=true`;

// The first event of a stream that begins with all that was said so far, given its generation's
// state; undefined if nothing was said, or if this version does not tell. LibreChat sends it to who
// comes first, and not to who resumes; without it the client keeps all that follows to itself.
export function createdEvent(answer) {
  const { active, streamId, resumeState } = jsonIn(answer) ?? {};
  const { userMessage, runSteps = [], aggregatedContent = [] } = resumeState ?? {};
  if (!active || !userMessage || runSteps.length + aggregatedContent.length === 0) {
    return undefined;
  }
  const message = { ...userMessage, sender: 'User', isCreatedByUser: true };
  return messageEvent({ created: true, message, streamId });
}

const PIECES = new Set(['on_message_delta', 'on_reasoning_delta', 'on_run_step_delta']);

// Whether a stream, of which this was `received`, has told what its client must know before it
// shows a piece of an answer: the `created` event, and the step that the piece is of. They are
// missing if they came after v0.8.7 had read how far the generation is and before it listened for
// what follows. Returns 'whole' or 'lost', or undefined while there is no piece yet.
export function startOfStream(received) {
  let isCreated = false;
  const steps = new Set();
  for (const { created, final, event, data } of eventsIn(received)) {
    if (final) return 'whole';
    if (created) isCreated = true;
    const isPiece = PIECES.has(event);
    if (isPiece && isCreated && steps.has(data?.id)) return 'whole';
    if (isPiece || (event === 'on_run_step' && !isCreated)) return 'lost';
    if (event === 'on_run_step') steps.add(data?.id);
  }
  return undefined;
}

// What was saved of a conversation, whose id is that of its streams.
export const conversationRequest = (id) => ({ path: `/api/convos/${id}` });
export const messagesRequest = (id) => ({ path: `/api/messages/${id}` });

// A whole stream of the last answer that was saved, from what was answered to both; undefined if
// the last message is none.
export function savedStream(conversationAnswer, messagesAnswer) {
  const [conversation, messages] = [jsonIn(conversationAnswer), jsonIn(messagesAnswer)];
  if (!conversation || !messages) return undefined;
  const responseMessage = messages.at(-1);
  const asked = responseMessage?.parentMessageId;
  const requestMessage = messages.find(({ messageId }) => messageId === asked);
  if (responseMessage?.isCreatedByUser || !requestMessage?.isCreatedByUser) return undefined;
  const { conversationId: streamId, title } = conversation;
  const events = [
    { created: true, message: requestMessage, streamId },
    { final: true, conversation, title, requestMessage, responseMessage },
  ];
  return events.map(messageEvent).join('');
}

// How a chat's stream ends when LibreChat cannot end it: the event, and the message that it makes
// the client show, if any. `received` is the stream so far. An `error` event makes the client drop
// what it had of the answer; a `final` one keeps it. In the middle of an event an `error` takes
// that one over, so that half a JSON text is not dispatched as a message.
export function closing(received, text) {
  const error = `event: error\ndata: ${JSON.stringify({ text, error: true })}\n\n`;
  if (!isBetweenEvents(received)) return { event: `\n${error}` };
  const final = finalEvent(eventsIn(received), text);
  if (!final) return { event: error };
  return { event: messageEvent(final), message: final.responseMessage };
}

// Saves a message of a conversation that is saved.
export const saveRequest = (message) => ({
  method: 'POST',
  path: `/api/messages/${encodeURIComponent(message.conversationId)}`,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(message),
});

const messageEvent = (data) => `event: message\ndata: ${JSON.stringify(data)}\n\n`;

export const isBetweenEvents = (text) => text === '' || /(\n\n|\r\n\r\n|\r\r)$/.test(text);

function eventsIn(received) {
  const events = [];
  for (const [, data] of received.matchAll(/^data: (\{.*\})\n\n/gm)) {
    try {
      events.push(JSON.parse(data));
    } catch {
      // not one of an agent's
    }
  }
  return events;
}

// As LibreChat itself ends an answer that was stopped: the parts that came, and one of type error.
// (After a message that is `unfinished` the client of v0.8.2-rc1 takes no other question.)
function finalEvent(events, text) {
  const requestMessage = events.find(({ created }) => created)?.message;
  const parts = contentOf(events);
  if (!requestMessage?.messageId || parts.length === 0) return undefined;
  const { messageId, conversationId } = requestMessage;
  const runId = events.find(({ event }) => event === 'on_run_step')?.data?.runId;
  return {
    final: true,
    conversation: { conversationId },
    requestMessage,
    responseMessage: {
      messageId: runId ?? `${messageId}_`,
      parentMessageId: messageId,
      conversationId,
      sender: 'AI',
      isCreatedByUser: false,
      unfinished: false,
      error: false,
      text: '',
      content: [...parts, { type: 'error', error: text }],
    },
  };
}

const DELTAS = { on_message_delta: 'text', on_reasoning_delta: 'think' };

// The texts of an answer, one for each of its steps, in their order.
function contentOf(events) {
  const parts = new Map();
  for (const { event, data } of events) {
    const type = Object.hasOwn(DELTAS, event ?? '') ? DELTAS[event] : undefined;
    for (const piece of type ? [data?.delta?.content ?? []].flat() : []) {
      if (typeof piece?.[type] !== 'string') continue;
      const part = parts.get(data.id) ?? { type, [type]: '' };
      if (part.type === type) part[type] += piece[type];
      parts.set(data.id, part);
    }
  }
  return [...parts.values()];
}
