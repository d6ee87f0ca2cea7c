import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser, useSite } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const RECORDING = join(ROOT, 'fixtures/recordings/checkout.v2.json');

describe('the viewer', () => {
  const browser = useBrowser();
  const { site, recordings } = useSite();

  it('waits for a file and plays the one that is picked', async () => {
    const { page, errors } = await browser.open(`${site.origin}/index.html`);
    await pick(page, /choose a file/i, RECORDING);
    await seeText(page, '#title', 'Plants for shady corners');
    await page.getByRole('button', { name: 'Play' }).first().click();
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.5);
    assert.deepEqual(errors, []);
  });

  it('plays the parts that lie in a folder, and in folders of it, when that is dropped', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parts-'));
    try {
      const whole = join(ROOT, 'fixtures/recordings/checkout.jsonl');
      const lines = (await readFile(whole, 'utf8')).trim().split('\n');
      const cut = Math.ceil(lines.length / 3);
      await mkdir(join(folder, 'more/empty'), { recursive: true });
      for (const [name, part] of Object.entries({ 'part-9.jsonl': 0, 'part-10.jsonl': 1, 'more/a.jsonl': 2 }))
        await writeFile(join(folder, name), lines.slice(part * cut, (part + 1) * cut).join('\n'));
      await writeFile(join(folder, '.DS_Store'), 'Not a recording');
      const { page, errors } = await browser.open(`${site.origin}/index.html`);
      await drop(page, folder);
      await seeText(page, '#title', 'Plants for shady corners');
      await page.waitForFunction(() => document.querySelector('portable-replay').buffered.end(0) > 5);
      const { recordings: count, ...info } = await page.evaluate(() => {
        const { recording, recordings } = document.querySelector('portable-replay');
        const { eventCount, warnings } = recording;
        return { eventCount, warnings, recordings: recordings.length };
      });
      assert.equal(count, 1);
      const { page: other } = await browser.open(`${site.origin}/index.html`);
      await pick(other, /choose a file/i, whole);
      await seeText(other, '#title', 'Plants for shady corners');
      const single = () => {
        const { eventCount, warnings } = document.querySelector('portable-replay').recording;
        return { eventCount, warnings };
      };
      await other.waitForFunction(() => document.querySelector('portable-replay').networkState === 1);
      assert.deepEqual(info, await other.evaluate(single));
      await drop(page, join(folder, 'more/empty'));
      await page.getByText('"empty" is empty.').waitFor();
      assert.deepEqual(errors, []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('plays the recording that its address names, from the time it names', async () => {
    const src = encodeURIComponent(`${recordings.origin}/checkout.jsonl`);
    const { page, errors } = await browser.open(`${site.origin}/index.html#src=${src}&t=10`);
    await seeText(page, '#title', 'Checkout');
    assert.equal(await page.evaluate(() => document.querySelector('portable-replay').currentTime), 10);
    assert.deepEqual(errors, []);
  });

  it('seeks when the moment in its address changes, and links to the moment on screen', async () => {
    const src = encodeURIComponent(`${recordings.origin}/checkout.jsonl`);
    const { page, errors } = await browser.open(`${site.origin}/index.html#src=${src}&t=10`);
    await seeText(page, '#title', 'Checkout');
    const requests = [];
    // Chromium looks for the icon of each address anew.
    const isIcon = (address) => address.endsWith('/icon.svg');
    page.on('request', (request) => isIcon(request.url()) || requests.push(request.url()));
    await page.evaluate((hash) => (location.hash = hash), `src=${src}&t=0:04`);
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime === 4);
    assert.deepEqual(requests, []);
    assert.equal(
      await page.evaluate(() => document.querySelector('portable-replay').shareUrl),
      `${site.origin}/index.html#src=${src}&t={time}`,
    );
    // Nothing changes the address that was not asked to.
    await page.evaluate(() => (document.querySelector('portable-replay').currentTime = 6.28));
    await page.waitForFunction(() => !document.querySelector('portable-replay').seeking);
    assert.ok(page.url().endsWith('&t=0:04'), page.url());
    await page.evaluate((hash) => (location.hash = hash), `src=${src}&t=0:04&follow-time`);
    await page.evaluate(() => (document.querySelector('portable-replay').currentTime = 8.28));
    await page.waitForURL(/follow-time(=)?&t=8\.2$/);
    assert.deepEqual(errors, []);
  });

  it('takes keys without a click, but not those of a field or with Ctrl', async () => {
    const src = encodeURIComponent(`${recordings.origin}/checkout.jsonl`);
    for (const name of ['index.html', 'embed.html']) {
      const { page, errors } = await browser.open(`${site.origin}/${name}#src=${src}`);
      await seeText(page, '#title', 'Plants for shady corners');
      const time = () => page.evaluate(() => document.querySelector('portable-replay').currentTime);
      const moved = (to) =>
        page.waitForFunction((at) => {
          const player = document.querySelector('portable-replay');
          return !player.seeking && player.currentTime === at;
        }, to);
      await page.keyboard.press('ArrowRight');
      await moved(5);
      await page.keyboard.press('?');
      await page.locator('replay-shortcuts-panel').waitFor();
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.press('Escape');
      await page.locator('replay-shortcuts-panel').waitFor({ state: 'detached' });
      await page.evaluate(() => document.activeElement.blur());
      await page.keyboard.press('Control+ArrowRight');
      await page.evaluate(() => {
        const field = document.createElement('input');
        document.body.prepend(field);
        field.focus();
      });
      await page.keyboard.type('ljk');
      assert.equal(await page.locator('input').first().inputValue(), 'ljk');
      await page.evaluate(() => document.querySelector('input').remove());
      assert.equal(await time(), 5);
      await page.keyboard.press('j');
      await moved(0);
      assert.deepEqual(errors, []);
    }
  });

  it('plays a file that is dropped anywhere', async () => {
    const { page } = await browser.open(`${site.origin}/index.html`);
    const text = await readFile(RECORDING, 'utf8');
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], 'some.json'));
      const target = document.elementFromPoint(40, 40);
      for (const type of ['dragenter', 'dragover', 'drop']) {
        target.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }),
        );
      }
    }, text);
    await seeText(page, '#title', 'Plants for shady corners');
  });

  it('plays what is pasted', async () => {
    const { page } = await browser.open(`${site.origin}/index.html`);
    const text = await readFile(RECORDING, 'utf8');
    await page.evaluate((content) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', content);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
    await seeText(page, '#title', 'Plants for shady corners');
  });

  it('saves a repaired copy of a file, which plays as the file did', async () => {
    const { page, errors } = await browser.open(`${site.origin}/index.html`);
    await pick(page, /choose a file/i, join(ROOT, 'fixtures/recordings/app-android.json'));
    await page.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('button', { name: /^about this recording/i }).click();
    await page.getByRole('heading', { name: 'About this recording' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a repaired copy' }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^export-0195a3c0-[\w-]+-ph-recording\.json$/);
    const copy = await readFile(await download.path());
    assert.equal(JSON.parse(copy).version, '2023-04-28');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await pick(page, /open a recording/i, { name: 'copy.json', mimeType: 'application/json', buffer: copy });
    await page.waitForFunction(
      () => document.querySelector('portable-replay').recording?.format === 'posthog-export-2023-04-28',
    );
    await seeText(page, 'body', /Plants for shady corners/);
    assert.deepEqual(errors, []);
  });

  for (const [locale, said, lang] of [
    ['de-AT', 'Datei wählen', 'de-AT'],
    ['pt-BR', 'Choose a file', 'en'],
  ])
    it(`speaks the language of a reader of ${locale}, where it has words for that`, async () => {
      const { page } = await browser.open(`${site.origin}/index.html`, { locale });
      await page.getByRole('button', { name: said }).waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
    });

  it('makes a playlist of files of different sessions that are picked together', async () => {
    const { page, errors } = await browser.open(`${site.origin}/index.html`);
    await pick(page, /choose a file/i, [RECORDING, join(ROOT, 'fixtures/recordings/lab.jsonl')]);
    await seeText(page, '#title', 'Plants for shady corners');
    await page.getByRole('button', { name: /next/i }).click();
    await seeText(page, '#title', 'Greenhouse lab');
    await page.getByRole('button', { name: /previous/i }).click();
    await seeText(page, '#title', 'Plants for shady corners');
    assert.deepEqual(errors, []);
  });

  it('can be driven by keyboard and pointer alone', async () => {
    const { page } = await browser.open(
      `${site.origin}/index.html#src=${encodeURIComponent(`${recordings.origin}/checkout.v2.json`)}`,
    );
    await seeText(page, '#title', 'Plants for shady corners');
    const slider = page.getByRole('slider');
    const box = await slider.boundingBox();
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2, { steps: 6 });
    await page.mouse.up();
    await seeText(page, '#title', 'Checkout');
    await slider.focus();
    await page.keyboard.press('Home');
    await seeText(page, '#title', 'Plants for shady corners');
    await page.keyboard.press('k');
    await page.waitForFunction(() => !document.querySelector('portable-replay').paused);
    await page.keyboard.press('k');
    await page.getByRole('button', { name: /speed/i }).click();
    await page.getByRole('menuitemradio', { name: /^4/ }).click();
    assert.equal(await page.evaluate(() => document.querySelector('portable-replay').playbackRate), 4);
  });
});

describe('the pages that embed', () => {
  const browser = useBrowser();
  let site;
  let host;
  before(async () => {
    site = await serve(join(ROOT, 'dist/site'), { cors: true });
    const embed = `${site.origin}/embed.html#src=${encodeURIComponent(`${site.origin}/sample.json`)}&start-at=1`;
    host = await serve(ROOT, {
      pages: {
        '/': {
          html: `<!doctype html><iframe src="${embed.replaceAll('&', '&amp;')}" width="700" height="500"></iframe>`,
        },
      },
    });
  });
  after(() => {
    site.close();
    host.close();
  });

  it('keep the players of a dashboard apart', async () => {
    const { page, errors } = await browser.open(`${site.origin}/dashboard.html`);
    const titles = {
      checkout: 'Checkout',
      twoTabs: 'Plants for shady corners',
      idleGap: 'Plants for shady corners',
      lab: 'Greenhouse lab',
    };
    for (const [sample, title] of Object.entries(titles))
      await seeText(page, '#title', title, `[data-sample=${sample}]`);
    const state = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('portable-replay')].map(({ paused, currentTime, playbackRate }) => ({
          paused,
          currentTime,
          playbackRate,
        })),
      );
    const before = await state();
    await page.evaluate(() => document.querySelector('[data-sample=lab]').play());
    await page.waitForFunction(() => document.querySelector('[data-sample=lab]').currentTime > 1);
    const after = await state();
    assert.deepEqual(after.slice(0, 3), before.slice(0, 3));
    assert.deepEqual(
      after.map(({ playbackRate }) => playbackRate),
      [1, 1, 1, 2, 1],
    );
    assert.equal(after[3].paused, false);
    assert.deepEqual(errors, []);
  });

  it('play in an iframe of the docs', async () => {
    const { page, errors } = await browser.open(`${site.origin}/docs/recipes.html`);
    const frame = page.frameLocator('iframe[data-sample]');
    await frame
      .frameLocator('.page:not(.standby) iframe')
      .locator('#title')
      .filter({ hasText: 'Checkout' })
      .waitFor({ state: 'attached' });
    assert.deepEqual(errors, []);
  });

  it('play in an iframe of another origin', async () => {
    const recordings = await serve(join(ROOT, 'fixtures/recordings'), { cors: true });
    const { page, errors } = await browser.open(host.origin);
    const embed = page.frames()[1];
    await embed.evaluate(
      (src) => document.querySelector('portable-replay').setAttribute('src', src),
      `${recordings.origin}/two-tabs.v1.json`,
    );
    await seeText(embed, '#title', 'Plants for shady corners');
    await embed.evaluate(() => document.querySelector('portable-replay').play());
    await seeText(embed, '#title', 'Maidenhair');
    assert.deepEqual(errors, []);
    recordings.close();
  });
});

/** Picks files with the file dialog that a button opens. */
async function pick(page, name, files) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name }).first().click(),
  ]);
  await chooser.setFiles(files);
}

/** Drops something of the disk onto the middle of the page, as a file manager does. */
async function drop(page, path) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'])
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data });
  await session.detach();
}
