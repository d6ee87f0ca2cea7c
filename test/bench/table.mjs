import { readFileSync, writeFileSync } from 'node:fs';

const START = '<!-- bench:start -->';
const END = '<!-- bench:end -->';

export const UNITS = {
  ms: (value) => `${rounded(value)} ms`,
  bytes: (value) => (value < 1e6 ? `${rounded(value / 1e3)} KB` : `${rounded(value / 1e6)} MB`),
  times: (value) => `${rounded(value)} ×`,
  percent: (value) => `${rounded(value * 100)} %`,
  rate: (value) => `${rounded(value)}/s`,
  count: (value) => String(Math.round(value)),
};

const HEAD = ['what', 'ratio', 'target', 'met?', 'blueprint', 'portable-replay'];

/** @param {import('./rows.mjs').Row[]} rows */
export function markdownOf(rows) {
  const lines = [HEAD, HEAD.map((_, i) => (i === 0 || i === 2 ? '---' : '--:')), ...rows.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((cells) => cells[i].length)));
  return lines
    .map((cells) => `| ${cells.map((cell, i) => padded(cell, widths[i], i)).join(' | ')} |`)
    .join('\n');
}

/** Fails for a file that nothing could be written to, better before an hour of measuring than after it. */
export function assertHasMarks(path) {
  marksIn(readFileSync(path, 'utf8'), path);
}

/** Puts the text between the marks of a file. */
export function writeBetweenMarks(path, text) {
  const content = readFileSync(path, 'utf8');
  const { from, to } = marksIn(content, path);
  writeFileSync(path, `${content.slice(0, from)}\n\n${text}\n\n${content.slice(to)}`);
}

function marksIn(content, path) {
  const from = content.indexOf(START);
  const to = content.indexOf(END);
  if (from < 0 || to < from) throw new Error(`${path} has no ${START} … ${END}`);
  return { from: from + START.length, to };
}

function cellsOf(row) {
  const { what, unit, blueprint, element, target } = row;
  const hasBoth = isNumber(blueprint) && isNumber(element) && blueprint !== 0;
  const ratio = hasBoth ? element / blueprint : null;
  return [
    what,
    ratio === null ? '–' : rounded(ratio),
    target ? wish(target, unit) : '–',
    target ? verdict(target, ratio, row) : '–',
    isNumber(blueprint) ? UNITS[unit](blueprint) : (row.blueprintNote ?? '–'),
    isNumber(element) ? UNITS[unit](element) : (row.elementNote ?? '–'),
  ];
}

function wish({ of, atMost, atLeast }, unit) {
  const limit = atMost ?? atLeast;
  return `${atMost === undefined ? '≥' : '≤'} ${of === 'ratio' ? `${limit} of blueprint` : UNITS[unit](limit)}`;
}

function verdict({ of, atMost = Infinity, atLeast = -Infinity }, ratio, { element, blueprintNote }) {
  if (!isNumber(element)) return 'no';
  const value = of === 'ratio' ? ratio : element;
  if (value === null) return blueprintNote ? 'yes' : '–';
  return value <= atMost && value >= atLeast ? 'yes' : 'no';
}

function isNumber(value) {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** More than three digits is more than such numbers are good for. */
function rounded(value) {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** As prettier aligns tables, for what is written is checked by it. */
function padded(cell, width, column) {
  if (cell === '---' || cell === '--:') return cell.replace('-', '-'.repeat(width - 2));
  return column === 0 || column === 2 ? cell.padEnd(width) : cell.padStart(width);
}
