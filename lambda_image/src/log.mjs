// The handler's log: one JSON object a line, with the field `event`, and without any secret's
// value.

export class Log {
  #secrets = [];
  #write;

  // `write` takes a line with its line break.
  constructor(write) {
    this.#write = write;
  }

  // Nothing here puts a secret into a line, but the message of an error from elsewhere might.
  hide(secrets) {
    this.#secrets.push(...secrets.map((secret) => JSON.stringify(secret).slice(1, -1)));
  }

  info(event, fields) {
    this.#line('info', event, fields);
  }

  warn(event, fields) {
    this.#line('warn', event, fields);
  }

  error(event, fields) {
    this.#line('error', event, fields);
  }

  #line(level, event, fields) {
    let line = JSON.stringify({ time: new Date().toISOString(), level, event, ...fields });
    for (const secret of this.#secrets) line = line.replaceAll(secret, '[secret]');
    this.#write(`${line}\n`);
  }
}
