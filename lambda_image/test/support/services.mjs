// What LibreChat talks to: a real Redis, and models.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import Redis from 'ioredis';
import { freePort, until } from './sandbox.mjs';

// Returns its `uri`, a `client`, and `stop`.
export async function startRedis() {
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', ['--port', String(port), ...options], { stdio: 'ignore' });
  const uri = `redis://127.0.0.1:${port}`;
  const client = new Redis(uri);
  client.on('error', () => {}); // until it listens
  await until(() => client.status === 'ready', 'redis-server to listen');
  const stop = () => {
    client.disconnect();
    server.kill();
  };
  return { uri, client, stop };
}

// A model that thinks for `ms`; at /stream one that says ten words in `ms`; at /forever one that
// never ends. Returns its `url` and `stop`.
export async function startModel() {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
  const server = http.createServer(async (request, response) => {
    const url = new URL(request.url, 'http://model');
    const ms = Number(url.searchParams.get('ms'));
    if (url.pathname === '/forever') return response.write(': open\n\n');
    if (url.pathname === '/stream') {
      for (let i = 0; i < 10; i++) {
        await pause(ms / 10);
        response.write(`word ${i} `);
      }
      return response.end();
    }
    await pause(ms);
    response.end('A title');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, stop };
}
