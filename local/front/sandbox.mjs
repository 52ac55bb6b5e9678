// A sandbox as Lambda makes it: a container of the function's image, one request at a time, frozen
// in between.
//
//   starting   the init phase: 10 s, then it is begun again, on the time of the request that waits
//   busy       a request is answered
//   finishing  its answer is out, and the handler works on
//   frozen     nothing runs until the next request
//   gone       idle for too long, timed out, or its process has ended

import { RuntimeApi } from './runtime-api.mjs';

const INIT_LIMIT_MS = 10_000;
const MB_PER_CPU = 1769; // https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html
const USER = '993:990'; // Lambda's own, for which an image's USER counts for nothing

export class Sandbox {
  state = 'starting';
  invocation = undefined;
  inits = 0;
  usedAt = performance.now();

  // `fn`: the LambdaFunction that it is one of.
  constructor(fn, number) {
    Object.assign(this, { fn, number });
    this.engine = fn.engine;
    this.api = new RuntimeApi({
      onNext: () => this.#next(),
      onAnswered: () => this.#answered(),
      onInitError: (text) => this.log(`INIT_REPORT Phase: init Status: error ${text}`),
    });
  }

  // Freezing and thawing, one after the other.
  turns = Promise.resolve();
  #inTurn(work) {
    this.turns = this.turns.then(() => this.state !== 'gone' && work());
    return this.turns.catch((error) => this.end(error.message));
  }

  log(line) {
    this.fn.record.line(this, line);
  }

  #become(state) {
    if (this.state === 'gone') return;
    this.state = state;
    this.fn.record.sandbox(this);
  }

  get free() {
    return this.state === 'frozen' && !this.invocation;
  }

  async start() {
    this.fn.record.sandbox(this);
    try {
      const port = await this.api.listen(this.fn.settings.listen);
      this.place = await this.fn.places.take();
      if (this.state === 'gone') return this.#remove();
      this.id = await this.engine.create(this.name, this.#container(port));
      if (this.state === 'gone') return this.#remove();
      await this.#begin();
    } catch (error) {
      this.end(error.message);
    }
  }

  get name() {
    return `${this.fn.name}-${process.pid}-${this.number}`;
  }

  async #begin() {
    this.inits += 1;
    this.api.forget();
    await this.engine.start(this.id);
    this.initBegan = performance.now();
    this.engine.follow(this.id, (line) => this.log(line)).catch(() => {});
    const attempt = this.inits;
    this.engine.exited(this.id).then(
      (code) => attempt === this.inits && this.#exited(code),
      () => {},
    );
    if (this.inits === 1) this.initAlarm = setTimeout(() => this.#initTimedOut(), INIT_LIMIT_MS);
  }

  // Lambda ends the runtime and starts it again, now within the time of a request.
  async #initTimedOut() {
    this.log(`INIT_REPORT Init Duration: ${INIT_LIMIT_MS}.00 ms Phase: init Status: timeout`);
    await this.#beginAgain();
  }

  async #beginAgain() {
    this.initMs = undefined;
    const attempt = (this.inits += 1); // the exit of the process that ends now is no surprise
    await this.engine.kill(this.id).catch(() => {});
    await this.engine.exited(this.id).catch(() => {});
    if (this.state === 'gone' || attempt !== this.inits) return;
    const waiting = this.fn.next();
    if (!waiting) return this.end('its init phase timed out');
    this.#begins(waiting);
    await this.#begin().catch((error) => this.end(error.message));
  }

  // The runtime asks for an event.
  #next() {
    clearTimeout(this.initAlarm);
    if (this.state === 'starting') {
      this.initMs = this.inits === 1 ? performance.now() - this.initBegan : undefined;
      if (this.invocation) return this.#handOut(); // begun again within its time
    } else this.#report();
    this.usedAt = performance.now();
    const invocation = this.fn.next();
    if (invocation) return this.take(invocation);
    this.#become('frozen');
    this.#inTurn(() => this.#freeze());
    this.idle = setTimeout(() => this.end('idle'), this.fn.settings.idleSeconds * 1000);
    this.fn.freed();
  }

  async #freeze() {
    if (this.paused || this.invocation) return;
    await this.engine.pause(this.id);
    this.paused = true;
  }

  async #thaw() {
    if (!this.paused) return;
    await this.engine.unpause(this.id);
    this.paused = false;
  }

  take(invocation) {
    clearTimeout(this.idle);
    this.#begins(invocation);
    this.#inTurn(async () => {
      await this.#thaw();
      this.#handOut();
    });
  }

  #begins(invocation) {
    this.invocation = invocation;
    this.began = performance.now();
    this.deadline = Date.now() + this.fn.timeoutMs;
    const left = () => this.#timedOut();
    this.alarm = setTimeout(left, this.fn.timeoutMs);
    invocation.onBegin(this);
    this.log(`START RequestId: ${invocation.id} Version: $LATEST`);
  }

  #handOut() {
    this.#become('busy');
    const { deadline, fn } = this;
    this.api.handOut(this.invocation, { deadline, functionArn: fn.arn });
  }

  #answered() {
    if (!this.invocation) return;
    this.#become('finishing');
    this.invocation.onAnswered(this);
  }

  #timedOut() {
    const seconds = (this.fn.timeoutMs / 1000).toFixed(2);
    const now = new Date().toISOString();
    const line = `${now} ${this.invocation.id} Task timed out after ${seconds} seconds`;
    this.end(line);
  }

  #exited(code) {
    const how = code === 137 ? 'signal: killed' : `exit status ${code}`;
    const id = this.invocation ? `RequestId: ${this.invocation.id} ` : '';
    const line = `${id}Error: Runtime exited with error: ${how} Runtime.ExitError`;
    if (this.state !== 'starting' || this.inits > 1) return this.end(line);
    clearTimeout(this.initAlarm);
    this.log(line);
    this.#beginAgain();
  }

  // What CloudWatch has at the end of each request.
  #report() {
    clearTimeout(this.alarm);
    const invocation = this.invocation;
    if (!invocation) return;
    this.invocation = undefined;
    const durationMs = performance.now() - this.began;
    const { initMs } = this;
    this.initMs = undefined;
    const billedMs = Math.ceil(durationMs + (initMs ?? 0));
    invocation.onEnd({ durationMs, initMs, billedMs });
    this.log(`END RequestId: ${invocation.id}`);
    const duration = `Duration: ${durationMs.toFixed(2)} ms Billed Duration: ${billedMs} ms`;
    const init = initMs ? ` Init Duration: ${initMs.toFixed(2)} ms` : '';
    const memory = `Memory Size: ${this.fn.memoryMb} MB`;
    const report = `REPORT RequestId: ${invocation.id} ${duration} ${memory}`;
    this.#memory().then((used) => this.log(`${report}${used}${init}`));
  }

  async #memory() {
    try {
      const megabytes = Math.ceil((await this.engine.memory(this.id)) / 1024 / 1024);
      this.maxMemory = Math.max(this.maxMemory ?? 0, megabytes);
    } catch {
      // it has ended in the meantime
    }
    return this.maxMemory ? ` Max Memory Used: ${this.maxMemory} MB` : '';
  }

  // Ends it, and with it the request that it has.
  async end(why) {
    if (this.state === 'gone') return;
    clearTimeout(this.initAlarm);
    clearTimeout(this.idle);
    this.why = why;
    if (why !== 'idle' && why !== 'stopped') this.log(why);
    this.invocation?.fail(why);
    this.#report();
    this.#become('gone');
    this.fn.left(this);
    this.api.close();
    await this.#remove();
  }

  async #remove() {
    if (this.id) await this.engine.remove(this.id).catch(() => {});
    if (this.place) this.fn.places.give(this.place);
    this.place = undefined;
  }

  #container(port) {
    const { fn } = this;
    const { settings } = fn;
    const memory = fn.memoryMb * 1024 * 1024;
    const today = new Date().toISOString().slice(0, 10);
    const environment = {
      ...fn.environment,
      ...settings.environment,
      AWS_LAMBDA_RUNTIME_API: `${settings.reach}:${port}`,
      AWS_LAMBDA_FUNCTION_NAME: fn.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: fn.logGroup,
      AWS_LAMBDA_LOG_STREAM_NAME: `${today}/[$LATEST]${this.number}`,
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      LAMBDA_TASK_ROOT: '/var/task',
      LAMBDA_RUNTIME_DIR: '/var/runtime',
      TZ: ':UTC',
    };
    return {
      Image: fn.image,
      Cmd: fn.command.length ? fn.command : undefined,
      Env: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
      User: USER,
      Labels: settings.labels,
      HostConfig: {
        NetworkMode: `container:${this.place}`,
        Binds: settings.binds,
        ReadonlyRootfs: true,
        Tmpfs: { '/tmp': `rw,exec,mode=1777,size=${fn.diskMb}m` },
        Memory: memory,
        MemorySwap: memory,
        NanoCpus: Math.round(Math.min(fn.memoryMb / MB_PER_CPU, settings.cpus) * 1e9),
        PidsLimit: 1024,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        Ulimits: [{ Name: 'nofile', Soft: 1024, Hard: 1024 }],
        LogConfig: { Type: 'json-file', Config: { 'max-size': '8m' } },
      },
    };
  }
}
