import type { EntryStream, ExportContext } from './export-format.ts';
import { linesOf } from './plain-lines.ts';

/** An entry a line, its time first; further lines of it are indented. */
export async function* writeText(entries: EntryStream, { clock }: ExportContext): AsyncGenerator<string> {
  for await (const entry of entries) {
    const [first = '', ...rest] = linesOf(entry);
    yield [`${clock(entry.time)} ${first}`, ...rest.map((line) => `    ${line}`)].join('\n') + '\n';
  }
}
