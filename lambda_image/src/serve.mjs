// One invocation, from its event to the moment when the sandbox may freeze.

import { answerFor } from './answer.mjs';
import { Deadline, DeadlinePassed } from './deadline.mjs';
import { errorEvent, isEventStream } from './event-stream.mjs';
import { forward } from './forward.mjs';
import { Refusal } from './refusals.mjs';
import { relay } from './relay.mjs';
import { BadEvent, toMetadata, toRequest } from './translate.mjs';

// Before the function's deadline, so much is left to end an answer properly.
const MARGIN_MS = 2_000;
// Before API Gateway gives up on a buffered route, so much for the way back.
const ROUTE_MARGIN_MS = 500;
const LONGEST_ROUTE_MS = 900_000; // API Gateway's, and the longest time of a function

const CUT = {
  broken: 'the server broke off in the middle of its answer',
  deadline: 'the answer was cut at the deadline',
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
    const drainMs = result.outcome === 'ok' ? await this.#drain(exchange, context) : 0;
    exchange.deadline.clear();

    const { outcome, status } = result;
    this.#log[outcome === 'ok' ? 'info' : 'warn']('request', {
      requestId: context.awsRequestId,
      method: event?.httpMethod,
      path: event?.path,
      mode: answer.mode,
      coldStart: isColdStart,
      firstByteMs: exchange.firstByteMs,
      durationMs,
      drainMs,
      status,
      outcome,
    });
    if (result.isCut) throw new Error(CUT[outcome]); // the runtime then breaks the stream
  }

  // Answers with LibreChat's answer, or throws a Refusal while nothing has been sent.
  async #answer(exchange) {
    const response = await this.#forward(exchange);
    exchange.firstByteMs = exchange.elapsedMs;
    exchange.answer.begin(toMetadata(response), response.readableLength > 0);

    const { deadline, answer } = exchange;
    const { end, tail } = await relay(response, answer, {
      deadline,
      pingMs: this.#settings.pingMs,
    });
    if (end !== 'ok') exchange.request.destroy();
    if (answer.mode === 'buffered') return finishBuffered(answer, end, response.statusCode);
    return finishStreamed(answer, end, tail, response);
  }

  async #forward(exchange) {
    const { event, deadline } = exchange;
    await deadline.race(this.#server.running()).catch(() => {
      throw new Refusal('starting');
    });
    try {
      const { host, port } = this.#settings;
      const request = toRequest(event, { host, traceId: this.#env._X_AMZN_TRACE_ID });
      return await deadline.race(forward(request, { server: this.#server, port, exchange }));
    } catch (error) {
      if (error instanceof DeadlinePassed) throw new Refusal('noAnswerInTime');
      if (isBadRequest(error)) throw new Refusal('badEvent');
      throw new Refusal(exchange.request ? 'brokenOff' : 'starting');
    }
  }

  // Holds the invocation until LibreChat's work for it is done (FR-044).
  async #drain(exchange, context) {
    const began = performance.now();
    const limit = context.getRemainingTimeInMillis() - MARGIN_MS;
    await exchange.process.drained(Math.min(this.#settings.drainMs, limit));
    return Math.round(performance.now() - began);
  }
}

// What belongs to one event.
class Exchange {
  process = undefined; // the server process that answers
  request = undefined; // the request to it
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
    this.request?.destroy();
    this.firstByteMs ??= this.elapsedMs;
    this.answer.begin(refusal.metadata);
    this.answer.write(refusal.body);
    this.answer.end();
    return { status: refusal.status, outcome: refusal.outcome };
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

// An event stream says why it ends. Other bodies that are not whole end as an error, since a clean
// end would pass for the whole.
function finishStreamed(answer, end, tail, response) {
  const result = { status: response.statusCode, outcome: end };
  if (end === 'ok') {
    answer.end();
    return result;
  }
  if (isEventStream(response)) answer.write(errorEvent(CUT_EVENTS[end], tail));
  if (isEventStream(response) && end === 'deadline') {
    answer.end();
    return result;
  }
  return { ...result, isCut: true };
}
