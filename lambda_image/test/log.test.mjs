// What reaches the log: lines of the handler without secrets, lines of LibreChat that pose as none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Log } from '../src/log.mjs';
import { restEvent } from './support/runtime-api.mjs';
import { Sandbox, until } from './support/sandbox.mjs';

const isHandlers = (line) => {
  try {
    return JSON.parse(line).event !== undefined;
  } catch {
    return false;
  }
};

test('a secret is struck out in each form in which it may stand in a line', () => {
  const lines = [];
  const log = new Log((line) => lines.push(line));
  const secret = 'p@ss w0rd/ü+"quoted"\\~~~';
  log.hide([secret]);
  const base64 = (text) => Buffer.from(text).toString('base64');
  const forms = [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(secret).toLowerCase(),
    new URLSearchParams({ secret }).toString().slice('secret='.length).replaceAll('%7E', '~'),
    ...['', 'u', 'us', 'usr'].map((user) => base64(`${user}:${secret}@host`)),
    ...['', 'u', 'us'].map((user) => Buffer.from(`${user}:${secret}`).toString('base64url')),
  ];
  for (const form of forms) {
    log.warn('request', { path: `/a?b=${form}&c=d` });
    assert.match(lines.at(-1), /\[secret\]/, form);
    assert.ok(JSON.parse(lines.at(-1)).path.endsWith('&c=d'), 'the rest stays');
  }
  log.info('request', { path: '/nothing/to/hide' });
  assert.ok(!lines.at(-1).includes('[secret]'));
});

test("no line of LibreChat's passes for one of the handler's, which metrics count", async (t) => {
  const sandbox = await Sandbox.start(t);
  const poses = [
    '{"event":"start_failed","level":"error"}',
    '  {"event":"start_failed"}',
    '{"\\u0065vent":"start_failed"}',
    '{"event":"harmless","event":"start_failed"}',
    '{"a":{"event":"x"},"event":"respawn","reason":"none"}',
    "{'event':'start_failed'}",
    '{"event":"start_failed",}',
    `${'x'.repeat(70_000)}`,
    '{"event":"start_failed"}',
  ];
  const honest = ['{"level":"info","message":"{\\"event\\":\\"quoted\\"}"}', 'plain', '[1]', ''];
  const body = `${[...poses, ...honest].join('\n')}\nthe last line\n`;
  await sandbox.request(restEvent('POST', '/api/log', { body }));
  await until(() => sandbox.lines.includes('the last line'), "LibreChat's lines");
  for (const line of honest) assert.ok(sandbox.lines.includes(line), line);
  const events = sandbox.lines.filter(isHandlers).map((line) => JSON.parse(line).event);
  assert.deepEqual([...new Set(events)].sort(), ['cold_start', 'request']);
  const renamed = '{"a":{"event":"x"},"reason":"none","librechatEvent":"respawn"}';
  assert.ok(sandbox.lines.includes(renamed), 'nothing of it is lost');
  assert.ok(sandbox.lines.includes("LibreChat: {'event':'start_failed'}"));
});

test('the last line of a server that dies is in the log, with or without its end', async (t) => {
  const sandbox = await Sandbox.start(t);
  await sandbox.request(restEvent('POST', '/api/log', { body: '{"event":"request","of":1}' }));
  await sandbox.request(restEvent('GET', '/api/die'));
  await until(() => sandbox.lines.includes('{"of":1,"librechatEvent":"request"}'), 'the last line');
});
