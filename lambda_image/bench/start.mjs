// LibreChat's start, side by side: as shipped, and from the pack (FR-052); at all of this machine's
// CPUs, and at the 1.16 of them that Lambda gives to 2,048 MB (FR-049).
//
//   BENCH_APP    also a real LibreChat: a directory as its image has at /app, or
//   BENCH_IMAGE  an image of this project (files opened and reads are not counted in it)
//   BENCH_ENV    a file of NAME=value lines: the variables that this LibreChat needs, database
//                and Redis's too. Run this with the Node of that LibreChat.
//   ROUNDS       starts of each kind, 5 by default; medians are shown

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { record } from '../pack/record.mjs';
import { ask } from '../src/ask.mjs';
import { READINESS_PATHS, isMissingRoute } from '../src/librechat.mjs';
import { PackedProcess, makeApplication } from '../test/support/packed.mjs';
import { imageDefaults, missing, root, sleep } from '../test/support/sandbox.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const LAMBDA_CPUS = 1.16;
// At most, of as shipped; on a real LibreChat. The double's modules do little.
const EXPECTED = { cpuMs: 0.33, files: 0.02, rssMB: 0.8 };
const INTERVAL_MS = 50; // between two looks, as the handler's: each costs the server time
const TICKS_PER_SECOND = 100; // of /proc, by Linux's ABI

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function ready({ port, child }) {
  while (child.exitCode === null) {
    for (const path of READINESS_PATHS) {
      const answer = await ask(port, { path, timeoutMs: 2000 });
      if (answer?.status === 200 && !isMissingRoute(answer)) return;
      if (!answer || !isMissingRoute(answer)) break;
    }
    await sleep(INTERVAL_MS);
  }
}

// One start: what it cost until it was ready.
async function start({ server, env }, pack, wrapper) {
  const started = await PackedProcess.start(undefined, server, { pack, env, wrapper });
  await ready(started);
  const wallMs = performance.now() - started.begun;
  const proc = (name) => readFileSync(`/proc/${started.child.pid}/${name}`, 'utf8');
  const [user, system] = proc('stat').split(') ')[1].split(' ').slice(11, 13).map(Number);
  const cpuMs = ((user + system) * 1000) / TICKS_PER_SECOND;
  const rssMB = Number(/VmRSS:\s+(\d+)/.exec(proc('status'))[1]) / 1024;
  const { report, refusals, output } = started;
  await started.stop();
  if (pack && !report.used) throw new Error(`the pack is not used: ${refusals}\n${output}`);
  return { cpuMs, wallMs, rssMB, report };
}

// Medians of both kinds, which take turns.
async function compare(application, wrapper) {
  const runs = { shipped: [], packed: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const [kind, pack] of [['shipped'], ['packed', application.pack]]) {
      const run = await start(application, pack, wrapper);
      if (round >= 0) runs[kind].push(run); // the first warms the page cache
    }
  }
  return Object.fromEntries(
    Object.entries(runs).map(([kind, all]) => {
      const middle = (name) => median(all.map((run) => run[name]));
      return [kind, { cpuMs: middle('cpuMs'), wallMs: middle('wallMs'), rssMB: middle('rssMB') }];
    }),
  );
}

// How many files one start opens, and how often it reads, by its system calls.
async function filesOf(application, pack) {
  const file = path.join(os.tmpdir(), `opened-${process.pid}`);
  const calls = 'trace=open,openat,read,pread64';
  const tracer = ['strace', '-f', '-qq', '-e', calls, '-e', 'status=successful'];
  const wrapper = [...tracer, '-o', file];
  const { server, env } = application;
  const started = await PackedProcess.start(undefined, server, { pack, env, wrapper });
  await ready(started);
  const text = readFileSync(file, 'utf8');
  await started.stop();
  rmSync(file);
  const count = (names) => text.match(new RegExp(`^\\d+ +(${names})\\(`, 'gm')).length;
  return { files: count('open|openat'), reads: count('read|pread64') };
}

// Runs a command with a share of the CPUs, in a control group of its own; undefined where none can
// be made.
function limitCpus(cpus) {
  const name = `librechat-bench-${process.pid}`;
  const period = 100_000;
  const quota = Math.round(cpus * period);
  const kinds = [
    [`/sys/fs/cgroup/cpu/${name}`, { 'cpu.cfs_period_us': period, 'cpu.cfs_quota_us': quota }],
    [`/sys/fs/cgroup/${name}`, { 'cpu.max': `${quota} ${period}` }],
  ];
  for (const [directory, settings] of kinds) {
    try {
      mkdirSync(directory);
      for (const [file, value] of Object.entries(settings)) {
        // The file is there, or this is no group.
        writeFileSync(`${directory}/${file}`, String(value), { flag: 'r+' });
      }
      const join = `echo $$ > ${directory}/cgroup.procs && exec "$@"`;
      return { wrapper: ['sh', '-c', join, 'sh'], remove: () => rmdirSync(directory) };
    } catch {
      spawnSync('rmdir', [directory], { stdio: 'ignore' });
    }
  }
  return undefined;
}

async function measure(application) {
  const whole = await compare(application, []);
  const limited = limitCpus(LAMBDA_CPUS);
  const share = limited && (await compare(application, limited.wrapper));
  await sleep(200);
  limited?.remove();
  for (const [kind, pack] of [['shipped'], ['packed', application.pack]]) {
    whole[kind].limitedMs = share?.[kind].wallMs;
    if (!missing('strace', ['-V'])) Object.assign(whole[kind], await filesOf(application, pack));
  }
  return whole;
}

// The same inside of an image, with its own Node and its own pack.
function measureImage(image, envFile) {
  const inside = (...options) => {
    const args = ['run', '--rm', '--network', 'host', '--volume', `${root}:/bench:ro`];
    const environment = [...(envFile ? ['--env-file', envFile] : []), '--env', `ROUNDS=${ROUNDS}`];
    const script = ['--entrypoint', 'node', image, '/bench/bench/start.mjs', '--inside'];
    const said = execFileSync('docker', [...args, ...environment, ...options, ...script]);
    return JSON.parse(said.toString().trim().split('\n').at(-1));
  };
  const whole = inside();
  const share = inside('--cpus', String(LAMBDA_CPUS));
  for (const kind of ['shipped', 'packed']) whole[kind].limitedMs = share[kind].wallMs;
  return whole;
}

const COLUMNS = {
  cpuMs: 'CPU ms to ready',
  wallMs: 'wall ms',
  limitedMs: `wall ms at ${LAMBDA_CPUS} CPU`,
  files: 'files opened',
  reads: 'reads',
  rssMB: 'RSS MB',
};

// Prints the table and returns whether what is expected was reached.
function show(title, result, isJudged) {
  const { shipped, packed } = result;
  const names = Object.keys(COLUMNS);
  const cells = (values) => values.map((value) => (value === undefined ? '' : value.toFixed(0)));
  const ratios = names.map((name) => packed[name] / shipped[name]);
  const text = (ratio) => (Number.isNaN(ratio) ? '' : ratio.toFixed(ratio < 0.1 ? 3 : 2));
  console.log(`\n${title}\n`);
  const row = (...values) => console.log(`| ${values.join(' | ')} |`);
  row('', ...Object.values(COLUMNS));
  row('---', ...names.map(() => '---:'));
  row('as shipped', ...cells(names.map((name) => shipped[name])));
  row('from the pack', ...cells(names.map((name) => packed[name])));
  row('ratio', ...ratios.map(text));
  if (!isJudged) return true;
  row('expected, at most', ...names.map((name) => EXPECTED[name] ?? ''));
  // What could not be measured is not judged.
  const holds = names.map((name, i) =>
    name in EXPECTED && !Number.isNaN(ratios[i]) ? ratios[i] <= EXPECTED[name] : undefined,
  );
  row('', ...holds.map((each) => ({ true: 'holds', false: 'missed' })[each] ?? ''));
  return !holds.includes(false);
}

function variablesOf(file) {
  if (!file) return {};
  const lines = readFileSync(file, 'utf8').split('\n');
  return Object.fromEntries(
    lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split(/=(.*)/s, 2)),
  );
}

async function main() {
  const { BENCH_APP, BENCH_IMAGE, BENCH_ENV } = process.env;
  const directory = mkdtempSync(path.join(os.tmpdir(), 'bench-'));
  const pack = path.join(directory, 'librechat.pack');
  const node = `Node ${process.version}, ${os.cpus().length} cores, medians of ${ROUNDS}`;

  const { app, server } = makeApplication();
  record(server, pack);
  show(`The double, ${node}`, await measure({ server, pack }), false);
  rmSync(app, { recursive: true });

  let isReached = true;
  if (BENCH_APP) {
    const env = { ...imageDefaults(), ...variablesOf(BENCH_ENV) };
    delete env.LIBRECHAT_LOG_DIR;
    delete env.PORT;
    const real = path.join(BENCH_APP, 'api/server/index.js');
    Object.assign(process.env, imageDefaults());
    record(real, pack);
    const result = await measure({ server: real, pack, env });
    isReached = show(`${BENCH_APP}, ${node}`, result, true);
  }
  if (BENCH_IMAGE) {
    isReached &&= show(`${BENCH_IMAGE}, ${node}`, measureImage(BENCH_IMAGE, BENCH_ENV), true);
  }
  rmSync(directory, { recursive: true });
  if (!BENCH_APP && !BENCH_IMAGE) {
    console.log('\nA real LibreChat is measured with BENCH_APP or BENCH_IMAGE (bench/start.mjs).');
  }
  if (!isReached) console.log('\nMissed: a ratio is above what is expected.');
  process.exit(isReached ? 0 : 1);
}

if (process.argv[2] === '--inside') {
  const env = { ...process.env };
  for (const name of ['PORT', 'LIBRECHAT_LOG_DIR', 'ROUNDS']) delete env[name];
  const [server, pack] = ['/app/api/server/index.js', '/opt/lambda/librechat.pack'];
  console.log(JSON.stringify(await compare({ server, pack, env }, [])));
  process.exit(0);
}
await main();
