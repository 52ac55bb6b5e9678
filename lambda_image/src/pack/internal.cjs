// Runs files of ours under names by which Node's own are known. Who looks for its caller in a stack
// trace passes those over: Node itself, when it warns of what it has deprecated, and packages. So
// the loader is seen no more than Node's own, in whose place it stands.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const loaded = new Map();

// As `require` of the file would; what it requires by a relative path is run likewise.
function requireInternal(file) {
  if (loaded.has(file)) return loaded.get(file).exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const made = vm.compileFunction(
    fs.readFileSync(file, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: `node:internal/pack/${path.basename(file)}` },
  );
  const ask = (request) =>
    request.startsWith('.')
      ? requireInternal(path.resolve(path.dirname(file), request))
      : require(request);
  made(module.exports, ask, module, file, path.dirname(file));
  return module.exports;
}

module.exports = { requireInternal };
