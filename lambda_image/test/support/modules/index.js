'use strict';
const path = require('path');
const { readdirSync } = require('fs');
const many = require('./many'); // generated
const those = (kind) =>
  Object.entries(many).flatMap(([name, each]) => (name.startsWith(kind) ? each : []));
const heavy = those('heavy');
const needed = those('needed');
const before = require('before');
const called = require('function');
const Shape = require('class');
const cycle = require('cycle');
const changes = require('changes');
require('plugin');
const reads = require('reads');
const early = require('early');
const initialized = require('initialized');
const agents = require('@librechat/agents');
const first = agents.Kind.FIRST;
const optional = require('optional');
const traced = () => globalThis.traced ?? null;
const callers = require('callers');
const at = performance.now();
void [reads.at, early.at];
const lists = require('lists');
const marked = require('marked');
const linked = require('linked');
const conditional = require('conditional');
const settings = require('./tools/settings');
const { requests } = require('requests');
const context = require('context');
const native = require('native'); // whose part that is native is compiled for the test

const sum = needed.reduce((total, each) => total + each.total(), 0); // the start uses these
const tools = readdirSync(path.join(__dirname, 'tools'), { withFileTypes: true }).filter((each) =>
  each.name.endsWith('.js'),
);

// What a request asks for by name.
exports.answers = {
  needed: () => [sum, needed[0].plugged()],
  heavy: () => heavy.map((each) => each.total()),
  names: () => heavy.map((each) => Object.keys(each)),
  same: () =>
    heavy.every(
      (each, i) =>
        each === require('heavy-' + i) &&
        each === require.cache[require.resolve('heavy-' + i)].exports,
    ),
  copies: () => heavy.map((each) => Object.keys({ ...each }).length),
  overwritten: () => [
    (heavy[3].part5 = () => 'mine')(),
    heavy[3].part5(),
    require('heavy-3').part5(),
  ],
  before: () => before.depth(),
  called: () => [
    called(1),
    called.more,
    called.name,
    new Shape().x(),
    new Shape() instanceof Shape,
  ],
  cycle: () => [cycle.late(), cycle.other.still()],
  changes: () => [changes.registry(), process.listenerCount('double'), require('fs').doubled],
  reads: () => [reads.length(), lists],
  times: () => ({ early: early.at, reads: reads.at, modules: at }),
  modern: async () => [
    (await import('modern')).modern,
    process.features.require_module && require('modern/more').modern, // not before Node 20.19
    (await import('mixed')).sum(),
  ],
  conditional: async () => [conditional.by, (await import('conditional')).by],
  marked: () => [marked.marked, require('marked/data.json')],
  linked: () => linked.file,
  native: () => native.answer(),
  byPath: () =>
    tools.map((each) => require(path.join(__dirname, 'tools', each.name))).concat(settings),
  resolved: () =>
    ['./tools/first', 'heavy-2', 'marked/data.json', 'fs']
      .map((request) => require.resolve(request))
      .concat(require.resolve.paths('heavy-2')),
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
      return error.stack.split('\n').slice(0, 2);
    }
  },
  main: () => [
    require.main === process.mainModule,
    require.main.filename,
    process.argv[1],
    module.parent.filename,
    __dirname,
    typeof require.extensions['.js'],
  ],
  parents: () => [
    require.cache[require.resolve('needed-1')].parent?.filename,
    require.cache[require.resolve('needed-1')].children.length,
  ],
  loaded: () => Object.values(require.cache).every((each) => each.loaded),
  positions: () => {
    const { stack } = (() => new Error('here'))();
    return stack.split('\n')[1].trim();
  },
  source: () => called.toString(),
  agents: () => [
    first,
    agents.run(),
    agents.own(),
    agents.Kind === require('@librechat/agents').Kind,
  ],
  large: () => Object.keys(require.cache).some((file) => file.endsWith('agents/large.js')),
  initialized: () => initialized.get(),
  optional: () => [traced(), optional.late(), traced()],
  // Who calls, as packages find it out: the files on the stack that are not Node's.
  callers: () => [callers, require('callers/late')],
  // What load.cjs counts by now.
  report: () =>
    Object.values(require.cache)
      .find(({ filename }) => filename.endsWith('pack/load.cjs'))
      .exports.report(),
  // Whether what a package starts while it loads belongs to the request that woke it.
  context: () => requests.run('request', () => [requests.getStore(), context.store() ?? null]),
  threads: () =>
    new Promise((resolve) => {
      const worker = new (require('worker_threads').Worker)(path.join(__dirname, 'other.js'));
      const child = require('child_process').fork(path.join(__dirname, 'other.js'));
      Promise.all(
        [worker, child].map((each) => new Promise((said) => each.on('message', said))),
      ).then(resolve);
    }),
};
