import { heapOf, leftOf, taskSeconds } from './inspect.mjs';
import { STORM_AT } from './recordings.mjs';
import { clockText, randomNumbers } from './session.mjs';

/**
 * Each takes a page with a player, a `View`, and all but `load` and `remove` find a recording in it. `bench` is
 * the player, `probe` what measures, `rebuild` the limit: all three in the page.
 */

/* global bench, probe, rebuild */

const SEEKS = 20;
const SEEK_MS = 30_000;
const PLAY_MS = 10_000;

/** 300 MB are to be read in five minutes or are taken not to be read at all. */
const LOAD_MS_PER_BYTE = 300_000 / 300e6;

/** Opens a recording. */
export async function load(view, { recording, address }) {
  const ms = 60_000 + recording.bytes * LOAD_MS_PER_BYTE;
  return view.ask(
    async ([url, limit]) => {
      const blocks = probe.watchBlocks();
      const from = performance.now();
      const since = () => performance.now() - from;
      const { shown, complete } = bench.open(url);
      const firstFrame = async () => {
        await shown;
        await probe.until(() => probe.clock() !== '', 'the first frame', limit);
        await probe.nextFrame();
        return since();
      };
      const [first, read] = await Promise.all([firstFrame(), complete.then(since)]);
      await probe.nextFrame();
      return { first, read, block: blocks() };
    },
    [address, ms],
    ms,
  );
}

/** What is held in memory after a little playing. */
export async function memory(view, { bytes }) {
  await view.ask(async () => {
    await bench.play();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    bench.pause();
  });
  const { page, workers } = await heapOf(view);
  return { heap: page.used, share: (page.used + page.buffers + workers.used + workers.buffers) / bytes };
}

/** Seeks all over a recording and, once, what building those moments' pages costs by itself. */
export async function seeks(view, { recording, browser }) {
  const isElement = view.name === 'element';
  if (isElement) await view.ask((address) => import(address).then(() => undefined), browser.rebuildScript);
  const done = [];
  const pages = [];
  for (const time of momentsOf(recording, SEEKS)) {
    done.push(await seek(view, time));
    if (isElement) pages.push(await view.ask(() => rebuild.eventsOf(probe.replayed())));
  }
  return { seeks: done, rebuilds: isElement ? await rebuilds(browser, pages) : [] };
}

async function rebuilds(browser, pages) {
  const view = await browser.open('rebuild');
  const blocks = [];
  // The players, too, have built a page before.
  await view.ask((given) => rebuild.rebuild(given), pages[0]);
  for (const events of pages) blocks.push(await view.ask((given) => rebuild.rebuild(given), events));
  await browser.close(view);
  return blocks;
}

/** To a moment: until its frame is painted, and how long the page could do nothing meanwhile. */
export async function seek(view, time) {
  return view.ask(
    async ([seconds, expected, limit]) => {
      const blocks = probe.watchBlocks();
      const from = performance.now();
      const isThere = () => probe.clock() === expected;
      const told = bench.seek(seconds).then(() => ({ early: !isThere() }));
      await probe.until(isThere, `"${expected}"`, limit);
      const { early } = await told;
      await probe.nextFrame();
      return { ms: performance.now() - from, block: blocks(), early };
    },
    [time, clockText(Math.floor(time)), SEEK_MS],
    SEEK_MS * 2,
  );
}

/** Ten seeks within one second: how many are told to be done, and when the last one's frame is there. */
export async function burst(view, recording) {
  const moments = momentsOf(recording, 30).slice(20);
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
      await Promise.all([told, probe.until(() => probe.clock() === expected, `"${expected}"`)]);
      await probe.nextFrame();
      return { ms: performance.now() - from, seeked: bench.seeked - before };
    },
    [moments, 100, clockText(Math.floor(moments.at(-1)))],
  );
}

/** Ten seconds of playing: how busy the page is, its longest time without a frame, how far the clock gets. */
export async function play(view, from, rate) {
  await seek(view, from + 0.5);
  const busyBefore = await taskSeconds(view);
  const played = await view.ask(
    async ([speed, ms]) => {
      bench.rate = speed;
      const time = bench.time;
      const frames = probe.watchFrames();
      const startedAt = performance.now();
      await bench.play();
      await new Promise((resolve) => setTimeout(resolve, ms));
      const seconds = (performance.now() - startedAt) / 1000;
      const advance = (bench.time - time) / seconds / speed;
      bench.pause();
      return { gap: frames().longest, seconds, advance };
    },
    [rate, PLAY_MS],
  );
  const busy = (await taskSeconds(view)) - busyBefore;
  return { gap: played.gap, advance: played.advance, busy: busy / played.seconds };
}

const IDLE_MS = 30_000;

/** Plays from the start past the pause of a day: how long that takes, and at how many moments of it. */
export async function idle(view, { gapStart, gapEnd }) {
  return view.ask(
    async ([start, end, limit]) => {
      const from = performance.now();
      await bench.play();
      const steps = new Set();
      const isOver = () => {
        const { time } = bench;
        if (time > start && time < end) steps.add(time);
        return time >= end;
      };
      await probe.until(isOver, 'the end of the pause', limit);
      return { ms: performance.now() - from - start * 1000, steps: steps.size };
    },
    [gapStart, gapEnd, IDLE_MS],
    2 * IDLE_MS,
  );
}

/** Plays through a storm, then seeks past it. */
export async function storm(view) {
  const at = STORM_AT / 1000;
  await seek(view, at - 1.5);
  const played = await view.ask(async (end) => {
    const blocks = probe.watchBlocks();
    const frames = probe.watchFrames();
    await bench.play();
    await probe.until(() => bench.time > end, 'the end of the storm');
    bench.pause();
    return { block: blocks(), rate: frames().rate };
  }, at + 2.5);
  await seek(view, at - 1.5);
  const { ms, block } = await seek(view, at + 4.5);
  return { ...played, seekMs: ms, seekBlock: block };
}

/** Loads, plays and takes away again and again: what that leaves behind. */
export async function remove(view, address) {
  const times = async (count) => {
    for (let i = 0; i < count; i++) {
      await view.ask(async (url) => {
        const { shown, complete } = bench.open(url);
        await Promise.all([shown, complete]);
        await probe.until(() => probe.clock() !== '', 'the first frame');
        await bench.play();
        await new Promise((resolve) => setTimeout(resolve, 100));
        bench.close();
      }, address);
    }
    // What ends with a message or a timer gets the time to.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const { page } = await heapOf(view);
    return { heap: page.used + page.buffers, ...(await leftOf(view)) };
  };
  const few = await times(5);
  const many = await times(45);
  return { ...many, growth: many.heap / few.heap, listeners: many.listeners - few.listeners };
}

/** Moments all over a recording, in the middle of what its clock shows. */
export function momentsOf({ name, duration }, count) {
  const random = randomNumbers([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  return Array.from({ length: count }, () => Math.floor(random() * (duration - 3)) + 1.5);
}
