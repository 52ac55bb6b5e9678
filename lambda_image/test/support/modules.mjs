// Gives the double what LibreChat's start is made of, some thousand modules of all kinds:
// modules.mjs APP writes them into APP/node_modules, and APP/api/modules, which the double loads
// and whose routes it serves.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HEAVY = 20; // packages that the start loads and does not use
const NEEDED = 10; // and those that it uses
const PARTS = 40; // modules in each

export const HEAVY_NAMES = Array.from({ length: HEAVY }, (_, i) => `heavy-${i}`);

// How compilers write a package's entry that hands on what its parts export.
const ENTRIES = [
  // TypeScript
  (parts) =>
    `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${parts
      .map(
        (name) =>
          `var ${name} = require("./lib/${name}.js");\nObject.defineProperty(exports, ` +
          `"${name}", { enumerable: true, get: function () { return ${name}.${name}; } });\n`,
      )
      .join('')}exports.total = () => ${parts.map((name) => `exports.${name}()`).join(' + ')};\n`,
  // rollup
  (parts) =>
    `'use strict';\n\n${parts.map((name) => `var ${name} = require('./lib/${name}.js');\n`).join('')}
${parts.map((name) => `exports.${name} = ${name}.${name};\n`).join('')}
exports.total = () => ${parts.map((name) => `${name}.${name}()`).join(' + ')};\n`,
  // esbuild: an object of its own
  (parts) =>
    `var made = {};\nfor (const name of ${JSON.stringify(parts)}) Object.defineProperty(made, name, ` +
    `{ get: () => require("./lib/" + name + ".js")[name], enumerable: true });\n` +
    `made.total = () => ${JSON.stringify(parts)}.reduce((sum, name) => sum + made[name](), 0);\n` +
    `module.exports = made;\nmodule.exports.total();\n`,
  // by hand
  (parts) =>
    `module.exports = {\n${parts.map((name) => `  ${name}: require('./lib/${name}').${name},\n`).join('')}
  total() { return ${parts.map((name) => `this.${name}()`).join(' + ')}; },\n};\n`,
];

// A part asks for the one before it, has a function that is not called while it loads, and some
// text that is not ASCII in every tenth.
function part(i) {
  const before = i > 0 ? `var before = require("./part${i - 1}.js");\n` : '';
  return `"use strict";
${before}var table = [];
for (var n = 0; n < 50; n++) table.push(n * ${i});
exports.part${i} = function part${i}() { return table[1]${i > 0 ? ` - before.part${i - 1}() * 0` : ''}; };
exports.sign = ${i % 10 === 0 ? '"größer ≥ 一"' : '"plain"'};
exports.fails = function fails${i}() { throw new Error("part ${i}"); };
`;
}

const NATIVE = `typedef void *value;
int napi_create_double(void *, double, value *);
int napi_set_named_property(void *, value, const char *, value);
__attribute__((visibility("default"))) value napi_register_module_v1(void *env, value exports) {
  value answer;
  napi_create_double(env, 42, &answer);
  napi_set_named_property(env, exports, "answer", answer);
  return exports;
}
`;

export const hasCompiler = spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;

export function writeModules(app) {
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(app, file)), { recursive: true });
    writeFileSync(path.join(app, file), text);
  };
  const packageOf = (name, files, more = {}) => {
    rmSync(path.join(app, 'node_modules', name), { recursive: true, force: true });
    const description = { name, version: '1.0.0', main: 'index.js', ...more };
    write(`node_modules/${name}/package.json`, JSON.stringify(description));
    for (const [file, text] of Object.entries(files)) write(`node_modules/${name}/${file}`, text);
  };
  const parts = Array.from({ length: PARTS }, (_, i) => `part${i}`);
  const library = Object.fromEntries(parts.map((name, i) => [`lib/${name}.js`, part(i)]));
  const entry = (i) => ENTRIES[i % ENTRIES.length](parts);

  HEAVY_NAMES.forEach((name, i) => packageOf(name, { 'index.js': entry(i), ...library }));
  for (let i = 0; i < NEEDED; i++) packageOf(`needed-${i}`, { 'index.js': entry(i), ...library });
  // Asked for by others than LibreChat: a lazy package behind a lazy one.
  packageOf('behind', { 'index.js': 'exports.depth = () => require("heavy-0").total();\n' });
  packageOf('before', {
    'index.js': 'const behind = require("behind");\nexports.depth = () => behind.depth() + 1;\n',
  });
  packageOf('function', {
    'index.js':
      'module.exports = function called(x) { return x + 1; };\nmodule.exports.more = 2;\n',
  });
  packageOf('class', {
    'index.js':
      'module.exports = class Shape { #x = 1; static #y = 2; x() { return this.#x + Shape.#y; } };\n',
  });
  packageOf('cycle', {
    'index.js':
      'exports.name = "first";\nexports.other = require("./other.js");\nexports.late = () => exports.other.seen;\n',
    'other.js':
      'const first = require("./index.js");\nexports.seen = first.name;\nexports.still = () => first.name;\n',
  });
  packageOf('requests', {
    'index.js':
      'exports.requests = new (require("async_hooks").AsyncLocalStorage)();\nexports.requests.getStore();\n',
  });
  packageOf('context', {
    'index.js':
      'const store = require("requests").requests.getStore();\nexports.store = () => store;\n',
  });
  // What loading these changes is changed when it was without the pack, though their exports are
  // used late.
  packageOf('changes', {
    'index.js':
      'require("./lib/global.js");\nrequire("./lib/listener.js");\nrequire("./lib/builtin.js");\n' +
      'require("./lib/warning.js");\nexports.registry = () => globalThis[Symbol.for("double.registry")];\n',
    'lib/global.js':
      'globalThis[Symbol.for("double.registry")] ??= { made: 0 };\nglobalThis[Symbol.for("double.registry")].made += 1;\n',
    'lib/listener.js': 'process.on("double", () => {});\n',
    'lib/builtin.js': 'const fs = require("fs");\nfs.doubled = true;\n',
    'lib/warning.js': 'process.emitWarning("the double is old", "DeprecationWarning", "DOUBLE");\n',
  });
  // Asked for its effect alone, on another package.
  packageOf('plugin', {
    'index.js': 'require("needed-0").plugged = () => "plugged";\nexports.unused = 1;\n',
  });
  packageOf('reads', {
    'index.js':
      'const secret = process.env.JWT_SECRET;\nexports.at = performance.now();\n' +
      'exports.length = () => String(secret).length;\n',
  });
  packageOf('early', { 'index.js': 'exports.at = performance.now();\n' });
  packageOf('lists', {
    'index.js':
      'module.exports = Object.keys(process.env).filter((name) => /^double_/i.test(name));\n',
  });
  packageOf(
    'modern',
    {
      'index.js': 'export const modern = "an ES module";\nexport default modern;\n',
      'more.js': 'export * from "./index.js";\n',
    },
    { type: 'module', exports: { '.': './index.js', './more': './more.js' } },
  );
  packageOf(
    'mixed',
    {
      'index.mjs':
        'import { part3 } from "heavy-1";\nimport hand from "heavy-3";\nexport const sum = () => part3() + hand.total();\n',
    },
    { main: 'index.mjs', exports: './index.mjs' },
  );
  packageOf(
    'conditional',
    { 'index.cjs': 'exports.by = "require";\n', 'index.mjs': 'export const by = "import";\n' },
    { exports: { import: './index.mjs', require: './index.cjs' } },
  );
  packageOf('marked', {
    'index.js': '\uFEFFexports.marked = "with a byte order mark";\n',
    'data.json': '\uFEFF{"marked": true, "text": "größer ≥ 一"}',
  });
  mkdirSync(path.join(app, 'packages/linked'), { recursive: true });
  write('packages/linked/package.json', JSON.stringify({ name: 'linked', main: 'index.js' }));
  write('packages/linked/index.js', 'exports.file = __filename;\n');
  rmSync(path.join(app, 'node_modules/linked'), { recursive: true, force: true });
  symlinkSync('../packages/linked', path.join(app, 'node_modules/linked'));
  if (hasCompiler) {
    packageOf('native', {
      'index.js': 'exports.answer = () => require("./native.node").answer;\n',
      'native.c': NATIVE,
    });
    const directory = path.join(app, 'node_modules/native');
    execFileSync('cc', [
      '-shared',
      '-fPIC',
      '-o',
      `${directory}/native.node`,
      `${directory}/native.c`,
    ]);
  }

  for (const name of ['first', 'second', 'third']) {
    write(
      `api/modules/tools/${name}.js`,
      `module.exports = { name: ${JSON.stringify(name)}, file: __filename };\n`,
    );
  }
  write('api/modules/tools/settings.json', JSON.stringify({ tools: ['first', 'second', 'third'] }));
  write(
    'api/modules/other.js',
    `const { parentPort } = require('worker_threads');
const say = (text) => (parentPort ? parentPort.postMessage(text) : process.send(text, () => process.exit()));
say(require('heavy-1').total());
`,
  );
  write(
    'api/modules/index.js',
    `'use strict';
const path = require('path');
const { readdirSync } = require('fs');
const needed = [${Array.from({ length: NEEDED }, (_, i) => `require('needed-${i}')`)}];
${HEAVY_NAMES.map((name, i) => `const heavy${i} = require('${name}');`).join('\n')}
const before = require('before');
const called = require('function');
const Shape = require('class');
const cycle = require('cycle');
const changes = require('changes');
require('plugin');
const reads = require('reads');
const early = require('early');
const at = performance.now();
void [reads.at, early.at];
const lists = require('lists');
const marked = require('marked');
const linked = require('linked');
const conditional = require('conditional');
const settings = require('./tools/settings');
const { requests } = require('requests');
const context = require('context');
${hasCompiler ? "const native = require('native');" : ''}

const heavy = [${HEAVY_NAMES.map((_, i) => `heavy${i}`)}];
const sum = needed.reduce((total, each) => total + each.total(), 0); // the start uses these
const tools = readdirSync(path.join(__dirname, 'tools'), { withFileTypes: true }).filter((each) => each.name.endsWith('.js'));

// What a request asks for by name.
exports.answers = {
  needed: () => [sum, needed[0].plugged()],
  heavy: () => heavy.map((each) => each.total()),
  names: () => heavy.map((each) => Object.keys(each)),
  same: () => heavy.every((each, i) => each === require('heavy-' + i) && each === require.cache[require.resolve('heavy-' + i)].exports),
  copies: () => heavy.map((each) => Object.keys({ ...each }).length),
  overwritten: () => [(heavy3.part5 = () => 'mine')(), heavy3.part5(), require('heavy-3').part5()],
  before: () => before.depth(),
  called: () => [called(1), called.more, called.name, new Shape().x(), new Shape() instanceof Shape],
  cycle: () => [cycle.late(), cycle.other.still()],
  changes: () => [changes.registry(), process.listenerCount('double'), require('fs').doubled],
  reads: () => [reads.length(), lists],
  times: () => ({ early: early.at, reads: reads.at, modules: at }),
  modern: async () => [(await import('modern')).modern, require('modern/more').modern, (await import('mixed')).sum()],
  conditional: async () => [conditional.by, (await import('conditional')).by],
  marked: () => [marked.marked, require('marked/data.json')],
  linked: () => linked.file,
  native: () => ${hasCompiler ? 'native.answer()' : 'null'},
  byPath: () => tools.map((each) => require(path.join(__dirname, 'tools', each.name))).concat(settings),
  resolved: () => ['./tools/first', 'heavy-2', 'marked/data.json', 'fs'].map((request) => require.resolve(request)).concat(require.resolve.paths('heavy-2')),
  missing: () => {
    try {
      return require('nothing-of-that-name');
    } catch (error) {
      return [error.code, error.message];
    }
  },
  stack: () => {
    try {
      return require('heavy-4/lib/part7').fails();
    } catch (error) {
      return error.stack.split('\\n').slice(0, 2);
    }
  },
  main: () => [require.main === process.mainModule, require.main.filename, process.argv[1], module.parent.filename, __dirname, typeof require.extensions['.js']],
  parents: () => [require.cache[require.resolve('needed-1')].parent?.filename, require.cache[require.resolve('needed-1')].children.length],
  loaded: () => Object.values(require.cache).every((each) => each.loaded),
  positions: () => {
    const { stack } = (() => new Error('here'))();
    return stack.split('\\n')[1].trim();
  },
  source: () => called.toString(),
  // What load.cjs counts by now.
  report: () => Object.values(require.cache).find(({ filename }) => filename.endsWith('pack/load.cjs')).exports.report(),
  // Whether what a package starts while it loads belongs to the request that woke it.
  context: () => requests.run('request', () => [requests.getStore(), context.store() ?? null]),
  threads: () => new Promise((resolve) => {
    const worker = new (require('worker_threads').Worker)(path.join(__dirname, 'other.js'));
    const child = require('child_process').fork(path.join(__dirname, 'other.js'));
    Promise.all([worker, child].map((each) => new Promise((said) => each.on('message', said)))).then(resolve);
  }),
};
`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeModules(path.resolve(process.argv[2]));
