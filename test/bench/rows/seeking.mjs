import { percentile } from '../statistics.mjs';
import { atLeast, atMost, ofBaseline, ofLimit } from './targets.mjs';

const ms = (share) => (value) =>
  percentile(
    value.seeks.map((seek) => seek.ms),
    share,
  );
const block = (share) => (value) =>
  percentile(
    value.seeks.map((seek) => seek.block),
    share,
  );
const ofSeeks = (p50, p95) => [
  ['seek, p50', 'ms', ms(0.5), p50],
  ['seek, p95', 'ms', ms(0.95), p95],
  ['block of a seek, p50', 'ms', block(0.5), ofBaseline(0.5)],
  ['block of a seek, p95', 'ms', block(0.95), ofBaseline(0.5)],
  // Not a number for the limit, of which nothing tells that it is done.
  [
    '`seeked` before paint',
    'count',
    ({ seeks }) => seeks.reduce((sum, { early }) => sum + Number(early), 0),
    atMost(0),
  ],
];

/** What it takes to go somewhere in a recording, as rows.mjs describes. */
export const SEEKING = {
  seeks: ofSeeks(ofLimit(1.5), ofLimit(2.5)),
  near: ofSeeks(ofLimit(0.5), undefined),
  burst: [
    ['ten seeks in a second: `seeked` events', 'count', ({ seeked }) => seeked, atLeast(1)],
    ['ten seeks in a second: until the last is painted', 'ms', ({ ms }) => ms, ofBaseline(1)],
  ],
};

/** A recording that is four times as large, and how much longer its slowest seeks may take. */
const [SIZE, LARGER_SIZE] = ['75 MB', '300 MB'];
const AS_MUCH = atMost(1.2);

/**
 * How the slowest seeks of a large recording compare with those of a middling one.
 *
 * @param {import('../rows.mjs').Row[]} rows
 * @returns {import('../rows.mjs').Row[]}
 */
export function sizeRows(rows) {
  const valueOf = (what) => rows.find((row) => row.what === what)?.element ?? null;
  return rows
    .filter(({ what, target }) => what.startsWith(LARGER_SIZE) && what.endsWith(': seek, p95') && target)
    .map(({ what, element }) => {
      const before = valueOf(what.replace(LARGER_SIZE, SIZE));
      return {
        what: what.replace(LARGER_SIZE, `${LARGER_SIZE} ÷ ${SIZE}`),
        unit: 'times',
        baseline: null,
        element: element && before ? element / before : null,
        limit: null,
        target: AS_MUCH,
      };
    });
}
