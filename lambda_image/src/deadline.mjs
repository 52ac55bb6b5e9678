// The end of the time that a request may take.

export class DeadlinePassed extends Error {}

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
