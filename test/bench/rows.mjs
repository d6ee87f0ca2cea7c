import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The lines of the table.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {keyof typeof UNITS} unit
 * @property {number | null} baseline null when it did not finish or is not measured
 * @property {number | null} element
 * @property {string} [baselineNote] why there is none
 * @property {string} [elementNote]
 * @property {Target} [target]
 *
 * @typedef {object} Target what the ratio of element to baseline, or the element's own value, is to be
 * @property {'ratio' | 'value'} of
 * @property {number} [atMost]
 * @property {number} [atLeast]
 */

const ratio = (atMost) => ({ of: 'ratio', atMost });
const atMost = (value) => ({ of: 'value', atMost: value });
const atLeast = (value) => ({ of: 'value', atLeast: value });

const FRAME_MS = 50;

/** Each asks for a value of what a measure gave in one run; the table shows the median of the runs. */
const OF_LOAD = [
  ['first frame', 'ms', ({ first }) => first, ratio(0.1)],
  ['everything read', 'ms', ({ read }) => read, ratio(0.25)],
  ['longest block while loading', 'ms', ({ block }) => block, atMost(FRAME_MS)],
];
const OF_MEMORY = [
  ["page's heap", 'bytes', ({ heap }) => heap, atMost(50 * 1024 ** 2)],
  ['memory of page and worker ÷ file', 'times', ({ share }) => share, atMost(1.5)],
];
const OF_SEEKS = [
  [
    'seek, p50',
    'ms',
    ({ seeks }) =>
      percentile(
        seeks.map(({ ms }) => ms),
        0.5,
      ),
    ratio(1),
  ],
  [
    'seek, p95',
    'ms',
    ({ seeks }) =>
      percentile(
        seeks.map(({ ms }) => ms),
        0.95,
      ),
    atMost(100),
  ],
  [
    'block of a seek, p50',
    'ms',
    ({ seeks }) =>
      percentile(
        seeks.map(({ block }) => block),
        0.5,
      ),
    ratio(0.5),
  ],
  [
    'block of a seek, p95',
    'ms',
    ({ seeks }) =>
      percentile(
        seeks.map(({ block }) => block),
        0.95,
      ),
    ratio(0.5),
  ],
  ['`seeked` before paint', 'count', ({ seeks }) => seeks.filter(({ early }) => early).length, atMost(0)],
];
const OF_BURST = [
  ['ten seeks in a second: `seeked` events', 'count', ({ seeked }) => seeked, atLeast(1)],
  ['ten seeks in a second: until the last is painted', 'ms', ({ ms }) => ms, ratio(1)],
];
const OF_PLAY = [
  ['main thread busy', 'percent', ({ busy }) => busy, ratio(1)],
  ['longest time without a frame', 'ms', ({ gap }) => gap, atMost(2 * FRAME_MS)],
];
const OF_FAST_FORWARD = [['clock ÷ wall', 'times', ({ advance }) => advance, atLeast(0.95)]];
const OF_IDLE = [
  ['until it is over', 'ms', ({ ms }) => ms, atMost(2000)],
  ['moments shown of it', 'count', ({ steps }) => steps, undefined],
];
const OF_STORM = [
  ['longest block while playing', 'ms', ({ block }) => block, ratio(1)],
  ['frames a second while playing', 'rate', ({ rate }) => rate, atLeast(20)],
  ['seek past it', 'ms', ({ seekMs }) => seekMs, ratio(1)],
  ['block of that seek', 'ms', ({ seekBlock }) => seekBlock, ratio(1)],
];
const OF_REMOVE = [
  ['memory after 50 ÷ after 5', 'times', ({ growth }) => growth, atMost(1.1)],
  ['workers left', 'count', ({ workers }) => workers, atMost(0)],
  ['frames left', 'count', ({ frames }) => frames, atMost(0)],
  ['documents left', 'count', ({ documents }) => documents, undefined],
  ['listeners more than after 5', 'count', ({ listeners }) => listeners, atMost(5)],
  ['object URLs left', 'count', ({ urls }) => urls, atMost(0)],
];

const OF_LIST = [
  ['what happened: first rows', 'ms', ({ ms }) => ms, undefined],
  ["page's heap with the list open", 'bytes', ({ heap }) => heap, atMost(50 * 1024 ** 2)],
  ['memory of page and worker ÷ file, with the list open', 'times', ({ share }) => share, atMost(1.5)],
];
const OF_BESIDE = [
  ['seek with the list open ÷ closed, p50', 'times', ({ ratios }) => percentile(ratios, 0.5), atMost(1.03)],
];
const OF_SCROLL = [
  ['longest time without a frame while scrolling', 'ms', ({ longest }) => longest, atMost(FRAME_MS)],
  ['rows where scrolling ended', 'ms', ({ rows }) => rows, undefined],
];
const OF_SEARCH = [
  ['search of page texts: first answer', 'ms', ({ first }) => first, undefined],
  ['search of page texts: slowest answer while typing', 'ms', ({ typed }) => typed, atMost(1000)],
];

const COLUMNS = {
  list: OF_LIST,
  beside: OF_BESIDE,
  scroll: OF_SCROLL,
  search: OF_SEARCH,
  load: OF_LOAD,
  memory: OF_MEMORY,
  seeks: OF_SEEKS,
  burst: OF_BURST,
  play: OF_PLAY,
  rate: OF_FAST_FORWARD,
  idle: OF_IDLE,
  storm: OF_STORM,
  remove: OF_REMOVE,
};

/**
 * @param {{title: string, measure: string, baseline: Outcome[], element: Outcome[]}[]} measured in order
 * @returns {Row[]}
 *
 * @typedef {{value: object} | {failure: string}} Outcome of one run
 */
export function rowsOf(measured) {
  return measured.map(pooled).flatMap(({ title, measure, baseline, element }) => [
    ...COLUMNS[measure].map(([what, unit, pick, target]) => ({
      what: `${title}: ${what}`,
      unit,
      ...sideOf('baseline', baseline, pick),
      ...sideOf('element', element, pick),
      target,
    })),
    ...(measure === 'seeks' ? [limitRow(title, baseline, element)] : []),
  ]);
}

/** Seeks of all runs as those of one, which has so many that the slowest say something. */
function pooled(entry) {
  if (entry.measure !== 'seeks') return entry;
  const pool = (outcomes) => {
    const values = outcomes.flatMap(({ value }) => value ?? []);
    const failures = outcomes.filter(({ failure }) => failure);
    if (values.length === 0) return failures;
    const seeks = values.flatMap((value) => value.seeks);
    return [...failures, { value: { seeks, rebuilds: values.flatMap((value) => value.rebuilds) } }];
  };
  return { ...entry, baseline: pool(entry.baseline), element: pool(entry.element) };
}

/** How much longer a seek blocks than building the same page does, which is the least it can. */
function limitRow(title, baseline, element) {
  const limits = element.flatMap(({ value }) => value?.rebuilds ?? []);
  const limit = percentile(limits, 0.95);
  const pick = ({ seeks }) =>
    percentile(
      seeks.map(({ block }) => block),
      0.95,
    ) / limit;
  return {
    what: `${title}: block of a seek ÷ of building that page (${limit ? Math.round(limit) : '?'} ms), p95`,
    unit: 'times',
    ...sideOf('baseline', baseline, pick),
    ...sideOf('element', limits.length > 0 ? element : [{ failure: 'not measured' }], pick),
    target: atMost(1.3),
  };
}

/** @returns {Row} */
export function bundleRow(elementFile, builtFolder) {
  const baseline = readdirSync(builtFolder).filter((name) => /^baseline\.(js|css)$/.test(name));
  const size = (path) => gzipSync(readFileSync(path)).length;
  return {
    what: 'bundle, gzipped',
    unit: 'bytes',
    baseline: baseline.reduce((sum, name) => sum + size(join(builtFolder, name)), 0),
    element: size(elementFile),
  };
}

function sideOf(name, outcomes, pick) {
  const values = outcomes.filter(({ value }) => value).map(({ value }) => pick(value));
  const failures = outcomes.filter(({ failure }) => failure);
  // Values of the runs that came through would hide those that did not.
  if (failures.length > 0) {
    return { [name]: null, [`${name}Note`]: `did not finish: ${failures[0].failure}` };
  }
  return { [name]: values.length > 0 ? percentile(values, 0.5) : null };
}

/** The smallest value that such a share of all does not exceed. */
export function percentile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
