import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from '../browser/find-browser.mjs';
import { thisMachine } from '../browser/machine.mjs';
import { fingerprint, PASSED } from './fingerprint.mjs';

/**
 * Tells whether the long tests have passed with everything as it is now: exits with 0, in silence, when they have, and
 * with another code when they have not or when that cannot be told. `npm run test:long` calls it with `--record` at
 * its end, which writes down that they have; commit that file.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const file = join(root, PASSED);
const { version } = await findBrowser('chromium', thisMachine);
const now = fingerprint(root, version);
if (process.argv[2] === '--record') {
  writeFileSync(file, now);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== now) {
  console.log(
    'Long tests: the code, its tests or the browser changed since they last passed, so they run now',
  );
  process.exitCode = 1;
}
