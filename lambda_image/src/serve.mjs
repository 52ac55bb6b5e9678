// One invocation, from its event to the moment when the sandbox may freeze.

import { answerFor } from './answer.mjs';
import { askAs } from './ask.mjs';
import { Deadline, DeadlinePassed, within } from './deadline.mjs';
import { isEventStream } from './event-stream.mjs';
import { forward } from './forward.mjs';
import { holdForCalls, holdForGeneration } from './hold.mjs';
import { eventBeforeResuming, lateStream } from './late.mjs';
import {
  closing,
  isChat,
  isResumableStream,
  newStreamId,
  resumedPath,
  saveRequest,
  streamIdIn,
} from './librechat.mjs';
import { Refusal } from './refusals.mjs';
import { Received, relay } from './relay.mjs';
import { BadEvent, toMetadata, toRequest } from './translate.mjs';

// Before the function's deadline, so much is left to end an answer properly, and of it so much when
// the invocation must be over.
const MARGIN_MS = 2_000;
const LAST_MARGIN_MS = 500;
// Before API Gateway gives up on a buffered route, so much for the way back.
const ROUTE_MARGIN_MS = 500;
const LONGEST_ROUTE_MS = 900_000; // API Gateway's, and the longest time of a function
// What LibreChat does after an answer that was cut, such as saving what there is of it.
const CUT_HOLD_MS = 1_500;
const HEALTH_TIMEOUT_MS = 1_000; // for a server that did not answer
const END_WAIT_MS = 100; // for the end of a process whose connection broke
const SAVE_WAIT_MS = 10_000; // for the next server, and what it saves
const KEPT_OF_A_CHAT = 4 * 1024 * 1024; // bytes

const CUT = {
  broken: 'the server broke off in the middle of its answer',
  deadline: 'the answer was cut at the deadline',
};
const LATE_STREAM = {
  statusCode: 200,
  headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' },
};
const CUT_EVENTS = {
  broken: 'The server broke off in the middle of its answer.',
  deadline: 'The answer took longer than the time that is allowed for it.',
};

export class Handler {
  #settings;
  #server;
  #log;
  #env;
  #isFirst = true;

  constructor(settings, server, log, env) {
    this.#settings = settings;
    this.#server = server;
    this.#log = log;
    this.#env = env;
  }

  async serve(event, stream, context) {
    context.callbackWaitsForEmptyEventLoop = false; // LibreChat keeps the event loop busy for good
    const answer = answerFor(event, stream, this.#settings.bufferedRoutes);
    const exchange = new Exchange(event, answer, timeFor(event, answer, context, this.#settings));
    const isColdStart = this.#isFirst;
    this.#isFirst = false;

    const result = await this.#answer(exchange).catch((error) => exchange.refuse(error));
    const durationMs = exchange.elapsedMs;
    exchange.deadline.clear();
    if (exchange.request) await this.#finish(exchange, result, context);

    const { outcome, status } = result;
    this.#log[outcome === 'ok' ? 'info' : 'warn']('request', {
      requestId: context.awsRequestId,
      method: event?.httpMethod,
      path: event?.path,
      mode: answer.mode,
      coldStart: isColdStart,
      firstByteMs: exchange.firstByteMs ?? durationMs,
      durationMs,
      drainMs: exchange.elapsedMs - durationMs,
      status,
      outcome,
    });
    if (result.isCut) throw new Error(CUT[outcome]); // the runtime then breaks the stream
  }

  // Answers with LibreChat's answer, or throws a Refusal while nothing has been sent.
  async #answer(exchange) {
    const { event, answer, deadline } = exchange;
    const { response, late } = await this.#ask(exchange);
    exchange.firstByteMs = exchange.elapsedMs;
    if (late) return exchange.sendInstead(LATE_STREAM, Buffer.from(late), 'ok');
    const firstEvent = isEventStream(response) && exchange.firstEvent;
    answer.begin(toMetadata(response), firstEvent || response.readableLength > 0);
    if (firstEvent) answer.write(Buffer.from(firstEvent));

    // One that is asked for anew while its generation begins may have lost its start.
    const isChecked = isEventStream(response) && !firstEvent && newStreamId(event) !== undefined;
    const received = new Received(isChat(event) || isChecked ? KEPT_OF_A_CHAT : 0);
    const { pingMs } = this.#settings;
    let end = await relay(response, answer, { deadline, pingMs, received, isChecked });
    if (end === 'lost') end = await this.#askAgain(exchange).catch(() => 'broken');
    if (end !== 'ok') exchange.request.destroy();
    else if (isChat(event)) exchange.streamId = streamIdIn(response, received.text);
    if (answer.mode === 'buffered') return finishBuffered(answer, end, response.statusCode);
    return this.#finishStreamed(exchange, end, response, received);
  }

  // Goes on with all that was said so far, or with what was saved if the generation is over.
  async #askAgain(exchange) {
    const { answer, deadline } = exchange;
    const { response, late } = await this.#ask(exchange);
    if (late || exchange.firstEvent) answer.write(Buffer.from(late || exchange.firstEvent));
    if (late) return 'ok';
    if (!isEventStream(response)) return 'broken';
    const { pingMs } = this.#settings;
    return relay(response, answer, { deadline, pingMs, received: new Received(0) });
  }

  // LibreChat's answer, and, where that is the 404 of a stream that is over, the `late` one.
  async #ask(exchange) {
    const response = await this.#forward(exchange);
    const late = response.statusCode === 404 && (await this.#askLate(exchange, lateStream));
    if (late) exchange.request.destroy();
    return { response, late };
  }

  // What is to be known of a stream that the client asks for the first time.
  #askLate({ event, headers, deadline }, ask) {
    const streamId = newStreamId(event);
    if (!streamId) return undefined;
    return deadline.race(ask({ headers, port: this.#settings.port, streamId })).catch(() => {});
  }

  async #forward(exchange) {
    const { event, deadline } = exchange;
    await deadline.race(this.#server.running()).catch(() => {
      throw new Refusal('starting');
    });
    try {
      const { host, port } = this.#settings;
      const request = toRequest(event, { host, traceId: this.#env._X_AMZN_TRACE_ID });
      exchange.headers = request.options.headers;
      exchange.firstEvent = await this.#askLate(exchange, eventBeforeResuming);
      if (exchange.firstEvent) request.options.path = resumedPath(request.options.path);
      return await deadline.race(forward(request, { server: this.#server, port, exchange }));
    } catch (error) {
      if (error instanceof DeadlinePassed) throw new Refusal('noAnswerInTime');
      if (isBadRequest(error)) throw new Refusal('badEvent');
      throw new Refusal(exchange.request ? 'brokenOff' : 'starting');
    }
  }

  // An event stream says why it ends, but for one that the client asks for again. Other bodies that
  // are not whole end as an error, since a clean end would pass for the whole.
  async #finishStreamed(exchange, end, response, received) {
    const { event, answer } = exchange;
    const result = { status: response.statusCode, outcome: end };
    const isWhole = end === 'ok';
    if (!isWhole && (!isEventStream(response) || isResumableStream(event))) {
      return { ...result, isCut: true };
    }
    if (!isWhole) {
      const last = closing(received.text, CUT_EVENTS[end]);
      if (last.message && end === 'broken') await this.#save(exchange, last.message);
      answer.write(last.event);
    }
    answer.end();
    return result;
  }

  // A server that was killed has not saved its answer, and the client asks for the conversation
  // once the stream has ended: the next server saves what there is.
  async #save({ process, headers, deadline }, message) {
    await process.endsWithin(END_WAIT_MS);
    const request = { ...saveRequest(message), timeoutMs: SAVE_WAIT_MS };
    const saved = this.#server.running().then(() => askAs(headers, this.#settings.port, request));
    await within(SAVE_WAIT_MS, deadline.race(saved)).catch(() => {});
  }

  // What must be done before the sandbox may freeze.
  async #finish(exchange, { status, outcome }, context) {
    const { process } = exchange;
    const left = (margin) => context.getRemainingTimeInMillis() - margin;
    const { drainMs } = this.#settings;
    if (outcome === 'ok') {
      const limit = Math.min(drainMs, left(MARGIN_MS));
      if (exchange.streamId && limit > 0) return this.#finishGeneration(exchange, limit, left);
      return holdForCalls(process, limit);
    }
    if (status === 502) await process.endsWithin(END_WAIT_MS);
    const isSilent = status === 504 && exchange.firstByteMs === undefined;
    if (isSilent && !(await process.isHealthy(HEALTH_TIMEOUT_MS))) {
      await process.kill('the server neither answered a request nor its health');
    }
    await holdForCalls(process, Math.min(drainMs, CUT_HOLD_MS, left(LAST_MARGIN_MS)));
  }

  async #finishGeneration(exchange, limit, left) {
    const { process, streamId, headers } = exchange;
    const { port } = this.#settings;
    const generation = { server: this.#server, process, port, streamId, headers };
    const reason = await holdForGeneration(generation, limit);
    if (reason) this.#log.warn('generation_aborted', { streamId, reason });
    await holdForCalls(process, Math.min(this.#settings.drainMs, left(LAST_MARGIN_MS)));
  }
}

// What belongs to one event.
class Exchange {
  process = undefined; // the server process that answers
  headers = undefined; // the user's, as they are forwarded
  request = undefined; // the request to the process
  firstEvent = undefined; // what the answer begins with, before the process's own
  streamId = undefined; // of the generation that the request has started
  firstByteMs = undefined;
  #began = performance.now();

  constructor(event, answer, ms) {
    this.event = event;
    this.answer = answer;
    this.deadline = new Deadline(ms);
  }

  get elapsedMs() {
    return Math.round(performance.now() - this.#began);
  }

  refuse(error) {
    const refusal = error instanceof Refusal ? error : new Refusal('brokenOff');
    return this.sendInstead(refusal.metadata, refusal.body, refusal.outcome);
  }

  // An answer of the handler's own in the place of LibreChat's.
  sendInstead(metadata, body, outcome) {
    this.request?.destroy();
    this.answer.begin(metadata);
    this.answer.write(body);
    this.answer.end();
    return { status: metadata.statusCode, outcome };
  }
}

// The function's time and, for a buffered route, no more than API Gateway waits. It counts from the
// request's arrival, before the start of a new sandbox.
function timeFor(event, answer, context, { bufferedRoutes }) {
  const ofFunction = context.getRemainingTimeInMillis() - MARGIN_MS;
  if (answer.mode === 'stream') return ofFunction;
  const waited = Date.now() - event.requestContext?.requestTimeEpoch;
  const isPlausible = waited >= 0 && waited < LONGEST_ROUTE_MS; // not so in a test of the console
  const timeout = bufferedRoutes.get(event.resource) * 1000;
  return Math.min(ofFunction, timeout - ROUTE_MARGIN_MS - (isPlausible ? waited : 0));
}

function isBadRequest(error) {
  return error instanceof BadEvent || /^ERR_(INVALID|UNESCAPED|HTTP_INVALID)/.test(error.code);
}

function finishBuffered(answer, end, status) {
  if (end === 'broken') throw new Refusal('brokenOffInside');
  if (end === 'deadline') throw new Refusal('notFinishedInTime');
  if (end === 'full') throw new Refusal('bodyTooLarge');
  answer.end();
  return { status, outcome: 'ok' };
}
