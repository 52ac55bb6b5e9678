// Prints what comes over the wire, for the README: an event stream as it arrives, one whose server
// is killed, and a chat in the shape of v0.8.7 across two sandboxes.
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, sleep } from './support/sandbox.mjs';
import { startModel, startRedis } from './support/services.mjs';

const clock = (ms) => `${ms.toFixed(0).padStart(5)} ms`;

// `since` is when time zero was; without it, when the event was handed out.
function show(title, answer, since = answer.began) {
  console.log(`# ${title}`);
  const offset = answer.began - since;
  for (const { at, data } of answer.chunks) {
    const text = data.toString().replaceAll('\0', '\\0').replaceAll('\n', '\\n');
    console.log(`${clock(offset + at)}  ${text.replace(/,"at":[\d.]+/, '')}`);
  }
  const { failure } = answer;
  const trailer = failure ? `, with the error trailer: ${failure.errorMessage}` : '';
  console.log(`${clock(offset + answer.endedAt)}  end${trailer}\n`);
}

function showLog(title, sandboxes) {
  console.log(`# ${title}`);
  const lines = sandboxes.flatMap(({ lines }) => lines).filter((line) => /"event":/.test(line));
  for (const line of lines.sort()) console.log(line);
  console.log('');
}

const sandbox = await Sandbox.start(undefined, { HANDLER_SSE_PING_SECONDS: '0.4' });
const chat = (query) => sandbox.request(restEvent('POST', '/api/agents/chat', { query }));
show(
  'four events, 250 ms apart, then a second of silence (with a ping after 0.4 s)',
  await chat({ flush: '', events: '4', every: '250', silence: '1000' }),
);
show(
  "an agent's answer; after its second word the server is killed with SIGKILL",
  await chat({ flush: '', agent: '', events: '9', every: '250', die: '4' }),
);
show('the next request, which finds a new server', await chat({ events: '1', every: '0' }));
showLog("the handler's log lines of these three", [sandbox]);
await sandbox.stop();

const [redis, model] = await Promise.all([startRedis(), startModel()]);
const env = { REDIS_URI: redis.uri, SHAPE: 'v0.8.7' };
const [first, second] = await Promise.all([
  Sandbox.start(undefined, env),
  Sandbox.start(undefined, env),
]);
for (const started of [first, second]) started.freezeWhenIdle();
const headers = { Authorization: 'Bearer of-one-user' };
const ask = (id, ms) => {
  const query = { id, work: '800', model: `${model.url}/stream?ms=${ms}` };
  return first.api.invoke(restEvent('POST', '/api/agents/chat', { query, headers }));
};
const read = (id) => second.request(restEvent('GET', `/api/agents/chat/stream/${id}`, { headers }));
const held = ({ began }, at) => console.log(`${clock(at - began)}  the first sandbox may freeze\n`);

const posted = ask('chat-1', 1500);
await posted.ended;
const answer = await read('chat-1');
const returned = await posted.returned;
show('v0.8.7: the POST, in one sandbox', posted);
show('the stream, in another (times since the POST)', answer, posted.began);
held(posted, returned);

const abandoned = ask('chat-2', 20_000);
await abandoned.ended;
const reading = read('chat-2');
await sleep(3000);
process.kill(first.serverPid, 'SIGKILL');
const cut = await reading;
await abandoned.returned;
show(
  'the same; after 3 s the first server is killed, and the next one ends the stream',
  cut,
  abandoned.began,
);
for (const started of [first, second]) started.signal('SIGCONT');
await sleep(200);
showLog('the log lines of both', [first, second]);
await Promise.all([first.stop(), second.stop()]);
redis.stop();
model.stop();
process.exit(0);
