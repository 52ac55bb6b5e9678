// LibreChat's process as the handler starts it, without the handler: an application's entry, its
// pack, and its environment through the pipe.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { writeModules } from './modules.mjs';
import { freePort, root, sleep, until } from './sandbox.mjs';

const PRELOADS = ['guard.cjs', 'pack/load.cjs', 'preload.cjs'].map((name) =>
  path.join(root, 'src', name),
);
const require = createRequire(import.meta.url);
export const { HEAD, Pack } = require('../../src/pack/pack.cjs');
export const { wrap } = require('../../src/pack/modules.cjs');

// The double with all its modules, in a directory of its own.
export function makeApplication() {
  const app = mkdtempSync(path.join(os.tmpdir(), 'application-'));
  cpSync(path.join(root, 'test/librechat'), app, { recursive: true });
  const provider = path.join(app, 'node_modules/librechat-data-provider');
  mkdirSync(provider, { recursive: true });
  writeFileSync(path.join(provider, 'package.json'), '{"main": "index.js"}');
  writeFileSync(path.join(provider, 'index.js'), 'exports.version = "test";\n');
  writeModules(app);
  return { app, server: path.join(app, 'api/server/index.js') };
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it has ended
  }
}

// An ELF file of a machine that is none of ours.
export function foreignProgram() {
  const elf = Buffer.alloc(64);
  elf.write('\x7fELF\x02\x01\x01', 'latin1');
  elf.writeUInt16LE(2, 16);
  elf.writeUInt16LE(0xf7, 18);
  return elf;
}

export class PackedProcess {
  output = '';
  messages = [];

  // `wrapper` is a command that runs the rest.
  static async start(t, server, options = {}) {
    const { pack, env = {}, variables = {}, flags = [], delayMs = 0, wrapper = [] } = options;
    const self = new PackedProcess();
    const cwd = (self.cwd = mkdtempSync(path.join(os.tmpdir(), 'packed-')));
    mkdirSync(path.join(cwd, 'logs'));
    self.port = await freePort();
    const requires = PRELOADS.flatMap((file) => ['--require', file]);
    const [command, ...args] = [...wrapper, process.execPath, ...flags, ...requires, server];
    self.begun = performance.now();
    self.child = spawn(command, args, {
      cwd,
      env: {
        PATH: process.env.PATH,
        PORT: String(self.port),
        HOST: '127.0.0.1',
        LIBRECHAT_LOG_DIR: path.join(cwd, 'logs'),
        ENVIRONMENT_PIPE: '4',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
    });
    for (const stream of [self.child.stdout, self.child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (self.output += text));
    }
    self.child.on('message', (message) => self.messages.push(message));
    t?.after(() => self.stop());
    const tell = (line) => self.child.stdio[4].write(`${JSON.stringify(line)}\n`);
    tell({ pack, awaited: Object.keys(variables) });
    await sleep(delayMs);
    tell(variables);
    await until(() => self.report || self.child.exitCode !== null, 'the server to listen', 60_000);
    if (!self.report) throw new Error(`the server ended:\n${self.output}`);
    return self;
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode) return;
    // A wrapper's child is a process of its own.
    const file = `/proc/${this.child.pid}/task/${this.child.pid}/children`;
    const children = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean);
    this.child.kill('SIGKILL');
    for (const child of children) kill(Number(child));
    await once(this.child, 'exit');
    rmSync(this.cwd, { recursive: true, force: true });
  }

  // What load.cjs says of the start.
  get report() {
    return this.messages.find(({ listening }) => listening)?.pack;
  }

  async get(target) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${target}`);
    const headers = Object.fromEntries(answer.headers);
    delete headers.date;
    return { status: answer.status, headers, body: await answer.text() };
  }

  async answer(name) {
    return JSON.parse((await this.get(`/api/modules?name=${name}`)).body);
  }

  // Why the pack is not used, as the handler is told.
  get refusals() {
    return this.messages.flatMap(({ packRefused }) => packRefused ?? []);
  }
}
