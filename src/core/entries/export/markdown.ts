import type { EntryStream, ExportContext } from './export-format.ts';
import { linesOf } from './plain-lines.ts';

/**
 * All that begins markup, HTML, a reference, a formula or an address within a line: each stands for itself after a
 * backslash. Addresses become links by their `://`, `www.` or `@` alone. What begins something only at the start of a
 * line is harmless behind the time.
 */
const MARKS = /[\\`*_[\]<>&|~$@]|:(?=\/\/|\w)|(?<=www)\./gi;

/**
 * A list of entries. What was recorded is escaped, so that no markup, link or picture comes of it; an entry of several
 * lines has the others in a block of code, as they are.
 */
export async function* writeMarkdown(entries: EntryStream, { clock }: ExportContext): AsyncGenerator<string> {
  for await (const entry of entries) {
    const [first = '', ...rest] = linesOf(entry);
    const line = `- **${clock(entry.time)}** ${escapeMarkdown(first)}\n`;
    yield rest.length > 0 ? line + codeBlock(rest) : line;
  }
}

/** Text of a line as Markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKS, (mark) => `\\${mark}`);
}

/** A block in an item of a list, behind a fence that is longer than any run of the same marks in it. */
function codeBlock(lines: readonly string[]): string {
  let longest = 2;
  for (const line of lines) for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  return [`\n  ${fence}`, ...lines.map((line) => `  ${line}`), `  ${fence}\n`, ''].join('\n');
}
