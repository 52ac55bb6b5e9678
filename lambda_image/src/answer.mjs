// The two ways in which API Gateway takes an answer. Both write to the runtime's response stream:
// Lambda's Invoke operation, the one behind a buffered integration, hands its bytes on as an
// ordinary payload (AWS, "Invoking a response streaming enabled function": Invoke works without
// response streaming). So both can go on working after the answer is out (FR-044), and the
// runtime's native client is never called (assemble.mjs).

import { isUtf8 } from 'node:buffer';
import { Refusal } from './refusals.mjs';

const METADATA_LIMIT = 16 * 1024; // API Gateway's, for what stands before the delimiter
const BUFFERED_LIMIT = 6 * 1024 * 1024; // Lambda's, for the payload of a buffered answer

// For routes with response_transfer_mode = STREAM: metadata JSON, 8 NUL bytes and the body, each
// chunk as it comes.
export class StreamedAnswer {
  mode = 'stream';
  isFull = false;

  constructor(stream) {
    this.stream = stream;
  }

  // `bodyFollows` says that a write follows at once.
  begin(metadata, bodyFollows = false) {
    if (Buffer.byteLength(JSON.stringify(metadata)) > METADATA_LIMIT) {
      throw new Refusal('headersTooLarge');
    }
    this.stream = awslambda.HttpResponseStream.from(this.stream, metadata);
    // The metadata leave with the first write; an answer that only ends would lose them.
    if (!bodyFollows) this.stream.write('');
  }

  write(chunk) {
    return this.stream.write(chunk);
  }

  end() {
    this.stream.end();
  }
}

// For buffered routes: one proxy JSON, when all of it is there.
export class BufferedAnswer {
  mode = 'buffered';
  #metadata;
  #chunks = [];
  #size = 0;

  constructor(stream) {
    this.stream = stream;
  }

  begin(metadata) {
    this.#metadata = metadata;
    this.#chunks = [];
    this.#size = 0;
  }

  write(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    return true;
  }

  // Whatever else comes, the payload would be too large: as text a body has at least its own size.
  get isFull() {
    return this.#size > BUFFERED_LIMIT;
  }

  end() {
    const payload = toPayload(this.#metadata, Buffer.concat(this.#chunks));
    if (Buffer.byteLength(payload) > BUFFERED_LIMIT) throw new Refusal('bodyTooLarge');
    this.stream.setContentType('application/json');
    this.stream.write(payload);
    this.stream.end();
  }
}

// A body that is no text goes as base64, and so does one that is shorter so: JSON writes some
// characters in six.
function toPayload(metadata, body) {
  const text = isUtf8(body) ? JSON.stringify(body.toString()) : undefined;
  const base64Length = Math.ceil(body.length / 3) * 4 + 2;
  const isBase64Encoded = text === undefined || Buffer.byteLength(text) > base64Length;
  const json = JSON.stringify({ ...metadata, isBase64Encoded });
  return `${json.slice(0, -1)},"body":${isBase64Encoded ? `"${body.toString('base64')}"` : text}}`;
}

export function answerFor(event, stream, bufferedRoutes) {
  const isBuffered = bufferedRoutes.has(event?.resource);
  return isBuffered ? new BufferedAnswer(stream) : new StreamedAnswer(stream);
}
