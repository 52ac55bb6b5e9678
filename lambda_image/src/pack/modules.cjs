// How a module is run that Node has not read itself, as Node would run it; the recording and the loader share it.
'use strict';
const { AsyncResource } = require('node:async_hooks');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

// On one line with the module's first, and taken off its columns: positions in stack traces are those of the file.
const HEAD = '(function (exports, require, module, __filename, __dirname) { ';
const TAIL = '\n})';

function compile(source, filename, cachedData) {
  return new vm.Script(HEAD + source + TAIL, {
    filename,
    columnOffset: -HEAD.length,
    cachedData,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

// What Node gives a module for its `require` (lib/internal/modules/helpers.js).
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
  script.runInThisContext().call(exports, exports, require, module, filename, path.dirname(filename));
}

// A module that is woken by a request is none of that request's work.
const outside = new AsyncResource('pack');

// Lets `load(module)` wait until one of the exports is used: until then each is a getter. Then the module fills the same
// object, as it would have at once. `shape`: {names, hidden: the ones that are not enumerable, constants: name to value}.
function defer(module, { names, hidden = [], constants = {} }, load, woken = () => {}) {
  const held = module.exports;
  let asleep = true;
  const all = [...Object.keys(constants), ...names, ...hidden];
  const lay = () => {
    const getter = (name, enumerable) =>
      Object.defineProperty(held, name, {
        get: () => wake()[name],
        set: (value) => void (wake()[name] = value),
        enumerable,
        configurable: true,
      });
    for (const [name, value] of Object.entries(constants)) Object.defineProperty(held, name, { value, configurable: true });
    for (const name of hidden) getter(name, false);
    for (const name of names) getter(name, true);
  };
  function wake() {
    if (!asleep) return module.exports;
    asleep = false;
    for (const name of all) delete held[name];
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
    woken(module);
    const made = module.exports;
    if (made === held) return held;
    // It made an object of its own. Who has asked before holds ours, so ours stays the module's and shows that one.
    Object.setPrototypeOf(held, Object.getPrototypeOf(made));
    for (const name of Reflect.ownKeys(made)) {
      const { enumerable } = Object.getOwnPropertyDescriptor(made, name);
      const set = (value) => void (made[name] = value);
      Object.defineProperty(held, name, { get: () => made[name], set, enumerable, configurable: true });
    }
    module.exports = held;
    return held;
  }
  lay();
  return wake;
}

module.exports = { compile, defer, requireOf, run };
