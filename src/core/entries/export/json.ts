import type { EntryStream } from './export-format.ts';

/** An array of entries, an entry a line. */
export async function* writeJson(entries: EntryStream): AsyncGenerator<string> {
  let before = '[\n';
  for await (const entry of entries) {
    yield `${before}${JSON.stringify(entry)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** An entry a line. */
export async function* writeNdjson(entries: EntryStream): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}
