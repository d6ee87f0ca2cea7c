import type { EntryNote, ReplayEntry } from '../entries/entry.ts';
import type { WordlessInfo } from '../recording.ts';
import { type KeyMoment, keyMoments } from '../seen/key-moments.ts';
import type { Sight } from '../seen/sight.ts';
import { END, tellSession } from './tell-session.ts';
import { checkedTranscript, type TranscriptOptions, type TranscriptWords } from './transcript.ts';
import { writeTranscript } from './write-transcript.ts';

/** What a transcript is made from. */
export interface TranscriptSource {
  readonly info: Pick<WordlessInfo, 'id' | 'startedAt' | 'duration' | 'windows'>;
  /** All entries, with their words. */
  readonly entries: () => AsyncIterable<ReplayEntry>;
  /** What was on the page at some moments, by their ids. */
  readonly seen: (moments: readonly KeyMoment[]) => Promise<ReadonlyMap<string, Sight>>;
}

/**
 * A session in words.
 *
 * @throws TypeError for a format or a detail that is none, and what the source throws
 */
export async function makeTranscript(
  { info, entries, seen }: TranscriptSource,
  options: TranscriptOptions,
  words: TranscriptWords,
): Promise<string> {
  const { format, detail, seen: isSeenWanted } = checkedTranscript(options);
  const all: ReplayEntry[] = [];
  for await (const entry of entries()) all.push(entry);
  const found = isSeenWanted ? await seen(momentsOf(all, info)) : new Map<string, Sight>();
  return writeTranscript(tellSession(info, all, detail, found, words), format, words);
}

/** Of the window that was in use last, the end as well. */
function momentsOf(
  entries: readonly EntryNote[],
  { duration, windows }: Pick<WordlessInfo, 'duration' | 'windows'>,
): readonly KeyMoment[] {
  const moments = keyMoments(entries);
  const last = entries.findLast(({ kind }) => kind === 'window') ?? moments.at(-1);
  const windowId = last?.windowId ?? windows.at(-1)?.id;
  return windowId === undefined
    ? moments
    : [...moments, { id: END, windowId, at: duration + 1, isWhole: false }];
}
