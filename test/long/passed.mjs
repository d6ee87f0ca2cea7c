import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENGINES } from '../browser/engines.mjs';
import { findBrowser } from '../browser/find-browser.mjs';
import { thisMachine } from '../browser/machine.mjs';
import { fingerprint, SETS } from './fingerprint.mjs';

/**
 * Tells whether a set of tests, `long` or `engines`, has passed with everything as it is now: exits with 0, in silence,
 * when it has, and with another code when it has not or when that cannot be told. The set's command calls it with
 * `--record` at its end, which writes down that it has; commit that file.
 */
const [set, action] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(root, SETS[set].passed);
const browsers = [];
for (const engine of SETS[set].engines) {
  const { version } = await findBrowser(engine, thisMachine);
  browsers.push(`${ENGINES[engine].label} ${version}`);
}
const now = fingerprint(root, set, browsers.join(', '));
if (action === '--record') {
  writeFileSync(file, now);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== now) {
  console.log(
    `npm run test:${set}: the code, its tests or a browser changed since these last passed, so they run now`,
  );
  process.exitCode = 1;
}
