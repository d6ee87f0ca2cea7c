import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UNPROTECTED_PAGE } from '../e2e/hostile/host.mjs';
import { SETTLE_MS } from '../e2e/hostile/open-view.mjs';
import { barePage, pageRecordings } from '../e2e/hostile/recordings.mjs';
import { useHost } from '../e2e/hostile/use-host.mjs';
import { VECTORS } from '../e2e/hostile/vectors.mjs';

/** So many have to be shown to be live, or the browser has learned to refuse them and others have to be found. */
const LEAST_LIVE = 120;

const bare = {};
const { trap, host, launch } = await useHost((trap) => {
  for (const vector of VECTORS) {
    const html = barePage(vector, trap.at(vector.name, 'bare'));
    if (html !== null) bare[`/bare/${vector.name}`] = { html };
  }
  return { ...bare, '/unprotected': { html: UNPROTECTED_PAGE } };
});

describe(`a recording of ${VECTORS.length} hostile things where nothing holds it back`, () => {
  it('reaches out in most of these ways', async (test) => {
    const browser = await launch('live');
    await openBare(browser);
    await playUnprotected(browser);
    const names = [...(await browser.namesOnTheWire())].map((name) => name.split('.')[0]);
    const reached = new Set(names);
    const live = VECTORS.filter(({ name }) => reached.has(name));
    test.diagnostic(`${VECTORS.length} vectors, ${live.length} of them live`);
    assert.ok(live.length >= LEAST_LIVE, `${live.length} are live`);
  });
});

/** Opens each vector that can be a page of its own as one, and clicks on all of it. */
async function openBare(browser) {
  const queue = Object.keys(bare);
  const work = async () => {
    const page = await browser.newPage();
    page.on('popup', (popup) => popup.close());
    for (let path = queue.pop(); path; path = queue.pop()) {
      await page.goto(`${host.origin}${path}`, { waitUntil: 'commit' }).catch(() => undefined);
      await page.waitForTimeout(SETTLE_MS);
      await page
        .evaluate(() => {
          for (const element of document.querySelectorAll('a, area, button, input, p')) {
            element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
          }
        })
        .catch(() => undefined);
      await page.waitForTimeout(SETTLE_MS);
    }
    await page.close();
  };
  await inParallel(work);
}

function inParallel(work) {
  return Promise.all(Array.from({ length: 4 }, work));
}

/** Plays all of it in rrweb's player as it comes. */
async function playUnprotected(browser) {
  const queue = pageRecordings(VECTORS, trap.at);
  const work = async () => {
    for (let recording = queue.pop(); recording; recording = queue.pop()) {
      const page = await browser.newPage();
      await page.goto(`${host.origin}/unprotected`);
      await page.evaluate((events) => window.replay(events), recording.events).catch(() => undefined);
      await page.close();
    }
  };
  await inParallel(work);
}
