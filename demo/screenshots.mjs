import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../test/browser/provide-browser.mjs';
import { ROOT, serve } from '../test/e2e/servers.mjs';

/** `npm run screenshots`: takes the pictures of the README from the built site, one moment in light and in dark. */
const RECORDING = 'checkout.v2.json';
const MOMENT = 9.6;
const VIEWPORT = { width: 1100, height: 740 };

const site = await serve(join(ROOT, 'dist/site'));
const recordings = await serve(join(ROOT, 'fixtures/recordings'), { cors: true });
const browser = await chromium.launch(await launchOptions());
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ colorScheme, viewport: VIEWPORT });
  const src = encodeURIComponent(`${recordings.origin}/${RECORDING}`);
  await page.goto(`${site.origin}/index.html#src=${src}&t=${MOMENT}`);
  await page.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
  // Masks are drawn with the next frame, and the counter of the button after that.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, `demo/screenshot-${colorScheme}.png`) });
}
await browser.close();
site.close();
recordings.close();
