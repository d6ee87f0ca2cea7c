import { setTimeout as aTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import { PageCache } from '../../../src/core/seek/page-cache.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';

const events = (text: string) =>
  [{ type: 5, timestamp: 1, data: { tag: 't', payload: text } }] as ReplayEvent[];
const page = (at: number, text = `at ${at}`, windowId = 'w', keyframeAt = 0) => ({
  windowId,
  keyframeAt,
  at,
  events: events(text),
  times: { page: keyframeAt, added: [[7, at]] as const, restyled: [] },
});
const textOf = (cache: PageCache, to: number) => {
  const found = cache.find('w', 0, to);
  return found && (found.events[0] as unknown as { data: { payload: string } }).data.payload;
};

/** 40 KB that cannot be made much smaller. */
function noise(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(30_000))));
}

describe('PageCache', () => {
  it('finds the latest page before a moment, of the same window and snapshot', async () => {
    const cache = new PageCache();
    for (const at of [10, 30, 20]) cache.keep(page(at));
    cache.keep(page(25, 'other', 'other'));
    cache.keep(page(25, 'other', 'w', 24));
    for (const pause of [0, 50]) {
      await aTimeout(pause);
      expect([9, 10, 19, 20, 29, 30, 99].map((to) => textOf(cache, to))).to.deep.equal([
        null,
        'at 10',
        'at 10',
        'at 20',
        'at 20',
        'at 30',
        'at 30',
      ]);
    }
  });

  it('keeps when parts of a page came to be', async () => {
    const cache = new PageCache();
    cache.keep(page(10));
    for (const pause of [0, 50]) {
      await aTimeout(pause);
      expect(cache.find('w', 0, 10)!.times).to.deep.equal({ page: 0, added: [[7, 10]], restyled: [] });
    }
  });

  it('hands out objects of their own each time', () => {
    const cache = new PageCache();
    cache.keep(page(1));
    expect(cache.find('w', 0, 1)!.events).to.deep.equal(cache.find('w', 0, 1)!.events);
    expect(cache.find('w', 0, 1)!.events[0]).not.to.equal(cache.find('w', 0, 1)!.events[0]);
  });

  it('lets go of every other page when there are too many', async () => {
    const cache = new PageCache(0.01);
    expect(cache.sparseness).to.equal(1);
    for (let at = 0; at < 12; at++) cache.keep(page(at, `${at} ${noise()}`));
    // Pages are packed one after the other, so this ends or the test's time runs out.
    while (cache.sparseness === 1) await aTimeout(10);
    const left = new Set(Array.from({ length: 12 }, (_, at) => textOf(cache, at)?.split(' ')[0]));
    expect(left.size).to.be.within(2, 7);
  });
});
