import { memory, momentsOf, seek } from './measures.mjs';

/** What finding out what happened costs, which the page that people write cannot do. Each as in measures.mjs. */

/* global bench, probe */

const SEEKS = 24;
const SCROLLED_STEPS = 240;

/** Opens the list of what happened: when its first rows are there, and what is held in memory with it. */
export async function list(view, recording) {
  const ms = await openList(view);
  return { ms, ...(await memory(view, recording)) };
}

/** Seeks by turns with the list closed and open. */
export async function seeksBeside(view, recording) {
  const closed = [];
  const open = [];
  // The first of each kind does what is done once.
  for (const [i, time] of momentsOf(recording, 2 * SEEKS + 2).entries()) {
    const isOpen = i % 2 === 1;
    if (isOpen) await openList(view);
    else await view.ask(() => void (bench.player.panel = null));
    const { ms } = await seek(view, time);
    if (i > 1) (isOpen ? open : closed).push(ms);
  }
  return { closed, open };
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
