// Loaded into LibreChat's process before LibreChat, in the image build: watches its start and ends it when it waits for
// its database or listens. PACK_RECORDING is JSON: {step, lazy, to}.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const net = require('node:net');
const path = require('node:path');
const v8 = require('node:v8');
const { compile, defer, requireOf, run } = require('../src/pack/modules.cjs');
const { writePack } = require('./write.cjs');
const { World } = require('./world.cjs');

const { step, lazyFile, to } = JSON.parse(process.env.PACK_RECORDING);
const lazy = lazyFile ? JSON.parse(fs.readFileSync(lazyFile, 'utf8')) : {};
delete process.env.PACK_RECORDING;
// A function that is not used for a while loses its code, which is to be in the pack. This is no part of V8's key to a
// code cache only if it is as it was when the cache is made.
v8.setFlagsFromString('--no-flush-bytecode');

const records = new Map(); // file name → what is known of a module that was run from here
const resolved = new Map(); // directory of the asker → request → file name
const world = step === 'look' && new World();
const woken = [];
let waits = false;

const packageOf = (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

const { _resolveFilename } = Module;
Module._resolveFilename = function (request, parent, isMain, options) {
  const file = _resolveFilename.call(this, request, parent, isMain, options);
  if (!options && parent?.filename && path.isAbsolute(file)) {
    if (!resolved.has(parent.path)) resolved.set(parent.path, new Map());
    resolved.get(parent.path).set(request, file);
  }
  return file;
};

// Whether the answer of each require(request) in the source is used: one that is not, is asked for its effects.
function ignored(source, request) {
  const call = `require(${JSON.stringify(request)})`;
  for (const text of [call, call.replaceAll('"', "'")]) {
    for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) {
      const before = source.slice(Math.max(0, at - 200), at).trimEnd();
      const after = source.slice(at + text.length, at + text.length + 1);
      if (!/[=(:?[|&]$|return$|\.\.\.$|=>$/.test(before) && !/[.[(]/.test(after)) return true;
    }
  }
  return false;
}

const stack = [];
const blame = (record) => {
  for (const change of world ? world.changes() : []) (record?.changes ?? outside).push(change);
};
const outside = [];

function observe(module, filename, source, json) {
  const record = { filename, source, json, changes: [], asks: new Map(), size: 0 };
  records.set(filename, record);
  if (json) return void (module.exports = JSON.parse(source.replace(/^\uFEFF/, '')));
  const asker = stack.at(-1);
  const border = packageOf(filename) !== (asker && packageOf(asker.filename));
  record.owner = border ? record : asker?.owner ?? record;
  if (border) blame(asker?.owner);
  stack.push(record);
  const require = requireOf(module);
  const asking = Object.assign(function require(request) {
    const exports = module.require(request);
    const file = resolved.get(module.path)?.get(aliased(request, module));
    if (file) record.asks.set(file, (record.asks.get(file) ?? false) || ignored(source, request));
    return exports;
  }, require);
  try {
    record.script = compile(source, filename);
    run(record.script, module, asking);
  } finally {
    stack.pop();
    if (border) blame(record.owner);
    const own = module.exports;
    record.module = module;
  }
}
// What module-alias makes of a request.
function aliased(request, module) {
  if (resolved.get(module.path)?.has(request)) return request;
  try {
    const file = Module._resolveFilename(request, module);
    resolved.get(module.path)?.set(request, file);
  } catch {}
  return request;
}

for (const extension of ['.js', '.json']) {
  const original = Module._extensions[extension];
  Module._extensions[extension] = function (module, filename) {
    const source = fs.readFileSync(filename, 'utf8');
    if (Object.hasOwn(module, '_compile') || !fits(filename, source)) return original(module, filename);
    const shape = lazy[filename];
    if (!shape) return observe(module, filename, source, extension === '.json');
    for (const file of shape.effects ?? []) Module._load(file, module);
    wakers.push(defer(module, shape, () => observe(module, filename, source), () => woken.push(filename)));
  };
}
const wakers = [];

function fits(filename, source) {
  if (source.startsWith('#!')) return false;
  if (!filename.endsWith('.js')) return true;
  for (let directory = path.dirname(filename); ; directory = path.dirname(directory)) {
    const file = path.join(directory, 'package.json');
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8')).type !== 'module';
    if (directory === '/' || directory.endsWith('/node_modules')) return true;
  }
}

// No connection leaves the build. The one to the database says that all is loaded that the start loads.
net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (JSON.stringify(options)?.includes('database.invalid')) seen('it connects to its database');
  this.connecting = true;
  return this;
};
net.Server.prototype.listen = function () {
  seen('it listens');
  return this;
};

function seen(what) {
  if (waits) return;
  waits = what;
  setImmediate(() => {
    try {
      finish();
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  });
}

function shapeOf(module) {
  const { value: exports } = Object.getOwnPropertyDescriptor(module, 'exports'); // ansi-styles has a getter there
  if (typeof exports !== 'object' || exports === null || Array.isArray(exports)) return undefined;
  if (![Object.prototype, null].includes(Object.getPrototypeOf(exports)) || !Object.isExtensible(exports)) return undefined;
  const shape = { names: [], hidden: [], constants: {} };
  for (const key of Reflect.ownKeys(exports)) {
    if (typeof key === 'symbol') {
      if (key !== Symbol.toStringTag) return undefined;
      continue;
    }
    const d = Object.getOwnPropertyDescriptor(exports, key);
    if (key === '__esModule') shape.constants[key] = d.value;
    else (d.enumerable ? shape.names : shape.hidden).push(key);
  }
  return shape;
}

function finish() {
  blame();
  const started = [...records.keys()];
  const cpu = process.cpuUsage();
  if (step === 'look') {
    const all = [...records.values()].map(({ filename, changes, asks, module, json, source }) => ({
      filename, changes, json, size: source.length,
      asks: [...asks],
      shape: module && !json ? shapeOf(module) : undefined,
    }));
    fs.writeFileSync(to, JSON.stringify({ waits, all, outside, resolved: [...resolved].map(([d, m]) => [d, Object.fromEntries(m)]) }));
    process.exit(0);
  }
  const wokenAtStart = [...woken];
  if (step === 'try') {
    fs.writeFileSync(to, JSON.stringify({ waits, woken: wokenAtStart, started, cpu }));
    process.exit(0);
  }
  // The lazy ones, and what they ask for in turn.
  for (const wake of wakers) wake();
  const packed = [...records.values()];
  v8.setFlagsFromString('--flush-bytecode');
  for (const record of packed) record.cache = record.script?.createCachedData();
  const shapes = Object.fromEntries(Object.entries(lazy).filter(([file]) => records.has(file)));
  const witnesses = new Set();
  for (const { filename } of packed) {
    for (let d = path.dirname(filename); d !== '/'; d = path.dirname(d)) {
      const f = path.join(d, 'package.json');
      if (fs.existsSync(f)) { witnesses.add(f); break; }
    }
  }
  for (const f of records.keys()) witnesses.delete(f);
  writePack(to, {
    modules: packed.map(({ filename, source, cache, json }) => ({ file: filename, source, cache, json })),
    atStart: started.length, resolved, lazy: shapes, witnesses: [...witnesses],
  });
  fs.writeFileSync(to + '.json', JSON.stringify({ waits, woken: wokenAtStart, started, lazy: Object.keys(shapes).length, all: packed.length }));
  process.exit(0);
}
