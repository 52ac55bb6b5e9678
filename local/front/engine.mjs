// The Docker engine's API, as much of it as sandboxes need.

import http from 'node:http';

export class Engine {
  // `at`: {socketPath}, or {host, port}.
  constructor(at) {
    this.at = at;
  }

  async create(name, container) {
    const path = `/containers/create?name=${encodeURIComponent(name)}`;
    const { Id } = await this.#call('POST', path, container);
    return Id;
  }

  start(id) {
    return this.#call('POST', `/containers/${id}/start`);
  }

  pause(id) {
    return this.#call('POST', `/containers/${id}/pause`);
  }

  unpause(id) {
    return this.#call('POST', `/containers/${id}/unpause`);
  }

  kill(id, signal = 'SIGKILL') {
    return this.#call('POST', `/containers/${id}/kill?signal=${signal}`);
  }

  remove(id) {
    return this.#call('DELETE', `/containers/${id}?force=true&v=true`);
  }

  // The exit code, once the container's process has ended.
  async exited(id) {
    const { StatusCode } = await this.#call('POST', `/containers/${id}/wait`);
    return StatusCode;
  }

  // Bytes of memory in use, without what the kernel keeps in its cache of files.
  async memory(id) {
    const path = `/containers/${id}/stats?stream=false&one-shot=true`;
    const { memory_stats: memory } = await this.#call('GET', path);
    const { total_inactive_file, inactive_file } = memory.stats ?? {};
    return memory.usage - (total_inactive_file ?? inactive_file ?? 0);
  }

  // Calls `line` with each line that the container writes, from now on and until it ends.
  async follow(id, line) {
    const path = `/containers/${id}/logs?follow=true&stdout=true&stderr=true`;
    const response = await this.#request('GET', path);
    let rest = Buffer.alloc(0);
    let text = '';
    response.on('data', (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      // A frame: one byte for the stream, three of nothing, four for the length.
      while (rest.length >= 8 && rest.length >= 8 + rest.readUInt32BE(4)) {
        const end = 8 + rest.readUInt32BE(4);
        const lines = (text + rest.toString('utf8', 8, end)).split('\n');
        rest = rest.subarray(end);
        text = lines.pop();
        lines.forEach(line);
      }
    });
    response.on('error', () => {});
  }

  async #call(method, path, body) {
    const response = await this.#request(method, path, body);
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += chunk;
    const answer = /^\s*[{[]/.test(text) ? JSON.parse(text) : {};
    if (response.statusCode < 400) return answer;
    throw new Error(`the Docker engine refused ${method} ${path}: ${answer.message ?? text}`);
  }

  #request(method, path, body) {
    const sent = body && JSON.stringify(body);
    const headers = sent
      ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }
      : {};
    return new Promise((resolve, reject) => {
      const request = http.request({ ...this.at, method, path, headers, agent: false }, resolve);
      request.on('error', reject);
      request.end(sent);
    });
  }
}
