export const UNITS = {
  ms: (value) => `${rounded(value)} ms`,
  bytes: (value) => (value < 1e6 ? `${rounded(value / 1e3)} KB` : `${rounded(value / 1e6)} MB`),
  times: (value) => `${rounded(value)} ×`,
  percent: (value) => `${rounded(value * 100)} %`,
  rate: (value) => `${rounded(value)}/s`,
  count: (value) => String(Math.round(value)),
};

const HEAD = ['what', 'ratio', 'target', 'met?', 'baseline', 'portable-replay'];

/** @param {import('./rows.mjs').Row[]} rows */
export function markdownOf(rows) {
  const lines = [HEAD, HEAD.map((_, i) => (i === 0 || i === 2 ? '---' : '--:')), ...rows.map(cellsOf)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((cells) => cells[i].length)));
  return lines
    .map((cells) => `| ${cells.map((cell, i) => padded(cell, widths[i], i)).join(' | ')} |`)
    .join('\n');
}

function cellsOf(row) {
  const { what, unit, baseline, element, target } = row;
  const hasBoth = isNumber(baseline) && isNumber(element) && baseline !== 0;
  const ratio = hasBoth ? element / baseline : null;
  return [
    what,
    ratio === null ? '–' : rounded(ratio),
    target ? wish(target, unit) : '–',
    target ? verdict(target, ratio, row) : '–',
    isNumber(baseline) ? UNITS[unit](baseline) : (row.baselineNote ?? '–'),
    isNumber(element) ? UNITS[unit](element) : (row.elementNote ?? '–'),
  ];
}

function wish({ of, atMost, atLeast }, unit) {
  const limit = atMost ?? atLeast;
  return `${atMost === undefined ? '≥' : '≤'} ${of === 'ratio' ? `${limit} of baseline` : UNITS[unit](limit)}`;
}

function verdict({ of, atMost = Infinity, atLeast = -Infinity }, ratio, { element, baselineNote }) {
  if (!isNumber(element)) return 'no';
  const value = of === 'ratio' ? ratio : element;
  if (value === null) return baselineNote ? 'yes' : '–';
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
