// Which modules are put off, and which are loaded before the environment is there: by rules, from what a start was seen to
// do (observe.cjs, step `look`).

const packageOf = (file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];

// All that a module asks for, and what that asks for in turn; nothing behind the modules of `without`.
function reach(modules, file, without = {}) {
  const reached = new Set([file]);
  for (const each of reached) {
    if (each !== file && without[each]) continue;
    for (const asked of Object.keys(modules.get(each)?.asks ?? {})) reached.add(asked);
  }
  return [...reached];
}

// The modules that can be put off: entries of third-party packages, asked for from outside of the package by somebody who
// uses the answer, which exports a plain object and changes nothing else. Whether they are, the start itself decides.
export function candidates(look) {
  const modules = new Map(look.modules.map((module) => [module.file, module]));
  const used = new Set();
  for (const { file, asks } of modules.values()) {
    for (const [asked, aside] of Object.entries(asks)) if (packageOf(asked) !== packageOf(file) && !aside) used.add(asked);
  }
  const changing = (file) => modules.get(file)?.changes.length > 0;
  const lazy = {};
  for (const { file, shape } of modules.values()) {
    if (!packageOf(file) || !used.has(file) || !shape || changing(file)) continue;
    // What changes something still does so when it would have.
    lazy[file] = { ...shape, effects: reach(modules, file).filter(changing) };
  }
  return lazy;
}

// What LibreChat's own code asks for first, in that order, with the variables that it and all below it read.
export function early(look, lazy) {
  const modules = new Map(look.modules.map((module) => [module.file, module]));
  return look.modules.flatMap(({ file, asker }) => {
    if (!packageOf(file) || !asker || packageOf(asker) || lazy[file]) return [];
    const below = reach(modules, file, lazy).filter((each) => !lazy[each]);
    if (below.some((each) => !modules.has(each) || modules.get(each).changes.length > 0)) return [];
    return [{ file, asker, reads: [...new Set(below.flatMap((each) => modules.get(each).reads))] }];
  });
}
