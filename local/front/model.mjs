// A model that costs nothing: an API like OpenAI's, so that a first chat needs no key.
//
// Its answers say how they came. A question may ask for `words N` (how many), `every N` (ms between
// two), `wait N` (s before the first), `fail N` (an HTTP status).

import { once } from 'node:events';
import http from 'node:http';

const NAME = 'local-model';
const TITLE = /\btitle\b/i;
const ANSWER = `This answer comes from the model that make local brings along, word by word. \
Each word left it by itself, went through LibreChat in its sandbox, Lambda's response stream, \
API Gateway and CloudFront, and was not kept waiting by any of them. The page at /_local shows \
the sandbox that it came from, how long that was busy, and what the answer would have cost on AWS. \
Ask for "words 200", or leave me alone for five minutes and ask again: the sandbox will be gone, \
and a new one will start.`;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function startModel(address) {
  const server = http.createServer(serve).listen(0, address);
  await once(server, 'listening');
  return server.address().port;
}

async function serve(request, response) {
  let sent = '';
  for await (const chunk of request.setEncoding('utf8')) sent += chunk;
  if (request.method === 'GET' && request.url.endsWith('/models')) {
    return json(response, 200, {
      object: 'list',
      data: [{ id: NAME, object: 'model', owned_by: 'local' }],
    });
  }
  if (request.method !== 'POST' || !request.url.endsWith('/chat/completions')) {
    return json(response, 404, { error: { message: `no ${request.method} ${request.url}` } });
  }
  const { messages = [], stream } = JSON.parse(sent || '{}');
  const question = textOf(messages.filter(({ role }) => role === 'user').at(-1));
  const isTitle = messages.some(
    (message) => TITLE.test(textOf(message)) && /conversation/i.test(textOf(message)),
  );
  const asked = (word) =>
    Number(new RegExp(`\\b${word} (\\d+)`, 'i').exec(isTitle ? '' : question)?.[1] ?? NaN);
  if (asked('fail'))
    return json(response, asked('fail'), { error: { message: 'as you asked', type: 'local' } });
  const all = isTitle ? ['A ', 'first ', 'chat'] : wordsOf(asked('words'));
  await sleep((asked('wait') || 0) * 1000);
  const every = isTitle ? 0 : asked('every') || 60;
  const completion = {
    id: `chatcmpl-${Date.now()}`,
    created: Math.floor(Date.now() / 1000),
    model: NAME,
  };
  const tokens = Math.ceil(sent.length / 4);
  const usage = {
    prompt_tokens: tokens,
    completion_tokens: all.length,
    total_tokens: tokens + all.length,
  };
  if (!stream) {
    const message = { role: 'assistant', content: all.join('') };
    const choices = [{ index: 0, finish_reason: 'stop', message }];
    return json(response, 200, { ...completion, object: 'chat.completion', choices, usage });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const say = (delta, finish_reason, more) => {
    const choices = [{ index: 0, delta, finish_reason }];
    const chunk = { ...completion, object: 'chat.completion.chunk', choices, ...more };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  };
  say({ role: 'assistant', content: '' }, null);
  for (const word of all) {
    if (response.destroyed) return;
    say({ content: word }, null);
    await sleep(every);
  }
  say({}, 'stop', { usage });
  response.end('data: [DONE]\n\n');
}

const textOf = ({ content } = {}) =>
  typeof content === 'string' ? content : (content ?? []).map(({ text }) => text ?? '').join(' ');

function wordsOf(count) {
  if (!count) return ANSWER.split(/(?<= )/);
  return Array.from({ length: count }, (_, i) => `word${i + 1} `);
}

function json(response, status, value) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
