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

/** So many characters are handed on at a time. */
const CHUNK = 64 * 1024;

/**
 * Entries as a text file in one of the formats, in chunks. Texts are whole, however long they are; what was recorded
 * stays text in each format, never markup, links or formulas.
 *
 * @param entries in the order of time, with titles that were not cut
 */
export async function* writeEntries(
  entries: EntryStream,
  format: Exclude<EntryExportFormat, 'har'>,
  context: ExportContext,
): AsyncGenerator<string> {
  yield* chunks(WRITERS[format](entries, context));
}

/** Pieces joined to chunks of some length. */
export async function* chunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
