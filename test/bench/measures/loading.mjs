import { longestTask, TASK_CATEGORIES } from '../longest-task.mjs';

/** What it takes until a recording can be seen and is read. Each takes a page with a player, without a recording. */

/* global bench, probe, staticPage */

/** 300 MB are to be read in five minutes or are taken not to be read at all. */
const LOAD_MS_PER_BYTE = 300_000 / 300e6;

/** Opens a recording. */
export async function load(view, { recording, address }) {
  const ms = 60_000 + recording.bytes * LOAD_MS_PER_BYTE;
  const measured = await view.ask(
    async ([url, limit]) => {
      const network = await probe.firstByte(url);
      performance.mark('load');
      const blocks = probe.watchBlocks();
      const from = performance.now();
      const since = () => performance.now() - from;
      const { shown, complete } = bench.open(url);
      const isThere = () => probe.clock() !== '';
      const [first, read] = await Promise.all([
        probe.painted(isThere, 'the first frame', limit).then(since),
        complete.then(since),
        shown,
      ]);
      performance.mark('loaded');
      return { first, network, read, block: blocks() };
    },
    [address, ms],
    ms,
  );
  return { ...measured, pages: view.name === 'element' ? [await view.ask(() => staticPage())] : [] };
}

/** Opens a recording while Chromium traces what the page's main thread does, which would slow down what is timed. */
export async function tasks(view, context) {
  const trace = await context.browser.traced(view, TASK_CATEGORIES, () => load(view, context));
  return { task: longestTask(trace, 'load', 'loaded') };
}
