import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser, useSite } from './browser.mjs';

/** What a page alone cannot do as a user does: two fingers, and a wheel with a key. */
describe('the timeline', () => {
  const browser = useBrowser();
  const { site, recordings } = useSite();

  async function open(options) {
    const src = encodeURIComponent(`${recordings.origin}/checkout.jsonl`);
    const { page, errors } = await browser.open(`${site.origin}/index.html#src=${src}&t=5`, options);
    await page.waitForFunction(() => {
      const player = document.querySelector('portable-replay');
      return player?.readyState === 4 && !player.seeking;
    });
    const range = page.locator('replay-time-range');
    const at = async (share) => {
      const { x, y, width } = await range.boundingBox();
      return { x: x + width * share, y: y + 13 };
    };
    return { page, errors, at };
  }

  const brushIn = (page) => page.getByRole('scrollbar', { name: 'Part of the timeline in view' });
  const timeIn = (page) => page.evaluate(() => document.querySelector('portable-replay').currentTime);

  it('comes closer with two fingers, and does not seek to where the first is put', async () => {
    const { page, errors, at } = await open({ hasTouch: true, viewport: { width: 400, height: 700 } });
    const session = await page.context().newCDPSession(page);
    const touch = async (type, ...shares) => {
      const places = await Promise.all(shares.map(at));
      const touchPoints = places.map((place, id) => ({ ...place, id }));
      await session.send('Input.dispatchTouchEvent', { type, touchPoints });
    };
    await touch('touchStart', 0.45);
    await touch('touchStart', 0.45, 0.55);
    for (const spread of [0.1, 0.15, 0.2]) await touch('touchMove', 0.5 - spread, 0.5 + spread);
    await touch('touchEnd');
    await brushIn(page).waitFor();
    const words = await brushIn(page).getAttribute('aria-valuetext');
    // A fourth of 15.6 seconds, about their middle.
    assert.equal(words, '0:05 to 0:09 in view');
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime === 5);
    // A finger then seeks in what is in view.
    await touch('touchStart', 0.9);
    await touch('touchEnd');
    await page.waitForFunction(() => document.querySelector('portable-replay').currentTime > 8);
    assert.ok((await timeIn(page)) < 9.5);
    assert.deepEqual(errors, []);
  });

  it('comes closer with the wheel and Ctrl, while the page stays as it is', async () => {
    const { page, errors, at } = await open();
    const { x, y } = await at(0.5);
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await brushIn(page).waitFor();
    await page.waitForFunction(
      () =>
        document
          .querySelector('portable-replay')
          .shadowRoot.querySelector('replay-control-bar')
          .shadowRoot.querySelector('replay-time-range').scale.length < 4,
    );
    assert.equal(await page.evaluate(() => visualViewport.scale * devicePixelRatio), 1);
    assert.deepEqual(errors, []);
  });
});
