import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { LOADING } from './rows/loading.mjs';
import { MEMORY } from './rows/memory.mjs';
import { PANELS } from './rows/panels.mjs';
import { PLAYING } from './rows/playing.mjs';
import { SEEKING, sizeRows } from './rows/seeking.mjs';
import { median } from './statistics.mjs';

/**
 * The lines of the table.
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {keyof typeof import('./table.mjs').UNITS} unit
 * @property {number | null} baseline null when it did not finish or is not measured
 * @property {number | null} element
 * @property {number | null} limit
 * @property {string} [baselineNote] why there is none
 * @property {string} [elementNote]
 * @property {string} [limitNote]
 * @property {import('./rows/targets.mjs').Target} [target]
 */

/**
 * Rows of each measure: what they are called, their unit, the value that they take of what the measure gave in one run,
 * of which the table shows the median, and a target, or a function that gives the one of a recording.
 */
const ROWS = { ...LOADING, ...SEEKING, ...PLAYING, ...MEMORY, ...PANELS };

/**
 * @param {Measured[]} measured in order
 * @returns {Row[]}
 *
 * @typedef {object} Measured
 * @property {string} title
 * @property {string} recording its name
 * @property {string} measure
 * @property {Outcome[]} baseline one for each run
 * @property {Outcome[]} element
 * @property {Outcome[]} limit
 *
 * @typedef {{value: object} | {failure: string}} Outcome
 */
export function rowsOf(measured) {
  const rows = measured.flatMap((entry) => {
    const [baseline, element, limit] = [entry.baseline, entry.element, entry.limit].map(pooled);
    return ROWS[entry.measure].map(([what, unit, pick, target]) => ({
      what: `${entry.title}: ${what}`,
      unit,
      ...sideOf('baseline', baseline, pick),
      ...sideOf('element', element, pick),
      ...sideOf('limit', limit, pick),
      target: typeof target === 'function' ? target(entry.recording) : target,
    }));
  });
  return [...rows, ...sizeRows(rows)];
}

/** Seeks of all runs as those of one, which has so many that the slowest say something. */
function pooled(outcomes) {
  const values = outcomes.flatMap(({ value }) => (value?.seeks ? [value] : []));
  if (values.length === 0) return outcomes;
  const failures = outcomes.filter(({ failure }) => failure);
  return [...failures, { value: { seeks: values.flatMap(({ seeks }) => seeks) } }];
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
    limit: null,
  };
}

function sideOf(name, outcomes, pick) {
  const failures = outcomes.filter(({ failure }) => failure);
  // Values of the runs that came through would hide those that did not.
  if (failures.length > 0) {
    return { [name]: null, [`${name}Note`]: `did not finish: ${failures[0].failure}` };
  }
  // The limit has no value for what only a player does.
  const values = outcomes.map(({ value }) => pick(value)).filter(Number.isFinite);
  return { [name]: values.length > 0 ? median(values) : null };
}
