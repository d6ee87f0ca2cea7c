import { atMost, FRAME_MS, ofBaseline, ofLimit } from './targets.mjs';

/** By the name of the recording. */
const FIRST_OF_BASELINE = Object.fromEntries(
  ['1-cv', '1-plain', '10-cv', '10-plain'].map((name) => [name, ofBaseline(0.4)]),
);
const READ_OF_BASELINE = { '75-cv': ofBaseline(0.25), '75-plain': ofBaseline(0.8) };

const AFTER_NETWORK = "first frame after the network's first byte";
const afterNetwork = ({ first, network }) => first - network;

/** What it takes until a recording can be seen and is read, as rows.mjs describes. */
export const LOADING = {
  load: [
    ['first frame', 'ms', ({ first }) => first, (recording) => FIRST_OF_BASELINE[recording]],
    [AFTER_NETWORK, 'ms', afterNetwork, ofLimit(2)],
    ['everything read', 'ms', ({ read }) => read, (recording) => READ_OF_BASELINE[recording]],
    ['longest block while loading', 'ms', ({ block }) => block, undefined],
  ],
  tasks: [
    ['longest task while loading, less style, layout and paint', 'ms', ({ task }) => task, atMost(FRAME_MS)],
  ],
  second: [[AFTER_NETWORK, 'ms', afterNetwork, ofLimit(1.3)]],
  grid: [
    ['page interactive with one', 'ms', ({ one }) => one, undefined],
    ['page interactive with twelve', 'ms', ({ twelve }) => twelve, undefined],
    ['page interactive, twelve ÷ one', 'times', ({ one, twelve }) => twelve / one, atMost(1.5)],
  ],
};
