import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const RECORDING = join(ROOT, 'fixtures/recordings/checkout.v2.json');
const TITLE = 'Plants for shady corners';
/** Stands for the share sheet of a phone, which posts a form as well. */
const FORM = `<!doctype html><title>Another app</title>
<form action="./share" method="post" enctype="multipart/form-data"><input type="file" name="recordings"><button>Share</button></form>`;

describe('the viewer as an installed app', () => {
  const browser = useBrowser();
  let site;
  before(async () => {
    site = await serve(join(ROOT, 'dist/site'), { pages: { '/app': { html: FORM } } });
  });
  after(() => site.close());

  const kept = (page) =>
    page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      const workers = await navigator.serviceWorker.getRegistrations();
      return { addresses: requests.flat().map(({ url }) => url), workers: workers.length };
    });

  /** A viewer that was installed, in a profile of its own. */
  async function installed() {
    const { page, errors } = await browser.open(`${site.origin}/index.html`);
    await page.evaluate(async () => {
      dispatchEvent(new Event('appinstalled'));
      const { active } = await navigator.serviceWorker.ready;
      while (active.state !== 'activated')
        await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
    });
    return { page, errors };
  }

  it('can be installed', async () => {
    const { page } = await browser.open(`${site.origin}/index.html`);
    const session = await page.context().newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    for (const { src, sizes, type } of JSON.parse(data).icons) {
      const size = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, new URL(src, url).href);
      if (type === 'image/png') assert.equal(size, sizes);
    }
  });

  it('leaves nothing on the machine of those who have not installed it', async () => {
    const { page } = await browser.open(`${site.origin}/index.html`);
    await seeOpened(page);
    assert.deepEqual(await kept(page), { addresses: [], workers: 0 });
  });

  it('opens, plays and saves pages without a network, and keeps no recording', async () => {
    const { page, errors } = await installed();
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/?x#t=0:04`);
    await seeOpened(page);
    await page.locator('.stage').focus();
    await page.keyboard.press('s');
    await page.getByRole('button', { name: 'Make the copy' }).click();
    await page.getByRole('button', { name: 'Save the copy' }).waitFor();
    const { addresses, workers } = await kept(page);
    assert.equal(workers, 1);
    assert.ok(addresses.length > 5);
    for (const address of addresses)
      assert.match(
        new URL(address).pathname,
        /^\/(index\.html|icon|viewer\.webm|portable-replay\.js|assets\/.*\.(js|css)$)/,
      );
    assert.deepEqual(errors, []);
  });

  it('plays what another app shares', async () => {
    const { page, errors } = await installed();
    await page.goto(`${site.origin}/app`);
    await page.locator('input').setInputFiles(RECORDING);
    await page.getByRole('button', { name: 'Share' }).click();
    await seeText(page, '#title', TITLE);
    assert.equal(page.url(), `${site.origin}/index.html#`);
    assert.deepEqual(errors, []);
  });

  it('plays what the system opens with it', async () => {
    const { page, errors } = await browser.open('about:blank');
    await page.addInitScript(
      (text) => {
        // The system does this; a browser without a window has no other way to be asked.
        const file = new File([text], 'checkout.json');
        const setConsumer = (consumer) => consumer({ files: [{ getFile: async () => file }] });
        Object.defineProperty(window, 'launchQueue', { value: { setConsumer } });
      },
      await readFile(RECORDING, 'utf8'),
    );
    await page.goto(`${site.origin}/index.html`);
    await seeText(page, '#title', TITLE);
    assert.deepEqual(errors, []);
  });
});

async function seeOpened(page) {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: /choose a file/i })
      .first()
      .click(),
  ]);
  await chooser.setFiles(RECORDING);
  await seeText(page, '#title', TITLE);
}
