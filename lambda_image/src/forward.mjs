// Sends a request to LibreChat's server.

import http from 'node:http';

// Returns the answer once its headers are there. `server` starts the server if need be; `exchange`
// gets the process that answers and the request as soon as there are any.
export async function forward({ options, body }, { server, port, exchange }) {
  for (let isRepeated = false; ; isRepeated = true) {
    exchange.process = await server.running();
    try {
      return await send({ ...options, host: '127.0.0.1', port }, body, exchange);
    } catch (error) {
      // Only a request that cannot have arrived is sent again: any other may have been carried out.
      if (error.code !== 'ECONNREFUSED' || isRepeated) throw error;
      await exchange.process.kill();
    }
  }
}

// On a new connection each time: one that was kept alive is dead after a freeze of 6 s, and it
// saves 0.3 ms.
function send(options, body, exchange) {
  return new Promise((resolve, reject) => {
    exchange.request = http.request({ ...options, agent: false }, resolve);
    exchange.request.on('error', reject);
    // An answer of 101 ends the request without a response.
    exchange.request.on('close', () => reject(new Error('the connection was closed')));
    exchange.request.end(body);
  });
}
