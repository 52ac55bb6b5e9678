// Loaded into LibreChat's process before all else (node --require): lets its modules come from the pack that was made in
// the image build, and gives the process its environment, which comes through a pipe, while they load (FR-052).
//
// The pipe (descriptor 4) brings two lines of JSON:
//   {"pack": file, "awaited": [names of variables that the second line brings]}    `pack` is absent when it is turned off
//   {name: value, …}                                                               what comes to process.env
'use strict';
const fs = require('node:fs');
const { usePack } = require('./pack.cjs');

const PIPE = 4;

function* lines() {
  const chunk = Buffer.alloc(65536);
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
const report = usePack(pack);
const begun = performance.now();
report.loadEarly?.(awaited);
const ready = performance.now();
Object.assign(process.env, line.next().value);
fs.closeSync(PIPE);
Object.assign(report.times, { early: ready - begun, waited: performance.now() - ready });

exports.report = report;
