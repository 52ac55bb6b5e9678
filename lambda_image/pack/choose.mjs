// Which modules are put off, and which are loaded before the environment is there: by rules, from
// what a start was seen to do (observe.cjs, step `look`).

// Packages whose modules only define: none initializes another, registers with it or changes it,
// so that one can be loaded without the rest. What is taken from their entry does not load all that
// the entry hands on. Looked through by hand, since nothing shows it: tiktoken's entry initializes
// the module from which it takes its exports.
const DEFINING = ['@librechat/agents', 'mathjs'];

// In the environment while a start is looked at: who reads it reads all variables.
export const CANARY = 'PACK_CANARY';

const packageOf = (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
const isDefining = (file) => DEFINING.some((name) => packageOf(file)?.endsWith(`/${name}`));

// A module and all that it asks for, and what that asks for in turn.
function reach(modules, file) {
  const reached = new Set([file]);
  for (const each of reached) {
    for (const asked of Object.keys(modules.get(each)?.asks ?? {})) reached.add(asked);
  }
  return [...reached];
}

// The variables that are read while all these load.
const readsOf = (modules, files) => [
  ...new Set(files.flatMap((file) => modules.get(file)?.reads ?? [])),
];

// Entries of third-party packages: asked for from outside by somebody who uses the answer.
function entriesOf(modules) {
  const entries = new Set();
  for (const { file, asks } of modules.values()) {
    for (const [asked, isAside] of Object.entries(asks)) {
      const isForeign = packageOf(asked) && packageOf(asked) !== packageOf(file);
      if (isForeign && !isAside) entries.add(asked);
    }
  }
  return entries;
}

// The modules that can be put off: entries that export a plain object and change nothing else.
// Which of them are, the start itself decides. Returns file → shape (src/pack/modules.cjs), with
//   effects  what of all below it changes something, which still happens when it did
//   reads    the variables that all below it reads: with other values it is not put off
export function candidates(look) {
  const modules = new Map(look.modules.map((module) => [module.file, module]));
  const isChanging = (file) => modules.get(file)?.changes.length > 0;
  const lazy = {};
  for (const file of entriesOf(modules)) {
    const { shape } = modules.get(file) ?? {};
    if (!shape || isChanging(file)) continue;
    const below = reach(modules, file);
    const reads = readsOf(modules, below);
    if (reads.includes(CANARY)) continue;
    lazy[file] = {
      ...shape,
      from: isDefining(file) ? originsOf(modules, file) : {},
      effects: below.filter(isChanging),
      reads: reads.filter((name) => name !== '*'),
    };
  }
  return lazy;
}

// Where the exports of an entry come from within its package: name → [file, name there].
function originsOf(modules, entry) {
  const found = {};
  for (const [name, first] of Object.entries(modules.get(entry).from)) {
    let origin;
    for (let next = first; next && isDefining(next[0]) && next[0] !== origin?.[0];) {
      origin = next;
      next = modules.get(next[0])?.from?.[next[1]];
    }
    if (origin) found[name] = origin;
  }
  return found;
}

// What LibreChat's own code asks for, in that order, with the variables that it and all below it
// read; but for what lists them all, and what changes something.
export function early(look, lazy) {
  const modules = new Map(look.modules.map((module) => [module.file, module]));
  return look.modules.flatMap(({ file, asker }) => {
    if (!packageOf(file) || !asker || packageOf(asker) || lazy[file]) return [];
    const below = reach(modules, file);
    if (below.some((each) => !modules.has(each) || modules.get(each).changes.length > 0)) return [];
    const reads = readsOf(modules, below);
    return reads.includes('*') ? [] : [{ file, asker, reads }];
  });
}
