import { atMost } from './targets.mjs';

const MOST_HEAP = atMost(50 * 1024 ** 2);
const MOST_SHARE = atMost(1.5);

/** What is held in memory, and what of it is left behind, as rows.mjs describes. */
export const MEMORY = {
  memory: [
    ["page's heap", 'bytes', ({ heap }) => heap, MOST_HEAP],
    ['memory of page and worker', 'bytes', ({ all }) => all, undefined],
    ['memory of page and worker ÷ file', 'times', ({ share }) => share, shareOf],
  ],
  list: [
    ['what happened: first rows', 'ms', ({ ms }) => ms, undefined],
    ["page's heap with the list open", 'bytes', ({ heap }) => heap, MOST_HEAP],
    ['memory of page and worker ÷ file, with the list open', 'times', ({ share }) => share, MOST_SHARE],
  ],
  remove: [
    ['memory after 50 ÷ after 16', 'times', ({ growth }) => growth, atMost(1.05)],
    ['workers left', 'count', ({ workers }) => workers, atMost(0)],
    ['frames left', 'count', ({ frames }) => frames, atMost(0)],
    ['documents left', 'count', ({ documents }) => documents, undefined],
    ['listeners more than after 16', 'count', ({ listeners }) => listeners, atMost(5)],
    // All players of a page have one for their workers.
    ['object URLs more than after 16', 'count', ({ urls }) => urls, atMost(0)],
  ],
};

/** A page and a worker take more than a small recording even without one. */
function shareOf(recording) {
  return recording.startsWith('1-') ? undefined : MOST_SHARE;
}
