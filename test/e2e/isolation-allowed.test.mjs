import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openView } from './hostile/open-view.mjs';
import { pageRecordings } from './hostile/recordings.mjs';
import { useHost } from './hostile/use-host.mjs';
import { VECTORS } from './hostile/vectors.mjs';

/** Where a recording is also looked at with addresses allowed: in the others it is the same page in the end. */
const ALLOWED_ENTRIES = ['snapshot', 'attribute', 'framed', 'sheet', 'event'];

const { trap, host, launch } = await useHost();

describe(`a recording of ${VECTORS.length} hostile things where addresses are allowed`, () => {
  let browser;
  let view;
  before(async () => {
    browser = await launch('allowed');
    view = await openView(browser, { trap, host });
  });
  after(() => browser.close());

  for (const recording of pageRecordings(VECTORS, trap.at)) {
    const { entry, group } = recording;
    if (!ALLOWED_ENTRIES.includes(entry)) continue;
    it(`does nothing but load pictures and styles by ${entry}, ${group}`, async () => {
      const { wrong, asked } = await view.tryOut(recording, { attributes: { 'remote-assets': 'allow' } });
      assert.deepEqual(wrong, []);
      // A prefetched file is kept and never read.
      const isShown = (address) => /\.(png|css|svg|woff|mp4|mp3|vtt)$|^link-prefetch/.test(address);
      const others = asked.filter((address) => !isShown(address));
      assert.deepEqual(others, []);
      if (group === 'plain' && entry !== 'event') assert.ok(asked.length > 5, `${asked.length} requests`);
    });
  }
});
