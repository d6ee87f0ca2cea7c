import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { seeText, useBrowser } from './browser.mjs';
import { ROOT, serve } from './servers.mjs';

const RECORDING = 'fixtures/recordings/checkout.v2.json';

/** Scripts and what they make of links, on the origin of the embed and on another. */
describe('embed.js', () => {
  const browser = useBrowser();
  let site;
  let host;
  const pages = {};
  before(async () => {
    site = await serve(ROOT, { cors: true });
    host = await serve(ROOT, { cors: true, pages });
  });
  after(() => [site, host].forEach((server) => server.close()));

  async function open(
    body,
    { script = `<script src="${site.origin}/dist/embed.js"></script>`, ...options } = {},
  ) {
    const html = `<!doctype html><link rel="icon" href="data:," />${script}<body style="margin: 0">${body}</body>`;
    pages['/docs/page.html'] = { html };
    host.requests.length = 0;
    return browser.open(`${host.origin}/docs/page.html`, options);
  }

  const link = `<a data-replay href="../${RECORDING}" data-start-at="10" data-speed="2">A failed payment</a>`;
  const embedIn = async (page) => {
    await page.waitForFunction(() => frames.length > 0);
    return page.frames()[1];
  };

  for (const [kind, script] of [
    ['a script', (address) => `<script src="${address}"></script>`],
    ['a deferred script', (address) => `<script defer src="${address}"></script>`],
    ['a module', (address) => `<script type="module" src="${address}"></script>`],
  ])
    it(`shows a link as a player, as ${kind}`, async () => {
      const { page, errors } = await open(link, { script: script(`${site.origin}/dist/embed.js`) });
      const embed = await embedIn(page);
      await seeText(embed, '#title', 'Checkout');
      const { speed, src } = await embed.evaluate(() => {
        const player = document.querySelector('portable-replay');
        return { speed: player.playbackRate, src: player.src };
      });
      assert.deepEqual({ speed, src }, { speed: 2, src: `${host.origin}/${RECORDING}` });
      const frame = page.getByTitle('A failed payment');
      const { loading, allow, sandbox, width } = await frame.evaluate((element) => ({
        loading: element.loading,
        allow: element.allow,
        sandbox: element.sandbox.value,
        width: element.offsetWidth,
      }));
      assert.deepEqual([loading, width], ['lazy', 1100]);
      assert.match(allow, /fullscreen/);
      assert.equal(sandbox, 'allow-scripts allow-same-origin allow-downloads');
      assert.equal(await frame.locator('a').count(), 1);
      assert.deepEqual(errors, []);
    });

  it('follows the height that the player wants', async () => {
    const { page } = await open(`<div style="width: 500px">${link}</div>`);
    const embed = await embedIn(page);
    await seeText(embed, '#title', 'Checkout');
    const heightIs = (isRight) =>
      page.waitForFunction(`(${isRight})(document.querySelector('iframe').offsetHeight)`);
    await heightIs((height) => height > (500 * 9) / 16 && height < 400);
    await embed.evaluate(() => (document.querySelector('portable-replay').panel = 'transcript'));
    await heightIs((height) => height > 500);
    await page.evaluate(() => (document.querySelector('div').style.width = '900px'));
    await heightIs((height) => height > (900 * 9) / 16 && height < 600);
  });

  it('shows an element with an address, and takes others that come later', async () => {
    const { page, errors } = await open(
      `<div data-replay="../${RECORDING}" data-label="Payment" data---replay-accent="teal">Scripts are off.</div>`,
    );
    await page.getByTitle('Payment').waitFor();
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), link);
    await page.getByTitle('A failed payment').scrollIntoViewIfNeeded();
    assert.equal(await page.locator('iframe').count(), 2);
    for (const embed of page.mainFrame().childFrames()) await seeText(embed, '#title', /./);
    const accent = await page
      .frames()[1]
      .evaluate(() => document.querySelector('portable-replay').style.getPropertyValue('--replay-accent'));
    assert.equal(accent, 'teal');
    assert.equal(await page.evaluate(() => document.body.innerText.includes('Scripts are off.')), false);
    assert.deepEqual(errors, []);
  });

  it('loads a player only when it comes near', async () => {
    const { page } = await open(`<div style="height: 20000px"></div>${link}`);
    await page.locator('iframe').waitFor({ state: 'attached' });
    assert.deepEqual(host.requests, ['/docs/page.html']);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await seeText(await embedIn(page), '#title', 'Checkout');
  });

  it('leaves the link where scripts are off', async () => {
    const { page } = await open(link, { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'A failed payment' }).waitFor();
    assert.equal(await page.locator('iframe').count(), 0);
  });

  it('finds the embed where data-embed says, and runs no script by it', async () => {
    const other = `data-embed="${site.origin}/dist/site/embed.html"`;
    const { page } = await open(`<p>${link.replace('<a', `<a ${other}`)}</p>`, {
      script: '<script src="/dist/embed.js" data-embed="/nothing.html"></script>',
    });
    await seeText(await embedIn(page), '#title', 'Checkout');
    const { page: attacked } = await open(
      `${link.replace('<a', '<a data-embed="javascript:parent.ran = 1"')}<div data-replay="x" data-embed="data:text/html,x"></div>`,
    );
    await attacked.waitForLoadState();
    assert.equal(await attacked.locator('iframe').count(), 0);
    assert.equal(await attacked.evaluate(() => window.ran), undefined);
  });

  it('does not let another frame change the height', async () => {
    const { page } = await open(`<div style="width: 500px">${link}</div>`);
    await seeText(await embedIn(page), '#title', 'Checkout');
    const heard = await page.evaluate(async (src) => {
      const { offsetHeight } = document.querySelector('iframe');
      const frame = document.createElement('iframe');
      frame.src = `data:text/html,<script>parent.postMessage({portableReplay:1,type:'resize',height:5000},'*')</script>${src}`;
      const told = new Promise((resolve) =>
        addEventListener('message', ({ source }) => source === frame.contentWindow && resolve()),
      );
      document.body.append(frame);
      await told;
      return document.querySelector('iframe').offsetHeight - offsetHeight;
    }, site.origin);
    assert.equal(heard, 0);
  });
});
