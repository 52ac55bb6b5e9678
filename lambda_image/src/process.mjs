// One process of LibreChat's server: its start, its health, its end, and the work that it still
// does after an answer.

import { spawn } from 'node:child_process';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const PRELOAD = fileURLToPath(new URL('preload.cjs', import.meta.url));
// LibreChat is quiet when it has made no outgoing call for so long (FR-044): between the end of an
// answer and the model call for its title lie a few reads from the database.
const QUIET_MS = 250;

export class ServerProcess {
  endReason = undefined; // set once the process has ended
  exited; // resolves then
  #child;
  #settings;
  #isListening = false;
  #listening; // resolves when LibreChat listens
  #drains = 0;
  #onDrained = undefined; // takes the number of the drain that is done, or none when all are

  // Its lines go to the log as they are.
  constructor(settings, environment) {
    this.#settings = settings;
    this.#child = spawn(process.execPath, ['--require', PRELOAD, settings.serverScript], {
      cwd: settings.writableDirectory,
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
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
        if (message === 'listening') resolve((this.#isListening = true));
        if (message.drained) this.#onDrained?.(message.drained);
      });
    });
    // An event that is no JSON never reaches the handler, and then the runtime waits for an event
    // loop that is empty.
    this.#child.unref();
    this.#child.channel?.unref();
  }

  kill() {
    this.#child.kill('SIGKILL');
    return this.exited;
  }

  // Waits until LibreChat is healthy (FR-028a), or throws the reason why it is not.
  async healthy() {
    const { healthTries, healthIntervalMs } = this.#settings;
    let knewListening = false;
    for (let attempt = 1; attempt <= healthTries; attempt++) {
      const interval = sleep(healthIntervalMs);
      const status = await Promise.race([this.#health(healthIntervalMs), this.exited]);
      if (this.endReason) throw Object.assign(new Error(this.endReason), { step: 'server' });
      if (status === 200) return;
      // Once, as soon as LibreChat listens, without waiting for the rest of the interval.
      const waits = [interval, this.exited];
      await Promise.race(knewListening ? waits : [...waits, this.#listening]);
      knewListening = this.#isListening;
    }
    await this.kill();
    const tries = `${healthTries} tries, ${healthIntervalMs} ms apart`;
    throw new Error(`/health did not answer 200 in ${tries}`);
  }

  #health(timeout) {
    const options = { host: '127.0.0.1', port: this.#settings.port, path: '/health', timeout };
    return new Promise((resolve) => {
      const request = http.get({ ...options, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('timeout', () => request.destroy());
      request.on('error', () => resolve(undefined));
    });
  }

  // Waits until the outgoing calls of the latest request are done, for `limitMs` at most (FR-044):
  // what is not done when the next event is asked for may be frozen for hours.
  async drained(limitMs) {
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
      this.#child.send({ drain: id, quietMs: QUIET_MS }, (error) => error && done());
    });
  }
}
