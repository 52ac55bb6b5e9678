// LibreChat's server in this sandbox: started once, and again after it has ended.

import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { awsCaller } from './aws.mjs';
import { VARIABLES as CONFIG, fetchConfig } from './config.mjs';
import { VARIABLES as CREDENTIALS, serveCredentials } from './credentials.mjs';
import { ServerProcess } from './process.mjs';
import { readSecrets } from './secrets.mjs';
import { environmentForLibreChat } from './settings.mjs';

export class Server {
  #settings;
  #env;
  #log;
  #variables; // of LibreChat's environment, what is read at the start, once it has been read
  #process; // the one that answers, from its health until its end
  #starting; // the start under way, shared by all who wait for it
  #lostReason; // why the last process that had answered is gone
  #hasStarted = false;
  #patience = 1; // how many times the wait that is set a start is given

  constructor(settings, env, log) {
    this.#settings = settings;
    this.#env = env;
    this.#log = log;
  }

  // The process that answers, started if there is none.
  async running() {
    if (this.#process) return this.#process;
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #start() {
    const steps = new Steps();
    if (this.#lostReason) this.#log.warn('respawn', { reason: this.#lostReason });
    try {
      await steps.run('settings', () => this.#checkSettings());
      this.#process = await this.#launch(steps);
    } catch (error) {
      this.#log.error('start_failed', { step: error.step, error: error.message });
      throw new Error(`LibreChat did not start (${error.step})`);
    }
    this.#lostReason = undefined;
    if (!this.#hasStarted) {
      const { secretsMs, configMs, healthMs } = steps.times;
      const { totalMs } = steps;
      const { pack } = this.#process;
      this.#log.info('cold_start', { secretsMs, configMs, healthMs, totalMs, pack });
    }
    this.#hasStarted = true;
    return this.#process;
  }

  #checkSettings() {
    if (this.#settings.problems.length > 0) throw new Error(this.#settings.problems.join('; '));
  }

  // LibreChat's process is there from the beginning: it loads while the rest of its environment is
  // being read.
  async #launch(steps) {
    for (const directory of ['logs', 'uploads', 'images', 'data']) {
      mkdirSync(`${this.#settings.writableDirectory}/${directory}`, { recursive: true });
    }
    // Unless one is set, nobody but the handler knows it, which asks for LibreChat's metrics.
    const environment = { METRICS_SECRET: randomUUID(), ...environmentForLibreChat(this.#env) };
    const awaited = [...this.#settings.secretParameters.keys(), ...CONFIG, ...CREDENTIALS];
    const launched = new ServerProcess(this.#settings, environment, awaited, (reason) =>
      this.#log.warn('pack_refused', { reason }),
    );
    launched.exited.then(() => {
      if (this.#process !== launched) return;
      this.#process = undefined;
      this.#lostReason = launched.endReason;
    });
    try {
      this.#variables ??= await this.#read(steps);
    } catch (error) {
      await launched.kill();
      throw error;
    }
    launched.metricsSecret = this.#variables.METRICS_SECRET ?? environment.METRICS_SECRET;
    launched.begin(this.#variables);
    try {
      await steps.run('health', () => launched.ready(this.#patience));
    } catch (error) {
      // Begun anew with the same wait, a start on a busy machine would be given up for ever.
      if (error.step !== 'server') this.#patience *= 2;
      throw error;
    }
    return launched;
  }

  async #read(steps) {
    const callAws = awsCaller(this.#env);
    const { secretParameters } = this.#settings;
    const [secrets, config, credentials] = await Promise.all([
      steps.run('secrets', () => readSecrets(secretParameters, callAws, this.#log)),
      steps.run('config', () => fetchConfig(this.#settings, callAws)),
      steps.run('credentials', () => serveCredentials(this.#env)),
    ]);
    return { ...secrets, ...config, ...credentials };
  }
}

// The steps of a start, with the time of each.
class Steps {
  times = {};
  #began = performance.now();

  // An error names the step in which it happened.
  async run(name, action) {
    const began = performance.now();
    try {
      const result = await action();
      this.times[`${name}Ms`] = Math.round(performance.now() - began);
      return result;
    } catch (error) {
      error.step ??= name;
      throw error;
    }
  }

  get totalMs() {
    return Math.round(performance.now() - this.#began);
  }
}
