import { atLeast, atMost, FRAME_MS, ofBaseline } from './targets.mjs';

/** What playing takes, as rows.mjs describes. */
export const PLAYING = {
  play: [
    ['main thread busy', 'percent', ({ busy }) => busy, ofBaseline(1)],
    ['longest time without a frame', 'ms', ({ gap }) => gap, atMost(FRAME_MS)],
  ],
  rate: [
    ['clock ÷ wall', 'times', ({ advance }) => advance, atLeast(0.95)],
    ['main thread idle', 'percent', ({ busy }) => 1 - busy, atLeast(0.3)],
  ],
  idle: [
    ['until it is over', 'ms', ({ ms }) => ms, atMost(2000)],
    ['moments shown of it', 'count', ({ steps }) => steps, undefined],
  ],
  storm: [
    ['longest block while playing', 'ms', ({ block }) => block, ofBaseline(1)],
    ['frames a second while playing', 'rate', ({ rate }) => rate, atLeast(20)],
    ['seek past it', 'ms', ({ seekMs }) => seekMs, ofBaseline(1)],
    ['block of that seek', 'ms', ({ seekBlock }) => seekBlock, ofBaseline(1)],
  ],
};
