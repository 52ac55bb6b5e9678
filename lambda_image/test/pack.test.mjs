// The pack (FR-052): the double starts from it as it does without, and without it where it does not
// fit. The double has some thousand modules of all kinds (support/modules.mjs).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { crc32 } from 'node:zlib';
import { record } from '../pack/record.mjs';
import { HEAVY_NAMES, hasCompiler } from './support/modules.mjs';
import {
  HEAD,
  Pack,
  PackedProcess,
  foreignProgram,
  makeApplication,
  wrap,
} from './support/packed.mjs';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, root } from './support/sandbox.mjs';

const directory = mkdtempSync(path.join(os.tmpdir(), 'pack-test-'));
const pack = path.join(directory, 'librechat.pack');
const said = [];
let app;
let server;
let recorded;

before(() => {
  ({ app, server } = makeApplication());
  recorded = record(server, pack, (line) => said.push(line));
});
after(() => {
  rmSync(directory, { recursive: true, force: true });
  rmSync(app, { recursive: true, force: true });
});

const ANSWERS = [
  'names',
  'needed',
  'heavy',
  'same',
  'copies',
  'overwritten',
  'before',
  'called',
  'cycle',
  'changes',
  'reads',
  'modern',
  'conditional',
  'marked',
  'linked',
  'native',
  'byPath',
  'resolved',
  'missing',
  'stack',
  'main',
  'context',
  'callers',
  'initialized',
  'optional',
  'agents',
  'parents',
  'loaded',
  'positions',
  'source',
  'threads',
];
const ROUTES = ['/health', '/api/config', '/nothing', '/api/answer?status=302', '/api/echo?a=b'];

// A copy of the pack with something about it changed.
function damaged(name, change) {
  const file = path.join(directory, name);
  copyFileSync(pack, file);
  change(file);
  return file;
}

function withIndex(change) {
  return (file) => {
    const bytes = readFileSync(file);
    const length = bytes.readUInt32LE(8);
    const index = JSON.parse(bytes.subarray(HEAD, HEAD + length));
    change(index);
    const text = Buffer.from(JSON.stringify(index).padEnd(length));
    assert.equal(text.length, length);
    text.copy(bytes, HEAD);
    bytes.writeUInt32LE(crc32(text), 12);
    writeFileSync(file, bytes);
  };
}

// A code cache begins with a number and the hash of V8's version.
function otherVersion(base64) {
  const code = Buffer.from(base64, 'base64');
  code[4] ^= 0xff;
  return code.toString('base64');
}

const flip = (position) => (file) => {
  const bytes = readFileSync(file);
  bytes[position < 0 ? bytes.length + position : position] ^= 0xff;
  writeFileSync(file, bytes);
};

test('the recording says what it took and what the pack has', (t) => {
  assert.ok(recorded, said.join('\n'));
  assert.match(said[0], /^The start loads \d{4} modules until it listens\.$/);
  assert.match(said[1], /^The pack took [\d.]+ s and has [\d.]+ MB: \d+ modules, of which$/);
  t.diagnostic(said.slice(1).join(' '));
  const { modules, atStart, lazy } = recorded.made;
  assert.ok(atStart < modules / 2, `${atStart} of ${modules} modules are loaded at the start`);
  assert.ok(lazy >= HEAVY_NAMES.length);
});

test('a walk with the pack is as one without: status, headers, bodies, warnings', async (t) => {
  const variables = { JWT_SECRET: 'abc' };
  const shipped = await PackedProcess.start(t, server, { variables });
  const packed = await PackedProcess.start(t, server, { variables, pack });
  for (const route of [...ROUTES, ...ANSWERS.map((name) => `/api/modules?name=${name}`)]) {
    const [with_, without] = [await packed.get(route), await shipped.get(route)];
    const there = (text) => text.replaceAll(String(packed.port), String(shipped.port));
    assert.deepEqual({ ...with_, body: there(with_.body) }, without, route);
    if (route.includes('modules')) assert.equal(without.status, 200, route);
  }
  assert.equal((await shipped.answer('native')) === 42, hasCompiler);
  const same = ({ output, child }) => output.replaceAll(`node:${child.pid}`, 'node');
  assert.equal(same(packed), same(shipped));
  assert.match(packed.output, /DeprecationWarning: the double is old/);
  assert.deepEqual([packed.report.used, packed.report.rejected], [true, 0]);
  assert.equal(shipped.report.reason, 'off');
});

test("globals, symbols, listeners, Node's modules and exports are the same after the start", () => {
  const { look, proof } = recorded;
  assert.deepEqual(proof.state.shared, look.state.shared);
  assert.equal(proof.state.shared['globalThis.[Symbol(double.registry)]'], 'object');
  assert.equal(proof.state.shared['process.on(double)'], 1);
  assert.equal(proof.state.shared['fs.doubled'], 'boolean');
  for (const [file, names] of Object.entries(proof.state.modules)) {
    if (!file.startsWith(root)) assert.deepEqual(names, look.state.modules[file], file);
  }
});

test('each lazy package is woken by its use alone, and once', async (t) => {
  const packed = await PackedProcess.start(t, server, { pack, variables: { JWT_SECRET: 'abc' } });
  assert.equal(packed.report.woken, 0);
  await packed.answer('names'); // Object.keys wakes nobody
  assert.equal((await packed.answer('report')).woken, 0);
  for (const name of ANSWERS) await packed.answer(name);
  for (const name of ANSWERS) await packed.answer(name);
  const last = await packed.answer('report');
  assert.deepEqual([last.woken, last.rejected], [recorded.made.lazy, 0]);
  assert.equal(last.modules, recorded.made.modules);
});

test('an export that a package only hands on does not wake the rest of it', async (t) => {
  const packed = await PackedProcess.start(t, server, { pack });
  assert.equal(await packed.answer('large'), false);
  assert.deepEqual(await packed.answer('agents'), ['first', 'first', 1, true]);
  assert.equal(await packed.answer('large'), true);
});

test('a lazy package works for no request', async (t) => {
  const packed = await PackedProcess.start(t, server, { pack });
  assert.deepEqual(await packed.answer('context'), ['request', null]);
});

test('a package is not put off when a variable that it reads is not as recorded', async (t) => {
  for (const [env, variables] of [
    [{ DOUBLE_TRACE: 'on' }, {}],
    [{}, { DOUBLE_TRACE: 'on' }],
  ]) {
    const packed = await PackedProcess.start(t, server, { pack, env, variables });
    assert.equal(packed.report.used, true);
    assert.deepEqual(await packed.answer('optional'), ['on', 'on', 'on']);
  }
});

test('the packed sources are the files of the image', () => {
  const read = new Pack(pack);
  let count = 0;
  for (const [file, number] of read.numbers) {
    const { source, json, cached } = read.take(number);
    const text = readFileSync(file, 'utf8');
    assert.equal(source ?? json, cached ? wrap(text) : text, file);
    count += 1;
  }
  assert.equal(count, recorded.made.modules);
});

test('packages load before the environment is there, but for those that read it', async (t) => {
  const variables = { JWT_SECRET: 'abcdef', DOUBLE_TEXT: 'x' };
  const packed = await PackedProcess.start(t, server, { pack, variables, delayMs: 1500 });
  const { awaitedMs } = packed.report;
  assert.ok(awaitedMs > 0, 'it has waited');
  const { early, reads, modules } = await packed.answer('times');
  assert.ok(modules - early >= awaitedMs, 'loaded before the wait');
  assert.ok(modules - reads < awaitedMs, 'loaded after it');
  assert.deepEqual(await packed.answer('reads'), [6, ['DOUBLE_TEXT']]);
  const body = JSON.parse(
    (await packed.get('/api/env?name=JWT_SECRET&name=ENVIRONMENT_PIPE')).body,
  );
  assert.deepEqual(body, { JWT_SECRET: 'abcdef', ENVIRONMENT_PIPE: null });
});

const index = (change) => ({ file: (name) => damaged(name, withIndex(change)) });
const CASES = {
  'no pack': { file: (name) => path.join(directory, name), reason: /^there is none$/ },
  'a pack of nothing': {
    file: (name) => damaged(name, (file) => truncateSync(file, 0)),
    reason: /cut/,
  },
  'a pack that is cut': {
    file: (name) => damaged(name, (file) => truncateSync(file, statSync(file).size - 9)),
    reason: /bytes instead of/,
  },
  'another file in its place': {
    file: (name) => damaged(name, (file) => writeFileSync(file, 'x'.repeat(99))),
    reason: /is none/,
  },
  'a damaged index': { file: (name) => damaged(name, flip(HEAD + 20)), reason: /index is damaged/ },
  'damaged code': {
    file: (name) => damaged(name, flip(HEAD + readFileSync(pack).readUInt32LE(8) + 4096)),
    reason: /block 0 of the pack is damaged/,
  },
  'another Node': {
    ...index(({ circumstances }) => (circumstances.Node = circumstances.Node.replace('v', 'w'))),
    reason: /^Node "v/,
  },
  'another architecture': {
    ...index(
      ({ circumstances }) =>
        (circumstances.architecture = circumstances.architecture.replace('linux', 'xunil')),
    ),
    reason: /^architecture/,
  },
  'flags of V8': {
    flags: ['--no-opt'],
    reason: /^flags "--no-opt", and the pack was made with ""$/,
  },
  'flags in NODE_OPTIONS': { env: { NODE_OPTIONS: '--max-old-space-size=900' }, reason: /^flags/ },
  "V8's own refusal": {
    ...index((read) => (read.probe = otherVersion(read.probe))),
    reason: /^V8 refuses/,
  },
};

for (const [name, { file, flags, env, reason }] of Object.entries(CASES)) {
  test(`LibreChat starts as shipped, and a line says why: ${name}`, async (t) => {
    const given = file ? file(`${name}.pack`) : pack;
    const packed = await PackedProcess.start(t, server, { pack: given, flags, env });
    assert.equal(packed.refusals.length, 1, packed.output);
    assert.match(packed.refusals[0], reason);
    assert.deepEqual([packed.report.used, packed.report.reason], [false, packed.refusals[0]]);
    assert.equal((await packed.answer('heavy')).length, HEAVY_NAMES.length);
    assert.equal(packed.report.modules, 0);
  });
}

// Each on a file of its own, which is put back.
const CHANGES = {
  'a module that the start runs': [
    'node_modules/needed-1/index.js',
    (file) => appendFileSync(file, ' '),
  ],
  'the same length, at another time': [
    'node_modules/needed-1/lib/part1.js',
    (file) => utimesSync(file, 1e9, 1e9),
  ],
  'a module that waits for its use': [
    'node_modules/heavy-5/lib/part3.js',
    (file) => appendFileSync(file, 'exports.extra = 1;'),
  ],
  'what says where a package begins': [
    'node_modules/heavy-5/package.json',
    (file) => appendFileSync(file, ' '),
  ],
  'a module that is gone': ['api/modules/tools/settings.json', (file) => rmSync(file)],
};

for (const [name, [file, change]] of Object.entries(CHANGES)) {
  test(`LibreChat starts as shipped when a file has changed: ${name}`, async (t) => {
    const changed = path.join(app, file);
    const [text, { atime, mtime }] = [readFileSync(changed), statSync(changed)];
    t.after(() => {
      writeFileSync(changed, text);
      utimesSync(changed, atime, mtime);
    });
    change(changed);
    const started = PackedProcess.start(t, server, { pack });
    if (name.endsWith('gone'))
      return assert.rejects(started, /Cannot find module '.\/tools\/settings'/);
    const packed = await started;
    assert.equal(packed.refusals.length, 1, packed.output);
    assert.equal(packed.refusals[0], `${changed} has changed since the pack was made`);
    assert.equal(packed.report.used, false);
    const names = await packed.answer('names');
    assert.equal(names.flat().includes('extra'), false);
    assert.equal((await packed.answer('heavy')).length, HEAVY_NAMES.length);
  });
}

test('what is damaged is found when it is needed, and its files are read', async (t) => {
  const broken = damaged('late.pack', flip(-100));
  const packed = await PackedProcess.start(t, server, { pack: broken });
  assert.deepEqual([packed.report.used, packed.refusals], [true, []]);
  for (const name of ANSWERS) await packed.answer(name);
  assert.equal(packed.refusals.length, 1, packed.output);
  assert.match(packed.refusals[0], /^block \d+ of the pack is damaged$/);
});

test('the line about the cold start says what the pack did; a key turns it off', async (t) => {
  const env = { HANDLER_SERVER: server, HANDLER_PACK: pack };
  const sandbox = await Sandbox.start(t, env);
  const { pack: report } = await sandbox.event('cold_start');
  const phases = ['openMs', 'earlyMs', 'awaitedMs', 'loadMs'];
  assert.deepEqual(
    phases.filter((name) => !(report[name] >= 0)),
    [],
  );
  assert.deepEqual([report.used, report.rejected], [true, 0]);
  const invocation = await sandbox.request(
    restEvent('GET', '/api/modules', { query: { name: 'main' } }),
  );
  assert.equal(JSON.parse(invocation.text)[2], server);

  const off = await Sandbox.start(t, { ...env, HANDLER_PACK: 'off' });
  assert.deepEqual((await off.event('cold_start')).pack.reason, 'off');
  assert.deepEqual(off.events('pack_refused'), []);

  const none = await Sandbox.start(t, { ...env, HANDLER_PACK: '' });
  assert.equal((await none.event('pack_refused')).reason, 'there is none');
  assert.equal((await none.event('cold_start')).pack.used, false);
  assert.equal(none.events('pack_refused').length, 1);
});

test('the recording ends as soon as the server asks for its database', () => {
  const file = path.join(directory, 'database.js');
  writeFileSync(
    file,
    `const { hostname } = new URL(process.env.MONGO_URI);
setTimeout(() => require('net').connect(27017, hostname, () => console.log('connected')), 50);
setInterval(() => {}, 1000);\n`,
  );
  const lines = [];
  assert.ok(record(file, path.join(directory, 'database.pack'), (line) => lines.push(line)));
  assert.equal(lines[0], 'The start loads 1 modules until it connects to its database.');
});

test('a server that ends makes no pack, and the build goes on', () => {
  const file = path.join(directory, 'ends.js');
  const target = path.join(directory, 'ends.pack');
  writeFileSync(file, 'throw new Error("no start");\n');
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'pack/record.mjs'), file, target],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^No pack is made, and LibreChat starts as shipped: the server ended \(code 1\)/,
  );
  assert.match(stdout, /no start/);
  assert.throws(() => statSync(target));
});

test('a start that is not the same with the pack makes none', () => {
  const modules = path.join(directory, 'unlike/node_modules/unlike');
  mkdirSync(modules, { recursive: true });
  writeFileSync(
    path.join(modules, 'index.js'),
    'exports.used = 1;\nif (!process.hidden) process.emitWarning("once");\n',
  );
  const file = path.join(directory, 'unlike/index.js');
  // Its warning depends on something that no run has in common with the next.
  writeFileSync(
    file,
    `const unlike = require('unlike');
process.emitWarning(String(process.hrtime.bigint()));
require('net').createServer().listen(0);\n`,
  );
  const lines = [];
  assert.equal(
    record(file, path.join(directory, 'unlike.pack'), (line) => lines.push(line)),
    undefined,
  );
  assert.match(
    lines.at(-1),
    /^No pack is made, and LibreChat starts as shipped: with it the start is not as without:/,
  );
});

test("where the image's Node does not run, the build says so and goes on", () => {
  const bin = path.join(directory, 'foreign');
  mkdirSync(bin);
  writeFileSync(path.join(bin, 'node'), foreignProgram(), { mode: 0o755 });
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'pack/record.mjs'), server, path.join(directory, 'foreign.pack')],
    {
      encoding: 'utf8',
      env: { PATH: bin },
    },
  );
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^No pack is made, and LibreChat starts as shipped: this machine cannot run the image's node/,
  );
});
