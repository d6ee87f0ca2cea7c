import { memory } from './memory.mjs';
import { momentsOf } from './moments.mjs';
import { seek } from './seeking.mjs';

/**
 * What finding out what happened costs, which the page that people write cannot do. Each takes a page with a player in
 * which a recording is open.
 */

/* global bench, probe */

const SEEKS = 20;
const TURNS = 3;
const SCROLLED_STEPS = 240;

/** Opens the list of what happened: when its first rows are there, and what is held in memory with it. */
export async function list(view, context) {
  const ms = await openList(view);
  return { ms, ...(await memory(view, context)) };
}

/** Seeks to the same moments with the list open and closed, by turns: how long those with it took beside those without. */
export async function seeksBeside(view, { recording }) {
  const moments = momentsOf(recording, SEEKS);
  const took = { open: moments.map(() => 0), closed: moments.map(() => 0) };
  // The first time, pages are made that are kept for the next.
  for (const time of moments) await seek(view, time);
  for (let turn = 0; turn < 2 * TURNS; turn++) {
    const isOpen = turn % 2 === 0;
    if (isOpen) await openList(view);
    else await view.ask(() => void (bench.player.panel = null));
    const sums = isOpen ? took.open : took.closed;
    for (const [i, time] of moments.entries()) sums[i] += (await seek(view, time)).ms;
  }
  return { ratios: moments.map((_, i) => took.open[i] / took.closed[i]) };
}

/** Scrolls through a long list, a screen at a time and then in leaps: the longest time without a frame. */
export async function scrollList(view) {
  await openList(view);
  return view.ask(async (steps) => {
    const scroller = probe.find('replay-entry-list').shadowRoot.querySelector('.scroller');
    const room = scroller.scrollHeight - scroller.clientHeight;
    const frames = probe.watchFrames();
    for (let i = 0; i < steps; i++) {
      const isNear = i < steps / 2;
      scroller.scrollTop = isNear ? i * scroller.clientHeight : (room * i) / steps;
      await probe.nextFrame();
    }
    const { longest } = frames();
    const isShown = () => {
      const rows = [...scroller.querySelectorAll('.row')];
      return rows.length > 0 && rows.every((row) => row.textContent.trim() !== '');
    };
    const from = performance.now();
    await probe.until(isShown, 'rows where it was scrolled to');
    return { longest, rows: performance.now() - from };
  }, SCROLLED_STEPS);
}

/** Searches the pages' texts: the first answer, which takes a pass, and those after it. */
export async function search(view) {
  return view.ask(
    async () => {
      const timed = async (text) => {
        const from = performance.now();
        const { length } = await bench.player.search(text);
        if (length === 0) throw new Error(`"${text}" was found nowhere`);
        return performance.now() - from;
      };
      const first = await timed('i');
      const typed = [];
      for (const text of ['in', 'in t', 'in the', 'in the shop', '7 s in the shop'])
        typed.push(await timed(text));
      return { first, typed: Math.max(...typed) };
    },
    undefined,
    120_000,
  );
}

function openList(view) {
  return view.ask(
    async () => {
      const from = performance.now();
      bench.player.panel = 'inspector';
      const isThere = () => probe.find('replay-entry-list')?.shadowRoot.querySelector('.row');
      await probe.until(isThere, 'the list', 120_000);
      return performance.now() - from;
    },
    undefined,
    120_000,
  );
}
