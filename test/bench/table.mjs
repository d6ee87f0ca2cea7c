export const UNITS = {
  ms: (value) => `${rounded(value)} ms`,
  bytes: (value) => (value < 1e6 ? `${rounded(value / 1e3)} KB` : `${rounded(value / 1e6)} MB`),
  times: (value) => `${rounded(value)} ×`,
  percent: (value) => `${rounded(value * 100)} %`,
  rate: (value) => `${rounded(value)}/s`,
  count: (value) => String(Math.round(value)),
};

const HEAD = ['what', '÷ baseline', '÷ limit', 'target', 'baseline', 'portable-replay', 'limit', 'met?'];
const RULES = HEAD.map((name) => (name === 'what' || name === 'target' ? '---' : '--:'));

/** @param {import('./rows.mjs').Row[]} rows */
export function markdownOf(rows) {
  return alignedTable([HEAD, RULES, ...rows.map(cellsOf)]);
}

/** What the element does with files compressed by posthog-js, in a few numbers. @param {import('./rows.mjs').Row[]} rows */
export function summaryOf(rows) {
  const columns = [
    ': first frame',
    ': everything read',
    ', right after reading: seek, p50',
    ', right after reading: seek, p95',
  ];
  const sizes = rows.flatMap(({ what }) => /^(\d+ MB): first frame$/.exec(what)?.[1] ?? []);
  const lines = sizes.map((size) => {
    const values = columns.map((column) => rows.find(({ what }) => what === `${size}${column}`)?.element);
    return [size, ...values.map((ms) => (isNumber(ms) ? `${Number((ms / 1000).toPrecision(2))} s` : '–'))];
  });
  return alignedTable([
    ['recording', 'first frame', 'everything read', 'a seek, median', 'a seek, 95 %'],
    ['---', '--:', '--:', '--:', '--:'],
    ...lines,
  ]);
}

/** What the README tells, and by which names: what most people want to know before they choose a player. */
const README_ROWS = {
  'First frame, 1 MB': '1 MB: first frame',
  'First frame, 10 MB': '10 MB: first frame',
  'First frame, 75 MB': '75 MB: first frame',
  'Everything read, 75 MB': '75 MB: everything read',
  'Seek within a page, 10 MB': '10 MB, within one page: seek, p50',
  'Seek, 75 MB, slowest 5 %': '75 MB, once prepared: seek, p95',
  'The same right after reading': '75 MB, right after reading: seek, p95',
  'Main thread busy at 4 ×': '75 MB, 10 s of playing at minute 40, 4 ×: main thread busy',
  'Memory, 300 MB': '300 MB: memory of page and worker',
  'Interactive, 12 players ÷ 1':
    'players in a grid, 1 MB each, those below the fold lazy: page interactive, twelve ÷ one',
};

/** @param {import('./rows.mjs').Row[]} rows */
export function readmeTableOf(rows) {
  const lines = Object.entries(README_ROWS).map(([name, of]) => {
    const row = rows.find(({ what }) => what === of);
    if (!row) throw new Error(`The README tells of “${of}”, which was not measured`);
    const [, ...ratios] = cellsOf(row);
    return [name, UNITS[row.unit](row.element), ratios[0], ratios[1]];
  });
  return alignedTable([['', 'takes', '÷ baseline', '÷ limit'], ['---', '--:', '--:', '--:'], ...lines]);
}

function cellsOf(row) {
  const { what, unit, target } = row;
  const shown = (name) => (isNumber(row[name]) ? UNITS[unit](row[name]) : (row[`${name}Note`] ?? '–'));
  const ratios = ['baseline', 'limit'].map((name) => ratioTo(name, row));
  return [
    what,
    ...ratios.map((ratio) => (ratio === null ? '–' : rounded(ratio))),
    target ? wish(target, unit) : '–',
    shown('baseline'),
    shown('element'),
    shown('limit'),
    target ? verdict(target, row) : '–',
  ];
}

/** How the element compares with another column; null where one of them has no value. */
function ratioTo(name, { element, [name]: other }) {
  return isNumber(element) && isNumber(other) && other !== 0 ? element / other : null;
}

function wish({ of, atMost, atLeast }, unit) {
  const bound = atMost ?? atLeast;
  return `${atMost === undefined ? '≥' : '≤'} ${of === 'value' ? UNITS[unit](bound) : `${bound} × ${of}`}`;
}

function verdict({ of, atMost = Infinity, atLeast = -Infinity }, row) {
  if (!isNumber(row.element)) return 'no';
  const value = of === 'value' ? row.element : ratioTo(of, row);
  if (value === null) return of === 'baseline' && row.baselineNote ? 'yes' : '–';
  return value <= atMost && value >= atLeast ? 'yes' : 'no';
}

export function isNumber(value) {
  return typeof value === 'number' && !Number.isNaN(value);
}

/** More than three digits is more than such numbers are good for. */
export function rounded(value) {
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
