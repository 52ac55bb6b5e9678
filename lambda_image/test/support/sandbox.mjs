// A sandbox as Lambda makes it: the real aws-lambda-ric in a process of its own, with the handler
// and its server.

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RuntimeApi } from './runtime-api.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const root = path.resolve(here, '../..');
export const build = path.join(root, 'build');
export const LIBRECHAT = path.join(root, 'test/librechat/api/server/index.js');

// Buffers all that restEvent makes.
export const BUFFERED = { HANDLER_BUFFERED_ROUTES: '{"/{proxy+}": 29}' };

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export async function until(condition, what, ms = 15_000) {
  const end = performance.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await sleep(10);
  }
}

// For a part that is missing on this machine: in CI that is a failure.
export function missing(program, args = ['--version']) {
  const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
  if (!error && status === 0) return false;
  const reason = `${program} is missing or does not run here`;
  if (process.env.CI === 'true') throw new Error(`${reason}: in CI nothing is skipped`);
  return reason;
}

// What the Dockerfile sets, so that the tests run with the image's own defaults.
export function imageDefaults() {
  const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ');
  const lines = dockerfile.split('\n').filter((line) => line.startsWith('ENV '));
  return Object.fromEntries(
    lines.flatMap((line) =>
      [...line.matchAll(/(\w+)=("[^"]*"|\S+)/g)].map(([, k, v]) => [k, v.replaceAll('"', '')]),
    ),
  );
}

export class Sandbox {
  lines = [];

  static async start(t, env = {}, { handler = 'handler.handler', ready = true, cwd = build } = {}) {
    const sandbox = new Sandbox();
    sandbox.api = await new RuntimeApi().listen();
    sandbox.dir = mkdtempSync(path.join(os.tmpdir(), 'librechat-'));
    sandbox.port = await freePort();
    sandbox.process = spawn(
      process.execPath,
      [path.join(build, 'node_modules/aws-lambda-ric/bin/index.mjs'), handler],
      {
        cwd,
        detached: true, // a group of its own, which can be frozen as a whole
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          ...imageDefaults(),
          AWS_LAMBDA_RUNTIME_API: sandbox.api.address,
          AWS_REGION: 'eu-west-1',
          AWS_ACCESS_KEY_ID: 'AKIDROLE',
          AWS_SECRET_ACCESS_KEY: 'role-secret-key',
          AWS_SESSION_TOKEN: 'role-session-token',
          HANDLER_SERVER: LIBRECHAT,
          HANDLER_PACK: 'off',
          HANDLER_WRITABLE_DIR: sandbox.dir,
          LIBRECHAT_LOG_DIR: path.join(sandbox.dir, 'logs'),
          PORT: String(sandbox.port),
          DOMAIN_CLIENT: 'https://chat.example.com',
          ...env,
        },
      },
    );
    for (const stream of [sandbox.process.stdout, sandbox.process.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        sandbox.lines.push(...lines);
        if (process.env.SHOW) lines.forEach((line) => console.log('|', line));
      });
    }
    sandbox.exit = once(sandbox.process, 'exit');
    t?.after(() => sandbox.stop());
    if (ready) await until(() => sandbox.api.waiting, 'the runtime to ask for an event');
    return sandbox;
  }

  get alive() {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  signal(name) {
    process.kill(-this.process.pid, name);
  }

  async stop() {
    if (this.alive) {
      this.signal('SIGKILL');
      await this.exit;
    }
    this.api.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  // Lambda's own way: frozen from the moment that the runtime asks for an event and there is
  // none, thawed for the next.
  freezeWhenIdle() {
    this.api.onIdle = () => this.signal('SIGSTOP');
    this.api.onEvent = () => this.signal('SIGCONT');
    if (this.api.waiting) this.signal('SIGSTOP');
  }

  // The answer to an event, and the invocation's end.
  async request(event, options) {
    const invocation = this.api.invoke(event, options);
    await Promise.race([invocation.returned, this.exit]);
    if (!this.alive)
      throw new Error(`the runtime process ended:\n${this.lines.slice(-20).join('\n')}`);
    return invocation;
  }

  // The handler's own log lines of one kind.
  events(name) {
    return this.lines.flatMap((line) => {
      try {
        const entry = JSON.parse(line);
        return entry.event === name ? [entry] : [];
      } catch {
        return [];
      }
    });
  }

  event(name) {
    return until(() => this.events(name).at(-1), `the log event ${name}`);
  }

  // The line about one invocation, which may arrive a little after its end.
  lineOf({ id }) {
    return until(
      () => this.events('request').find(({ requestId }) => requestId === id),
      'the log line of a request',
    );
  }

  get serverPid() {
    const children = readFileSync(
      `/proc/${this.process.pid}/task/${this.process.pid}/children`,
      'utf8',
    )
      .trim()
      .split(/\s+/);
    return Number(children.find((pid) => commandOf(pid).includes('preload.cjs')));
  }

  get sockets() {
    return readdirSync(`/proc/${this.process.pid}/fd`).length;
  }

  get rss() {
    return (
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))[1]) /
      1024
    );
  }
}

// A child that was killed may be gone by the time that its command is read.
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return '';
    throw error;
  }
}
