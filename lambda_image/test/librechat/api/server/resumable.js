// Chats in the shape of v0.8.7: the POST answers at once with a stream's id, the generation goes on
// in the background, and the client reads it through Redis, from this sandbox or another.
'use strict';
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A job is a hash in Redis, its events a list; the job is gone once the generation is over.
module.exports = ({ redis, json, callModel }) => {
  const job = (id) => `job:${id}`;
  const events = (id) => `stream:${id}`;
  const user = (request) => request.headers.authorization;
  const asked = [];
  let running = 0;

  const userMessage = { messageId: 'q', text: 'asked' };
  const message = { ...userMessage, sender: 'User', isCreatedByUser: true };
  const created = (streamId) => ({ created: true, message, streamId });

  async function resumeState(id) {
    const said = (await redis.lrange(events(id), 0, -1)).map((event) => JSON.parse(event));
    const text = said.map(({ data }) => data?.delta?.content[0].text ?? '').join('');
    const aggregatedContent = text ? [{ type: 'text', text }] : [];
    const runSteps = said.filter(({ event }) => event === 'on_run_step').map(({ data }) => data);
    return { aggregatedContent, runSteps, userMessage };
  }

  async function generate(id, createdAt, params) {
    // The agent, its tools, its history: Redis and a database, and no HTTP call.
    await sleep(Number(params.get('work') ?? 100));
    const isOurs = async () => (await redis.hget(job(id), 'createdAt')) === createdAt;
    const say = (event) => redis.rpush(events(id), JSON.stringify(event));
    await say(created(id));
    await say({ event: 'on_run_step', data: { id: 'step', runId: 'a', index: 0 } });
    for await (const text of callModel(params.get('model'))) {
      if (!(await isOurs())) return; // stopped, from whatever sandbox
      if (params.has('gap')) await sleep(Number(params.get('gap')));
      const delta = { content: [{ type: 'text', text }] };
      await say({ event: 'on_message_delta', data: { id: 'step', delta } });
    }
    await redis.set(`saved:${id}`, 'whole'); // the answer, in the database
    if (!(await isOurs())) return;
    await say({ final: true });
    await redis.del(job(id));
  }

  return {
    'POST /api/agents/chat': async (request, response, params) => {
      const id = params.get('id');
      const createdAt = String(Number(process.hrtime.bigint()));
      await redis.hset(job(id), { createdAt, user: user(request) ?? '' });
      json(response, { streamId: id, conversationId: id, status: 'started' });
      running += 1;
      await generate(id, createdAt, params).catch(async (error) => {
        await redis.rpush(events(id), JSON.stringify({ error: error.message }));
        await redis.hset(job(id), { status: 'error' });
      });
      running -= 1;
    },

    'GET /api/agents/chat/stream/*': async (request, response, params, id) => {
      if (!(await redis.exists(job(id)))) return json(response, { error: 'Stream not found' }, 404);
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Content-Encoding': 'identity',
      });
      response.flushHeaders();
      const send = (event) => response.write(`event: message\ndata: ${JSON.stringify(event)}\n\n`);
      // Who comes later gets `created` and what follows, an error included, or, who resumes, all
      // that was said so far at first. What is said between the two is lost.
      const isCreated = (await redis.llen(events(id))) > 0;
      const awaited = params.get('resume') ? 0 : Number(params.get('listens') ?? 0);
      while ((await redis.llen(events(id))) < awaited) await sleep(5);
      const hasFailed = (await redis.hget(job(id), 'status')) === 'error';
      const before = (await redis.llen(events(id))) - (hasFailed ? 1 : 0);
      if (params.get('resume')) send({ sync: true, resumeState: await resumeState(id) });
      else if (isCreated) send(created(id));
      for (let i = before; !response.destroyed; i++) {
        if (params.get('die') === String(i)) process.kill(process.pid, 'SIGKILL');
        let event;
        while (!response.destroyed && (event = await redis.lindex(events(id), i)) === null) {
          await sleep(20);
        }
        if (event === null) return;
        const { error, final } = JSON.parse(event);
        response.write(`event: ${error ? 'error' : 'message'}\ndata: ${event}\n\n`);
        if (error || final) return response.end();
      }
    },

    // What is in the database.
    'GET /api/convos/*': async (request, response, params, id) => {
      if (!(await redis.exists(`saved:${id}`))) return json(response, {}, 404);
      json(response, { conversationId: id, title: 'New Chat' });
    },
    'GET /api/messages/*': async (request, response, params, id) => {
      const text = await redis.get(`saved:${id}`);
      const question = { messageId: 'q', isCreatedByUser: true };
      const answer = { messageId: 'a', parentMessageId: 'q', isCreatedByUser: false, text };
      json(response, text === 'nothing' ? [question] : [question, answer]);
    },

    // From v0.8.6 on.
    'GET /metrics': (request, response) => {
      const isKnown = request.headers.authorization === `Bearer ${process.env.METRICS_SECRET}`;
      if (process.env.SHAPE_METRICS === 'off' || !isKnown) return json(response, {}, 401);
      response.end(`up 1\ngeneration_jobs_in_flight{store="redis"} ${running}\n`);
    },

    // The headers of each status request.
    'GET /api/asked': (request, response) => json(response, { asked }),

    'GET /api/agents/chat/status/*': async (request, response, params, id) => {
      asked.push(request.headers);
      if (!user(request) || /expired/.test(user(request))) return json(response, {}, 401);
      const found = await redis.hgetall(job(id));
      if (!found.createdAt) return json(response, { active: false });
      if (found.user !== user(request)) return json(response, { error: 'Unauthorized' }, 403);
      const { createdAt, status = 'running' } = found;
      const state = { active: status === 'running', streamId: id, status, createdAt };
      json(response, { ...state, resumeState: await resumeState(id) });
    },

    'POST /api/agents/chat/abort': async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const { streamId: id } = JSON.parse(Buffer.concat(chunks));
      const found = await redis.hgetall(job(id));
      if (!found.createdAt) return json(response, { error: 'Job not found' }, 404);
      if (found.user !== user(request)) return json(response, { error: 'Unauthorized' }, 403);
      await redis.set(`saved:${id}`, 'partial');
      await redis.rpush(events(id), JSON.stringify({ final: true, aborted: true }));
      await redis.del(job(id));
      json(response, { success: true, aborted: id });
    },
  };
};
