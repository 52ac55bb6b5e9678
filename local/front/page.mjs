// The page at /_local, and what it follows.

import { readFile } from 'node:fs/promises';

const FILES = {
  '/_local': ['index.html', 'text/html; charset=utf-8'],
  '/_local/': ['index.html', 'text/html; charset=utf-8'],
  '/_local/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/_local/page.css': ['page.css', 'text/css; charset=utf-8'],
};

export async function servePage(request, response, { record, account, functions }) {
  const [path] = request.url.split('?');
  if (path === '/_local/give-up' && request.method === 'POST') {
    const idle = functions.flatMap((fn) => fn.sandboxes).filter((sandbox) => sandbox.free);
    await Promise.all(idle.map((sandbox) => sandbox.end('idle')));
    return json(response, { given: idle.length });
  }
  if (path === '/_local/events') return record.follow(request, response);
  if (path === '/_local/record') return json(response, record.all);
  if (path === '/_local/account') return json(response, account.shown);
  if (!(path in FILES)) return response.writeHead(404).end();
  const [name, type] = FILES[path];
  const content = await readFile(new URL(`page/${name}`, import.meta.url));
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
}

function json(response, value) {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}
