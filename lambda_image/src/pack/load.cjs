// Loaded into LibreChat's process before all else (node --require): lets its modules come from the pack, and gives the
// process its environment, which comes through a pipe while they load, since secrets are read in the meantime.
//
// The pipe is descriptor 4 and brings two lines of JSON:
//   {"pack": its file, or nothing where it is turned off, "awaited": [names of the variables that the second line brings]}
//   {name: value, …}   for process.env
'use strict';
const fs = require('node:fs');
const { PackedStart } = require('./pack.cjs');

const PIPE = 4;

function* lines() {
  const chunk = Buffer.allocUnsafe(65536);
  let rest = Buffer.alloc(0);
  for (;;) {
    for (let end; (end = rest.indexOf(10)) >= 0; rest = rest.subarray(end + 1)) yield JSON.parse(rest.toString('utf8', 0, end));
    const length = fs.readSync(PIPE, chunk);
    if (length === 0) process.exit(); // the handler, and so this sandbox, is gone
    rest = Buffer.concat([rest, chunk.subarray(0, length)]);
  }
}

const line = lines();
const { pack, awaited } = line.next().value;
const start = new PackedStart(pack);
start.prepare(awaited);
const ready = performance.now();
Object.assign(process.env, line.next().value);
fs.closeSync(PIPE);
const begun = performance.now();

// For the handler's line about the cold start; to be asked when the server listens.
exports.report = () => ({
  ...start.report,
  waitedMs: Math.round(begun - ready),
  loadMs: Math.round(performance.now() - begun),
});
