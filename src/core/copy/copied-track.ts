import type { WrittenSpan } from '../export/write-export.ts';

/** A text track that goes along with a copy of a recording. */
export interface CopiedTrack {
  /** As of `TextTrack`. */
  readonly kind: string;
  readonly label: string;
  readonly language: string;
  /** Empty for none. */
  readonly id: string;
  /** Whether its captions are shown. */
  readonly isShown: boolean;
  /** By time. */
  readonly cues: readonly CopiedCue[];
}

export interface CopiedCue {
  /** Seconds. */
  readonly start: number;
  /** Seconds. */
  readonly end: number;
  /** Plain text. */
  readonly text: string;
}

/** The tracks with their texts as another one makes them. */
export async function editTexts(
  tracks: readonly CopiedTrack[],
  edit: (text: string) => Promise<string>,
): Promise<readonly CopiedTrack[]> {
  const edited: CopiedTrack[] = [];
  for (const track of tracks) {
    const cues: CopiedCue[] = [];
    for (const cue of track.cues) cues.push({ ...cue, text: await edit(cue.text) });
    const [label, language, id] = [await edit(track.label), await edit(track.language), await edit(track.id)];
    edited.push({ ...track, label, language, id, cues });
  }
  return edited;
}

/**
 * The tracks of a copy: without the cues of what was cut off, and at the times of the copy.
 *
 * @param span what was kept
 * @param startAt when the recording begins, Unix milliseconds
 */
export function cutTracks(
  tracks: readonly CopiedTrack[],
  { first, last }: WrittenSpan,
  startAt: number,
): readonly CopiedTrack[] {
  return tracks
    .map((track) => ({
      ...track,
      cues: track.cues.flatMap((cue) => {
        const [from, to] = [startAt + cue.start * 1000, startAt + cue.end * 1000];
        const isKept = from <= last && (from >= first || to > first);
        return isKept
          ? [{ ...cue, start: secondsInto({ first, last }, from), end: secondsInto({ first, last }, to) }]
          : [];
      }),
    }))
    .filter(({ cues }) => cues.length > 0);
}

/**
 * A moment in a copy, in seconds from its start; the nearest one that was kept.
 *
 * @param at Unix milliseconds
 */
export function secondsInto({ first, last }: WrittenSpan, at: number): number {
  const sinceFirst = Math.min(Math.max(at, first), last) - first;
  // What was a whole number of milliseconds is one again.
  return Math.round(sinceFirst * 1000) / 1e6;
}
