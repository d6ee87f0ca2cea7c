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
  return alignedTable([HEAD, HEAD.map((_, i) => (i === 0 || i === 2 ? '---' : '--:')), ...rows.map(cellsOf)]);
}

/** What the element does with files compressed by posthog-js, in a few numbers. @param {import('./rows.mjs').Row[]} rows */
export function summaryOf(rows) {
  const columns = ['first frame', 'everything read', 'seek, p50', 'seek, p95'];
  const sizes = rows.flatMap(({ what }) => /^(\d+ MB): first frame$/.exec(what)?.[1] ?? []);
  const lines = sizes.map((size) => {
    const values = columns.map((column) => rows.find(({ what }) => what === `${size}: ${column}`)?.element);
    return [size, ...values.map((ms) => (isNumber(ms) ? `${Number((ms / 1000).toPrecision(2))} s` : '–'))];
  });
  return alignedTable([
    ['recording', 'first frame', 'everything read', 'a seek, median', 'a seek, 95 %'],
    ['---', '--:', '--:', '--:', '--:'],
    ...lines,
  ]);
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

/** As prettier aligns tables, for what is written is checked by it. The second line says how columns are aligned. */
export function alignedTable(lines) {
  const rules = lines[1];
  const widths = rules.map((_, i) => Math.max(...lines.map((cells) => cells[i].length)));
  const padded = (cell, i) => {
    if (cell === '---' || cell === '--:') return cell.replace('-', '-'.repeat(widths[i] - 2));
    return rules[i] === '---' ? cell.padEnd(widths[i]) : cell.padStart(widths[i]);
  };
  return lines.map((cells) => `| ${cells.map(padded).join(' | ')} |`).join('\n');
}
