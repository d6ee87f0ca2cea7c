import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

/** Playwright reads HTTP Archives, and answers the requests of a page from them. */
describe('an archive of the requests of a recording', () => {
  const browser = useBrowser();
  let server;
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archive-'));
    const script = '<script type="module" src="/dist/portable-replay.js"></script>';
    const player = '<portable-replay style="height: 500px"></portable-replay>';
    server = await serve(ROOT, { pages: { '/': { html: `<!doctype html>${script}${player}` } } });
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('answers them as they were answered when it was recorded', async () => {
    const { page, errors } = await browser.open(server.origin);
    const har = await page.evaluate(async () => {
      await customElements.whenDefined('portable-replay');
      const player = document.querySelector('portable-replay');
      await player.load('/fixtures/recordings/console-network.jsonl');
      const file = await player.exportEntries({ format: 'har' });
      return file.text();
    });
    const archive = join(folder, 'requests.har');
    await writeFile(archive, har);
    const { origin } = new URL(JSON.parse(har).log.entries[0].request.url);

    await page.context().routeFromHAR(archive, { url: `${origin}/**`, notFound: 'abort' });
    await page.goto(`${origin}/api/cart?page=2`);
    const answers = await page.evaluate(async () => {
      const answer = async (address, options) => {
        const response = await fetch(address, options).catch(() => null);
        return response && [response.status, response.headers.get('content-type'), await response.text()];
      };
      return [
        await answer('/api/cart?page=2'),
        await answer('/api/decline', { method: 'POST', body: '{"amount":12.5}' }),
        await answer('/api/crash'),
        await answer('/api/never-asked'),
      ];
    });
    assert.deepEqual(answers, [
      [200, 'application/json', '{"items":[{"id":12345678901234567890,"name":"Fern"}],"total":12.50}'],
      [402, 'application/json', '{"error":"Card declined"}'],
      [500, 'text/plain', 'out of soil'],
      null,
    ]);
    assert.deepEqual(errors, []);
  });
});
