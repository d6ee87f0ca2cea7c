import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../test/browser/provide-browser.mjs';
import { ROOT, serve } from '../test/e2e/servers.mjs';

/**
 * `npm run screenshots`: takes the pictures of the README from the built site, one moment in light and in dark, and those
 * of the docs: on a phone, in German, and in a page that runs from right to left.
 */
const RECORDING = 'checkout.v2.json';
const MOMENT = 12.5;
/** As a part of the whole. */
const POINTED_AT = 0.45;
const WIDE = { width: 1280, height: 760 };
const SMALL = { width: 960, height: 560 };

const PICTURES = [
  { file: 'screenshot-light.png', viewport: WIDE, isPointed: true },
  { file: 'screenshot-dark.png', viewport: WIDE, colorScheme: 'dark', isPointed: true },
  { file: 'screenshot-phone.png', viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  { file: 'screenshot-german.png', viewport: SMALL, locale: 'de' },
  { file: 'screenshot-right-to-left.png', viewport: SMALL, panel: 'about', dir: 'rtl' },
];

const site = await serve(join(ROOT, 'dist/site'));
const recordings = await serve(join(ROOT, 'fixtures/recordings'), { cors: true });
const browser = await chromium.launch(await launchOptions());
for (const { file, panel = 'inspector', dir = 'ltr', isPointed = false, ...device } of PICTURES) {
  const page = await browser.newPage(device);
  const src = encodeURIComponent(`${recordings.origin}/${RECORDING}`);
  await page.goto(`${site.origin}/index.html#src=${src}&t=${MOMENT}`);
  await page.evaluate((direction) => (document.documentElement.dir = direction), dir);
  await page.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
  await page.evaluate((name) => (document.querySelector('portable-replay').panel = name), panel);
  await page
    .locator(panel === 'inspector' ? 'replay-entry-list .row' : `replay-${panel}-panel`)
    .first()
    .waitFor();
  if (isPointed) {
    // The page of another moment shows above the timeline while that is pointed at.
    const timeline = await page.locator('replay-time-range').boundingBox();
    await page.mouse.move(timeline.x + timeline.width * POINTED_AT, timeline.y + timeline.height / 2);
    await page.locator('.preview .page:not(.standby)').waitFor();
  }
  // Masks are drawn with the next frame, and the counter of the button after that.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, 'demo', file) });
  await page.close();
}
await browser.close();
site.close();
recordings.close();
