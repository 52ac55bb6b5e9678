// Gives the double what LibreChat's start is made of, some thousand modules of all kinds:
// modules.mjs APP writes them into APP/node_modules and APP/api/modules, which the double loads and
// whose answers it gives. Those of which there is one of a kind stand in modules/.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAVY = 20; // packages that the start loads and does not use
const NEEDED = 10; // and those that it uses
const PARTS = 40; // modules in each

export const HEAVY_NAMES = Array.from({ length: HEAVY }, (_, i) => `heavy-${i}`);
const NEEDED_NAMES = Array.from({ length: NEEDED }, (_, i) => `needed-${i}`);
const HERE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'modules');

// How compilers write a package's entry that hands on what its parts export, and has something of
// its own.
const each = (parts, line) => parts.map(line).join('\n');
const sum = (parts, call) => parts.map(call).join(' + ');
const ENTRIES = [
  // TypeScript
  (parts) => `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
${each(parts, (name) => `var ${name} = require("./lib/${name}.js");`)}
${each(parts, (name) => {
  const getter = `function () { return ${name}.${name}; }`;
  return `Object.defineProperty(exports, "${name}", { enumerable: true, get: ${getter} });`;
})}
exports.total = () => ${sum(parts, (name) => `exports.${name}()`)};
`,
  // rollup
  (parts) => `'use strict';
${each(parts, (name) => `var ${name} = require('./lib/${name}.js');`)}
${each(parts, (name) => `exports.${name} = ${name}.${name};`)}
exports.total = () => ${sum(parts, (name) => `${name}.${name}()`)};
`,
  // esbuild: an object of its own
  (parts) => `var made = {};
for (const name of ${JSON.stringify(parts)}) {
  const get = () => require("./lib/" + name + ".js")[name];
  Object.defineProperty(made, name, { get, enumerable: true });
}
made.total = () => ${sum(parts, (name) => `made.${name}()`)};
module.exports = made;
made.total();
`,
  // by hand
  (parts) => `module.exports = {
${each(parts, (name) => `  ${name}: require('./lib/${name}').${name},`)}
  total() { return ${sum(parts, (name) => `this.${name}()`)}; },
};
`,
];

// A part asks for the one before it, has functions that are not called while it loads, and in every
// tenth text that is not ASCII.
function part(i) {
  const before = i > 0 ? `var before = require("./part${i - 1}.js");` : 'var before = {};';
  return `"use strict";
${before}
var table = [];
for (var n = 0; n < 50; n++) table.push(n * ${i});
exports.part${i} = function part${i}() { return before.missing ?? table[1]; };
exports.sign = ${i % 10 === 0 ? '"größer ≥ 一"' : '"plain"'};
exports.fails = function fails${i}() { throw new Error("part ${i}"); };
`;
}

export const hasCompiler = spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;

export function writeModules(app) {
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
    writeFileSync(path.join(app, file), text);
  };
  cpSync(HERE, path.join(app, 'api/modules'), {
    recursive: true,
    filter: (file) => !file.startsWith(`${HERE}/packages`),
  });
  cpSync(`${HERE}/packages`, path.join(app, 'node_modules'), { recursive: true });

  const parts = Array.from({ length: PARTS }, (_, i) => `part${i}`);
  const makeMany = (name, i) => {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, ENTRIES[i % ENTRIES.length](parts));
    parts.forEach((each, n) => write(`node_modules/${name}/lib/${each}.js`, part(n)));
    return `exports['${name}'] = require('${name}');\n`;
  };
  const many = [...HEAVY_NAMES, ...NEEDED_NAMES].map(makeMany);
  write('api/modules/many.js', many.join(''));

  write('packages/linked/index.js', 'exports.file = __filename;\n');
  rmSync(path.join(app, 'node_modules/linked'), { force: true });
  symlinkSync('../packages/linked', path.join(app, 'node_modules/linked'));

  const native = path.join(app, 'node_modules/native');
  const files = ['-o', `${native}/native.node`, `${native}/native.c`];
  if (hasCompiler) execFileSync('cc', ['-shared', '-fPIC', ...files]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeModules(path.resolve(process.argv[2]));
