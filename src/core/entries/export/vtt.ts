import { cueTime } from './clock-time.ts';
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
    yield `\n${escapeCue(id)}\n${cueTime(time)} --> ${cueTime(until)}\n${lines.map(escapeCue).join('\n')}\n`;
  }
}

/** Text of a cue that holds no tags, and no arrow, which would begin another cue. */
export function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
