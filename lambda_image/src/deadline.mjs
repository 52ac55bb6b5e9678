// Limits of time.

// Waits for the first of the promises, for `ms` at most, and leaves no timer behind.
export async function within(ms, ...promises) {
  let timer;
  const timeout = new Promise((resolve) => (timer = setTimeout(resolve, Math.max(0, ms))));
  try {
    return await Promise.race([timeout, ...promises]);
  } finally {
    clearTimeout(timer);
  }
}

export class DeadlinePassed extends Error {}

// The end of the time that a request may take.
export class Deadline {
  #at;
  #timer;
  #passed;

  constructor(ms) {
    this.#at = performance.now() + ms;
    this.#passed = new Promise((_, reject) => {
      const pass = () => reject(new DeadlinePassed('the time is up'));
      this.#timer = setTimeout(pass, Math.max(0, ms));
    });
    this.#passed.catch(() => {}); // whoever races it handles it
  }

  get hasPassed() {
    return performance.now() >= this.#at;
  }

  // The promise's result, or DeadlinePassed.
  race(promise) {
    return Promise.race([promise, this.#passed]);
  }

  whenPassed(callback) {
    this.#passed.catch(callback);
  }

  clear() {
    clearTimeout(this.#timer);
  }
}
