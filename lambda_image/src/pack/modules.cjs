// Runs a module that Node has not read itself, as Node would run it. The recording and the loader
// share it.
'use strict';
const { AsyncResource } = require('node:async_hooks');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

// Stands on one line with the module's first, and is taken off its columns: positions in stack
// traces are the file's.
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const wrap = (source) => `${HEAD}${source}\n})`;

function compile(wrapped, filename, cachedData) {
  return new vm.Script(wrapped, { filename, columnOffset: -HEAD.length, cachedData });
}

// Whether a source may import dynamically. In code from a cache that fails in Node 20, and in all
// it needs what only Node's own way to compile a module gives.
const JSDOC = /^[ \t]*\/\*\*(?:(?!\*\/).)*(?:\n[ \t]*\*(?!\/)(?:(?!\*\/).)*)*\s*\*\/[ \t]*$/gm;
const DYNAMIC_IMPORT = /\bimport\s*(?:\/\*[^*]*\*\/\s*)?\(/;
const importsDynamically = (source) =>
  DYNAMIC_IMPORT.test(source) && DYNAMIC_IMPORT.test(source.replace(JSDOC, ''));

// What a module gets as `require` (Node, lib/internal/modules/helpers.js).
function requireOf(module) {
  const require = function require(request) {
    return module.require(request);
  };
  require.resolve = function resolve(request, options) {
    return Module._resolveFilename(request, module, false, options);
  };
  require.resolve.paths = function paths(request) {
    return Module._resolveLookupPaths(request, module);
  };
  require.main = process.mainModule;
  require.extensions = Module._extensions;
  require.cache = Module._cache;
  return require;
}

function run(script, module, require = requireOf(module)) {
  const { exports, filename } = module;
  const made = script.runInThisContext();
  Reflect.apply(made, exports, [exports, require, module, filename, path.dirname(filename)]);
}

const parseJson = (text) => JSON.parse(text.replace(/^\uFEFF/, ''));

// The request that wakes a module is not what the module's timers and promises belong to.
const outside = new AsyncResource('pack');

// Puts a module off until one of its exports is used; until then each is a getter. Then
// `load(module)` fills the same object as it would have at once. Its shape: the `names` of its
// exports, `hidden` ones that are not enumerable, and the `marks` by which interop code knows an ES
// module, which can be told without waking it; and `from`, where it takes the exports that it
// merely hands on: name → [file, name there]. To use one of these does not wake it.
function defer(module, { names, hidden, marks, from }, load) {
  const held = module.exports;
  let asleep = true;
  const all = [...hidden, ...names];

  const handedOn = (name) => {
    const [file, there] = from[name];
    return outside.runInAsyncScope(Module._load, Module, file, module, false)[there];
  };
  const lay = () => {
    const mark = (key, value) => Object.defineProperty(held, key, { value, configurable: true });
    if (marks.esModule) mark('__esModule', true);
    if (marks.tag) mark(Symbol.toStringTag, marks.tag);
    all.forEach((name, i) =>
      Object.defineProperty(held, name, {
        get: () => (asleep && from[name] ? handedOn(name) : wake()[name]),
        set: (value) => void (wake()[name] = value),
        enumerable: i >= hidden.length,
        configurable: true,
      }),
    );
  };
  const wake = () => {
    if (!asleep) return module.exports;
    asleep = false;
    for (const key of [...all, '__esModule', Symbol.toStringTag]) delete held[key];
    module.loaded = false;
    try {
      outside.runInAsyncScope(load, undefined, module);
    } catch (error) {
      module.exports = held;
      asleep = true;
      lay();
      throw error;
    } finally {
      module.loaded = true;
    }
    if (module.exports !== held) show(held, module.exports);
    return (module.exports = held);
  };
  lay();
  return wake;
}

// For a module that makes an object of its own for its exports: who asked before holds ours, which
// stays the module's.
function show(held, made) {
  Object.setPrototypeOf(held, Object.getPrototypeOf(made));
  for (const name of Reflect.ownKeys(made)) {
    const { enumerable } = Object.getOwnPropertyDescriptor(made, name);
    const set = (value) => void (made[name] = value);
    Object.defineProperty(held, name, {
      get: () => made[name],
      set,
      enumerable,
      configurable: true,
    });
  }
}

module.exports = { compile, defer, importsDynamically, parseJson, requireOf, run, wrap };
