import type { ReplayEntry } from '../entries/entry.ts';
import type { WordlessInfo } from '../recording.ts';
import type { Sight } from '../seen/sight.ts';
import {
  isTold,
  type Transcript,
  type TranscriptDetail,
  type TranscriptLine,
  type TranscriptWords,
} from './transcript.ts';

/** The line of the end of a recording, where what was seen is told. */
export const END = 'end';

/** What there is to tell of entries. @param seen by id of the entry, and `END` */
export function tellSession(
  { id, startedAt, duration }: Pick<WordlessInfo, 'id' | 'startedAt' | 'duration'>,
  entries: readonly ReplayEntry[],
  detail: TranscriptDetail,
  seen: ReadonlyMap<string, Sight>,
  words: TranscriptWords,
): Transcript {
  const lines = entries
    .filter((entry) => isTold(entry, detail))
    .map((entry) => lineOf(entry, seen.get(entry.id)));
  const last = seen.get(END);
  const windowId = lines.at(-1)?.windowId ?? '';
  const end: TranscriptLine[] = last
    ? [{ time: duration, windowId, kind: 'end', title: words.end, seen: last }]
    : [];
  return { id, startedAt, duration, lines: [...lines, ...end] };
}

function lineOf(
  { time, end, windowId, kind, level, target, title }: ReplayEntry,
  seen?: Sight,
): TranscriptLine {
  return {
    time,
    ...(end !== undefined && { end }),
    windowId,
    kind,
    ...(level && { level }),
    ...(target && { target }),
    title,
    ...(seen && { seen }),
  };
}
