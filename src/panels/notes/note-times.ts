import { parseTime } from '../../core/parse-time.ts';
import { RuleError } from '../../core/rule-error.ts';
import { formatClock } from '../../locale/clock.ts';
import type { NoteText } from '../../tracks/note.ts';
import type { NoteDraft } from './notes-state.ts';

/** A moment as it is filled in: `1:02.5`, tenths only where there are some. */
export function writtenTime(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const clock = formatClock(Math.floor(tenths / 10));
  return tenths % 10 === 0 ? clock : `${clock}.${tenths % 10}`;
}

/**
 * The note that is meant by what was filled in.
 *
 * @param now the moment on screen, seconds
 * @param duration of the recording, seconds
 * @throws RuleError for times that are none, or none of the recording
 */
export function noteOfDraft({ note, from, to, text }: NoteDraft, now: number, duration: number): NoteText {
  const time = from === null ? now : timeOf(from, note?.time);
  const end = to.trim() === '' ? time : timeOf(to, note?.end);
  if (!(time <= end && end <= duration + 0.05)) throw new RuleError({ reason: 'not-a-range' });
  return { time, end: Math.min(end, Math.max(time, duration)), text: text.trim() };
}

/** @param before what it was; a time that was not written anew keeps what is finer than it shows */
function timeOf(written: string, before: number | undefined): number {
  const text = written.trim();
  if (before !== undefined && text === writtenTime(before)) return before;
  const seconds = parseTime(text);
  if (seconds === null) throw new RuleError({ reason: 'not-a-range' });
  return seconds;
}
