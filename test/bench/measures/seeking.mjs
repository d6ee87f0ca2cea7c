import { clockText } from '../session.mjs';
import { momentsOf, nearMoments } from './moments.mjs';

/** What going somewhere takes. Each takes a page with a player in which a recording is open. */

/* global bench, probe, staticPage */

const SEEKS = 20;
const SEEK_MS = 30_000;

/** Right after everything was read, when no page is prepared yet. */
export function seeksAtOnce(view, { recording }) {
  return seeksTo(view, momentsOf(recording, SEEKS));
}

/** To other moments, once nothing is left to be prepared. */
export async function seeksPrepared(view, { recording, browser }) {
  await browser.quiet();
  return seeksTo(view, momentsOf(recording, 2 * SEEKS).slice(SEEKS));
}

/** From one moment to another that is near it, on one page. */
export async function seeksNear(view, { recording, browser }) {
  await browser.quiet();
  const [first, ...moments] = nearMoments(recording, 1 + SEEKS);
  await seek(view, first);
  return seeksTo(view, moments);
}

/** @returns {Promise<{seeks: object[], pages: object[]}>} with the page of each moment, for the limit */
async function seeksTo(view, moments) {
  const seeks = [];
  const pages = [];
  for (const time of moments) {
    seeks.push(await seek(view, time));
    if (view.name === 'element') pages.push(await view.ask(() => staticPage()));
  }
  return { seeks, pages };
}

/** To a moment: until its frame is painted, and how long the page could do nothing meanwhile. */
export async function seek(view, time) {
  return view.ask(
    async ([seconds, expected, limit]) => {
      const blocks = probe.watchBlocks();
      const from = performance.now();
      const isThere = () => probe.clock() === expected;
      const told = bench.seek(seconds).then(() => !isThere());
      await probe.painted(isThere, `"${expected}"`, limit);
      const ms = performance.now() - from;
      return { ms, block: blocks(), early: await told };
    },
    [time, clockText(Math.floor(time)), SEEK_MS],
    SEEK_MS * 2,
  );
}

/** Ten seeks within one second: how many are told to be done, and when the last one's frame is there. */
export async function burst(view, { recording }) {
  // Others than those before, which a player may have kept.
  const moments = momentsOf(recording, 2 * SEEKS + 10).slice(2 * SEEKS);
  return view.ask(
    async ([times, interval, expected]) => {
      const before = bench.seeked;
      const startedAt = performance.now();
      let told;
      for (const [i, time] of times.entries()) {
        // A page that is blocked gets to it later than the visitor did.
        const dueIn = startedAt + i * interval - performance.now();
        if (dueIn > 0) await new Promise((resolve) => setTimeout(resolve, dueIn));
        told = bench.seek(time);
      }
      const from = startedAt + (times.length - 1) * interval;
      await probe.painted(() => probe.clock() === expected, `"${expected}"`);
      const ms = performance.now() - from;
      await told;
      return { ms, seeked: bench.seeked - before };
    },
    [moments, 100, clockText(Math.floor(moments.at(-1)))],
  );
}
