// Copies this Node, with the libraries that it links, to where it can run in the image of another
// architecture: portable.mjs TARGET. There `TARGET/ld.so --library-path TARGET/lib TARGET/node`
// runs it.
//
// In a stage of the image's own architecture nothing may run at all, a shell neither, and a step
// that fails ends the build. So this one runs there, tries, and says what came of it.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';

const [target] = process.argv.slice(2);
if (!target) throw new Error('usage: node portable.mjs TARGET');
mkdirSync(`${target}/lib`, { recursive: true });
copyFileSync(process.execPath, `${target}/node`);

// The dynamic linker of glibc or musl, by whose name for itself and by `--list` both are alike.
const mapped = readFileSync('/proc/self/maps', 'utf8');
const linker = /\S*\/ld-(?:linux|musl)\S*/.exec(mapped)[0];
copyFileSync(linker, `${target}/ld.so`);
const list = execFileSync(linker, ['--list', process.execPath], { encoding: 'utf8' });
for (const [, name, file] of list.matchAll(/(\S+) => (\/\S+)/g))
  copyFileSync(file, `${target}/lib/${name}`);
