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

// What loading a module would load of its package, in that order.
function inOrder(modules, file, loaded = new Set()) {
  loaded.add(file);
  for (const asked of Object.keys(modules.get(file)?.asks ?? {})) {
    if (!loaded.has(asked) && packageOf(asked) === packageOf(file)) inOrder(modules, asked, loaded);
  }
  return loaded;
}

// The cycles of requires, by Tarjan's algorithm: file → the first of its cycle that was loaded.
function cyclesOf(modules) {
  const first = new Map();
  const loaded = new Map([...modules.keys()].map((file, i) => [file, i]));
  const order = new Map(); // file → when it was come upon
  const low = new Map();
  const stack = [];
  const visit = (root) => {
    const work = [[root, Object.keys(modules.get(root).asks)]];
    while (work.length > 0) {
      const [file, left] = work.at(-1);
      if (!order.has(file)) {
        order.set(file, order.size);
        low.set(file, order.get(file));
        stack.push(file);
      }
      const next = left.pop();
      if (next !== undefined) {
        if (!modules.has(next)) continue;
        if (!order.has(next)) work.push([next, Object.keys(modules.get(next).asks)]);
        else if (stack.includes(next)) low.set(file, Math.min(low.get(file), order.get(next)));
        continue;
      }
      work.pop();
      if (work.length > 0)
        low.set(work.at(-1)[0], Math.min(low.get(work.at(-1)[0]), low.get(file)));
      if (low.get(file) !== order.get(file)) continue;
      const component = stack.splice(stack.indexOf(file));
      const [earliest] = component.toSorted((a, b) => loaded.get(a) - loaded.get(b));
      if (component.length > 1) for (const each of component) first.set(each, earliest);
    }
  };
  for (const file of modules.keys()) if (!order.has(file)) visit(file);
  return first;
}

// The modules that can be put off: entries of third-party packages, asked for from outside of the package by somebody who
// uses the answer, which exports a plain object and changes nothing else. Whether they are, the start itself decides.
export function candidates(look) {
  const modules = new Map(look.modules.map((module) => [module.file, module]));
  const used = new Set();
  for (const { file, asks } of modules.values()) {
    for (const [asked, aside] of Object.entries(asks))
      if (packageOf(asked) !== packageOf(file) && !aside) used.add(asked);
  }
  const cycles = cyclesOf(modules);
  // Whether a module can be loaded before those that asked for it: each entry of a package can, and what enters the cycles in
  // its own package where they were entered.
  const steady = new Map();
  const isSteady = (file) => {
    if (!steady.has(file)) {
      const entered = new Map();
      for (const each of inOrder(modules, file)) {
        const cycle = cycles.get(each);
        if (cycle && !entered.has(cycle)) entered.set(cycle, each);
      }
      steady.set(
        file,
        [...entered].every(([first, member]) => first === member),
      );
    }
    return steady.get(file);
  };
  // Where an export comes from, as deep down as it can be taken from without the modules between.
  const origin = (file, name) => {
    let found;
    const passed = new Set([file]); // modules may hand the same on to each other
    for (
      let next = [file, name];
      (next = modules.get(next[0])?.from?.[next[1]]) && !passed.has(next[0]);
    ) {
      passed.add(next[0]);
      if (used.has(next[0]) || isSteady(next[0])) found = next;
    }
    return found;
  };
  const changing = (file) => modules.get(file)?.changes.length > 0;
  const lazy = {};
  for (const { file, shape } of modules.values()) {
    if (!packageOf(file) || !used.has(file) || !shape || changing(file)) continue;
    // What changes something still does so when it would have.
    const from = Object.fromEntries(
      shape.names.flatMap((name) => (origin(file, name) ? [[name, origin(file, name)]] : [])),
    );
    lazy[file] = { ...shape, from, effects: reach(modules, file).filter(changing) };
  }
  return lazy;
}

// What LibreChat's own code asks for first, in that order, with the variables that it and all below it read; but for what
// lists them all.
export function early(look, lazy) {
  const modules = new Map(look.modules.map((module) => [module.file, module]));
  return look.modules.flatMap(({ file, asker }) => {
    if (!packageOf(file) || !asker || packageOf(asker) || lazy[file]) return [];
    const below = reach(modules, file, lazy).filter((each) => !lazy[each]);
    if (below.some((each) => !modules.has(each) || modules.get(each).changes.length > 0)) return [];
    const reads = new Set(below.flatMap((each) => modules.get(each).reads));
    return reads.has('*') ? [] : [{ file, asker, reads: [...reads] }];
  });
}
