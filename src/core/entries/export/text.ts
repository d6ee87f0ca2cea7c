import { clockTime } from './clock-time.ts';
import type { EntryStream } from './export-format.ts';
import { linesOf } from './plain-lines.ts';

/** An entry a line, its time first; further lines of it are indented. */
export async function* writeText(entries: EntryStream): AsyncGenerator<string> {
  for await (const entry of entries) {
    const [first = '', ...rest] = linesOf(entry);
    yield [`${clockTime(entry.time)} ${first}`, ...rest.map((line) => `    ${line}`)].join('\n') + '\n';
  }
}
