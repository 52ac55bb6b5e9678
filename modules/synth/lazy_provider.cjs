// Node's half of lazy_provider.py: loads each file of the AWS provider when it is first asked for,
// not all 1,500 at once, and archiver, with which CDKTF zips directories, when there is one to zip.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const EXPORT = /^exports\.(\w+) = require\("(\.\/[\w.-]+)"\);$/;
// What else the file may hold: its directives, comments, and the names' declarations (`exports.a = exports.b = void 0;`).
const OTHER = /^("use strict";|\/\*\*| \*.*|\/\/.*|Object\.defineProperty\(exports, "__esModule", .*|exports\.[\w. =]+ = void 0;|)$/;

/** The file's exports as [name, path], or nothing when it holds anything else. */
function exportsOf(source) {
  const lines = source.split(/\r?\n/);
  const exports = lines.map((line) => line.match(EXPORT)).filter(Boolean);
  if (exports.length === 0 || lines.some((line) => !EXPORT.test(line) && !OTHER.test(line))) return undefined;
  return exports.map(([, name, file]) => [name, file]);
}

const asShipped = require.extensions[".js"];

require.extensions[".js"] = function lazily(module, filename) {
  const directory = path.dirname(filename);
  if (path.basename(filename) !== "index.js") return asShipped(module, filename);
  if (path.basename(directory) === "archiver") return onFirstUse(module, filename);
  if (!isProvider(path.dirname(directory))) return asShipped(module, filename);
  require.extensions[".js"] = asShipped; // found: nothing else to look for
  const exports = exportsOf(fs.readFileSync(filename, "utf8"));
  if (!exports) return asShipped(module, filename);
  Object.defineProperty(module.exports, "__esModule", { value: true });
  for (const [name, file] of exports) {
    Object.defineProperty(module.exports, name, { enumerable: true, get: () => module.require(file) });
  }
};

/** A stand-in for a module that exports a function, until it is called or asked for a property. */
function onFirstUse(module, filename) {
  const shipped = Object.assign(new module.constructor(filename, module), { filename, paths: module.paths });
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
    return JSON.parse(fs.readFileSync(path.join(directory, "package.json"), "utf8")).name === "@cdktf/provider-aws";
  } catch {
    return false;
  }
}
