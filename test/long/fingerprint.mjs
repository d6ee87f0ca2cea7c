import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where it is written with what the long tests have passed. */
export const PASSED = 'test/long/passed.txt';

/** All in the repository that the outcome of a long test can depend on. */
const INPUTS = [
  'src',
  'demo/build',
  'fixtures',
  'test/browser',
  'test/e2e',
  'test/long',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * A line that is another one when one of the inputs is, or the browser.
 *
 * @param {string} root of the repository
 * @param {string} browserVersion
 */
export function fingerprint(root, browserVersion) {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...INPUTS];
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  const hash = createHash('sha256');
  for (const name of names.sort()) {
    const path = join(root, name);
    if (name === '' || name === PASSED || !existsSync(path)) continue;
    const content = readFileSync(path);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return `${hash.digest('hex')} with Chromium ${browserVersion}\n`;
}
