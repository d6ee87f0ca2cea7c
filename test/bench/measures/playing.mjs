import { taskSeconds } from '../inspect.mjs';
import { STORM_AT } from '../recordings.mjs';
import { seek } from './seeking.mjs';

/** What playing takes. Each takes a page with a player in which a recording is open. */

/* global bench, probe */

const PLAY_MS = 10_000;
const IDLE_MS = 30_000;

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

/** Plays from the start past the pause of a day: how long that takes, and at how many moments of it. */
export async function idle(view, { recording: { gapStart, gapEnd } }) {
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
