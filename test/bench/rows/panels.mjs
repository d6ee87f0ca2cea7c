import { median } from '../statistics.mjs';
import { atMost, FRAME_MS } from './targets.mjs';

/** What panels take while they are open, as rows.mjs describes. */
export const PANELS = {
  beside: [['seek with the list open ÷ closed, p50', 'times', ({ ratios }) => median(ratios), atMost(1.03)]],
  scroll: [
    ['longest time without a frame while scrolling', 'ms', ({ longest }) => longest, atMost(FRAME_MS)],
    ['rows where scrolling ended', 'ms', ({ rows }) => rows, undefined],
  ],
  search: [
    ['search of page texts: first answer', 'ms', ({ first }) => first, undefined],
    ['search of page texts: slowest answer while typing', 'ms', ({ typed }) => typed, atMost(1000)],
  ],
};
