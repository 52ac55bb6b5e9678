// One process of LibreChat's server: its start, its health, its end, and the work that it still
// does after an answer.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ask } from './ask.mjs';
import { within } from './deadline.mjs';
import { HEALTH_PATH, READINESS_PATHS, isMissingRoute } from './librechat.mjs';
import { relayLines } from './lines.mjs';

// Loaded into LibreChat's process before LibreChat, in this order.
const PRELOADS = ['guard.cjs', 'pack/load.cjs', 'preload.cjs'];
const ENVIRONMENT_PIPE = 4;
const QUICK_INTERVAL_MS = 50; // between two looks at a server that listens

function requires() {
  const files = PRELOADS.map((name) => fileURLToPath(new URL(name, import.meta.url)));
  return files.flatMap((file) => ['--require', file]);
}

export class ServerProcess {
  endReason = undefined; // set once the process has ended
  exited; // resolves then
  metricsSecret; // what opens LibreChat's metrics
  pack; // what pack/load.cjs reports, once LibreChat listens
  #child;
  #settings;
  #isListening = false;
  #listening; // resolves when LibreChat listens
  #drains = 0;
  #onDrained = undefined; // takes the number of the drain that is done, or none when all are

  // The variables that are `awaited` come with `begin`; what needs none of them loads until then.
  constructor(settings, environment, awaited, onPackRefused) {
    this.#settings = settings;
    this.#child = spawn(process.execPath, [...requires(), settings.serverScript], {
      cwd: settings.writableDirectory,
      env: { ...environment, ENVIRONMENT_PIPE },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
    });
    const pipe = this.#child.stdio[ENVIRONMENT_PIPE];
    pipe.on('error', () => {}); // the process has ended, which `exited` tells
    pipe.unref();
    this.#tell({ pack: settings.pack, awaited });
    this.exited = new Promise((resolve) => {
      const end = (reason) => {
        this.endReason ??= reason;
        this.#onDrained?.();
        resolve();
      };
      this.#child.on('exit', (code, signal) => {
        end(signal ? `the server was ended by ${signal}` : `the server exited with code ${code}`);
      });
      // Unhandled, this event would end the handler's process.
      this.#child.on('error', (error) => {
        end(`the server could not be run: ${error.code ?? error.message}`);
      });
    });
    this.#listening = new Promise((resolve) => {
      this.#child.on('message', (message) => {
        if (message.listening) {
          this.pack = message.pack;
          resolve((this.#isListening = true));
        }
        if (message.packRefused) onPackRefused(message.packRefused);
        if (message.drained) this.#onDrained?.(message.drained);
      });
    });
    for (const name of ['stdout', 'stderr']) {
      relayLines(this.#child[name], (lines) => process[name].write(lines));
      this.#child[name].unref();
    }
    // An event that is no JSON never reaches the handler, and then the runtime waits for an event
    // loop that is empty.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  #tell(line) {
    this.#child.stdio[ENVIRONMENT_PIPE].write(`${JSON.stringify(line)}\n`);
  }

  // LibreChat itself starts now.
  begin(variables) {
    this.#tell(variables);
  }

  // `reason` stands in the log in place of the signal.
  kill(reason) {
    this.endReason ??= reason;
    this.#child.ref(); // when nothing else is left to wait for, the runtime asks for the next event
    this.#child.kill('SIGKILL');
    return this.exited;
  }

  // Waits for its end, for `ms` at most. (Racing `exited` again and again would leave something
  // behind each time.)
  endsWithin(ms) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#child.off('exit', done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(0, ms));
      this.#child.on('exit', done);
      if (this.endReason) done();
    });
  }

  // Waits until LibreChat is ready (FR-028a), or throws the reason why it is not. `patience` times
  // the wait that is set are given to it. Time in which the sandbox was frozen does not count.
  async ready(patience) {
    const { healthTries, healthIntervalMs } = this.#settings;
    let left = healthTries * patience * healthIntervalMs;
    while (left > 0) {
      const began = performance.now();
      if (await this.#isReady(healthIntervalMs)) return;
      if (this.endReason) throw Object.assign(new Error(this.endReason), { step: 'server' });
      const interval = this.#isListening ? QUICK_INTERVAL_MS : healthIntervalMs;
      const events = this.#isListening ? [this.exited] : [this.exited, this.#listening];
      await within(Math.min(interval, healthIntervalMs), ...events);
      left -= Math.min(performance.now() - began, healthIntervalMs);
    }
    await this.kill();
    const tries = `${healthTries * patience} tries, ${healthIntervalMs} ms apart`;
    throw new Error(`${READINESS_PATHS.join(' or ')} did not answer 200 in ${tries}`);
  }

  // Asks the first of the readiness routes that this version of LibreChat has.
  async #isReady(timeoutMs) {
    for (const path of READINESS_PATHS) {
      const answer = await ask(this.#settings.port, { path, timeoutMs });
      if (!answer) return false;
      if (!isMissingRoute(answer)) return answer.status === 200;
    }
    return false;
  }

  async isHealthy(timeoutMs) {
    const answer = await ask(this.#settings.port, { path: HEALTH_PATH, timeoutMs });
    return answer?.status === 200;
  }

  // Waits until the outgoing calls of the latest request are done and none has begun for `quietMs`,
  // for `limitMs` at most.
  async drained(quietMs, limitMs) {
    if (this.endReason || !this.#child.connected || limitMs <= 0) return;
    const id = ++this.#drains;
    await new Promise((resolve) => {
      const timer = setTimeout(() => done(), limitMs);
      const done = (drained = id) => {
        if (drained !== id) return; // the drain of an invocation that had reached its limit
        clearTimeout(timer);
        resolve();
      };
      this.#onDrained = done;
      this.#child.send({ drain: id, quietMs }, (error) => error && done());
    });
  }
}
