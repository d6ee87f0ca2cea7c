import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright';
import { launchOptions } from '../browser/provide-browser.mjs';
import { ROOT, serve } from './servers.mjs';

/** One Chromium for a test file, and pages in it that fail the test on any error they have. */
export function useBrowser() {
  let browser;
  before(async () => {
    browser = await chromium.launch(await launchOptions());
  });
  after(() => browser.close());
  return {
    async open(address, options = {}) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 760 }, ...options });
      const errors = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(address);
      return { page, errors };
    },
  };
}

/**
 * The built site, and the recordings, each on an origin of its own, for a test file.
 *
 * @param {Parameters<typeof serve>[1]} options for the site
 */
export function useSite(options) {
  const [site, recordings] = [{}, {}];
  before(async () => {
    Object.assign(site, await serve(join(ROOT, 'dist/site'), options));
    Object.assign(recordings, await serve(join(ROOT, 'fixtures/recordings'), { cors: true }));
  });
  after(() => {
    site.close();
    recordings.close();
  });
  return { site, recordings };
}

/** The page that a player shows, as a Playwright frame. `scope` is a page or frame. */
export async function replayedPage(scope, player = 'portable-replay') {
  const frame = await scope.locator(`${player} .stage .page:not(.standby) iframe`).elementHandle();
  return frame.contentFrame();
}

/** The text of an element of the page that a player shows; waits until it is as expected. */
export async function seeText(scope, selector, text, player = 'portable-replay') {
  const place = scope.frameLocator(`${player} .stage .page:not(.standby) iframe`).locator(selector);
  await place.filter({ hasText: text }).waitFor({ state: 'attached' });
}

/** Runs in the page: waits for an event of a player. */
export function eventOf(scope, type, player = 'portable-replay') {
  return scope.evaluate(
    ([selector, name]) =>
      new Promise((resolve) =>
        document.querySelector(selector).addEventListener(name, () => resolve(), { once: true }),
      ),
    [player, type],
  );
}
