import * as loading from './measures/loading.mjs';
import * as memory from './measures/memory.mjs';
import * as panels from './measures/panels.mjs';
import * as playing from './measures/playing.mjs';
import * as seeking from './measures/seeking.mjs';
import * as several from './measures/several.mjs';

/** What `--only` chooses from. */
export const MEASURES = [
  'load',
  'tasks',
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
  'several',
  'entries',
];

/**
 * @typedef {object} Plan a recording, and what is measured with it, one after the other in the same page
 * @property {string} recording
 * @property {string} title
 * @property {boolean} [isEmpty] the page begins without it, else it is loaded first
 * @property {string} [page] that the element is measured in, instead of its own
 * @property {Step[]} steps
 *
 * @typedef {object} Step
 * @property {string} name of `--only`
 * @property {string} columns what the table shows of it
 * @property {string} [title]
 * @property {boolean} [isOwn] the page that people write has nothing like it
 * @property {(view: import('./browser.mjs').View, context: Context) => Promise<object>} take
 * @property {(limits: {ms: number, block: number}[]) => object} [limit] what the step would give at the limit: of the
 *   `pages` that it gives in the element's page
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
    ...sizes.flatMap((size) => formats.flatMap((format) => plansOfSize(size, format))),
    {
      recording: 'fast',
      title: '15,000 mutations behind one snapshot',
      steps: [{ ...SEEKS_AT_ONCE, name: 'fast', title: undefined }],
    },
    {
      recording: 'nodes',
      title: '20,000 nodes',
      steps: [
        { ...LOAD, name: 'nodes' },
        { ...SEEKS_AT_ONCE, name: 'nodes', title: undefined },
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
      steps: [{ name: 'idle', columns: 'idle', take: playing.idle }],
    },
    {
      recording: '10-cv',
      title: 'a second player on the page, 10 MB',
      isEmpty: true,
      page: 'several',
      steps: [{ name: 'several', columns: 'second', isOwn: true, take: several.second, limit: LOAD.limit }],
    },
    {
      recording: '1-cv',
      title: 'players in a grid, 1 MB each, those below the fold lazy',
      isEmpty: true,
      page: 'several',
      steps: [{ name: 'several', columns: 'grid', isOwn: true, take: several.grid }],
    },
    {
      recording: 'small',
      title: '50 × load, play, remove',
      isEmpty: true,
      steps: [{ name: 'remove', columns: 'remove', take: memory.remove }],
    },
  ]
    .map((plan) => ({
      ...plan,
      steps: plan.steps.filter(({ name }) => only.has(name)).map((step) => ({ ...step })),
    }))
    .filter(({ steps }) => steps.length > 0);
}

/** Taken when the recording is opened; what it was is handed on. */
const LOAD = {
  name: 'load',
  columns: 'load',
  take: (_view, { loaded }) => loaded,
  limit: ([{ ms, block }]) => ({ first: ms, network: 0, block }),
};
const TASKS = { name: 'tasks', columns: 'tasks', isOwn: true, take: loading.tasks };
const MEMORY = { name: 'memory', columns: 'memory', take: memory.memory };
const SEEKS = { name: 'seeks', columns: 'seeks', limit: (seeks) => ({ seeks }) };
const SEEKS_AT_ONCE = { ...SEEKS, title: 'right after reading', take: seeking.seeksAtOnce };
/** In this order: the page is not prepared for the first ones only. */
const ALL_SEEKS = [
  SEEKS_AT_ONCE,
  { ...SEEKS, title: 'once prepared', take: seeking.seeksPrepared },
  { ...SEEKS, title: 'within one page', columns: 'near', take: seeking.seeksNear },
];
const STORM = { name: 'storm', columns: 'storm', take: playing.storm };

/** Long enough to have a 40th minute. */
const LONG = '75-cv';

const OF_LONG = [
  { name: 'burst', columns: 'burst', take: seeking.burst },
  ...[1, 40].flatMap((minute) =>
    [1, 4].map((rate) => ({
      name: 'play',
      columns: 'play',
      title: `10 s of playing at minute ${minute}, ${rate} ×`,
      take: (view) => playing.play(view, minute * 60, rate),
    })),
  ),
  // Past the full snapshot of minute five.
  { name: 'rate', columns: 'rate', title: 'speed of 16 ×', take: (view) => playing.play(view, 240, 16) },
  ...[
    { columns: 'list', take: panels.list },
    { columns: 'beside', take: panels.seeksBeside },
    { columns: 'search', take: panels.search },
  ].map((step) => ({ ...step, name: 'entries', isOwn: true })),
];

function plansOfSize(size, format) {
  const recording = `${size}-${format}`;
  const title = titleOf(size, format);
  return [
    {
      recording,
      title,
      steps: [LOAD, ...ALL_SEEKS, MEMORY, ...(recording === LONG ? OF_LONG : [])],
    },
    { recording, title, isEmpty: true, steps: [TASKS] },
  ];
}

/** What the table calls a recording. */
export function titleOf(size, format) {
  return `${size} MB${format === 'plain' ? ' inflated' : ''}`;
}
