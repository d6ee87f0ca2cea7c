import engines from './engines.config.mjs';

/** A part of `npm run test:engines` that takes a minute: the pages that are shown, and the ways to use the player. */
export default {
  ...engines,
  files: [
    'test/cases/cases.test.ts',
    'test/masks/*.test.ts',
    'test/controls/replay-control-bar.test.ts',
    'test/controls/timeline/replay-time-range.test.ts',
    'test/panels.test.ts',
    'test/worker/*.test.ts',
  ],
};
