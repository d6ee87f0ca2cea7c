import assert from 'node:assert/strict';
import { cp, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { splitAtMarks } from '../../demo/docs-site/marks.mjs';
import { PAGES } from '../../demo/docs-site/pages.mjs';
import { outlineOf } from '../../demo/docs-site/render.mjs';
import { SHAPES } from '../../fixtures/shapes.mjs';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const README_LIMIT = 12 * 1024;
const FILES = [...PAGES.map(({ file }) => file), 'fixtures/README.md'];

const read = (file) => readFile(join(ROOT, file), 'utf8');
const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The cells of the table between marks of a page, without its head. */
function cellsOf(content, marks) {
  const lines = splitAtMarks(content, marks).between.split('\n');
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the documentation', () => {
  it('lists every shape that tests open, as they open it, and no other', async () => {
    const rows = cellsOf(await read('demo/docs/formats.md'), 'formats');
    const expected = SHAPES.map(({ title, format, packing = [] }) => [
      title,
      format,
      packing.join(', ') || '–',
    ]);
    const withoutLinks = rows.map(([title, format, packing]) => [
      title,
      /^\[`(.*)`\]/.exec(format)?.[1],
      packing,
    ]);
    assert.deepEqual(withoutLinks, expected);
  });

  it('links to files and headings that are there', async () => {
    const contents = new Map();
    for (const file of FILES) contents.set(file, outlineOf(await read(file)));
    const dead = [];
    for (const [file, { targets }] of contents) {
      for (const target of targets.filter((address) => !/^[a-z]+:/i.test(address))) {
        const [path, anchor] = target.split('#');
        const linked = path === '' ? file : posix.join(posix.dirname(file), path);
        const isThere = await exists(join(ROOT, linked));
        const hasAnchor =
          anchor === undefined || contents.get(linked)?.headings.some(({ id }) => id === anchor);
        if (!isThere || !hasAnchor) dead.push(`${file}: ${target}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('names files of this repository that are there', async () => {
    const missing = [];
    for (const file of FILES) {
      const named = outlineOf(await read(file)).code.filter((text) =>
        /^(src|test|demo|fixtures)\/[\w./-]+$/.test(text),
      );
      for (const path of named) if (!(await exists(join(ROOT, path)))) missing.push(`${file}: ${path}`);
    }
    assert.deepEqual(missing, []);
  });

  it('says what every folder of the source is for', async () => {
    const { code } = outlineOf(await read('src/README.md'));
    for (const parent of ['src', 'src/core']) {
      const entries = await readdir(join(ROOT, parent), { withFileTypes: true });
      const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${parent}/${name}`);
      const missing = folders.filter((folder) => folder !== 'src/core' && !code.includes(folder));
      assert.deepEqual(missing, []);
    }
  });

  it('has every page in the navigation', async () => {
    const pages = (await readdir(join(ROOT, 'demo/docs'))).map((name) => `demo/docs/${name}`);
    const listed = PAGES.map(({ file }) => file).filter((file) => file.startsWith('demo/docs/'));
    assert.deepEqual(pages.toSorted(), listed.toSorted());
  });

  it('begins with a README that is read in one go', async () => {
    const { length } = Buffer.from(await read('README.md'));
    assert.ok(length <= README_LIMIT, `${length} bytes`);
  });

  it('claims in the README what the bench has measured', async () => {
    const rows = cellsOf(await read('demo/docs/performance.md'), 'bench');
    const [, , , , baseline, element] = rows.find(([what]) => what === '75 MB: first frame');
    const seconds = (cell) => `${(Number.parseFloat(cell) / 1000).toFixed(1)} s`;
    const readme = await read('README.md');
    const [, first, other] = /first frame after (\S+ s);.* needs (\S+ s)\./.exec(readme);
    assert.deepEqual([first, other], [seconds(element), seconds(baseline)]);
    const told = cellsOf(readme, 'bench');
    assert.equal(told.length, 10);
    const measured = rows.map(([, toBaseline, toLimit, , , own]) => [own, toBaseline, toLimit].join());
    for (const [what, ...values] of told) assert.ok(measured.includes(values.join()), what);
  });
});

describe('a page of the README', () => {
  const browser = useBrowser();
  let folder;
  let host;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portable-replay-readme-'));
    await copyFile(join(ROOT, 'dist/portable-replay.js'), join(folder, 'portable-replay.js'));
    await copyFile(join(ROOT, 'fixtures/recordings/checkout.v2.json'), join(folder, 'recording.json'));
    await cp(join(ROOT, 'dist/site'), join(folder, 'site'), { recursive: true });
    const readme = await read('README.md');
    const pages = readme.matchAll(/<!-- page: (\w+) -->\s+```html\n(.*?)```/gs);
    for (const [, name, html] of pages) await writeFile(join(folder, `${name}.html`), html);
    host = await serve(folder);
  });
  after(async () => {
    host.close();
    await rm(folder, { recursive: true });
  });

  /** Opens a page as it stands in the README. */
  async function open(name) {
    const { page, errors } = await browser.open(`${host.origin}/${name}.html`);
    assert.equal(await page.evaluate(() => document.compatMode), 'CSS1Compat');
    assert.notEqual(await page.title(), '');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    return { page, errors };
  }

  it('plays as the smallest one', async () => {
    const { page, errors } = await open('smallest');
    await seeText(page, '#title', 'Plants for shady corners');
    await page.getByRole('button', { name: 'Play' }).first().click();
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 0.3);
    assert.deepEqual(errors, []);
  });

  it('plays as the one with an iframe, at its size and from its moment', async () => {
    const { page, errors } = await open('iframe');
    const frame = page.frameLocator('iframe');
    await seeText(frame, '#title', 'Maidenhair');
    const { width, height } = await page.locator('iframe').boundingBox();
    assert.ok(width >= 960 && height >= 600, `${width} × ${height}`);
    assert.deepEqual(errors, []);
  });
});

describe('dist/site/docs', () => {
  const browser = useBrowser();
  let site;
  before(async () => {
    site = await serve(join(ROOT, 'dist/site'));
  });
  after(() => site.close());

  for (const { name } of PAGES) {
    it(`has ${name}.html, which asks nobody else for anything and fits a phone`, async () => {
      const { page, errors } = await browser.open('about:blank', { viewport: { width: 360, height: 740 } });
      const asked = [];
      const said = [];
      page.on('request', (request) => asked.push(new URL(request.url())));
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${site.origin}/docs/${name}.html`);
      assert.equal(await page.locator('h1').count(), 1);
      assert.equal(await page.locator('header [aria-current=page]').count(), 1);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      assert.deepEqual(ids.toSorted(), [...new Set(ids)].toSorted());
      const pictures = page.locator('main img');
      for (const picture of await pictures.all())
        assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
      const elsewhere = asked.filter(
        ({ protocol, origin }) => /^https?:$/.test(protocol) && origin !== site.origin,
      );
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(said, []);
      assert.deepEqual(errors, []);
    });
  }

  it('links only to what is in the site', async () => {
    const dead = [];
    const { page } = await browser.open('about:blank');
    const idsOf = new Map();
    const linksOf = new Map();
    for (const { name } of PAGES) {
      await page.goto(`${site.origin}/docs/${name}.html`);
      idsOf.set(
        page.url(),
        await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id)),
      );
      linksOf.set(
        page.url(),
        await page.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href)),
      );
    }
    for (const [from, links] of linksOf) {
      for (const link of links.filter((address) => address.startsWith(site.origin))) {
        const { origin, pathname, hash } = new URL(link);
        const isThere = await exists(join(ROOT, 'dist/site', pathname));
        const hasAnchor = hash === '' || idsOf.get(origin + pathname)?.includes(hash.slice(1));
        if (!isThere || !hasAnchor) dead.push(`${from}: ${link}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('shows the player alive', async () => {
    const { page, errors } = await browser.open(`${site.origin}/docs/index.html`);
    await seeText(page, '#title', 'Maidenhair');
    await page.getByRole('button', { name: 'Play' }).first().click();
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 5.3);
    assert.deepEqual(errors, []);
  });
});
