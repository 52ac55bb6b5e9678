// Node's half of lazy_provider.py: loads each file of the AWS provider when it is first asked for,
// not all 1,500 at once, and archiver, with which CDKTF zips directories, when there is one to zip.
// What else the provider's index does, it does as written.
'use strict';
const fs = require('node:fs');
const path = require('node:path');

const EXPORT = /^exports\.(\w+) = require\("(\.\/[\w.-]+)"\);$/gm;
const GETTER =
  'Object.defineProperty(exports, "$1", { enumerable: true, get: () => require("$2") });';

const asShipped = require.extensions['.js'];

require.extensions['.js'] = function lazily(module, filename) {
  const directory = path.dirname(filename);
  if (path.basename(filename) !== 'index.js') return asShipped(module, filename);
  if (path.basename(directory) === 'archiver') return onFirstUse(module, filename);
  if (!isProvider(path.dirname(directory))) return asShipped(module, filename);
  require.extensions['.js'] = asShipped; // found: nothing else to look for
  const source = fs.readFileSync(filename, 'utf8');
  const lazy = source.replace(EXPORT, GETTER);
  if (lazy === source) {
    console.error(`${filename}: no line to load lazily, so all of the AWS provider is loaded`);
  }
  module._compile(lazy, filename);
};

/** A stand-in for a module that exports a function, until it is called or asked for a property. */
function onFirstUse(module, filename) {
  const shipped = Object.assign(new module.constructor(filename, module), {
    filename,
    paths: module.paths,
  });
  const loaded = () => {
    if (!shipped.loaded) asShipped(shipped, filename);
    shipped.loaded = true;
    return shipped.exports;
  };
  module.exports = new Proxy(() => {}, {
    apply: (_, self, args) => Reflect.apply(loaded(), self, args),
    get: (_, name) => loaded()[name],
  });
}

function isProvider(directory) {
  try {
    return (
      JSON.parse(fs.readFileSync(path.join(directory, 'package.json'), 'utf8')).name ===
      '@cdktf/provider-aws'
    );
  } catch {
    return false;
  }
}
