// Closes Lambda's Runtime API to LibreChat. Loaded into its process before anything else
// (node --require).
//
// The API answers every process of the sandbox: while an invocation is held after its answer,
// whoever asks for the next event gets another user's request, and may answer it. The extensions
// and telemetry APIs are at the same address. LibreChat calls addresses that its users choose
// (actions, MCP servers), and so do the stdio MCP servers that it starts.
//
// - In this process and its worker threads a connection is refused where Node hands the final
//   address to the kernel. All sockets pass there (http, fetch, undici, tls, http2), after names,
//   spellings and redirects have been resolved.
// - A process that it starts gets this file by NODE_OPTIONS (node, npx) and sitecustomize.py by
//   PYTHONPATH (python, uvx), whatever its environment is. Other programs are not guarded, nor
//   is one that clears these variables.
'use strict';
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const {
  constants: { errno },
} = require('node:os');
const path = require('node:path');
const workers = require('node:worker_threads');
// Node's own way to the kernel, below net.js and child_process.js; the same on Node 20, 22, 24.
const {
  TCP,
  constants: { SOCKET },
} = process.binding('tcp_wrap');
const { Process } = process.binding('process_wrap');
const spawnSync = process.binding('spawn_sync');

// Without the variable it is the address that AWS documents.
const API = process.env.GUARD_RUNTIME_API || '127.0.0.1:9001';
const [, host, port] = /^\[?(.+?)\]?:(\d+)$/.exec(API) ?? [];
if (!net.isIP(host)) {
  throw new Error(`GUARD_RUNTIME_API is ${JSON.stringify(API)}: it must be <IP address>:<port>`);
}

const family = (address) => (net.isIPv6(address) ? 'ipv6' : 'ipv4');
const api = new net.BlockList(); // knows IPv4-mapped IPv6
api.addAddress(host, family(host));

function isApi(address, to) {
  if (Number(to) !== Number(port)) return false;
  return api.check(address, family(address)) || isThisMachine(address);
}

// The kernel knows: 127.0.0.0/8, 0.0.0.0, ::1, IPv4-mapped forms, the interfaces' addresses.
// It lets nobody bind an address of another machine.
function isThisMachine(address) {
  const probe = new TCP(SOCKET);
  const error = net.isIPv6(address) ? probe.bind6(address, 0, 0) : probe.bind(address, 0);
  probe.close();
  return error !== -errno.EADDRNOTAVAIL;
}

for (const method of ['connect', 'connect6']) {
  const connect = TCP.prototype[method];
  TCP.prototype[method] = function (request, address, to) {
    if (!isApi(address, to)) return connect.apply(this, arguments);
    // Arrives as a refusal of the kernel does: later, when the caller listens for errors.
    setImmediate(() => request.oncomplete(-errno.EACCES, this, request, false, false));
    return 0;
  };
}

// Node makes an error of that number. Says in it why.
const { destroy } = net.Socket.prototype;
net.Socket.prototype.destroy = function (error, callback) {
  for (const refused of [error, ...(error?.errors ?? [])]) {
    if (refused?.code !== 'EACCES' || refused.syscall !== 'connect') continue;
    const { message, address } = refused;
    if (!isApi(address, refused.port)) continue;
    const reason = "Lambda's Runtime API is closed to LibreChat and its tools";
    refused.message = `connect EACCES ${address}:${refused.port}: ${reason}`;
    refused.stack = refused.stack.replace(message, () => refused.message);
  }
  return destroy.call(this, error, callback);
};

// What a process or a worker needs to be guarded. MCP's SDK starts servers with six variables.
const first = (own, separator, rest) => {
  if (!rest) return own;
  return rest.startsWith(own) ? rest : own + separator + rest;
};
const guarded = (env) => ({
  ...env,
  GUARD_RUNTIME_API: API,
  NODE_OPTIONS: first(`--require ${JSON.stringify(__filename)}`, ' ', env.NODE_OPTIONS),
  PYTHONPATH: first(path.join(__dirname, 'python'), ':', env.PYTHONPATH),
});

// A worker has bindings of its own. It inherits this file, unless it has its own options or
// environment.
workers.Worker = class Worker extends workers.Worker {
  constructor(file, options = {}) {
    const { execArgv, env } = options;
    super(file, {
      ...options,
      ...(execArgv && { execArgv: ['--require', __filename, ...execArgv] }),
      ...(env && env !== workers.SHARE_ENV && { env: guarded(env) }),
    });
  }
};
syncBuiltinESMExports();

const split = (pair) => pair.split(/=(.*)/s, 2);
for (const owner of [Process.prototype, spawnSync]) {
  const { spawn } = owner;
  owner.spawn = function (options) {
    const { envPairs } = options;
    const env = guarded(envPairs ? Object.fromEntries(envPairs.map(split)) : process.env);
    const pairs = Object.entries(env).map((pair) => pair.join('='));
    return spawn.call(this, { ...options, envPairs: pairs });
  };
}
