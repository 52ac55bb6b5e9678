// What modules share beyond their exports: globals, Node's own modules, the process and its listeners. A package that
// changes any of it while it loads must not load later than it did.
'use strict';
const { builtinModules } = require('node:module');

const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function';
const label = (key) => (typeof key === 'symbol' ? `[${String(key)}]` : key);

// Modules of Node that warn, or start something, when they are merely loaded.
const NOT_LOADED = /^(_|sys$|punycode$|repl$|inspector|trace_events$|wasi$|test|sqlite|node:|cluster$|domain$)/;

function roots() {
  const found = new Map([['globalThis', globalThis], ['process', process]]);
  for (const key of Reflect.ownKeys(globalThis)) {
    const { value } = Object.getOwnPropertyDescriptor(globalThis, key);
    if (!isObject(value) || value === globalThis || value === process) continue;
    found.set(label(key), value);
    if (typeof value === 'function' && isObject(value.prototype)) found.set(`${label(key)}.prototype`, value.prototype);
  }
  for (const name of builtinModules.filter((name) => !NOT_LOADED.test(name))) {
    const exports = process.getBuiltinModule?.(name) ?? require(name);
    found.set(name, exports);
    for (const key of Object.keys(exports)) {
      const { value } = Object.getOwnPropertyDescriptor(exports, key);
      if (typeof value === 'function' && isObject(value.prototype)) found.set(`${name}.${key}.prototype`, value.prototype);
    }
  }
  return found;
}

// Values that change by themselves.
const RESTLESS = new Set(['process.exitCode', 'process.title', 'module._cache', 'module._pathCache', 'perf_hooks.performance']);

class Picture {
  constructor(name, object) {
    this.name = name;
    this.object = object;
    this.keys = [];
    this.values = [];
    this.getters = new Map();
    this.changes();
  }

  changes() {
    const { name, object } = this;
    const keys = Reflect.ownKeys(object);
    let same = keys.length === this.keys.length;
    for (let i = 0; same && i < keys.length; i++) {
      same = keys[i] === this.keys[i] && (this.values[i] === undefined || object[keys[i]] === this.values[i]);
    }
    if (same) return [];
    const values = keys.map((key) => {
      const { get, value } = Object.getOwnPropertyDescriptor(object, key);
      if (this.keys.length === 0 && get) this.getters.set(key, get);
      // Node makes many of its globals when they are first used.
      if (value !== undefined && value === this.getters.get(key)?.call(object)) return undefined;
      return Number.isNaN(value) || RESTLESS.has(`${name}.${String(key)}`) ? undefined : value;
    });
    const before = new Map(this.keys.map((key, i) => [key, this.values[i]]));
    const changed = keys.filter((key, i) => !before.has(key) || before.get(key) !== values[i]);
    const gone = this.keys.filter((key) => !keys.includes(key));
    Object.assign(this, { keys, values });
    return [...changed, ...gone].map((key) => `${name}.${label(key)}`);
  }
}

class World {
  output = 0;

  constructor() {
    this.pictures = [...roots()].map(([name, object]) => new Picture(name, object));
    this.listeners = new Map();
    this.environment = JSON.stringify(process.env);
    this.warned = 0;
  }

  // What has changed since it was last asked.
  changes() {
    const changes = this.pictures.flatMap((picture) => picture.changes());
    for (const event of process.eventNames()) {
      const count = process.listenerCount(event);
      if (this.listeners.get(event) !== count) changes.push(`process.on(${String(event)})`);
      this.listeners.set(event, count);
    }
    return changes;
  }
}

module.exports = { World };
