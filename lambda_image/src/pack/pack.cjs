// The pack: what LibreChat's start loads, in one file. It holds, in the order of their loading, the sources of its CommonJS
// and JSON modules with V8's code cache of each, what each `require` resolved to, and which packages may load late.
//
//   8 bytes, MAGIC; 4, length of the index; 4, its CRC-32; the index, JSON; then the blocks, on 8 bytes each
//
// Nothing of it is used unless all of it is as recorded: the file itself, Node, its flags, and every file that it stands for.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { crc32 } = require('node:zlib');
const { compile, defer, parseJson, requireOf, run } = require('./modules.cjs');

const MAGIC = 'LCPACK01';
const HEAD = 16;
const ONE_BYTE = 0; // a source as Latin-1, as V8 holds it
const TWO_BYTES = 1; // as UTF-16, likewise
const JSON_TEXT = 2; // as UTF-8

const align = (length) => (length + 7) & ~7;

// All that a code cache depends on, but the source. V8's flags may stand in either place.
function circumstances() {
  const flags = process.execArgv.filter((flag, i, all) => !/^(-r|--require)(=|$)/.test(flag) && !/^(-r|--require)$/.test(all[i - 1]));
  return {
    Node: process.version,
    architecture: `${process.platform} ${process.arch}`,
    flags: [...flags, process.env.NODE_OPTIONS].filter(Boolean).join(' '),
  };
}

const secondsOf = ({ mtimeMs }) => Math.floor(mtimeMs / 1000); // layers of an image keep no more

class Refusal extends Error {}

class Pack {
  constructor(file) {
    this.descriptor = fs.openSync(file);
    const { size } = fs.fstatSync(this.descriptor);
    const head = this.read(0, HEAD);
    if (head.latin1Slice(0, 8) !== MAGIC) throw new Refusal('the pack is none');
    const length = head.readUInt32LE(8);
    if (length > size) throw new Refusal('the pack is cut');
    const index = this.read(HEAD, length);
    if (crc32(index) !== head.readUInt32LE(12)) throw new Refusal('the index of the pack is damaged');
    Object.assign(this, JSON.parse(index.latin1Slice()));
    this.base = HEAD + align(length);
    const { at, length: last } = this.blocks.at(-1);
    if (size !== this.base + at + last) throw new Refusal(`the pack has ${size} bytes instead of ${this.base + at + last}`);
    const { directory, name } = this.files;
    this.paths = name.map((each, i) => `${this.directories[directory[i]]}/${each}`);
    this.numbers = new Map(this.paths.map((each, i) => [each, i]));
    this.requests = new Map(this.resolved.map(([i, requests]) => [this.directories[i], requests]));
    this.buffers = [];
  }

  read(at, length) {
    const buffer = Buffer.allocUnsafeSlow(length);
    for (let done = 0; done < length; ) {
      const got = fs.readSync(this.descriptor, buffer, done, length - done, at + done);
      if (got === 0) throw new Refusal('the pack is cut');
      done += got;
    }
    return buffer;
  }

  checkCircumstances() {
    for (const [name, now] of Object.entries(circumstances())) {
      const then = this.circumstances[name];
      if (then !== now) throw new Refusal(`${name}: ${JSON.stringify(now)} here, ${JSON.stringify(then)} when the pack was made`);
    }
    if (compile('0', 'probe', Buffer.from(this.probe, 'base64')).cachedDataRejected) {
      throw new Refusal("V8 refuses the pack's code: it has other flags than when the pack was made");
    }
  }

  // Where the file system of the image keeps no times, which the file of Node itself tells, sizes must do.
  checkFiles() {
    const stat = (file) => fs.statSync(file, { throwIfNoEntry: false });
    const timed = secondsOf(stat(process.execPath)) === this.nodeTime;
    const check = (file, size, time) => {
      const now = stat(file);
      if (now?.size !== size || (timed && secondsOf(now) !== time)) throw new Refusal(`${file} is not as it was when the pack was made`);
    };
    const { size, time } = this.files;
    this.paths.forEach((file, i) => check(file, size[i], time[i]));
    for (const [file, size, time] of this.witnesses) check(file, size, time);
  }

  // The bytes of a block, which is read once and dropped when all that it holds has been taken.
  block(i) {
    const known = this.buffers[i];
    if (known) return known;
    const { at, length, crc } = this.blocks[i];
    const buffer = this.read(this.base + at, length);
    if (crc32(buffer) !== crc) throw new Refusal(`block ${i} of the pack is damaged`);
    return (this.buffers[i] = buffer);
  }

  take(i) {
    const { block, at, length, cache, kind } = this.files;
    const buffer = this.block(block[i]);
    const start = at[i];
    const end = start + length[i];
    const cached = cache[i] > 0 ? buffer.subarray(align(end), align(end) + cache[i]) : undefined;
    if (--this.blocks[block[i]].modules === 0) this.buffers[block[i]] = undefined;
    if (kind[i] === JSON_TEXT) return { json: buffer.utf8Slice(start, end) };
    return { source: kind[i] === ONE_BYTE ? buffer.latin1Slice(start, end) : buffer.ucs2Slice(start, end), cached };
  }
}

function say(reason) {
  const line = { time: new Date().toISOString(), level: 'warn', event: 'pack', message: 'LibreChat starts as shipped', reason };
  fs.writeSync(1, `${JSON.stringify(line)}\n`);
}

// Lets LibreChat's modules come from the pack, if it fits; else says why, and LibreChat starts as shipped.
function usePack(file) {
  const begun = performance.now();
  const report = { used: false, modules: 0, rejected: 0, woken: 0, times: {} };
  if (!file) return Object.assign(report, { reason: 'off' });
  try {
    const pack = new Pack(file);
    report.times.opened = performance.now() - begun;
    pack.checkCircumstances();
    pack.checkFiles();
    report.times.checked = performance.now() - begun;
    for (let i = 0; i < pack.startBlocks; i++) pack.block(i);
    report.times.read = performance.now() - begun;
    install(pack, report);
    report.used = true;
  } catch (error) {
    report.reason = error.code === 'ENOENT' ? 'there is no pack in the image' : error.message;
    say(report.reason);
  }
  return report;
}

function install(pack, report) {
  const { numbers, requests, paths } = pack;
  const { _resolveFilename, _load } = Module;
  Module._resolveFilename = function (request, parent, isMain, options) {
    if (options === undefined && parent && numbers.has(parent.filename)) {
      const number = requests.get(parent.path)?.[request];
      if (number !== undefined) return paths[number];
    }
    return _resolveFilename.call(this, request, parent, isMain, options);
  };

  const early = []; // the `require` of each module that was loaded before there was a main one

  const execute = (module, original, number) => {
    let taken;
    try {
      taken = pack.take(number);
    } catch (error) {
      say(`${module.filename}: ${error.message}`);
      return original(module, module.filename);
    }
    report.modules += 1;
    if (taken.json !== undefined) {
      module.exports = parseJson(taken.json);
      return;
    }
    const script = compile(taken.source, module.filename, taken.cached);
    if (script.cachedDataRejected) report.rejected += 1;
    const require = requireOf(module);
    if (!process.mainModule) early.push(require);
    else for (const each of early.splice(0)) each.main = process.mainModule;
    run(script, module, require);
  };
  const lazy = new Map(pack.lazy);
  for (const extension of ['.js', '.json']) {
    const original = Module._extensions[extension];
    Module._extensions[extension] = function (module, filename) {
      const number = numbers.get(filename);
      // Somebody compiles it otherwise (pirates).
      if (number === undefined || Object.hasOwn(module, '_compile')) return original(module, filename);
      const shape = lazy.get(number);
      if (!shape) return execute(module, original, number);
      for (const effect of shape.effects) _load.call(Module, paths[effect], module, false);
      defer(module, shape, () => {
        report.woken += 1;
        execute(module, original, number);
      });
    };
  }

  // Loads what needs no variable that is still to come, each as a child of the module that will ask for it first.
  report.loadEarly = (awaited) => {
    for (const { file, asker, reads } of pack.early) {
      if (reads.some((name) => awaited.includes(name))) continue;
      const parent = Object.assign(new Module(asker), { filename: asker, paths: Module._nodeModulePaths(path.dirname(asker)) });
      Module._load(paths[file], parent, false);
    }
  };
}

module.exports = { HEAD, JSON_TEXT, MAGIC, ONE_BYTE, TWO_BYTES, align, circumstances, secondsOf, usePack };
