import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { zipSync } from 'fflate';
import { seeText, useBrowser, useSite } from './browser.mjs';
import { ROOT } from './servers.mjs';

const fixture = (name) => join(ROOT, 'fixtures/recordings', name);
const SHOP = { file: fixture('checkout.v2.json'), title: 'Plants for shady corners' };
const LAB = { file: fixture('lab.jsonl'), title: 'Greenhouse lab' };

describe('the library of the viewer', () => {
  const browser = useBrowser();
  const { site, recordings } = useSite({
    pages: {
      '/around.html': { html: '<!doctype html><iframe src="./index.html" width="900" height="600">' },
    },
  });

  /** A viewer in a profile of its own. */
  async function viewer(fragment = '') {
    const { page, errors } = await browser.open(`${site.origin}/index.html${fragment}`);
    return { page, errors };
  }

  async function keep(page, { file, title }) {
    await page.reload();
    await pick(page, /choose a file/i, file);
    await seeText(page, 'h1', title);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByText('Kept on this device').waitFor();
  }

  const showLibrary = (page) => page.getByRole('button', { name: 'Library' }).click();
  const rows = (page) => page.locator('library-row');
  const names = (page) => page.locator('library-row h3').allTextContents();
  const seeRows = (page, count) =>
    page.waitForFunction((expected) => {
      // The library is made when it is first asked for.
      const root = document.querySelector('recording-library')?.shadowRoot;
      return root?.querySelectorAll('library-row').length === expected;
    }, count);
  const seeNotice = (page, text) => page.locator('recording-library .notice', { hasText: text }).waitFor();
  const stored = (page) =>
    page.evaluate(async () => {
      const databases = await indexedDB.databases();
      return databases.map(({ name }) => name);
    });

  it('stores nothing until a recording is kept, and keeps it over a reload', async () => {
    const { page, errors } = await viewer();
    await pick(page, /choose a file/i, SHOP.file);
    await seeText(page, 'h1', SHOP.title);
    await page.getByRole('button', { name: 'Keep on this device' }).waitFor();
    await showLibrary(page);
    await page.getByText('Nothing is kept yet').waitFor();
    await page.getByText('stays in this browser, on this device').waitFor();
    assert.deepEqual(await stored(page), []);
    await keep(page, SHOP);
    assert.deepEqual(await stored(page), ['portable-replay-library']);
    await page.reload();
    await showLibrary(page);
    await page.getByText('1 recording', { exact: true }).waitFor();
    await page.getByText(/used of .* that the browser offers/).waitFor();
    await page.getByRole('button', { name: /^Open shop\.example/ }).click();
    await seeText(page, 'h1', SHOP.title);
    // The keys are the player's, and it knows that this one is kept.
    await page.getByText('Kept on this device').waitFor();
    await page.keyboard.press('k');
    await page.waitForFunction(() => !document.querySelector('portable-replay').paused);
    await page.getByRole('button', { name: 'Remove from this device' }).click();
    await page.getByRole('button', { name: 'Keep on this device' }).waitFor();
    await showLibrary(page);
    await page.getByText('Nothing is kept yet').waitFor();
    assert.deepEqual(errors, []);
  });

  it('keeps what an address names, and the files that were opened together', async () => {
    const src = encodeURIComponent(`${recordings.origin}/checkout.v2.json`);
    const { page, errors } = await viewer(`#src=${src}`);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByText('Kept on this device').waitFor();
    await page.reload();
    await page.getByText('Kept on this device').waitFor();
    await page.goto(`${site.origin}/index.html?2`);
    await pick(page, /choose a file/i, [SHOP.file, LAB.file]);
    await seeText(page, 'h1', SHOP.title);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByText('Kept on this device').waitFor();
    await page.goto(`${site.origin}/index.html?3#library`);
    await seeRows(page, 2);
    await rows(page).filter({ hasText: '2 files' }).getByRole('button', { name: /^Open/ }).click();
    await page.waitForFunction(() => document.querySelector('portable-replay').recordings.length === 2);
    assert.deepEqual(errors, []);
  });

  it('shows a page of each, finds by name, tag, session and address, and deletes', async () => {
    const { page, errors } = await viewer();
    await keep(page, SHOP);
    const { id } = await page.evaluate(() => document.querySelector('portable-replay').recording);
    await keep(page, LAB);
    await showLibrary(page);
    await seeRows(page, 2);
    for (const [index, { title }] of [LAB, SHOP].entries()) {
      const player = rows(page).nth(index).locator('portable-replay.shown');
      await player.locator('.stage .page:not(.standby) iframe').waitFor({ state: 'attached' });
      const frame = player.frameLocator('.stage .page:not(.standby) iframe');
      await frame.locator('h1', { hasText: title }).waitFor({ state: 'attached' });
    }
    const tag = rows(page).filter({ hasText: 'lab.html' }).getByRole('textbox');
    for (const text of ['Grün', '<b>bug</b>']) {
      await tag.fill(text);
      await tag.press('Enter');
      await rows(page)
        .getByRole('button', { name: `Remove the tag ${text}` })
        .waitFor();
    }
    const search = page.getByRole('searchbox');
    for (const [text, found] of [
      ['grün', ['lab.html']],
      ['<B>', ['lab.html']],
      [id, ['/']],
      ['lab.html GRÜN', ['lab.html']],
      ['shop.example', ['lab.html', '/']],
    ]) {
      await search.fill(text);
      await seeRows(page, found.length);
      for (const [index, name] of found.entries()) assert.ok((await names(page))[index].endsWith(name), text);
    }
    await search.fill('nothing like it');
    await page.getByText('No recording matches').waitFor();
    await search.fill('');
    await page.getByRole('button', { name: 'Remove the tag Grün' }).click();
    await page.getByRole('button', { name: 'Remove the tag Grün' }).waitFor({ state: 'detached' });
    await page.reload();
    await showLibrary(page);
    await page.getByRole('button', { name: 'Remove the tag <b>bug</b>' }).waitFor();

    await page.getByRole('button', { name: /^Remove shop.*lab/ }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await seeRows(page, 2);
    await page.getByRole('button', { name: /^Remove shop.*lab/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await seeRows(page, 1);
    await page.getByRole('button', { name: 'Delete all' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete all' }).click();
    await page.getByText('Nothing is kept yet').waitFor();
    assert.deepEqual(await stored(page), []);
    assert.deepEqual(errors, []);
  });

  it('exports all as one archive, which another profile imports once', async () => {
    const { page, errors } = await viewer();
    await keep(page, SHOP);
    await keep(page, LAB);
    await showLibrary(page);
    const tag = rows(page).first().getByRole('textbox');
    await tag.fill('kept tag');
    await tag.press('Enter');
    await page.getByRole('button', { name: 'Remove the tag kept tag' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export all' }).click(),
    ]);
    await seeNotice(page, '2 recordings were handed to the browser');
    assert.match(download.suggestedFilename(), /\.zip$/);
    const archive = await readFile(await download.path());

    const { page: other, errors: otherErrors } = await viewer('#library');
    const imported = { name: 'all.zip', mimeType: 'application/zip', buffer: archive };
    await pick(other, 'Import', imported);
    await seeNotice(other, '2 recordings imported.');
    await other.getByRole('button', { name: 'Remove the tag kept tag' }).waitFor();
    assert.deepEqual(await names(other), await names(page));
    await pick(other, 'Import', imported);
    await seeNotice(other, '0 recordings imported. 2 already kept.');
    await rows(other).filter({ hasText: 'lab.html' }).getByRole('button', { name: /^Open/ }).click();
    await seeText(other, 'h1', LAB.title);

    const { page: third } = await viewer('#library');
    const cut = { ...imported, buffer: archive.subarray(0, archive.length - 60_000) };
    await pick(third, 'Import', cut);
    await seeNotice(third, '1 recording imported. 1 recording could not be read');
    const foreign = zipSync({ 'a/one.json': readFileSync(SHOP.file), 'two.txt': new Uint8Array(3) });
    await pick(third, 'Import', { ...imported, buffer: Buffer.from(foreign) });
    await seeNotice(third, 'it has no library.json, but a/one.json and two.txt');
    await pick(third, 'Import', { ...imported, buffer: Buffer.from('PK, but no archive') });
    await seeNotice(third, 'This is not a library');
    assert.equal(await rows(third).count(), 1);
    assert.deepEqual([...errors, ...otherErrors], []);
  });

  it('says that there is no room, and loses nothing', async () => {
    const { page, errors } = await viewer();
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1e6 });
    await keep(page, SHOP);
    await page.reload();
    const lab = await readFile(LAB.file, 'utf8');
    const buffer = Buffer.from(lab + ' '.repeat(4e6));
    await pick(page, /choose a file/i, { name: 'lab.jsonl', mimeType: '', buffer });
    await seeText(page, 'h1', LAB.title);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByRole('alert').filter({ hasText: 'not enough room' }).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await showLibrary(page);
    await seeRows(page, 1);
    await page.getByRole('button', { name: /^Open/ }).click();
    await seeText(page, 'h1', SHOP.title);
    assert.deepEqual(errors, []);
  });

  it('says that the browser keeps nothing, where it does not', async () => {
    const { page } = await browser.open('about:blank');
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('Denied', 'SecurityError');
      };
      Object.defineProperty(window, 'indexedDB', { get: () => ({ open: refuse, databases: refuse }) });
    });
    await page.goto(`${site.origin}/index.html`);
    await pick(page, /choose a file/i, SHOP.file);
    await seeText(page, 'h1', SHOP.title);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByRole('alert').filter({ hasText: 'keeps nothing here' }).waitFor();
    await showLibrary(page);
    await seeNotice(page, 'keeps nothing here');
  });

  it('is not in a frame', async () => {
    const { page } = await browser.open(`${site.origin}/around.html`);
    const frame = page.frames()[1];
    await frame.locator('portable-replay').waitFor();
    assert.equal(await frame.locator('viewer-toolbar, recording-library').count(), 0);
    await frame.evaluate(() => (location.hash = '#library'));
    await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    assert.equal(await frame.locator('viewer-toolbar, recording-library').count(), 0);
  });

  it('speaks the language of the player', async () => {
    const { page } = await viewer('#lang=de&library');
    await page.getByText('Noch nichts behalten').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '#lang=de');
    await page.getByRole('button', { name: 'Bibliothek' }).waitFor();
  });

  it('opens what is kept without a network, once the viewer is installed', async () => {
    const { page, errors } = await viewer();
    await keep(page, SHOP);
    await page.evaluate(async () => {
      dispatchEvent(new Event('appinstalled'));
      const { active } = await navigator.serviceWorker.ready;
      while (active.state !== 'activated')
        await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
    });
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/?offline#library`);
    await page.getByRole('button', { name: /^Open shop/ }).click();
    await seeText(page, 'h1', SHOP.title);
    assert.deepEqual(errors, []);
  });
});

/** @param files paths, or what Playwright takes for files */
async function pick(page, name, files) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name }).first().click(),
  ]);
  await chooser.setFiles(files);
}
