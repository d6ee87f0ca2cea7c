import type { ReplayEntry } from '../entry.ts';
import type { EntryStream, ExportContext } from './export-format.ts';

type Cell = string | number | boolean | null | undefined;

/** Names of the columns and what stands in them; `detail` has all that is known of an entry besides, as JSON. */
const COLUMNS: readonly (readonly [
  name: string,
  cell: (entry: ReplayEntry, context: ExportContext) => Cell,
])[] = [
  ['id', ({ id }) => id],
  ['time', ({ time }) => time],
  ['end', ({ end }) => end],
  ['clock', ({ time }, { clock }) => clock(time)],
  ['date', ({ time }, { startAt }) => isoTime(startAt + time * 1000)],
  ['kind', ({ kind }) => kind],
  ['level', ({ level }) => level],
  ['window', ({ windowId }) => windowId],
  ['title', ({ title }) => title],
  ['target', ({ target }) => target?.name],
  ['role', ({ target }) => target?.role],
  ['selector', ({ target }) => target?.selector],
  ['method', (entry) => (entry.kind === 'request' ? entry.detail.method : null)],
  ['url', (entry) => addressOf(entry)],
  ['status', (entry) => (entry.kind === 'request' ? entry.detail.status : null)],
  ['duration', (entry) => (entry.kind === 'request' ? entry.detail.duration : null)],
  ['detail', ({ detail }) => JSON.stringify(detail)],
];

/** With these a spreadsheet takes a cell for a formula, some of them as wide characters of Chinese and Japanese. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * A table, an entry a row. Cells that a spreadsheet would take for a formula begin with an apostrophe.
 * Source: https://www.rfc-editor.org/rfc/rfc4180, https://owasp.org/www-community/attacks/CSV_Injection
 */
export async function* writeCsv(entries: EntryStream, context: ExportContext): AsyncGenerator<string> {
  yield row(COLUMNS.map(([name]) => name));
  for await (const entry of entries) yield row(COLUMNS.map(([, cell]) => cell(entry, context)));
}

function row(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

/** Numbers are ours and no formulas. */
function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null || cell === undefined ? '' : String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) || harmless !== cell ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function addressOf(entry: ReplayEntry): string | null {
  if (entry.kind === 'request') return entry.detail.url;
  return entry.kind === 'page' ? entry.detail.href : null;
}

/** Empty for a moment that no calendar has. */
function isoTime(milliseconds: number): string {
  const moment = new Date(milliseconds);
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString();
}
