// The handler's own requests to LibreChat.

import http from 'node:http';

// Tells preload.cjs that a request is the handler's own; one from outside never carries it.
export const OWN_REQUEST = 'x-lambda-handler';

// Returns {status, headers, text}, or undefined if there is no answer in time.
export function ask(port, { method = 'GET', path, headers, body, timeoutMs }) {
  return new Promise((resolve) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...headers, [OWN_REQUEST]: '1' },
        agent: false,
        signal: AbortSignal.timeout(Math.max(0, Math.round(timeoutMs))),
      },
      async (response) => {
        try {
          let text = '';
          for await (const chunk of response.setEncoding('utf8')) text += chunk;
          resolve({ status: response.statusCode, headers: response.headers, text });
        } catch {
          resolve(undefined);
        }
      },
    );
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
    request.end(body);
  });
}
