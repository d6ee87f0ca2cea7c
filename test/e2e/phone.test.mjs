import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seeText, useBrowser, useSite } from './browser.mjs';

const PHONE = { hasTouch: true, isMobile: true };
const PANELS = ['inspector', 'transcript', 'notes', 'privacy', 'about', 'share', 'shortcuts'];

describe('the player on a phone', () => {
  const browser = useBrowser();
  const { site, recordings } = useSite();

  async function open(width, height, options = PHONE) {
    const src = encodeURIComponent(`${recordings.origin}/checkout.v2.json`);
    const viewport = { width, height };
    const { page, errors } = await browser.open(`${site.origin}/index.html#src=${src}&t=8`, {
      viewport,
      ...options,
    });
    await seeText(page, '#title', 'Checkout');
    return { page, errors };
  }

  for (const [name, smallest, options] of [
    ['fingers', 44, PHONE],
    ['a mouse', 24, {}],
  ]) {
    it(`is large enough for ${name} in an inline player of 320 px, with each panel, and nothing overflows`, async () => {
      const { page, errors } = await open(320, 640, options);
      await page.evaluate(() => (document.querySelector('portable-replay').style.blockSize = 'auto'));
      const wrong = [];
      for (const panel of [null, ...PANELS]) {
        await page.evaluate((open) => (document.querySelector('portable-replay').panel = open), panel);
        if (panel) await page.locator(`replay-${panel}-panel h2`).waitFor();
        await page.locator('replay-more-menu button').first().click();
        await page.locator('replay-more-menu replay-open-button button').waitFor();
        wrong.push(...(await page.evaluate(tooSmall, smallest)), ...(await page.evaluate(overflowing)));
        await page.keyboard.press('Escape');
      }
      assert.deepEqual([...new Set(wrong)], []);
      assert.deepEqual(errors, []);
    });
  }

  it('closes a menu by a tap elsewhere, which does nothing else', async () => {
    const { page } = await open(360, 640);
    const paused = () => page.evaluate(() => document.querySelector('portable-replay').paused);
    await page.evaluate(() => document.querySelector('portable-replay').play());
    for (const [x, y] of [
      [15, 200],
      [15, 566],
    ]) {
      const before = await page.evaluate(() => document.querySelector('portable-replay').currentTime);
      await page.locator('replay-more-menu button').first().tap();
      const list = page.locator('replay-more-menu .list');
      await list.waitFor();
      await page.touchscreen.tap(x, y);
      await list.waitFor({ state: 'hidden' });
      assert.equal(await paused(), false);
      const now = await page.evaluate(() => document.querySelector('portable-replay').currentTime);
      assert.ok(now >= before, `${now} after ${before}`);
    }
    await page.touchscreen.tap(15, 200);
    await page.waitForFunction(() => document.querySelector('portable-replay').paused);
  });

  it('has panels as sheets below the page', async () => {
    const { page } = await open(360, 740);
    for (const panel of PANELS) {
      await page.evaluate((name) => (document.querySelector('portable-replay').panel = name), panel);
      await page.locator(`replay-${panel}-panel h2`).waitFor();
      // The page is fitted anew with the next frame.
      await page.waitForFunction(
        ([name]) => {
          const root = document.querySelector('portable-replay').shadowRoot;
          const boxOf = (selector) => root.querySelector(selector).getBoundingClientRect();
          const sheet = boxOf(`replay-${name}-panel`);
          const shown = boxOf('.page:not(.standby) iframe');
          const isBelow = sheet.width >= 358 && shown.bottom <= sheet.top + 1 && shown.height > 100;
          return isBelow && Math.abs(sheet.bottom - boxOf('.main').bottom) < 1;
        },
        [panel],
        { timeout: 5000 },
      );
    }
  });

  it('can be used lying on its side', async () => {
    const { page } = await open(740, 360);
    const badge = await page.evaluate(() => {
      const bar = document.querySelector('portable-replay').shadowRoot.querySelector('replay-control-bar');
      const button = bar.shadowRoot.querySelector('replay-privacy-button').shadowRoot;
      return ['svg', '.badge'].map((part) => button.querySelector(part).getBoundingClientRect().toJSON());
    });
    assert.ok(badge[0].right <= badge[1].left, 'the badge hides the icon');
    for (const panel of [null, ...PANELS]) {
      await page.evaluate((name) => (document.querySelector('portable-replay').panel = name), panel);
      if (panel) await page.locator(`replay-${panel}-panel h2`).waitFor();
      assert.deepEqual(await page.evaluate(overflowing), [], `${panel}`);
      const seen = await page.evaluate(() => {
        const root = document.querySelector('portable-replay').shadowRoot;
        const stage = root.querySelector('.stage').getBoundingClientRect();
        const over = root.querySelector('.stage > [part="inspector"]')?.getBoundingClientRect().width ?? 0;
        return [stage.width - over, stage.height];
      });
      assert.ok(seen[0] >= 300 && seen[1] >= 200, `${panel}: ${seen}`);
    }
  });

  it('zooms the page with two fingers and a double tap, and moves it with one', async () => {
    const { page } = await open(360, 640);
    await page.evaluate(() => document.querySelector('portable-replay').play());
    const boxOf = () =>
      page.evaluate(() =>
        document
          .querySelector('portable-replay')
          .shadowRoot.querySelector('.page:not(.standby) iframe')
          .getBoundingClientRect()
          .toJSON(),
      );
    const client = await page.context().newCDPSession(page);
    const touch = (type, ...points) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y], id) => ({ x, y, id })),
      });
    const fit = await boxOf();
    await touch('touchStart', [160, 260], [200, 260]);
    for (const by of [10, 20, 30, 40]) await touch('touchMove', [160 - by, 260], [200 + by, 260]);
    await touch('touchEnd');
    const pinched = await boxOf();
    assert.ok(pinched.width > fit.width * 2 && pinched.width < fit.width * 4, `${pinched.width}`);
    await touch('touchStart', [180, 260]);
    for (const by of [10, 20, 30]) await touch('touchMove', [180 - by, 260]);
    await touch('touchEnd');
    const moved = await boxOf();
    assert.ok(Math.abs(moved.left - (pinched.left - 30)) < 3, `${moved.left} after ${pinched.left}`);
    assert.equal(await page.evaluate(() => document.querySelector('portable-replay').paused), false);
    await page.touchscreen.tap(180, 260);
    await page.touchscreen.tap(180, 260);
    assert.ok(Math.abs((await boxOf()).width - fit.width) < 1);
    await page.evaluate(() => document.querySelector('portable-replay').pause());
  });

  it('does not speak of dropping files', async () => {
    const { page } = await browser.open(`${site.origin}/index.html`, {
      viewport: { width: 360, height: 640 },
      ...PHONE,
    });
    await page.getByText('Choose a file').waitFor();
    assert.doesNotMatch(await page.locator('replay-empty-overlay').innerText(), /drop|paste/i);
  });
});

/** Runs in the page: what can be pressed and is smaller than so many pixels, in either direction. */
function tooSmall(smallest) {
  const found = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (
        !element.matches(
          'button, a[href], input, select, textarea, summary, [role="option"], [role="slider"]',
        )
      )
        continue;
      if (!element.checkVisibility({ checkVisibilityCSS: true })) continue;
      // A box is ticked by its words, too, and the timeline takes what is around its slider.
      const target = element.closest('label') ?? (element.role === 'slider' ? root.host : element);
      const { width, height } = target.getBoundingClientRect();
      if (Math.min(width, height) < smallest - 0.01)
        found.push(`${root.host?.localName} ${element.localName} ${element.className} ${width} × ${height}`);
    }
  };
  look(document);
  return found;
}

/** Runs in the page: what reaches out of the player to the side, or has to be scrolled sideways. */
function overflowing() {
  const found = [];
  const player = document.querySelector('portable-replay');
  const { left, right } = player.getBoundingClientRect();
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      const box = element.getBoundingClientRect();
      const isSeen = box.width > 1 && element.checkVisibility({ checkVisibilityCSS: true });
      const isScrolled =
        element.closest('.bar, .chips, [role="tablist"], .pages, .visually-hidden, svg, .masks') !== null;
      if (isSeen && !isScrolled && (box.left < left - 0.5 || box.right > right + 0.5))
        found.push(
          `${root.host?.localName} ${element.localName} ${element.className} ${box.left} ${box.right}`,
        );
    }
  };
  look(player.shadowRoot);
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page');
  return found;
}
