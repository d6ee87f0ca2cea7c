import { shown } from '../entries/export/plain-lines.ts';
import type { TranscriptLine, TranscriptWords } from './transcript.ts';

/** Each line with its words, which name the window where it is another than that of the line before. */
export function placed(
  lines: readonly TranscriptLine[],
  words: TranscriptWords,
): readonly { readonly line: TranscriptLine; readonly title: string }[] {
  return lines.map((line, i) => {
    const before = lines[i - 1];
    const isElsewhere = before !== undefined && before.windowId !== line.windowId && line.kind !== 'window';
    const place = isElsewhere ? words.window(line.windowId) : '';
    return { line, title: shown(place === '' ? line.title : `${line.title} (${place})`) };
  });
}
