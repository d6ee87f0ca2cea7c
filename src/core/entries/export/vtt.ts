import { cueText } from '../../webvtt/cue-text.ts';
import { writeCue } from '../../webvtt/write-webvtt.ts';
import type { EntryStream } from './export-format.ts';
import { linesOf } from './plain-lines.ts';

/** Seconds for which a moment is shown: long enough to read a line. */
const SHOWN = 3;

/** Seconds; a cue must end later than it begins, in milliseconds. */
const SHORTEST = 0.001;

/**
 * A cue an entry. What lasts is shown as long as it lasts.
 * Source: https://www.w3.org/TR/webvtt1/#file-structure
 */
export async function* writeVtt(entries: EntryStream): AsyncGenerator<string> {
  yield 'WEBVTT\n';
  for await (const entry of entries) {
    const { id, time, end } = entry;
    const lasts = end !== undefined && end - time >= SHORTEST;
    const until = lasts ? end : time + SHOWN;
    // A blank line would end the cue.
    const lines = linesOf(entry).filter((line) => line.trim() !== '');
    const text = lines.map(cueText).join('\n');
    yield `\n${writeCue({ id, start: time, end: until, settings: '', text })}\n`;
  }
}
