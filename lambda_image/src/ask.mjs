// The handler's own requests to LibreChat.

import http from 'node:http';

// Of a user's headers, what says something about the request's body or its answer's.
const ABOUT_THE_BODY = /^(content-|if-|accept-encoding$|range$)/;

// Tells preload.cjs that a request is the handler's own; one from outside never carries it.
export const OWN_REQUEST = 'x-lambda-handler';

export const ASK_TIMEOUT_MS = 5_000;

// Returns {status, headers, text}, or undefined if there is no answer in time.
export function ask(port, request) {
  const { method = 'GET', path, headers, body, timeoutMs = ASK_TIMEOUT_MS } = request;
  return new Promise((resolve) => {
    const sent = http.request(
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
    sent.on('error', () => resolve(undefined));
    sent.on('close', () => resolve(undefined));
    sent.end(body);
  });
}

// Asks as the user whose request had those headers.
export function askAs(headers, port, request) {
  const asUser = Object.entries(headers).filter(([name]) => !ABOUT_THE_BODY.test(name));
  const all = { ...Object.fromEntries(asUser), ...request.headers };
  return ask(port, { ...request, headers: all });
}
