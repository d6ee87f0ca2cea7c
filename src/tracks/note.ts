import { cueText, plainText } from '../core/webvtt/cue-text.ts';
import type { ReplayTextTrack } from './replay-text-track.ts';

/** Id of the tracks whose cues are notes. */
export const NOTES_ID = 'notes';

/** Seconds: a cue has to last, so one that is no longer stands for a moment. */
const SHORTEST = 0.001;

/** What is written about a moment of a recording, or about a stretch of it. */
export interface NoteText {
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** Seconds; the same as `time` for a moment. */
  readonly end: number;
  /** Plain text. */
  readonly text: string;
}

export interface Note extends NoteText {
  /** Where it stands; another one once it is changed. */
  readonly cue: VTTCue;
}

/** The notes of all tracks that hold notes and are not disabled, by time. */
export function notesOf(tracks: Iterable<ReplayTextTrack>): readonly Note[] {
  return [...tracks]
    .filter(isNotes)
    .flatMap(({ cues }) => [...(cues ?? [])])
    .map(noteOf)
    .sort((a, b) => a.time - b.time || a.end - b.end);
}

export function isNotes({ kind, id }: ReplayTextTrack): boolean {
  return kind === 'metadata' && id === NOTES_ID;
}

export function cueOfNote({ time, end, text }: NoteText): VTTCue {
  return new VTTCue(time, Math.max(end, time + SHORTEST), cueText(text));
}

function noteOf(cue: VTTCue): Note {
  const { startTime, endTime, text } = cue;
  // Times are kept in binary, and a thousandth is no exact one.
  const isMoment = endTime - startTime < SHORTEST * 1.5;
  return { time: startTime, end: isMoment ? startTime : endTime, text: plainText(text), cue };
}
