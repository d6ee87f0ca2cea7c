import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../test/browser/provide-browser.mjs';
import { ROOT, serve } from '../test/e2e/servers.mjs';

/** `npm run screenshots`: takes the pictures of the README from the built site, one moment in light and in dark. */
const RECORDING = 'checkout.v2.json';
const MOMENT = 12.5;
/** As a part of the whole. */
const POINTED_AT = 0.45;
const VIEWPORT = { width: 1280, height: 760 };

const site = await serve(join(ROOT, 'dist/site'));
const recordings = await serve(join(ROOT, 'fixtures/recordings'), { cors: true });
const browser = await chromium.launch(await launchOptions());
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ colorScheme, viewport: VIEWPORT });
  const src = encodeURIComponent(`${recordings.origin}/${RECORDING}`);
  await page.goto(`${site.origin}/index.html#src=${src}&t=${MOMENT}`);
  await page.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
  await page.evaluate(() => (document.querySelector('portable-replay').panel = 'inspector'));
  await page.locator('replay-entry-list .row').first().waitFor();
  // The page of another moment shows above the timeline while that is pointed at.
  const timeline = await page.locator('replay-time-range').boundingBox();
  await page.mouse.move(timeline.x + timeline.width * POINTED_AT, timeline.y + timeline.height / 2);
  await page.locator('.preview .page:not(.standby)').waitFor();
  // Masks are drawn with the next frame, and the counter of the button after that.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, `demo/screenshot-${colorScheme}.png`) });
}
await browser.close();
site.close();
recordings.close();
