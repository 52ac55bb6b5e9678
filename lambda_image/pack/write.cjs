// Writes a pack (src/pack/pack.cjs has its form).
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { crc32 } = require('node:zlib');
const {
  HEAD,
  JSON_TEXT,
  MAGIC,
  ONE_BYTE,
  TWO_BYTES,
  align,
  circumstances,
  secondsOf,
} = require('../src/pack/pack.cjs');
const { compile, wrap } = require('../src/pack/modules.cjs');

const BLOCK = 512 * 1024; // as Lambda loads images

// `modules`: [{file, source, cache (of the code, a Buffer) or json: true}] in the order of their
// loading, of which the first `atStart` are loaded by the start; `resolved`: Map directory → Map
// request → file; `lazy`: [[file, shape]], the ones that are put off; `early`: [{file, asker,
// reads}], what may be loaded before the environment is there; `witnesses`: files that the rest
// depends on without loading them.
function writePack(to, { modules, atStart, resolved, lazy, early, witnesses }) {
  const directories = [];
  const numberOf = new Map();
  const directory = (name) => {
    if (!numberOf.has(name)) numberOf.set(name, directories.push(name) - 1);
    return numberOf.get(name);
  };
  const files = {
    directory: [],
    name: [],
    size: [],
    time: [],
    kind: [],
    block: [],
    at: [],
    length: [],
    cache: [],
  };
  const blocks = [];
  const data = [];
  let parts = [];
  let filled = 0;
  const close = () => {
    if (filled === 0) return;
    const bytes = Buffer.concat(parts);
    blocks.push({
      at: data.reduce((sum, { length }) => sum + length, 0),
      length: bytes.length,
      crc: crc32(bytes),
    });
    data.push(bytes);
    parts = [];
    filled = 0;
  };
  const put = (bytes) => {
    const room = align(bytes.length);
    parts.push(bytes, Buffer.alloc(room - bytes.length));
    filled += room;
  };
  let startBlocks;
  modules.forEach(({ file, source, cache, json }, i) => {
    if (i === atStart) close();
    if (i === atStart) startBlocks = blocks.length;
    const kind = json ? JSON_TEXT : /^[\0-\xff]*$/.test(source) ? ONE_BYTE : TWO_BYTES;
    const text = cache ? wrap(source) : source;
    const bytes = Buffer.from(text, ['latin1', 'utf16le', 'utf8'][kind]);
    if (filled > 0 && filled + align(bytes.length) + align(cache?.length ?? 0) > BLOCK) close();
    const stat = fs.statSync(file);
    files.directory.push(directory(path.dirname(file)));
    files.name.push(path.basename(file));
    files.size.push(stat.size);
    files.time.push(secondsOf(stat));
    files.kind.push(kind);
    files.block.push(blocks.length);
    files.at.push(filled);
    files.length.push(bytes.length);
    files.cache.push(cache?.length ?? 0);
    put(bytes);
    if (cache) put(cache);
  });
  close();
  const numbers = new Map(modules.map(({ file }, i) => [file, i]));
  // ES modules, native ones, scripts: Node reads them, but need not look for them.
  const unpacked = [
    ...new Set([...resolved.values()].flatMap((requests) => [...requests.values()])),
  ].filter((file) => !numbers.has(file));
  unpacked.forEach((file) => numbers.set(file, numbers.size));
  const index = Buffer.from(
    JSON.stringify({
      circumstances: circumstances(),
      nodeTime: secondsOf(fs.statSync(process.execPath)),
      probe: compile(wrap('0'), 'probe').createCachedData().toString('base64'),
      atStart,
      startBlocks: startBlocks ?? blocks.length,
      blocks,
      files,
      resolved: [...resolved].map(([from, requests]) => [
        directory(from),
        Object.fromEntries([...requests].map(([request, file]) => [request, numbers.get(file)])),
      ]),
      environment: Object.fromEntries(
        [...new Set(lazy.flatMap(([, { reads }]) => reads))].map((name) => [
          name,
          process.env[name],
        ]),
      ),
      lazy: lazy.map(([file, { effects, from, ...shape }]) => [
        numbers.get(file),
        {
          ...shape,
          effects: effects.map((effect) => numbers.get(effect)),
          from: Object.fromEntries(
            Object.entries(from).map(([name, [origin, there]]) => [
              name,
              [numbers.get(origin), there],
            ]),
          ),
        },
      ]),
      early: early.map(({ file, asker, reads }) => ({ file: numbers.get(file), asker, reads })),
      unpacked,
      witnesses: [...witnesses, ...unpacked].map((file) => [
        file,
        fs.statSync(file).size,
        secondsOf(fs.statSync(file)),
      ]),
      directories,
    }).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  const head = Buffer.alloc(HEAD);
  head.write(MAGIC);
  head.writeUInt32LE(index.length, 8);
  head.writeUInt32LE(crc32(index), 12);
  fs.writeFileSync(
    to,
    Buffer.concat([head, index, Buffer.alloc(align(index.length) - index.length), ...data]),
  );
}

module.exports = { writePack };
