// Prints what comes over the wire: an event stream as it arrives, and one whose server is killed.
// For the README.
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox } from './support/sandbox.mjs';

async function show(title, query) {
  console.log(`# ${title}`);
  const answer = await sandbox.request(restEvent('POST', '/api/agents/chat', { query }));
  for (const { at, data } of answer.chunks) {
    const text = data
      .toString()
      .replaceAll('\0', '\\0')
      .replaceAll('\n', '\\n')
      .replace(/,"at":[\d.]+/, '');
    console.log(`${at.toFixed(0).padStart(5)} ms  ${text}`);
  }
  const { failure } = answer;
  const trailer = failure ? `, with the error trailer: ${failure.errorMessage}` : '';
  console.log(`${answer.endedAt.toFixed(0).padStart(5)} ms  end${trailer}\n`);
}

const sandbox = await Sandbox.start(undefined, { HANDLER_SSE_PING_SECONDS: '0.4' });
await show('four events, 250 ms apart, then a second of silence (with a ping after 0.4 s)', {
  flush: '',
  events: '4',
  every: '250',
  silence: '1000',
});
await show('the same; after the second event the server is killed with SIGKILL', {
  flush: '',
  events: '4',
  every: '250',
  die: '2',
});
await show('the next request, which finds a new server', { flush: '', events: '1', every: '0' });
console.log("# the handler's log lines of these three");
for (const line of sandbox.lines.filter((line) =>
  /"event":"(cold_start|request|respawn)"/.test(line),
))
  console.log(line);
await sandbox.stop();
process.exit(0);
