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
    this.#secrets.push(...secrets.flatMap(formsOf));
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

// The forms in which a secret may stand in a line: as it is, in a URL, or in base64, where it looks
// different for each of the three places in which it may begin.
function formsOf(secret) {
  const url = encodeURIComponent(secret.toWellFormed());
  const urls = [url, url.replaceAll('%20', '+'), url.replace(/%../g, (code) => code.toLowerCase())];
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const [first, end] = [before, before + bytes.length].map((length) => (length * 8) / 6);
    return text.slice(Math.ceil(first), Math.floor(end)); // the characters that it alone makes
  });
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const escaped = JSON.stringify(secret).slice(1, -1);
  return [...new Set([escaped, ...urls, ...base64, ...base64url])];
}
