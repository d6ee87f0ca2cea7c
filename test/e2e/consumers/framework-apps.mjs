import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { seeText, useBrowser } from '../browser.mjs';
import { serve } from '../servers.mjs';
import { mediaChrome } from './media-chrome.mjs';

/** Those whose component is the same, told in the words of each. */
const COMPONENTS = ['react', 'vue', 'svelte'];

export function frameworkApps(project) {
  describe('built into apps by Vite', () => {
    const browser = useBrowser();
    const site = {};
    before(async () => Object.assign(site, await serve(await buildApps(project))));
    after(() => site.close());

    async function open(app) {
      const { page, errors } = await browser.open('about:blank');
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${site.origin}/${app}/index.html`);
      await seeText(page, '#title', 'Plants for shady corners');
      return { page, errors, said };
    }

    it('is driven by TypeScript', async () => {
      const { page, errors, said } = await open('typescript');
      await page.locator('output', { hasText: /^https?:\S+ of \/recording\.json$/ }).waitFor();
      assert.deepEqual([errors, said], [[], []]);
    });

    for (const app of COMPONENTS) {
      it(`is driven by ${app}: attributes, properties and methods go in, events come out`, async () => {
        const { page, errors, said } = await open(app);
        const facts = () =>
          page
            .locator('portable-replay')
            .evaluate((player) => [player.noDrop, player.label, player.playbackRate, player.paused]);
        assert.deepEqual(await facts(), [true, 'Session replay', 1, true]);
        await page.getByRole('button', { name: 'Twice as fast' }).click();
        await page.getByRole('button', { name: 'Watch' }).click();
        await page.locator('output', { hasText: /^(0\.[1-9]|[1-9]\d*\.\d) s at https?:\S+$/ }).waitFor();
        assert.deepEqual(await facts(), [true, 'Session replay', 2, false]);
        assert.deepEqual([errors, said], [[], []]);
      });
    }

    mediaChrome(open);
  });
}

/** All in one go. @returns the folder, which can be served */
async function buildApps({ folder, apps }) {
  const outDir = join(folder, 'out/frameworks');
  const vueConfig = await import(pathToFileURL(join(apps, 'vue/vite.config.js')).href);
  await build({
    root: apps,
    configFile: false,
    publicDir: join(folder, 'public'),
    logLevel: 'error',
    plugins: [...vueConfig.default.plugins, svelte({ configFile: false })],
    build: {
      outDir,
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: ['typescript', ...COMPONENTS, 'media-chrome'].map((app) => join(apps, app, 'index.html')),
      },
    },
  });
  await writeFile(join(outDir, 'favicon.ico'), '');
  await writeFile(join(outDir, 'chapters.vtt'), CHAPTERS);
  await writeFile(join(outDir, 'captions.vtt'), CAPTIONS);
  return outDir;
}

const CHAPTERS = `WEBVTT

00:00.000 --> 00:02.000
Arrives

00:02.000 --> 00:09.000
Looks around
`;

const CAPTIONS = `WEBVTT

00:00.000 --> 00:09.000
A reader opens the shop
`;
