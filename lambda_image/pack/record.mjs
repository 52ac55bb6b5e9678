// Makes the pack (src/pack/pack.cjs) of LibreChat's start, in the image build: record.mjs SERVER
// TARGET
//
// Runs the server's entry a few times, without a database, without a secret and without a
// connection, and says what came out. A start that is not the same with the pack as without makes
// no pack, and fails nothing: LibreChat starts as shipped.

import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CANARY, candidates, early } from './choose.mjs';

const LIMIT_MS = 300_000; // for one run, should the server never come to its database
const TRIES = 8;
const DATABASE = 'database.invalid';

const here = path.dirname(fileURLToPath(import.meta.url));
const LOADER = path.join(here, '../src/pack');

class NoPack extends Error {}

// LibreChat checks that these are there, and their form. With Redis, whose modules the function
// needs.
const STAND_INS = {
  MONGO_URI: `mongodb://${DATABASE}:27017/LibreChat`,
  USE_REDIS: 'true',
  REDIS_URI: 'redis://redis.invalid:6379',
  CREDS_KEY: '0'.repeat(64),
  CREDS_IV: '0'.repeat(32),
  JWT_SECRET: '0'.repeat(64),
  JWT_REFRESH_SECRET: '0'.repeat(64),
  [CANARY]: '1',
};

function run(step, server, directory, { lazy = {}, early = [], pack } = {}) {
  const file = (name) => path.join(directory, name);
  writeFileSync(file('lazy.json'), JSON.stringify(lazy));
  writeFileSync(file('early.json'), JSON.stringify(early));
  const lines = [{ pack, awaited: Object.keys(STAND_INS) }, STAND_INS];
  writeFileSync(file('environment'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const environment = { ...process.env, LIBRECHAT_LOG_DIR: file('work/logs') };
  environment.PACK_RECORDING = JSON.stringify({
    step,
    to: file(step),
    lazy: file('lazy.json'),
    early: file('early.json'),
    database: DATABASE,
  });
  const requires = [path.join(here, 'preload.cjs')];
  // As it will be started, its environment through descriptor 4.
  if (step === 'prove') requires.push(path.join(LOADER, 'load.cjs'));
  Object.assign(environment, step === 'prove' ? { ENVIRONMENT_PIPE: '4' } : STAND_INS);
  const pipe = openSync(file('environment'));
  const { error, status, signal, stdout, stderr } = spawnSync(
    'node',
    [...requires.flatMap((each) => ['--require', each]), server],
    {
      cwd: file('work'),
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ignore', pipe],
      encoding: 'utf8',
      maxBuffer: 1e8,
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    },
  );
  closeSync(pipe);
  if (error?.code === 'ETIMEDOUT') {
    const limit = `after ${LIMIT_MS / 1000} s`;
    throw new NoPack(`${limit} the server neither asked for its database nor listened`);
  }
  if (status !== 0) {
    const end = `the server ended (${signal ?? `code ${status}`}) before its start was seen`;
    throw new NoPack(`${end}:\n${(stdout + stderr).slice(-2000)}`);
  }
  return JSON.parse(readFileSync(file(`${step}.json`), 'utf8'));
}

// The modules that nothing needs before the database is there.
function leastNeeded(look, server, directory) {
  let lazy = candidates(look);
  for (let i = 0; i < TRIES; i++) {
    const { woken } = run('try', server, directory, { lazy });
    if (woken.length === 0) return lazy;
    const isNeeded = new Set(woken);
    lazy = Object.fromEntries(Object.entries(lazy).filter(([file]) => !isNeeded.has(file)));
  }
  throw new NoPack(`the start wakes other packages each time, in ${TRIES} tries`);
}

// Records with the modules of `lazy` put off, and starts from what was recorded.
function recordWith(lazy, look, server, directory) {
  const made = run('record', server, directory, { lazy, early: early(look, lazy) });
  const proof = run('prove', server, directory, { pack: path.join(directory, 'record') });
  const differs = differences(look, proof);
  if (differs.length === 0) return { look, made, proof };
  const shown = differs.slice(0, 20).join('\n  ');
  throw new NoPack(`with it the start is not as without:\n  ${shown}`);
}

// What is not as it is without the pack.
function differences(look, proof) {
  const { used, reason, rejected } = proof.report;
  const found = [];
  if (!used) found.push(`the pack is not used: ${reason}`);
  if (rejected > 0) found.push(`V8 refuses the code of ${rejected} modules`);
  if (String(look.warnings) !== String(proof.warnings))
    found.push(`warnings: ${proof.warnings} instead of ${look.warnings}`);
  const { shared, modules } = look.state;
  for (const name of new Set([...Object.keys(shared), ...Object.keys(proof.state.shared)])) {
    if (shared[name] !== proof.state.shared[name])
      found.push(`${name}: ${proof.state.shared[name]} instead of ${shared[name]}`);
  }
  for (const [file, names] of Object.entries(proof.state.modules)) {
    if (!modules[file]) found.push(...(path.dirname(file) === LOADER ? [] : [`${file} is loaded`]));
    else if (String(names) !== String(modules[file]))
      found.push(`${file} exports ${names} instead of ${modules[file]}`);
  }
  return found;
}

// Of another architecture, it does not run without emulation.
function checkNode() {
  const { error, status } = spawnSync('node', ['--version'], { stdio: 'ignore' });
  if (!error && status === 0) return;
  const todo = 'Build on a machine of that architecture, or with emulation.';
  const reason = error?.code ?? `code ${status}`;
  throw new NoPack(`this machine cannot run the image's node (${reason}). ${todo}`);
}

// Makes the pack `target` and returns {look, made, proof}, the results of its steps, or says why
// there is none.
export function record(server, target, say = console.log) {
  const begun = performance.now();
  const directory = mkdtempSync(path.join(os.tmpdir(), 'pack-'));
  mkdirSync(path.join(directory, 'work/logs'), { recursive: true });
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(target, { force: true });
  try {
    checkNode();
    const look = run('look', server, directory);
    say(`The start loads ${look.modules.length} modules until ${look.seen}.`);
    let recorded;
    try {
      recorded = recordWith(leastNeeded(look, server, directory), look, server, directory);
    } catch (error) {
      if (!(error instanceof NoPack)) throw error;
      say(`No package is put off: ${error.message}`);
      recorded = recordWith({}, look, server, directory);
    }
    copyFileSync(path.join(directory, 'record'), target);
    const { modules, atStart, lazy, early: before } = recorded.made;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const megabytes = (statSync(target).size / 1e6).toFixed(1);
    say(`The pack took ${seconds} s and has ${megabytes} MB: ${modules} modules, of which`);
    say(`the start loads ${atStart}; ${lazy} packages load when they are used,`);
    say(`${before} before the environment is there.`);
    return recorded;
  } catch (error) {
    if (!(error instanceof NoPack)) throw error;
    say(`No pack is made, and LibreChat starts as shipped: ${error.message}`);
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [server, target] = process.argv.slice(2);
  if (!target) throw new Error('usage: node record.mjs SERVER TARGET');
  record(server, target);
}
