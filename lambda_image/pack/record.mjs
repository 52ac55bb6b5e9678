// Makes the pack (src/pack/pack.cjs) of LibreChat's start, in the image build: record.mjs SERVER TARGET
//
// Runs the server's entry a few times, without a database, without a secret and without a connection, and says what came
// out. A start that is not the same with the pack as without makes no pack, and fails nothing: LibreChat starts as shipped.

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
import { candidates, early } from './choose.mjs';

const LIMIT_MS = 300_000; // for one run, should the server never come to its database
const TRIES = 8;
const DATABASE = 'database.invalid';

const here = path.dirname(fileURLToPath(import.meta.url));
const LOADER = path.join(here, '../src/pack');

class NoPack extends Error {}

// LibreChat checks that these are there, and their form. With Redis, whose modules the function needs.
const STAND_INS = {
  MONGO_URI: `mongodb://${DATABASE}:27017/LibreChat`,
  USE_REDIS: 'true',
  REDIS_URI: 'redis://redis.invalid:6379',
  CREDS_KEY: '0'.repeat(64),
  CREDS_IV: '0'.repeat(32),
  JWT_SECRET: '0'.repeat(64),
  JWT_REFRESH_SECRET: '0'.repeat(64),
};

function run(step, server, directory, { lazy = {}, early = [], pack } = {}) {
  const file = (name) => path.join(directory, name);
  writeFileSync(file('lazy.json'), JSON.stringify(lazy));
  writeFileSync(file('early.json'), JSON.stringify(early));
  writeFileSync(
    file('environment'),
    `${JSON.stringify({ pack, awaited: Object.keys(STAND_INS) })}\n${JSON.stringify(STAND_INS)}\n`,
  );
  const environment = { ...process.env, LIBRECHAT_LOG_DIR: file('work/logs') };
  environment.PACK_RECORDING = JSON.stringify({
    step,
    to: file(step),
    lazy: file('lazy.json'),
    early: file('early.json'),
    database: DATABASE,
  });
  const requires = [path.join(here, 'observe.cjs')];
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
  if (error?.code === 'ETIMEDOUT')
    throw new NoPack(
      `after ${LIMIT_MS / 1000} s the server neither asked for its database nor listened`,
    );
  if (status !== 0)
    throw new NoPack(
      `the server ended (${signal ?? `code ${status}`}) before its start was seen:\n${(stdout + stderr).slice(-2000)}`,
    );
  return JSON.parse(readFileSync(file(`${step}.json`), 'utf8'));
}

// The modules that nothing needs before the database is there.
function leastNeeded(look, server, directory) {
  let lazy = candidates(look);
  for (let i = 0; i < TRIES; i++) {
    const { woken } = run('try', server, directory, { lazy });
    if (woken.length === 0) return lazy;
    lazy = Object.fromEntries(Object.entries(lazy).filter(([file]) => !woken.includes(file)));
  }
  return {};
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
  const reason = error?.code ?? `code ${status}`;
  throw new NoPack(
    `this machine cannot run the image's node (${reason}). Build on a machine of that architecture, or with emulation.`,
  );
}

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
    const lazy = leastNeeded(look, server, directory);
    const made = run('record', server, directory, { lazy, early: early(look, lazy) });
    const pack = path.join(directory, 'record');
    const proof = run('prove', server, directory, { pack });
    const differs = differences(look, proof);
    if (differs.length > 0)
      throw new NoPack(
        `with it the start is not as without:\n  ${differs.slice(0, 20).join('\n  ')}`,
      );
    copyFileSync(pack, target);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const megabytes = (statSync(target).size / 1e6).toFixed(1);
    say(
      `The pack took ${seconds} s and has ${megabytes} MB: ${made.modules} modules, ${made.atStart} of them at the start;`,
    );
    say(
      `${made.lazy} packages load when they are used, ${made.early} before the environment is there.`,
    );
    return { look, made, proof };
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
