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
import { buildSvelteKit, renderApps, startNext } from './rendered-apps.mjs';

const PAGES = [
  'typescript/index.html',
  'react/index.html',
  'react/rendered.html',
  'vue/index.html',
  'vue/rendered.html',
  'svelte/index.html',
  'media-chrome/index.html',
];

/** Those whose component is the same, told in the words of each. */
const COMPONENTS = ['react', 'vue', 'svelte'];

export function frameworkApps(project) {
  describe('built into apps by Vite', () => {
    const browser = useBrowser();
    const site = {};
    before(async () => Object.assign(site, await serve(await buildApps(project))));
    after(() => site.close());

    async function open(address) {
      const { page, errors } = await browser.open('about:blank');
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(new URL(address, site.origin).href);
      await seeText(page, '#title', 'Plants for shady corners');
      return { page, errors, said };
    }

    it('is driven by TypeScript', async () => {
      const { page, errors, said } = await open('typescript/index.html');
      await page.locator('output', { hasText: /^https?:\S+ of \/recording\.json$/ }).waitFor();
      assert.deepEqual([errors, said], [[], []]);
    });

    async function drive(address, told) {
      const { page, errors, said } = await open(address);
      await use(page, told);
      assert.deepEqual([errors, said], [[], []]);
    }

    /** Uses the component: attributes, properties and methods go in, events come out. */
    async function use(page, told = /^(0\.[1-9]|[1-9]\d*\.\d) s at https?:\S+$/) {
      const facts = () =>
        page
          .locator('portable-replay')
          .evaluate(({ noDrop, label, playbackRate, paused }) => [noDrop, label, playbackRate, paused]);
      assert.deepEqual(await facts(), [true, 'Session replay', 1, true]);
      await page.getByRole('button', { name: 'Twice as fast' }).click();
      await page.getByRole('button', { name: 'Watch' }).click();
      await page.locator('output', { hasText: told }).waitFor();
      assert.deepEqual(await facts(), [true, 'Session replay', 2, false]);
    }

    for (const app of COMPONENTS) it(`is driven by ${app}`, () => drive(`${app}/index.html`));

    /** What a browser gets before any script runs. */
    async function seeRendered(address) {
      const html = await (await fetch(address)).text();
      assert.match(html, /<portable-replay [^>]*src="\/recording\.json"[^>]*><\/portable-replay>/);
      assert.match(html, /no-drop/);
    }

    /** What the component tells where React has rendered it: it listens from its second rendering on, as of 19.3. */
    const TOLD = { react: /^(0\.[1-9]|[1-9]\d*\.\d) s at / };

    for (const app of ['react', 'vue']) {
      it(`comes to life where a server has rendered it with ${app}`, async () => {
        await seeRendered(`${site.origin}/${app}/rendered.html`);
        await drive(`${app}/rendered.html`, TOLD[app]);
      });
    }

    it('comes to life where SvelteKit has rendered it', async () => {
      const kit = await serve(await buildSvelteKit(project));
      await seeRendered(`${kit.origin}/index.html`);
      await drive(`${kit.origin}/index.html`);
      kit.close();
    });

    describe('by Next', () => {
      const next = {};
      before(async () => Object.assign(next, await startNext(project)));
      after(() => next.close?.());

      it('comes to life where a client component is rendered, and again after navigation', async () => {
        await seeRendered(`${next.origin}/component`);
        const { page, errors, said } = await open(`${next.origin}/component`);
        await use(page, TOLD.react);
        await page.getByRole('link', { name: 'Away' }).click();
        await page.waitForURL(`${next.origin}/`);
        await page.getByRole('heading', { name: 'A payment fails' }).waitFor();
        await page.getByRole('link', { name: 'Back' }).click();
        await page.getByRole('heading', { name: 'A payment fails' }).waitFor({ state: 'detached' });
        await use(page);
        assert.deepEqual([errors, said], [[], []]);
      });

      it('comes to life in a server component, in its place and in the language of the page', async () => {
        await seeRendered(`${next.origin}/`);
        const still = await browser.open(`${next.origin}/`, { javaScriptEnabled: false });
        const kept = await still.page.locator('portable-replay').boundingBox();
        const { page, errors, said } = await open(`${next.origin}/`);
        assert.deepEqual(await page.locator('portable-replay').boundingBox(), kept);
        const player = page.getByRole('region', { name: 'A payment fails' });
        await player.getByRole('button', { name: 'Abspielen' }).last().click();
        await player.getByRole('button', { name: 'Pause' }).waitFor();
        assert.deepEqual([errors, said], [[], []]);
      });
    });

    mediaChrome(open);
  });
}

/** All in one go. @returns the folder, which can be served */
async function buildApps({ folder, apps }) {
  const outDir = join(folder, 'out/frameworks');
  const vueConfig = await import(pathToFileURL(join(apps, 'vue/vite.config.js')).href);
  const plugins = [...vueConfig.default.plugins, svelte({ configFile: false })];
  await build({
    root: apps,
    configFile: false,
    publicDir: join(folder, 'public'),
    logLevel: 'error',
    plugins,
    build: {
      outDir,
      minify: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: {
        input: PAGES.map((page) => join(apps, page)),
      },
    },
  });
  await renderApps({ folder, apps }, outDir, plugins);
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
