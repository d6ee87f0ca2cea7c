import * as measures from './measures.mjs';
import * as panels from './panel-measures.mjs';

/** What `--only` chooses from. */
export const MEASURES = [
  'load',
  'memory',
  'seeks',
  'burst',
  'play',
  'rate',
  'fast',
  'nodes',
  'idle',
  'storm',
  'remove',
  'entries',
];

/**
 * @typedef {object} Plan a recording, and what is measured with it, one after the other in the same page
 * @property {string} recording
 * @property {string} title
 * @property {boolean} [isEmpty] the page begins without it, else it is loaded first
 * @property {Step[]} steps
 *
 * @typedef {object} Step
 * @property {string} name of `--only`
 * @property {string} columns what the table shows of it
 * @property {string} [title]
 * @property {boolean} [isOwn] the page that people write has nothing like it
 * @property {(view: import('./browser.mjs').View, context: Context) => Promise<object>} take
 *
 * @typedef {object} Context
 * @property {import('./recordings.mjs').Recording} recording
 * @property {string} address of its file
 * @property {import('./browser.mjs').Browser} browser
 */

/**
 * @param {{sizes: string[], formats: string[], only: Set<string>}} options
 * @returns {Plan[]}
 */
export function plansOf({ sizes, formats, only }) {
  return [
    ...sizes.flatMap((size) => formats.map((format) => planOfSize(size, format))),
    {
      recording: 'fast',
      title: '15,000 mutations behind one snapshot',
      steps: [{ ...SEEKS, name: 'fast' }],
    },
    {
      recording: 'nodes',
      title: '20,000 nodes',
      steps: [
        { ...LOAD, name: 'nodes' },
        { ...SEEKS, name: 'nodes' },
      ],
    },
    { recording: 'storm-adds', title: '15,400 nodes in a second', steps: [STORM] },
    { recording: 'storm-attributes', title: '426,000 attributes at once', steps: [STORM] },
    {
      recording: 'log',
      title: '100,000 lines of the console',
      steps: [{ name: 'entries', columns: 'scroll', isOwn: true, take: panels.scrollList }],
    },
    {
      recording: 'idle',
      title: 'pause of a day',
      steps: [
        { name: 'idle', columns: 'idle', take: (view, { recording }) => measures.idle(view, recording) },
      ],
    },
    {
      recording: 'small',
      title: '50 × load, play, remove',
      isEmpty: true,
      steps: [
        { name: 'remove', columns: 'remove', take: (view, { address }) => measures.remove(view, address) },
      ],
    },
  ]
    .map((plan) => ({
      ...plan,
      steps: plan.steps.filter(({ name }) => only.has(name)).map((step) => ({ ...step })),
    }))
    .filter(({ steps }) => steps.length > 0);
}

/** Taken when the recording is opened; what it was is handed on. */
const LOAD = { name: 'load', columns: 'load', take: (_view, { loaded }) => loaded };
const MEMORY = {
  name: 'memory',
  columns: 'memory',
  take: (view, { recording }) => measures.memory(view, recording),
};
const SEEKS = { name: 'seeks', columns: 'seeks', take: measures.seeks };
const STORM = { name: 'storm', columns: 'storm', take: (view) => measures.storm(view) };

/** Long enough to have a 40th minute. */
const LONG = '75-cv';

const OF_LONG = [
  { name: 'burst', columns: 'burst', take: (view, { recording }) => measures.burst(view, recording) },
  ...[1, 40].flatMap((minute) =>
    [1, 4].map((rate) => ({
      name: 'play',
      columns: 'play',
      title: `10 s of playing at minute ${minute}, ${rate} ×`,
      take: (view) => measures.play(view, minute * 60, rate),
    })),
  ),
  // Past the full snapshot of minute five.
  { name: 'rate', columns: 'rate', title: 'speed of 16 ×', take: (view) => measures.play(view, 240, 16) },
  ...[
    { columns: 'list', take: (view, { recording }) => panels.list(view, recording) },
    { columns: 'beside', take: (view, { recording }) => panels.seeksBeside(view, recording) },
    { columns: 'search', take: (view) => panels.search(view) },
  ].map((step) => ({ ...step, name: 'entries', isOwn: true })),
];

function planOfSize(size, format) {
  const recording = `${size}-${format}`;
  return {
    recording,
    title: `${size} MB${format === 'plain' ? ' inflated' : ''}`,
    steps: [LOAD, MEMORY, SEEKS, ...(recording === LONG ? OF_LONG : [])],
  };
}
