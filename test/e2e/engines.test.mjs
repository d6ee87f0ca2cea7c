import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ENGINES } from '../browser/engines.mjs';
import { thisMachine } from '../browser/machine.mjs';
import { provideBrowser } from '../browser/provide-browser.mjs';
import { ROOT, serve } from './servers.mjs';

const PATTERNS = join(ROOT, 'src/styles/mask-patterns.ts');

/** What `npm run test:engines` cannot look at: pages from a disk, and pictures. */
for (const [engine, { label, start }] of Object.entries(ENGINES)) {
  describe(`in ${label}`, () => {
    let server;
    let elsewhere;
    let folder;
    let browser;
    let page;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'engines-'));
      const script = '<script type="module" src="/dist/portable-replay.js"></script>';
      const player = '<portable-replay style="height: 500px"></portable-replay>';
      elsewhere = await serve(ROOT);
      server = await serve(ROOT, {
        pages: {
          '/pictured.json': {
            html: pictured(`${elsewhere.origin.replace('127.0.0.1', 'localhost')}/demo/screenshot-light.png`),
          },
          '/': { html: `<!doctype html>${script}${player}` },
          '/patterns': { html: await patterns() },
        },
      });
      const { path, isPlaywrights } = await provideBrowser(engine, thisMachine);
      browser = await start(path, isPlaywrights);
      page = await browser.newPage();
    });
    after(async () => {
      await browser?.close();
      server.close();
      elsewhere.close();
      await rm(folder, { recursive: true });
    });

    it('plays a page that was saved, from a disk', async () => {
      await page.goto(server.origin);
      const html = await page.evaluate(async () => {
        await customElements.whenDefined('portable-replay');
        const player = document.querySelector('portable-replay');
        await player.load('/fixtures/recordings/checkout.v2.json');
        const blob = await player.exportRecording({ format: 'html', startAt: 10 });
        return blob.text();
      });
      const file = join(folder, 'saved.html');
      await writeFile(file, html);
      await page.goto(pathToFileURL(file).href);
      const shown = await page.evaluate(async () => {
        const player = document.querySelector('portable-replay');
        while (player.readyState < 4 && !player.error) await new Promise(requestAnimationFrame);
        const frame = player.shadowRoot.querySelector('.page:not(.standby) iframe');
        const text = frame?.contentDocument.querySelector('h1').textContent;
        const { currentTime, error } = player;
        if (!error) await player.play();
        while (player.currentTime <= 10.3 && !player.error) await new Promise(requestAnimationFrame);
        return { text, currentTime, error: error?.message ?? null };
      });
      assert.deepEqual(shown, { text: 'Checkout', currentTime: 10, error: null });
    });

    for (const viewer of ['index', 'embed']) {
      it(`plays in ${viewer}.html under its policy, with pictures once the user agrees`, async () => {
        await page.goto(
          `${server.origin}/dist/site/${viewer}.html#src=${encodeURIComponent('/pictured.json')}&remote-assets=allow`,
        );
        const shown = await page.evaluate(async () => {
          const player = document.querySelector('portable-replay');
          const until = async (found) => {
            while (!found() && !player.error) await new Promise(requestAnimationFrame);
            return found();
          };
          const imageOf = () =>
            player.shadowRoot.querySelector('.page:not(.standby) iframe')?.contentDocument.images[0];
          const loadButton = () =>
            player.shadowRoot
              .querySelector('replay-assets-notice')
              ?.shadowRoot.querySelector('[part="load"]');
          const button = await until(() => loadButton());
          const before = imageOf().src.slice(0, 5);
          const { borderTopWidth } = getComputedStyle(imageOf());
          button?.click();
          await until(() => imageOf()?.src.startsWith('http') && imageOf().complete);
          const warnings = player.recording?.warnings.map(({ code }) => code);
          const isLoaded = imageOf()?.naturalWidth > 48;
          return { before, borderTopWidth, isLoaded, warnings, error: player.error?.message ?? null };
        });
        assert.deepEqual(shown, {
          before: 'data:',
          borderTopWidth: '3px',
          isLoaded: true,
          // Neither that no worker can start nor that styles are refused.
          warnings: ['missing-assets'],
          error: null,
        });
      });
    }

    it('drives an embed of another origin, and hands it a recording', async () => {
      await page.goto(server.origin);
      const driven = await page.evaluate(async (site) => {
        const { connect } = await import('/dist/embed/index.js');
        const frame = document.createElement('iframe');
        frame.src = `${site}/dist/site/embed.html`;
        document.body.append(frame);
        const player = await connect(frame);
        const answer = await fetch('/fixtures/recordings/checkout.v2.json');
        const { format } = await player.load(await answer.blob());
        const seeked = new Promise((resolve) => player.addEventListener('seeked', resolve, { once: true }));
        await player.seek(10);
        await seeked;
        const code = await player.load('https://nobody.test/').catch((error) => error.code);
        return { format, time: player.currentTime, code };
      }, elsewhere.origin);
      assert.deepEqual(driven, {
        format: 'posthog-export-2023-04-28',
        time: 10,
        code: 'source-not-allowed',
      });
    });

    it('paints a pattern for each kind of mask', async () => {
      await page.goto(`${server.origin}/patterns`);
      const colours = await page.evaluate(coloursOf, (await page.screenshot()).toString('base64'));
      for (const [kind, { across, down }] of Object.entries(colours)) {
        // Many times from the one to the other, in one direction at least.
        assert.ok(Math.max(across, down) >= 6, `${kind} is flat: ${across} and ${down} changes of colour`);
      }
      // WebKit's driver hands over objects in an order of its own.
      assert.deepEqual(Object.keys(colours).sort(), kindsIn(await readFile(PATTERNS, 'utf8')).sort());
    });
  });
}

/** A recording of a page with a style and a picture of another site. */
function pictured(src) {
  const element = (id, tagName, attributes, ...childNodes) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const style = element(4, 'style', { _cssText: 'img { border: 3px solid red }' });
  const image = element(6, 'img', { src, width: 40, height: 40 });
  const page = element(2, 'html', {}, element(3, 'head', {}, style), element(5, 'body', {}, image));
  const node = { type: 0, id: 1, childNodes: [page] };
  return JSON.stringify([
    { type: 4, timestamp: 1000, data: { href: 'https://x.test/', width: 640, height: 480 } },
    { type: 2, timestamp: 1000, data: { node, initialOffset: { top: 0, left: 0 } } },
    { type: 5, timestamp: 4000, data: { tag: 'end', payload: {} } },
  ]);
}

/** A box for each kind of mask. */
async function patterns() {
  const source = await readFile(PATTERNS, 'utf8');
  const [, css] = /css`([^`]*)`/.exec(source);
  const boxes = kindsIn(source).map((kind) => `<div class="mask ${kind}"></div>`);
  return `<!doctype html><style>${css} .mask { float: left; width: 80px; height: 80px; margin: 4px }</style>${boxes.join('')}`;
}

function kindsIn(source) {
  const names = [...source.matchAll(/^ {2}\.(\w+) \{/gm)].map(([, name]) => name);
  assert.equal(names[0], 'mask');
  return names.slice(1);
}

/** Runs in the page: how often the colour changes along two lines through each box of a picture of it. */
async function coloursOf(picture) {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const changes = (...area) => {
    const pixels = new Uint32Array(canvas.getImageData(...area).data.buffer);
    return pixels.reduce((count, pixel, at) => count + (at > 0 && pixel !== pixels[at - 1]), 0);
  };
  return Object.fromEntries(
    [...document.querySelectorAll('.mask')].map((box) => {
      const { left, top } = box.getBoundingClientRect();
      // Inside of the border, and off the middle: a tile may be plain there.
      const [x, y] = [Math.round(left) + 6, Math.round(top) + 6];
      return [box.classList[1], { across: changes(x, y + 3, 64, 1), down: changes(x + 3, y, 1, 64) }];
    }),
  );
}
