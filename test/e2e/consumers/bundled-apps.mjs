import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { seeText, useBrowser } from '../browser.mjs';
import { serve } from '../servers.mjs';
import { buildWithoutWorker, BUNDLERS, minifiedSize } from './bundlers.mjs';

export function bundledApps(project) {
  describe('bundled into an app', () => {
    const browser = useBrowser();

    /** Opens a folder as a site, sees the recording play, and tells what a developer would notice. */
    async function play(folder) {
      const site = await serve(folder);
      const { page, errors } = await browser.open('about:blank');
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${site.origin}/index.html`);
      await seeText(page, '#title', 'Plants for shady corners');
      await page.evaluate(() => document.querySelector('portable-replay').play());
      await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.2);
      const warnings = await page.evaluate(() =>
        document.querySelector('portable-replay').recording.warnings.map(({ code }) => code),
      );
      const workers = page.workers().length;
      await page.close();
      site.close();
      return { workers, warnings, errors, said, requests: site.requests };
    }

    for (const [name, bundle] of Object.entries(BUNDLERS)) {
      it(`by ${name} plays with one worker and nothing on the console`, async () => {
        const outDir = join(project.folder, 'out', name.replaceAll(/\W+/g, '-'));
        await bundle(project, outDir);
        const { workers, warnings, errors, said } = await play(outDir);
        assert.equal(workers, 1);
        assert.deepEqual(errors, []);
        assert.deepEqual(said, []);
        assert.ok(!warnings.includes('no-worker'));
      });
    }

    it('reads in the page, and says so, when the worker is not where it should be', async () => {
      const outDir = join(project.folder, 'out/no-worker');
      await buildWithoutWorker(project, outDir);
      const missing = await play(outDir);
      assert.ok(missing.requests.includes('/reader.worker.js'));
      const answers = {
        'missing': missing,
        'failing': await withWorker(outDir, 'throw new Error("It cannot start")'),
        'a page': await withWorker(outDir, '<!doctype html><title>Not found</title>'),
      };
      for (const [what, { workers, warnings, errors }] of Object.entries(answers)) {
        assert.equal(workers, 0, what);
        assert.ok(warnings.includes('no-worker'), what);
        assert.deepEqual(errors, [], what);
      }
    });

    async function withWorker(outDir, script) {
      await writeFile(join(outDir, 'reader.worker.js'), script);
      return play(outDir);
    }

    it('takes no more than what is imported', async () => {
      const size = await minifiedSize(project, `export { ReplayError } from 'portable-replay';`);
      assert.ok(size < 5000, `{ ReplayError } has ${size} characters`);
    });
  });
}
