// Loaded into LibreChat's process before LibreChat (node --require): lets its modules come from
// the pack (FR-052), and gives the process its environment, which comes through a pipe: LibreChat's
// packages load while the handler reads the secrets (FR-024).
//
// ENVIRONMENT_PIPE is the pipe's descriptor. It brings two lines of JSON:
//   {"pack": its file, or nothing where it is turned off,
//    "awaited": [names of the variables that the second line brings]}
//   {name: value, …}, for process.env
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { requireInternal } = require('./internal.cjs');

const { PackedStart } = requireInternal(path.join(__dirname, 'pack.cjs'));

function* readLines(pipe) {
  const chunk = Buffer.allocUnsafe(65_536);
  let rest = Buffer.alloc(0);
  for (;;) {
    for (let end; (end = rest.indexOf('\n')) >= 0; rest = rest.subarray(end + 1)) {
      yield JSON.parse(rest.toString('utf8', 0, end));
    }
    const length = fs.readSync(pipe, chunk);
    if (length === 0) process.exit(); // the handler, and so this sandbox, is gone
    rest = Buffer.concat([rest, chunk.subarray(0, length)]);
  }
}

const pipe = Number(process.env.ENVIRONMENT_PIPE);
delete process.env.ENVIRONMENT_PIPE;

// Processes and threads that LibreChat starts load this file as well, and have no such pipe.
if (pipe) {
  const lines = readLines(pipe);
  const { pack, awaited } = lines.next().value;
  const start = new PackedStart(pack);
  start.prepare(awaited);
  const prepared = performance.now();
  Object.assign(process.env, lines.next().value);
  fs.closeSync(pipe);
  const begun = performance.now();

  // For the handler's line about the cold start; to be asked when the server listens.
  exports.report = () => ({
    ...start.report,
    awaitedMs: Math.round(begun - prepared),
    loadMs: Math.round(performance.now() - begun),
  });
}
