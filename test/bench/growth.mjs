import { titleOf } from './plans.mjs';
import { growthExponent } from './statistics.mjs';
import { alignedTable, isNumber, rounded, UNITS } from './table.mjs';

/**
 * How what the element takes grows with a recording, as a power of its size, and the most that it may: this holds on any
 * machine. At 0.15, thirty times the size take 1.7 times as long, of which some is the measuring.
 */
const SERIES = [
  { name: ': first frame', unit: 'ms', atMost: 0.15 },
  { name: ', right after reading: seek, p95', unit: 'ms', atMost: 0.15 },
  { name: ', once prepared: seek, p95', unit: 'ms', atMost: 0.15 },
  // Events are held in memory up to a size, and an index of all of them.
  { name: ': memory of page and worker', unit: 'bytes', atMost: 0.5 },
];

/**
 * @typedef {object} Growth
 * @property {string} what
 * @property {keyof typeof UNITS} unit
 * @property {(number | null)[]} values by size; null where it did not finish
 * @property {number | null} exponent null where a value is missing
 * @property {number} atMost
 */

/**
 * @param {import('./rows.mjs').Row[]} rows
 * @param {{sizes: string[], formats: string[]}} options of which there are recordings
 * @returns {Growth[]} none of what was not measured, or at one size only
 */
export function growthOf(rows, { sizes, formats }) {
  if (sizes.length < 2) return [];
  return SERIES.flatMap(({ name, unit, atMost }) =>
    formats.flatMap((format) => {
      const found = sizes.map((size) => rows.find(({ what }) => what === `${titleOf(size, format)}${name}`));
      if (found.includes(undefined)) return [];
      const values = found.map(({ element }) => element);
      const points = values.map((y, i) => ({ x: Number(sizes[i]), y }));
      const exponent = values.every(isNumber) ? growthExponent(points) : null;
      const what = name.replace(/^\W+/, '') + (format === 'plain' ? ', inflated' : '');
      return [{ what, unit, values, exponent, atMost }];
    }),
  );
}

/** @param {Growth[]} growth @param {string[]} sizes */
export function growthTable(growth, sizes) {
  const head = ['what', ...sizes.map((size) => `${size} MB`), 'grows as size to the', 'at most', 'met?'];
  return alignedTable([
    head,
    head.map((_, i) => (i === 0 ? '---' : '--:')),
    ...growth.map((line) => [
      line.what,
      ...line.values.map((value) => (isNumber(value) ? UNITS[line.unit](value) : '–')),
      line.exponent === null ? '–' : line.exponent.toFixed(2),
      String(line.atMost),
      isWithin(line) ? 'yes' : 'no',
    ]),
  ]);
}

/** Sentences about what grows faster than it may. @param {Growth[]} growth */
export function tooFast(growth) {
  return growth
    .filter((line) => !isWithin(line))
    .map(({ what, exponent, atMost }) =>
      exponent === null
        ? `How “${what}” grows is not known: it did not finish at every size.`
        : `“${what}” grows as the size of the recording to the power of ${rounded(exponent)}, and ${atMost} is the most.`,
    );
}

function isWithin({ exponent, atMost }) {
  return exponent !== null && exponent <= atMost;
}
