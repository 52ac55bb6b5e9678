// What LibreChat's client asks of its server: sign-in, conversations, answers of both generations,
// files in S3. Everything is kept in Redis, so that any sandbox can answer the next request.
'use strict';
const { createHmac, randomUUID, scryptSync, timingSafeEqual } = require('node:crypto');
const fs = require('node:fs');

const HOUR = 3600;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const secret = () => process.env.JWT_SECRET ?? 'none';
const sign = (text) => createHmac('sha256', secret()).update(text).digest('base64url');

exports.serve = ({ redis }) => {
  // ----------------------------------------------------------------------------------------- users
  const token = (id, seconds) => {
    const body = Buffer.from(JSON.stringify({ id, until: Date.now() + seconds * 1000 })).toString(
      'base64url',
    );
    return `${body}.${sign(body)}`;
  };
  const idOf = (given) => {
    const [body, signature] = String(given).split('.');
    if (!signature || sign(body) !== signature) return undefined;
    const { id, until } = JSON.parse(Buffer.from(body, 'base64url'));
    return until > Date.now() ? id : undefined;
  };
  const hash = (password, salt) => scryptSync(password, salt, 32, { N: 1024 });
  const cookie = (request, name) =>
    new RegExp(`(?:^|; )${name}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
  const userOf = async (id) => JSON.parse((id && (await redis.get(`user:${id}`))) || 'null');

  async function signedIn(response, user) {
    const kept = 'Path=/; HttpOnly; Secure; SameSite=Strict';
    response.setHeader('Set-Cookie', [
      `refreshToken=${token(user.email, 24 * HOUR)}; ${kept}`,
      `token_provider=librechat; ${kept}`,
    ]);
    answer(response, 200, {
      token: token(user.email, HOUR / 4),
      user: { email: user.email, name: user.name },
    });
  }

  // -------------------------------------------------------------------------------------- answers
  // The model's answer, word by word; `say` returns false to end it.
  async function generate(messages, say) {
    const url = process.env.OPENAI_REVERSE_PROXY ?? 'https://api.openai.com/v1/chat/completions';
    const asked = messages.map(({ text, isCreatedByUser }) => ({
      role: isCreatedByUser ? 'user' : 'assistant',
      content: text,
    }));
    const stop = new AbortController();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
      },
      body: JSON.stringify({ model: process.env.OPENAI_MODELS, messages: asked, stream: true }),
      signal: stop.signal,
    });
    if (!response.ok) throw new Error(`The model answered ${response.status}.`);
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split('\n\n');
      rest = events.pop();
      for (const event of events) {
        const data = event.slice('data: '.length);
        const word = data === '[DONE]' ? '' : JSON.parse(data).choices[0].delta.content;
        if (word && (await say(word)) === false) return stop.abort();
      }
    }
  }

  // What is said before an answer's first word, and a word of it.
  const start = (conversationId) => [
    { created: true, message: { conversationId } },
    { event: 'on_run_step', data: { id: 'step' } },
  ];
  const delta = (text) => ({
    event: 'on_message_delta',
    data: { id: 'step', delta: { content: [{ type: 'text', text }] } },
  });
  const event = (data, name = 'message') => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  // Adds a message to a conversation; each follows the one before it.
  async function keep(id, message) {
    const parentMessageId = (await messagesOf(id)).at(-1)?.messageId ?? null;
    const whole = { messageId: randomUUID(), parentMessageId, isCreatedByUser: false, ...message };
    await redis.rpush(`messages:${id}`, JSON.stringify(whole));
  }
  const messagesOf = async (id) =>
    (await redis.lrange(`messages:${id}`, 0, -1)).map((text) => JSON.parse(text));

  // v0.8.2-rc1: the answer is the POST's own.
  async function direct(response, id, messages) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
    });
    for (const data of start(id)) response.write(event(data));
    let text = '';
    try {
      await generate(messages, (word) => {
        text += word;
        response.write(event(delta(word)));
      });
    } catch (error) {
      response.write(event({ text: error.message }, 'error'));
    }
    await keep(id, { text });
    response.end(event({ final: true, conversation: { conversationId: id } }));
  }

  // From v0.8.2 on: the POST answers at once, the answer goes through Redis, and is read from this
  // sandbox or another. Who comes when it is over gets 404.
  async function begin(id) {
    await redis.del(`stream:${id}`, `abort:${id}`);
    await redis.set(`active:${id}`, '1', 'EX', HOUR);
  }

  async function background(id, messages) {
    let text = '';
    const tell = (data, name) => redis.rpush(`stream:${id}`, event(data, name));
    for (const data of start(id)) await tell(data);
    try {
      await generate(messages, async (word) => {
        text += word;
        await tell(delta(word));
        return !(await redis.exists(`abort:${id}`));
      });
    } catch (error) {
      await tell({ text: error.message }, 'error');
    }
    await keep(id, { text });
    await tell({ final: true, conversation: { conversationId: id } });
    await redis.del(`active:${id}`);
    await redis.pexpire(`stream:${id}`, 300); // for those who read it now
  }

  async function follow(response, id) {
    if (!(await redis.exists(`active:${id}`, `stream:${id}`))) {
      return answer(response, 404, { error: 'Stream not found' });
    }
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-cache, no-transform',
    });
    for (let i = 0; ;) {
      const events = await redis.lrange(`stream:${id}`, i, -1);
      for (const text of events) {
        response.write(text);
        if (text.includes('"final":true')) return response.end();
      }
      i += events.length;
      await sleep(20);
    }
  }

  // ---------------------------------------------------------------------------------------- files
  async function s3() {
    const { AwsClient } = await import('aws4fetch');
    const headers = { authorization: process.env.AWS_CONTAINER_AUTHORIZATION_TOKEN };
    const got = await fetch(process.env.AWS_CONTAINER_CREDENTIALS_FULL_URI, { headers });
    const {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
    } = await got.json();
    const client = new AwsClient({
      accessKeyId,
      secretAccessKey,
      sessionToken,
      service: 's3',
      region: process.env.AWS_REGION,
    });
    const endpoint = new URL(
      process.env.AWS_ENDPOINT_URL ?? `https://s3.${process.env.AWS_REGION}.amazonaws.com`,
    );
    return {
      client,
      base: `${endpoint.protocol}//${process.env.AWS_BUCKET_NAME}.${endpoint.host}`,
    };
  }

  async function upload(request, response, user) {
    const [, boundary] = /boundary=(.+)$/.exec(request.headers['content-type']);
    const body = await bytes(request);
    const begins = body.indexOf('\r\n\r\n') + 4;
    const head = body.subarray(0, begins).toString();
    const content = body.subarray(begins, body.indexOf(`\r\n--${boundary}`, begins));
    const filename = /filename="([^"]*)"/.exec(head)[1];
    const type = /content-type: (\S+)/i.exec(head)?.[1];
    const temporary = `${__dirname}/../../uploads/temp`; // as LibreChat does it
    fs.mkdirSync(temporary, { recursive: true });
    fs.writeFileSync(`${temporary}/${randomUUID()}`, content);
    const { client, base } = await s3();
    const name = `${randomUUID()}-${encodeURIComponent(filename)}`;
    const url = `${base}/images/${encodeURIComponent(user.email)}/${name}`;
    const put = await client.fetch(url, {
      method: 'PUT',
      body: content,
      headers: { 'content-type': type },
    });
    if (!put.ok) throw new Error(`S3 answered ${put.status}`);
    const signed = await client.sign(`${url}?X-Amz-Expires=120`, { aws: { signQuery: true } });
    answer(response, 200, { filename, filepath: signed.url });
  }

  // --------------------------------------------------------------------------------------- routes
  const open = {
    'POST /api/auth/register': async (request, response) => {
      const { email, name, password } = await sent(request);
      const salt = randomUUID();
      const user = { email, name, salt, hash: hash(password, salt).toString('hex') };
      await redis.set(`user:${email}`, JSON.stringify(user), 'NX');
      answer(response, 200, { message: 'Registered.' });
    },
    'POST /api/auth/login': async (request, response) => {
      const { email, password } = await sent(request);
      const user = await userOf(email);
      const right =
        user && timingSafeEqual(hash(password, user.salt), Buffer.from(user.hash, 'hex'));
      if (!right) return answer(response, 404, { message: 'Wrong email or password.' });
      await signedIn(response, user);
    },
    'POST /api/auth/refresh': async (request, response) => {
      const user = await userOf(idOf(cookie(request, 'refreshToken')));
      if (!user) return answer(response, 401, { message: 'No session.' });
      await signedIn(response, user);
    },
    'POST /api/auth/logout': (request, response) => {
      const ended = 'Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=0';
      response.setHeader('Set-Cookie', [`refreshToken=; ${ended}`, `token_provider=; ${ended}`]);
      answer(response, 200, {});
    },
  };
  const signed = {
    'GET /api/user': (request, response, user) =>
      answer(response, 200, { email: user.email, name: user.name }),
    'GET /api/endpoints': (request, response) => answer(response, 200, { openAI: { order: 0 } }),
    'GET /api/models': (request, response) =>
      answer(response, 200, { openAI: [process.env.OPENAI_MODELS] }),
    'GET /api/convos': (request, response) => answer(response, 200, { conversations: [] }),
    'GET /api/files/config': (request, response) => answer(response, 200, {}),
    'GET /api/search/enable': (request, response) => answer(response, 200, false),
    'GET /api/balance': (request, response) => answer(response, 200, {}),
    'POST /api/files/images': upload,
    'POST /api/agents/chat/openAI': async (request, response) => {
      const { text, files, direct: isDirect, ...asked } = await sent(request);
      const id = asked.conversationId ?? randomUUID();
      await keep(id, { text, files, isCreatedByUser: true });
      const messages = await messagesOf(id);
      if (isDirect) return direct(response, id, messages);
      await begin(id);
      answer(response, 200, { streamId: id, conversationId: id, status: 'started' });
      await background(id, messages);
    },
    'POST /api/agents/chat/abort': async (request, response) => {
      const { streamId } = await sent(request);
      await redis.set(`abort:${streamId}`, '1', 'EX', HOUR);
      answer(response, 200, {});
    },
  };
  const below = {
    'GET /api/convos/': (response, id) => answer(response, 200, { conversationId: id }),
    'GET /api/messages/': async (response, id) => answer(response, 200, await messagesOf(id)),
    'GET /api/agents/chat/stream/': follow,
    'GET /api/agents/chat/status/': async (response, id) =>
      answer(response, 200, { active: Boolean(await redis.exists(`active:${id}`)) }),
  };

  // Whether the request was one of these.
  return async (request, response, { pathname }) => {
    const name = `${request.method} ${pathname}`;
    const prefix = Object.keys(below).find((start) => name.startsWith(start));
    const route = open[name] ?? signed[name] ?? below[prefix];
    if (!route || !redis) return false;
    try {
      if (open[name]) await route(request, response);
      else {
        const user = await userOf(idOf(request.headers.authorization?.replace('Bearer ', '')));
        if (!user) answer(response, 401, { message: 'Unauthorized' });
        else if (prefix) await route(response, name.slice(prefix.length));
        else await route(request, response, user);
      }
    } catch (error) {
      console.error(error);
      if (!response.headersSent) answer(response, 500, { message: error.message });
    }
    return true;
  };
};

function answer(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

async function bytes(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const sent = async (request) => JSON.parse((await bytes(request)).toString() || '{}');
