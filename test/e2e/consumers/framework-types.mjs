import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);

const tool = (path) => join(ROOT, 'node_modules', path);
const tsc = (folder) => [tool('typescript/bin/tsc'), '-p', folder, '--pretty', 'false'];
const vueTsc = (folder) => [tool('vue-tsc/bin/vue-tsc.js'), '-p', folder, '--pretty', 'false'];
const svelteCheck = (folder) => [
  tool('svelte-check/bin/svelte-check'),
  '--workspace',
  folder,
  '--output',
  'machine',
];

/** How the projects of each are checked. */
const CHECKS = { typescript: tsc, react: tsc, vue: vueTsc, svelte: svelteCheck };

/** `file(line,column): error …` of TypeScript, or `… ERROR "file" line:column …` of svelte-check. */
const FOUND = /^(?:\S*?([^/\s(]+)\((\d+),\d+\): error|\d+ ERROR "(?:.*\/)?([^/"]+)" (\d+):)/gm;

export function frameworkTypes(project) {
  describe('in templates and listeners', { concurrency: 2 }, () => {
    for (const [app, check] of Object.entries(CHECKS)) {
      it(`of ${app}, takes what the documentation shows and nothing that is wrong`, async () => {
        const folder = join(project.apps, app);
        const { stdout } = await run(process.execPath, check(folder), { cwd: folder }).catch(
          (failed) => failed,
        );
        const found = [...stdout.matchAll(FOUND)].map(([, a, b, c, d]) => `${a ?? c}:${b ?? d}`);
        assert.deepEqual([...new Set(found)].sort(), (await wrongLines(folder)).sort(), stdout);
      });
    }
  });
}

/** Where the files say that something is wrong. */
async function wrongLines(folder) {
  const places = [];
  for (const file of await readdir(folder)) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    lines.forEach((line, i) => {
      if (/\/\/ wrong$| class="wrong"/.test(line)) places.push(`${file}:${i + 1}`);
    });
  }
  return places;
}
