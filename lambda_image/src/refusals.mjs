// The answers that are the handler's own, when LibreChat gives none. They are sent as JSON, since
// API Gateway can make nothing of an error that is thrown; LibreChat's client shows the message.

const STARTING = 'The service is starting. Please try again in a few seconds.';

// prettier-ignore
const REFUSALS = {
  // name              status, outcome,        message
  starting:            [503, 'unavailable', STARTING, { 'retry-after': '5' }],
  badEvent:            [400, 'broken', 'Bad request.'],
  brokenOff:           [502, 'broken', 'The server broke off before it answered.'],
  brokenOffInside:     [502, 'broken', 'The server broke off in the middle of its answer.'],
  noAnswerInTime:      [504, 'deadline', 'The server did not answer in time.'],
  notFinishedInTime:   [504, 'deadline', 'The server did not finish in time.'],
  headersTooLarge:     [502, 'broken', 'The headers of the answer exceed 16 KB.'],
  bodyTooLarge:        [502, 'broken', 'The answer exceeds the 6 MB of a buffered route.'],
};

export class Refusal extends Error {
  // `name` is one of REFUSALS.
  constructor(name) {
    const [status, outcome, message, headers] = REFUSALS[name];
    super(message);
    Object.assign(this, { status, outcome, headers });
  }

  get metadata() {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    return { statusCode: this.status, headers: { ...headers, ...this.headers } };
  }

  get body() {
    return Buffer.from(JSON.stringify({ message: this.message }));
  }
}
