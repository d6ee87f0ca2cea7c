import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the outcome of any of these tests can depend on. */
const SHARED = [
  'src',
  'demo/build',
  'fixtures',
  'test/browser',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];

/**
 * The tests that need not run again with the same inputs, by their command's name: where it is written with what they
 * have passed, all in the repository that their outcome can depend on, and what they run in.
 */
export const SETS = {
  long: {
    passed: 'test/long/passed.txt',
    inputs: [...SHARED, 'test/e2e', 'test/long'],
    engines: ['chromium'],
  },
  engines: {
    passed: 'test/browser/passed.txt',
    inputs: [
      ...SHARED,
      'test',
      'web-test-runner.config.mjs',
      // No browser runs these.
      ...['src/cli', 'test/cli', 'test/bench', 'test/e2e', 'test/long'].map((folder) => `:!${folder}`),
    ],
    engines: ['firefox', 'webkit'],
  },
};

/**
 * A line that is another one when one of the inputs is, or a browser.
 *
 * @param {string} root of the repository
 * @param {keyof typeof SETS} set
 * @param {string} browsers with their versions
 */
export function fingerprint(root, set, browsers) {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...SETS[set].inputs];
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  const notes = Object.values(SETS).map(({ passed }) => passed);
  const hash = createHash('sha256');
  for (const name of [...new Set(names)].sort()) {
    const path = join(root, name);
    if (name === '' || notes.includes(name) || !existsSync(path)) continue;
    const content = readFileSync(path);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return `${hash.digest('hex')} with ${browsers}\n`;
}
