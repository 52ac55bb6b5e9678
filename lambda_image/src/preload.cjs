// Loaded into LibreChat's process before LibreChat (node --require). LibreChat gives no sign of
// being busy after an answer has ended; this tells the handler when the outgoing HTTP calls that
// a request started are done (FR-044), by Node's diagnostics channels, without touching
// LibreChat's code. What Node and its own undici, and any copy of undici in node_modules, send
// goes through these channels; a database's connection does not, and the quiet time covers it.
'use strict';
const { subscribe } = require('node:diagnostics_channel');
const { Server } = require('node:net');
const { report } = require('./pack/load.cjs');

// The latest request, with the calls that began since it arrived.
let request = { isSafe: true, calls: 0, pending: 0 };
let question; // the handler's: {drain: its number, quietMs}
let timer;
const TICKS = 5;

function check() {
  clearTimeout(timer);
  if (!question || request.pending > 0) return;
  // A GET that called nobody has nothing to finish. Anything else may be about to call, or to write
  // to its database.
  if (request.isSafe && request.calls === 0) return answer();
  // In ticks, since a process that is busy computing is not quiet: however long it is, it counts as
  // one tick.
  const tick = (left) => {
    if (left === 0) answer();
    else timer = setTimeout(tick, question.quietMs / TICKS, left - 1);
  };
  tick(TICKS);
}

function answer() {
  const { drain } = question;
  question = undefined;
  process.send?.({ drained: drain }, () => {}); // the handler may be gone
}

// Its handler, and so this sandbox, is gone.
process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  if (!message?.drain) return;
  question = message;
  check();
});
process.channel?.unref(); // LibreChat may end when it likes

const OWN_REQUEST = 'x-lambda-handler'; // the handler's own requests carry it (ask.mjs)

subscribe('http.server.request.start', ({ request: { method, headers } }) => {
  if (headers[OWN_REQUEST]) return;
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  request = { isSafe, calls: 0, pending: 0 };
});

const ends = new WeakMap();

function callBegan(call, method, accept) {
  // A subscription, as MCP's clients hold one open to each server, is not work that ends.
  if (method === 'GET' && String(accept).trim() === 'text/event-stream') return;
  const owner = request;
  owner.calls += 1;
  owner.pending += 1;
  clearTimeout(timer);
  let hasEnded = false;
  ends.set(call, () => {
    if (hasEnded) return;
    hasEnded = true;
    owner.pending -= 1;
    if (owner === request) check();
  });
}
const callEnded = (call) => ends.get(call)?.();

subscribe('http.client.request.start', ({ request: call }) => {
  callBegan(call, call.method, call.getHeader('accept'));
  call.once('close', () => callEnded(call));
});

// undici's headers are a string, or a flat list of names and values, by its version.
function acceptOf(headers) {
  if (typeof headers === 'string') return /^accept:\s*(.*)$/im.exec(headers)?.[1];
  const isAccept = (name, i) => i % 2 === 0 && String(name).toLowerCase() === 'accept';
  const index = headers?.findIndex(isAccept);
  return index >= 0 ? headers[index + 1] : undefined;
}
subscribe('undici:request:create', ({ request: call }) =>
  callBegan(call, call.method, acceptOf(call.headers)),
);
subscribe('undici:request:trailers', ({ request: call }) => callEnded(call));
subscribe('undici:request:error', ({ request: call }) => callEnded(call));

// The handler asks for /health at once when the server listens, and not only at its next interval.
const { listen } = Server.prototype;
Server.prototype.listen = function (...args) {
  this.once('listening', () => process.send?.({ listening: true, pack: report?.() }, () => {}));
  return listen.apply(this, args);
};
