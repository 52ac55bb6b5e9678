// The pack: what LibreChat's start loads, in one file (FR-052). It holds, in the order of loading,
// the sources of the CommonJS and JSON modules with V8's code cache of each, what each `require`
// resolved to, and which packages load late.
//
//   8 bytes MAGIC, 4 length of the index, 4 its CRC-32, the index (JSON), the blocks,
//   each on a multiple of 8
//
// V8 does not check a code cache against damage, nor against its source: so nothing is used unless
// all is as recorded, the pack itself, Node, its flags, and every file that the pack stands for.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { crc32 } = require('node:zlib');
const { compile, defer, parseJson, requireOf, run, wrap } = require('./modules.cjs');

const MAGIC = 'LCPACK01';
const HEAD = 16;
const WINDOW = 128 * 1024; // bytes that are read at once
// Kinds of text. A source that has a code cache is wrapped, as V8 is given it.
const ONE_BYTE = 0; // a source as Latin-1, as V8 holds it
const TWO_BYTES = 1; // as UTF-16, likewise
const JSON_TEXT = 2; // as UTF-8

const align = (length) => Math.ceil(length / 8) * 8;
const secondsOf = ({ mtimeMs }) => Math.floor(mtimeMs / 1000); // layers of an image keep no more

// What a code cache depends on beside its source.
function circumstances() {
  const { execArgv } = process;
  const flags = execArgv.filter(
    (flag, i) => !/^(-r|--require)\b/.test(flag) && !/^(-r|--require)$/.test(execArgv[i - 1]),
  );
  return {
    Node: process.version,
    architecture: `${process.platform} ${process.arch}`,
    flags: [...flags, process.env.NODE_OPTIONS].filter(Boolean).join(' '),
  };
}

class Refusal extends Error {}

class Pack {
  constructor(file) {
    this.descriptor = fs.openSync(file);
    const { size } = fs.fstatSync(this.descriptor);
    const head = this.read(0, HEAD);
    if (head.latin1Slice(0, 8) !== MAGIC) throw new Refusal('the pack is none');
    const length = head.readUInt32LE(8);
    if (HEAD + length > size) throw new Refusal('the pack is cut');
    const index = this.read(HEAD, length);
    if (crc32(index) !== head.readUInt32LE(12)) throw new Refusal("the pack's index is damaged");
    Object.assign(this, JSON.parse(index.latin1Slice()));
    this.base = HEAD + align(length);
    const whole = this.base + this.blocks.at(-1).at + this.blocks.at(-1).length;
    if (size !== whole) throw new Refusal(`the pack has ${size} bytes instead of ${whole}`);

    const { directory, name } = this.files;
    const packed = name.map((each, i) => `${this.directories[directory[i]]}/${each}`);
    this.numbers = new Map(packed.map((each, i) => [each, i]));
    this.paths = packed.concat(this.unpacked);
    this.requests = new Map(this.resolved.map(([i, requests]) => [this.directories[i], requests]));
    this.checked = new Set();
    this.window = { from: 0, to: 0, buffer: Buffer.alloc(0) };
  }

  read(at, length, buffer = Buffer.allocUnsafeSlow(length)) {
    for (let done = 0; done < length;) {
      const got = fs.readSync(this.descriptor, buffer, done, length - done, at + done);
      if (got === 0) throw new Refusal('the pack is cut');
      done += got;
    }
    return buffer;
  }

  checkCircumstances() {
    for (const [name, now] of Object.entries(circumstances())) {
      const then = this.circumstances[name];
      if (then !== now)
        throw new Refusal(
          `${name} ${JSON.stringify(now)}, and the pack was made with ${JSON.stringify(then)}`,
        );
    }
    if (compile(wrap('0'), 'probe', Buffer.from(this.probe, 'base64')).cachedDataRejected) {
      throw new Refusal(
        'V8 refuses its code: flags, or V8 itself, are not those that it was made with',
      );
    }
  }

  // Where a file system keeps no times, which Node's own file tells, sizes must do.
  checkFiles(files) {
    const stat = (file) => fs.statSync(file, { throwIfNoEntry: false });
    const timed = secondsOf(stat(process.execPath)) === this.nodeTime;
    for (const [file, size, time] of files) {
      const now = stat(file);
      if (now?.size !== size || (timed && secondsOf(now) !== time))
        throw new Refusal(`${file} has changed since the pack was made`);
    }
  }

  // The packed files from one number to another, with what they must be.
  *expected(from, to) {
    const { size, time } = this.files;
    for (let i = from; i < to; i++) yield [this.paths[i], size[i], time[i]];
  }

  // Of the start's blocks before it, and of each other one before something is taken from it.
  checkBlock(i) {
    if (this.checked.has(i)) return;
    const { at, length, crc } = this.blocks[i];
    if (crc32(this.bytes(at, length)) !== crc)
      throw new Refusal(`block ${i} of the pack is damaged`);
    this.checked.add(i);
  }

  // Part of the blocks, to be used before the next is asked for: one buffer serves them all, since
  // a start takes tens of megabytes, which would be garbage afterwards. What follows is read along,
  // as modules lie in the order of their loading.
  bytes(at, length) {
    const { window } = this;
    if (at < window.from || at + length > window.to) {
      const end = this.blocks.at(-1).at + this.blocks.at(-1).length;
      const size = Math.min(Math.max(length, WINDOW), end - at);
      if (window.buffer.length < size) window.buffer = Buffer.allocUnsafeSlow(size);
      window.to = 0; // none, should it not be read
      this.read(this.base + at, size, window.buffer);
      Object.assign(window, { from: at, to: at + size });
    }
    return window.buffer.subarray(at - window.from, at - window.from + length);
  }

  take(i) {
    const { block, at, length, cache, kind } = this.files;
    this.checkBlock(block[i]);
    const code = align(length[i]);
    const bytes = this.bytes(this.blocks[block[i]].at + at[i], code + cache[i]);
    if (kind[i] === JSON_TEXT) return { json: bytes.utf8Slice(0, length[i]) };
    return {
      source:
        kind[i] === ONE_BYTE ? bytes.latin1Slice(0, length[i]) : bytes.ucs2Slice(0, length[i]),
      cached: cache[i] > 0 ? bytes.subarray(code) : undefined,
    };
  }
}

const since = (begun) => Math.round(performance.now() - begun);

// Lets LibreChat's modules come from the pack. If it does not fit, the handler is told why, and
// LibreChat starts as shipped.
class PackedStart {
  report = { used: false, modules: 0, rejected: 0, woken: 0 };

  constructor(file) {
    if (!file) return void (this.report.reason = 'off');
    const begun = performance.now();
    this.try(() => {
      const pack = (this.pack = new Pack(file));
      pack.checkCircumstances();
      pack.checkFiles(pack.expected(0, pack.atStart));
      for (let i = 0; i < pack.startBlocks; i++) pack.checkBlock(i);
      this.report.used = true;
      this.install();
    });
    this.report.openMs = since(begun);
  }

  // Whatever is found to be wrong, the rest goes Node's way from then on.
  try(step) {
    try {
      return step();
    } catch (error) {
      const reason =
        error.code === 'ENOENT' && error.syscall === 'open' ? 'there is none' : error.message;
      Object.assign(this.report, { used: false, reason });
      this.pack?.numbers.clear();
      process.send?.({ packRefused: reason }, () => {}); // the handler logs it
      return undefined;
    }
  }

  install() {
    const { numbers, requests, paths, lazy, environment } = this.pack;
    const { _resolveFilename } = Module;
    Module._resolveFilename = function (request, parent, isMain, options) {
      if (options === undefined && parent && numbers.has(parent.filename)) {
        const number = requests.get(parent.path)?.[request];
        if (number !== undefined) return paths[number];
        if (numbers.has(request)) return request;
      }
      return _resolveFilename.call(this, request, parent, isMain, options);
    };
    const shapes = new Map(lazy);
    // With other values of the variables that they read, packages may do other things at the start.
    const isAsRecorded = ({ reads }) =>
      reads.every((name) => process.env[name] === environment[name]);
    for (const extension of ['.js', '.json']) {
      const original = Module._extensions[extension];
      const load = (module, number) => {
        const taken = this.report.used && this.try(() => this.pack.take(number));
        if (taken) this.run(module, taken);
        else original(module, module.filename);
      };
      Module._extensions[extension] = (module, filename) => {
        const number = numbers.get(filename);
        // Somebody may compile it otherwise (pirates).
        if (number === undefined || Object.hasOwn(module, '_compile'))
          return original(module, filename);
        const shape = shapes.get(number);
        if (!shape || !isAsRecorded(shape)) return load(module, number);
        for (const effect of shape.effects) Module._load(paths[effect], module, false);
        const from = {};
        for (const [name, [origin, there]] of Object.entries(shape.from))
          from[name] = [paths[origin], there];
        defer(module, { ...shape, from }, () => {
          this.report.woken += 1;
          load(module, number);
        });
      };
    }
  }

  early = []; // the `require` of each module that was loaded before there was a main one

  run(module, { json, source, cached }) {
    this.report.modules += 1;
    if (json !== undefined) {
      module.exports = parseJson(json);
      return;
    }
    if (!cached) {
      module._compile(source, module.filename); // importsDynamically
      return;
    }
    const script = compile(source, module.filename, cached);
    if (script.cachedDataRejected) this.report.rejected += 1;
    const require = requireOf(module);
    if (!process.mainModule) this.early.push(require);
    else for (const each of this.early.splice(0)) each.main = process.mainModule;
    run(script, module, require);
  }

  // While the environment is awaited: loads what reads none of the awaited variables, each as a
  // child of the module that will ask for it first, and looks at the files that the start does not
  // need.
  prepare(awaited) {
    if (!this.report.used) return;
    const begun = performance.now();
    const { pack } = this;
    for (const { file, asker, reads } of pack.early) {
      if (reads.some((name) => awaited.includes(name))) continue;
      const parent = Object.assign(new Module(asker), {
        filename: asker,
        paths: Module._nodeModulePaths(path.dirname(asker)),
      });
      Module._load(pack.paths[file], parent, false);
    }
    this.try(() => {
      pack.checkFiles(pack.expected(pack.atStart, pack.files.name.length));
      pack.checkFiles(pack.witnesses);
    });
    this.report.earlyMs = since(begun);
  }
}

module.exports = {
  HEAD,
  JSON_TEXT,
  MAGIC,
  ONE_BYTE,
  Pack,
  PackedStart,
  TWO_BYTES,
  align,
  circumstances,
  secondsOf,
};
