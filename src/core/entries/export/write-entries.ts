import { writeCsv } from './csv.ts';
import type { EntryExportFormat, EntryStream, ExportContext } from './export-format.ts';
import { writeJson, writeNdjson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { writeText } from './text.ts';
import { writeVtt } from './vtt.ts';

type Writer = (entries: EntryStream, context: ExportContext) => AsyncGenerator<string>;

const WRITERS: Readonly<Record<Exclude<EntryExportFormat, 'har'>, Writer>> = {
  json: writeJson,
  ndjson: writeNdjson,
  csv: writeCsv,
  text: writeText,
  markdown: writeMarkdown,
  vtt: writeVtt,
};

/**
 * Entries as text in one of the formats, piece by piece.
 *
 * @param entries in the order of time
 */
export function writeEntries(
  entries: EntryStream,
  format: Exclude<EntryExportFormat, 'har'>,
  context: ExportContext,
): AsyncGenerator<string> {
  return WRITERS[format](entries, context);
}
