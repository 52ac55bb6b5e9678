// What modules share beyond what they export: globals, Node's own modules, the process and its
// listeners.
'use strict';
const Module = require('node:module');

const isObject = (value) =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
const nameOf = (key) => (typeof key === 'symbol' ? `[${String(key)}]` : key);
const descriptor = Object.getOwnPropertyDescriptor;

// These warn, or start something, when they are loaded.
const NOT_LOADED = new RegExp(
  '^(_|node:|test|sqlite|inspector|' +
    '(sys|constants|punycode|domain|cluster|repl|trace_events|wasi)$)',
);
// These change by themselves, or by the recording.
const RESTLESS = new RegExp(
  '^(process\\.(_eventsCount|_events|exitCode|title|mainModule|env|report)|' +
    'module\\.(_cache|_pathCache))$',
);

// What the loader and the recording themselves put in place.
const OWN = /^module\._resolveFilename\b/;

// Name → object, two deep.
function shared() {
  const found = new Map();
  const seen = new Set(); // `global` is `globalThis`
  const add = (name, object) => {
    if (!isObject(object) || seen.has(object)) return;
    seen.add(object);
    found.set(name, object);
    if (typeof object === 'function')
      add(`${name}.prototype`, descriptor(object, 'prototype')?.value);
  };
  for (const [name, object] of [
    ['globalThis', globalThis],
    ['process', process],
  ])
    add(name, object);
  const rooms = Module.builtinModules
    .filter((name) => !NOT_LOADED.test(name))
    .map((name) => [name, require(name)]);
  for (const [name, room] of rooms) add(name, room);
  for (const [prefix, room] of [
    ['', globalThis],
    ...rooms.map(([name, room]) => [`${name}.`, room]),
  ]) {
    for (const key of Reflect.ownKeys(room)) {
      const { value } = descriptor(room, key);
      if (value !== process && (prefix === '' || typeof value === 'function'))
        add(prefix + nameOf(key), value);
    }
  }
  return found;
}

// One object's properties, and which of them have changed since they were last asked for.
class Picture {
  keys = [];
  values = [];
  getters = new Map();

  constructor(name, object) {
    Object.assign(this, { name, object });
    for (const key of Reflect.ownKeys(object)) this.getters.set(key, descriptor(object, key).get);
    this.changes();
  }

  // Node makes many of its globals when they are first used: that is no change.
  value(key) {
    const { value } = descriptor(this.object, key);
    const made = value !== undefined && value === this.getters.get(key)?.call(this.object);
    return made || Number.isNaN(value) || RESTLESS.test(`${this.name}.${nameOf(key)}`)
      ? undefined
      : value;
  }

  changes() {
    const { object, keys: before, values } = this;
    const keys = Reflect.ownKeys(object);
    let same = keys.length === before.length;
    for (let i = 0; same && i < keys.length; i++) {
      same = keys[i] === before[i] && (values[i] === undefined || object[keys[i]] === values[i]);
    }
    if (same) return [];
    const known = new Map(before.map((key, i) => [key, values[i]]));
    this.keys = keys;
    this.values = keys.map((key) => this.value(key));
    const changed = keys.filter((key, i) => !known.has(key) || known.get(key) !== this.values[i]);
    return [...changed, ...before.filter((key) => !keys.includes(key))]
      .map((key) => `${this.name}.${nameOf(key)}`)
      .filter((name) => !RESTLESS.test(name));
  }
}

const listeners = () =>
  Object.fromEntries(
    process.eventNames().map((event) => [nameOf(event), process.listenerCount(event)]),
  );

class World {
  constructor() {
    this.pictures = new Map(
      [...shared()].map(([name, object]) => [object, new Picture(name, object)]),
    );
    this.near = [globalThis, process, Module].map((object) => this.pictures.get(object));
    this.listeners = listeners();
  }

  // What has changed since it was last asked, by name; of `near` things alone, which is quick.
  changes(near = false) {
    const before = this.listeners;
    this.listeners = listeners();
    const events = Object.keys(this.listeners).filter(
      (event) => before[event] !== this.listeners[event],
    );
    const changes = (near ? this.near : [...this.pictures.values()]).flatMap((picture) =>
      picture.changes(),
    );
    if (changes.some((name) => name.startsWith('globalThis.'))) this.extend();
    return [...changes, ...events.map((event) => `process.on(${event})`)];
  }

  // What a package puts into a global, others may change.
  extend() {
    for (const [name, object] of shared()) {
      if (this.pictures.has(object)) continue;
      const picture = new Picture(name, object);
      this.pictures.set(object, picture);
      this.near.push(picture);
    }
  }
}

const kindOf = ({ value, get }) => {
  if (get) return 'a getter';
  return typeof value === 'function'
    ? `function ${Function.prototype.toString.call(value).length}`
    : typeof value;
};

// All of it, and the exports of every module that is loaded, one deep, in a form that two processes
// can compare.
function state() {
  // Node makes many globals when they are first used.
  for (const key of Object.getOwnPropertyNames(globalThis))
    if (!key.endsWith('Storage')) void globalThis[key];
  void [require('node:buffer').resolveObjectURL, process.allowedNodeEnvironmentFlags];
  const all = {};
  for (const [name, object] of shared()) {
    for (const key of Reflect.ownKeys(object)) {
      const path = `${name}.${nameOf(key)}`;
      const own = descriptor(object, key);
      if (!RESTLESS.test(path) && !OWN.test(path)) all[path] = kindOf(own);
    }
  }
  for (const [event, count] of Object.entries(listeners())) all[`process.on(${event})`] = count;
  const modules = {};
  for (const [file, module] of Object.entries(Module._cache)) {
    const exports = descriptor(module, 'exports').value;
    if (!isObject(exports) || Array.isArray(exports) || file.endsWith('.json')) continue;
    const own = Reflect.ownKeys(exports).map(nameOf);
    const prototype =
      typeof exports === 'function' ? descriptor(exports, 'prototype')?.value : undefined;
    const inherited = prototype
      ? Reflect.ownKeys(prototype).map((key) => `prototype.${nameOf(key)}`)
      : [];
    modules[file] = [...own, ...inherited].sort();
  }
  return { shared: all, modules };
}

module.exports = { World, state };
