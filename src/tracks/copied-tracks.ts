import type { CopiedCue, CopiedTrack } from '../core/copy/copied-track.ts';
import { plainText } from '../core/webvtt/cue-text.ts';
import { isNotes, notesOf } from './note.ts';
import type { ReplayTextTrack } from './replay-text-track.ts';
import { isCaptions } from './track-elements.ts';

/**
 * Tracks as they go along with a copy: chapters that are not disabled, captions, and all notes in one. Cues that only
 * scripts use stay behind.
 */
export function copiedTracks(tracks: readonly ReplayTextTrack[]): readonly CopiedTrack[] {
  const shown = tracks.filter(
    ({ kind, mode }) => isCaptions(kind) || (kind === 'chapters' && mode !== 'disabled'),
  );
  const copies = shown.map((track) => copyOf(track, track.everyCue.map(cueOf)));
  const [first] = tracks.filter(isNotes);
  const notes = notesOf(tracks).map(({ cue }) => cueOf(cue));
  return [...copies, ...(first ? [copyOf(first, notes)] : [])].filter(({ cues }) => cues.length > 0);
}

function copyOf(
  { kind, label, language, id, mode }: ReplayTextTrack,
  cues: readonly CopiedCue[],
): CopiedTrack {
  return { kind, label, language, id, isShown: mode === 'showing', cues };
}

function cueOf({ startTime, endTime, text }: VTTCue): CopiedCue {
  return { start: startTime, end: endTime, text: plainText(text) };
}
