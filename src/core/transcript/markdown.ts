import { escapeMarkdown } from '../entries/export/markdown.ts';
import { shown } from '../entries/export/plain-lines.ts';
import { sightLines, type Sight } from '../seen/sight.ts';
import type { Transcript, TranscriptWords } from './transcript.ts';
import { placed } from './placed.ts';

/** A session in Markdown: a list, and what was seen as blocks of code. Texts of the recording are no markup in it. */
export function inMarkdown({ id, startedAt, duration, lines }: Transcript, words: TranscriptWords): string {
  const head = [
    `# ${escapeMarkdown(words.heading(id))}`,
    '',
    escapeMarkdown(words.about(startedAt, duration)),
    '',
  ];
  const list = placed(lines, words).flatMap(({ line, title }) => [
    `- **${words.clock(line.time)}** ${escapeMarkdown(title)}`,
    ...(line.seen ? blockOf(line.seen) : []),
  ]);
  return [...head, ...list, ''].join('\n');
}

function blockOf(seen: Sight): readonly string[] {
  const lines = sightLines(seen).map(shown);
  if (lines.length === 0) return [];
  const longest = Math.max(
    0,
    ...lines.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return ['', `${fence}${'outline' in seen ? 'yaml' : 'diff'}`, ...lines, fence, ''].map((line) =>
    line === '' ? '' : `  ${line}`,
  );
}
