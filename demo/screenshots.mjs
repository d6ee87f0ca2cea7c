import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from '../test/browser/provide-chromium.mjs';
import { ROOT, serve } from '../test/e2e/servers.mjs';

/** `npm run screenshots`: takes the pictures of the README from the built site. */
const PICTURES = [
  {
    name: 'light',
    colorScheme: 'light',
    viewport: { width: 1100, height: 740 },
    recording: 'checkout.v2.json',
    at: 9.6,
  },
  {
    name: 'dark',
    colorScheme: 'dark',
    viewport: { width: 390, height: 480 },
    recording: 'two-tabs.v2.json',
    at: 3.2,
  },
];

const site = await serve(join(ROOT, 'dist/site'));
const recordings = await serve(join(ROOT, 'fixtures/recordings'), { cors: true });
const browser = await chromium.launch(await launchOptions());
for (const { name, recording, at, ...options } of PICTURES) {
  const page = await browser.newPage(options);
  await page.goto(
    `${site.origin}/index.html#src=${encodeURIComponent(`${recordings.origin}/${recording}`)}&t=${at}`,
  );
  await page.waitForFunction(() => document.querySelector('portable-replay').readyState === 4);
  // Masks are drawn with the next frame, and the counter of the button after that.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(ROOT, `demo/screenshot-${name}.png`) });
}
await browser.close();
site.close();
recordings.close();
