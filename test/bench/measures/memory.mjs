import { heapOf, leftOf } from '../inspect.mjs';

/** What is held in memory, and what of it is left behind. */

/* global bench, probe */

/** From then on nothing is to be added: by now code is compiled, and what players share is there. */
const FEW = 16;
const MANY = 50;

/** What is held in memory after a little playing. */
export async function memory(view, { recording }) {
  await view.ask(async () => {
    await bench.play();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    bench.pause();
  });
  const { page, workers } = await heapOf(view);
  const all = page.used + page.buffers + workers.used + workers.buffers;
  return { heap: page.used, all, share: all / recording.bytes };
}

/** Loads, plays and takes away again and again: what that leaves behind. */
export async function remove(view, { address }) {
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
  const few = await times(FEW);
  const many = await times(MANY - FEW);
  return {
    ...many,
    growth: many.heap / few.heap,
    listeners: many.listeners - few.listeners,
    urls: many.urls - few.urls,
  };
}
