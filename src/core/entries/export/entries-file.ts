import type { EntryQuery, ReplayEntry } from '../entry.ts';
import { everyEntry } from '../every-entry.ts';
import {
  ENTRY_EXPORT_FORMATS,
  ENTRY_EXPORT_TYPES,
  type EntryExportFormat,
  type ExportContext,
} from './export-format.ts';
import { writeHar } from './har.ts';
import { writeEntries } from './write-entries.ts';

/** Which entries are wanted, and as what. */
export interface EntryExportQuery extends EntryQuery {
  readonly format: EntryExportFormat;
}

/** Gives a part of the wanted entries. @param inFull titles are not cut to what can be read at a glance */
export type AskForEntries = (
  query: EntryQuery,
  inFull: boolean,
) => Promise<{ readonly entries: readonly ReplayEntry[]; readonly next: string | null }>;

/** Those that are made of titles; the others hold all that is known of an entry besides. */
const IN_FULL: ReadonlySet<EntryExportFormat> = new Set(['csv', 'text', 'markdown', 'vtt']);

/** So many characters become a part of the file at a time: what is in a file is out of the memory of the page. */
const PART = 256 * 1024;

/**
 * Entries as a file. Texts are whole, however long they are; what was recorded stays text in each format, never markup,
 * links or formulas.
 *
 * @throws TypeError for a format that is not known, for an invalid `limit`, `offset` or `after`, and as `ask`
 */
export async function entriesFile(
  { format, ...query }: EntryExportQuery,
  ask: AskForEntries,
  context: ExportContext,
): Promise<Blob> {
  if (!ENTRY_EXPORT_FORMATS.includes(format))
    throw new TypeError(
      `"${format}" is not a format for entries. The formats are ${ENTRY_EXPORT_FORMATS.join(', ')}.`,
    );
  const written = format === 'har' ? har(query, ask, context) : lines(format, query, ask, context);
  const parts: Blob[] = [];
  let part = '';
  for await (const piece of written) {
    part += piece;
    if (part.length < PART) continue;
    parts.push(new Blob([part]));
    part = '';
  }
  return new Blob([...parts, part], { type: ENTRY_EXPORT_TYPES[format] });
}

function lines(
  format: Exclude<EntryExportFormat, 'har'>,
  query: EntryQuery,
  ask: AskForEntries,
  context: ExportContext,
): AsyncGenerator<string> {
  const entries = everyEntry(query, (wanted) => ask(wanted, IN_FULL.has(format)));
  return writeEntries(entries, format, context);
}

/** Pages are asked for besides, whatever is searched for: they are what requests are grouped by. */
async function* har(query: EntryQuery, ask: AskForEntries, context: ExportContext): AsyncGenerator<string> {
  const { windowId, kinds } = query;
  const pages: ReplayEntry<'page'>[] = [];
  const wanted = { kinds: ['page'] as const, ...(windowId !== undefined && { windowId }) };
  for await (const entry of everyEntry(wanted, (part) => ask(part, false)))
    if (entry.kind === 'page') pages.push(entry);
  const isWanted = kinds?.includes('request') ?? true;
  const requests = everyEntry({ ...query, kinds: ['request'] }, (part) => ask(part, false));
  yield* writeHar(pages, isWanted ? requests : [], context);
}
