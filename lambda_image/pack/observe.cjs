// Run in LibreChat's process before LibreChat, in the image build. Watches its start, and ends it
// as soon as it waits for its database or listens: then all is loaded that a start loads. No
// connection is made.
//
// PACK_RECORDING is JSON: {step, to, database, lazy, early}; the last two are files
//   look     runs it as it is, and writes what each module is, asks for and changes
//   try      runs it with the `lazy` modules (file → shape) put off, and writes which it wakes
//   record   the same, then wakes the rest, and writes the pack
//   prove    changes nothing; writes what there is in the end, for comparison with `look`
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const net = require('node:net');
const path = require('node:path');
const { isProxy } = require('node:util').types;
const v8 = require('node:v8');
const {
  compile,
  defer,
  importsDynamically,
  parseJson,
  requireOf,
  run,
  wrap,
} = require('../src/pack/modules.cjs');
const { World, state } = require('./world.cjs');
const { writePack } = require('./write.cjs');

const { step, to, database, ...given } = JSON.parse(process.env.PACK_RECORDING);
delete process.env.PACK_RECORDING;
const lazy = JSON.parse(fs.readFileSync(given.lazy, 'utf8'));

// -------------------- the end

const running = []; // records of the modules that are being run, the innermost last
const warnings = [];
// What a module says while it loads is a change, too: it must be said at the start.
const noteSaid = (text) => running.at(-1)?.changes.push(`says ${text}`);
const { emitWarning } = process;
process.emitWarning = function (warning, ...rest) {
  warnings.push(String(warning?.message ?? warning));
  noteSaid(warnings.at(-1));
  return emitWarning.call(this, warning, ...rest);
};
for (const stream of [process.stdout, process.stderr]) {
  const { write } = stream;
  stream.write = function (chunk, ...rest) {
    noteSaid(chunk);
    return write.call(this, chunk, ...rest);
  };
}

net.Socket.prototype.connect = function (...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (options?.host === database) end('it connects to its database');
  this.connecting = true;
  return this;
};
net.Server.prototype.listen = function () {
  end('it listens');
  return this;
};

let ended = false;
function end(seen) {
  if (ended) return;
  ended = true;
  setImmediate(() => {
    try {
      fs.writeFileSync(
        `${to}.json`,
        JSON.stringify({ seen, warnings: [...warnings], ...results[step]() }),
      );
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(70);
    }
  });
}

// -------------------- the modules

const records = new Map(); // file → what is known of it, in the order of loading
const resolved = new Map(); // directory of who asks → request → file
const woken = [];
const wakers = [];
let world; // made when all is in place that this file changes itself

const packageOf = (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

// Charges what has changed to the module that was at work; beyond globals that is looked at where
// one package asks for another, and charged to the module by which the package was entered.
function charge(border) {
  if (!world || running.length === 0) return;
  running.at(-1).changes.push(...world.changes(true));
  if (border) running.at(-1).entry.changes.push(...world.changes());
}

function observe(module, filename, source, original) {
  const asker = running.at(-1);
  const record = {
    file: filename,
    source,
    asker: asker?.file,
    changes: [],
    asks: {},
    reads: new Set(),
  };
  if (filename.endsWith('.json')) {
    record.json = true;
    module.exports = parseJson(source);
    return void records.set(filename, record);
  }
  const isDynamic = importsDynamically(source);
  try {
    record.script = compile(wrap(source), filename);
  } catch {
    // An ES module that does not say so, or an error that Node shall report.
    return original(module, filename);
  }
  record.module = module;
  records.set(filename, record);
  if (isDynamic) record.script = undefined;
  const border = packageOf(filename) !== packageOf(asker?.file ?? '');
  record.entry = border || !asker ? record : asker.entry;
  charge(border);
  running.push(record);
  try {
    if (isDynamic) module._compile(source, filename);
    else run(record.script, module, step === 'look' ? requireNoting(record) : undefined);
  } finally {
    charge(border);
    running.pop();
  }
  if (isDynamic) noteAll(record);
}

// It takes the place of the module's `require`: a further function on the stack would be seen.
function requireNoting(record) {
  const { module } = record;
  return Object.assign(function require(request) {
    const exports = module.require(request);
    note(record, request);
    return exports;
  }, requireOf(module));
}

// For a module that has Node's own `require`.
function noteAll(record) {
  for (const [, , request] of record.source.matchAll(/\brequire\((['"`])([^'"`]+)\1\)/g)) {
    note(record, request);
  }
}

function note({ module, source, asks }, request) {
  const file = resolved.get(module.path)?.get(request);
  if (file) asks[file] = (asks[file] ?? true) && isAside(source, request);
}

// Whether what require(request) returns is used nowhere in the source: then it is asked for its
// effects.
function isAside(source, request) {
  for (const quote of ['"', "'", '`']) {
    const call = `require(${quote}${request}${quote})`;
    for (let at = source.indexOf(call); at >= 0; at = source.indexOf(call, at + 1)) {
      const before = source.slice(Math.max(0, at - 100), at).trimEnd();
      if (
        /([=(:?[|&!]|\breturn|\.\.\.|=>)$/.test(before) ||
        /^[.[(]/.test(source.slice(at + call.length).trimStart())
      )
        return false;
    }
  }
  return true;
}

// Node's own way is left to what is no CommonJS.
function isCommonJs(filename, source) {
  if (source.startsWith('#!')) return false;
  if (!filename.endsWith('.js')) return true;
  const file = packageFileOf(filename);
  return !file || JSON.parse(fs.readFileSync(file, 'utf8')).type !== 'module';
}

function packageFileOf(filename) {
  for (
    let directory = path.dirname(filename);
    !directory.endsWith('/node_modules');
    directory = path.dirname(directory)
  ) {
    const file = path.join(directory, 'package.json');
    if (fs.existsSync(file)) return file;
    if (directory === '/') return undefined;
  }
  return undefined;
}

function install() {
  const { _resolveFilename } = Module;
  Module._resolveFilename = function (request, parent, isMain, options) {
    const file = _resolveFilename.call(this, request, parent, isMain, options);
    if (options === undefined && parent?.filename && path.isAbsolute(file)) {
      if (!resolved.has(parent.path)) resolved.set(parent.path, new Map());
      resolved.get(parent.path).set(request, file);
    }
    return file;
  };
  for (const extension of ['.js', '.json']) {
    const original = Module._extensions[extension];
    Module._extensions[extension] = function (module, filename) {
      const source = fs.readFileSync(filename, 'utf8');
      if (Object.hasOwn(module, '_compile') || !isCommonJs(filename, source))
        return original(module, filename);
      const shape = lazy[filename];
      if (!shape) return observe(module, filename, source, original);
      for (const effect of shape.effects) Module._load(effect, module, false);
      const load = () => {
        woken.push(filename);
        observe(module, filename, source, original);
      };
      wakers.push(defer(module, shape, load));
    };
  }
}

// -------------------- the results

// A module's exports, if they can be put off: a plain object that nobody guards.
function shapeOf({ module }) {
  // ansi-styles has a getter there.
  const { value: exports } = Object.getOwnPropertyDescriptor(module, 'exports');
  if (typeof exports !== 'object' || exports === null || !Object.isExtensible(exports))
    return undefined;
  if (Object.getPrototypeOf(exports) !== Object.prototype) return undefined;
  const shape = { names: [], hidden: [], marks: {} };
  for (const key of Reflect.ownKeys(exports)) {
    const { enumerable, value } = Object.getOwnPropertyDescriptor(exports, key);
    if (key === '__esModule' && value === true && !enumerable) shape.marks.esModule = true;
    else if (key === Symbol.toStringTag && typeof value === 'string' && !enumerable)
      shape.marks.tag = value;
    else if (typeof key === 'symbol') return undefined;
    else (enumerable ? shape.names : shape.hidden).push(key);
  }
  return shape.names.length > 0 ? shape : undefined;
}

const valueOf = (exports, key) => {
  try {
    return exports[key];
  } catch {
    return undefined;
  }
};

// What of its exports a module only hands on: name → [file, name there], of the modules that it
// asks for.
function originsOf({ module, asks }) {
  const origins = {};
  const { value: exports } = Object.getOwnPropertyDescriptor(module, 'exports');
  if (!shapeOf({ module })) return origins;
  const given = Object.keys(exports).map((name) => [name, valueOf(exports, name)]);
  for (const file of Object.keys(asks)) {
    const other = records.get(file)?.module?.exports;
    if (typeof other !== 'object' || other === null || isProxy(other)) continue;
    const names = new Map(Object.keys(other).map((name) => [valueOf(other, name), name]));
    for (const [name, value] of given) {
      const plain = typeof value !== 'function' && (typeof value !== 'object' || value === null);
      // Equal numbers and texts say nothing, but under the same name.
      if (
        plain
          ? value !== undefined && Object.hasOwn(other, name) && other[name] === value
          : names.has(value)
      ) {
        origins[name] ??= [file, plain ? name : names.get(value)];
      }
    }
  }
  return origins;
}

const results = {
  look() {
    const modules = [...records.values()].map((record) => {
      const { file, asker, json, changes, asks, reads } = record;
      return {
        file,
        asker,
        changes,
        asks,
        reads: [...reads],
        ...(json ? {} : { shape: shapeOf(record), from: originsOf(record) }),
      };
    });
    return { modules, state: state() };
  },

  try() {
    return { woken, started: records.size };
  },

  record() {
    const atStart = records.size;
    if (woken.length > 0)
      throw new Error(`woken by the start, though not when it was tried: ${woken.join(', ')}`);
    for (const wake of wakers) wake(); // and what they ask for in turn
    // As it was, since flags are part of the key to a code cache.
    v8.setFlagsFromString('--flush-bytecode');
    const modules = [...records.values()].map(({ script, ...record }) => ({
      ...record,
      cache: script?.createCachedData(),
    }));
    const asked = Object.entries(lazy).filter(([file]) => records.has(file));
    const witnesses = new Set(
      modules.map(({ file }) => packageFileOf(file)).filter((file) => file && !records.has(file)),
    );
    const early = JSON.parse(fs.readFileSync(given.early, 'utf8')).filter(({ file }) =>
      records.has(file),
    );
    writePack(to, { modules, atStart, resolved, lazy: asked, early, witnesses: [...witnesses] });
    return { modules: modules.length, atStart, lazy: asked.length, early: early.length };
  },

  prove() {
    const loader = path.join(__dirname, '../src/pack/load.cjs');
    return { state: state(), report: Module._cache[loader].exports.report() };
  },
};

if (step !== 'prove') {
  install();
  // Code that is not run for a while is dropped, and would be missing in the cache.
  v8.setFlagsFromString('--no-flush-bytecode');
}
if (step === 'look') {
  const reading = (trap) => (target, name) => {
    if (typeof name === 'string') running.at(-1)?.reads.add(name);
    return trap(target, name);
  };
  process.env = new Proxy(process.env, {
    get: reading((env, name) => env[name]),
    has: reading(Reflect.has),
    ownKeys: (env) => reading(Reflect.ownKeys)(env, '*'),
  });
  world = new World();
}
