import assert from 'node:assert/strict';
import { exec, execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { linesOf, SHAPES } from '../../../fixtures/shapes.mjs';
import { ROOT } from '../servers.mjs';

const run = promisify(execFile);
const inShell = promisify(exec);

/** Examples of a page: a script or commands, and what they print. */
const EXAMPLE = /<!-- example: ([\w-]+) -->\s+```(js|sh)\n(.*?)```(?:\s+```text\n(.*?)```)?/gs;

const examplesOf = async (page) => [
  ...(await readFile(join(ROOT, 'demo/docs', page), 'utf8')).matchAll(EXAMPLE),
];

/** Runs what the documentation shows, with the installed package. */
export async function examples(project) {
  const pages = await Promise.all(
    ['core.md', 'command-line.md', 'keeping.md'].map(async (page) => [page, await examplesOf(page)]),
  );

  for (const [page, found] of pages) {
    describe(`as ${page} shows it,`, () => {
      let folder;
      before(async () => {
        folder = join(project.folder, page);
        await mkdir(folder);
        const recordings = join(ROOT, 'fixtures/recordings');
        await copyFile(join(recordings, 'checkout.v2.json'), join(folder, 'checkout.json'));
        await copyFile(join(recordings, 'console-network.jsonl'), join(folder, 'console.jsonl'));
        const batches = SHAPES.find(({ id }) => id === 'ingestion-jsonl');
        const lines = linesOf(await readFile(join(recordings, 'checkout.jsonl'), 'utf8'));
        await writeFile(join(folder, 'batches.ndjson'), batches.write(lines, 'a-session'));
        await copyFile(join(recordings, 'two-tabs.v2.json'), join(folder, 'two-tabs.json'));
      });

      for (const [, name, language, text, expected = ''] of found)
        it(`works: ${name}`, async () => {
          const script = join(folder, `${name}.mjs`);
          const printed =
            language === 'js'
              ? await writeFile(script, text).then(() => run(process.execPath, [script], { cwd: folder }))
              : await inShell(text, { cwd: folder });
          assert.deepEqual([printed.stdout, language === 'js' ? printed.stderr : ''], [expected, '']);
        });
    });
  }
}
