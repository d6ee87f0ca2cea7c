import { cueText, plainText } from '../core/webvtt/cue-text.ts';
import type { ReplayTextTrack } from './replay-text-track.ts';
import type { Chapter } from './tracks-state.ts';

/** What a page gives as a chapter. */
export interface ChapterInit {
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** Seconds; where the next one begins when it is not given. */
  readonly end?: number;
  readonly title: string;
}

/** Where a last chapter ends that has no end: no recording is so long, and WebVTT can write it. Seconds. */
const OPEN_END = 99 * 3600;

/** Those of the first chapters track that has any and is not disabled. */
export function chaptersOf(tracks: readonly ReplayTextTrack[]): readonly Chapter[] {
  const track = tracks.find(({ kind, cues }) => kind === 'chapters' && cues !== null && cues.length > 0);
  return (track?.cues ?? []).map(({ startTime, endTime, text }) => ({
    time: startTime,
    end: endTime,
    title: plainText(text).replace(/\s+/g, ' ').trim(),
  }));
}

/** @throws TypeError for what is no chapter */
export function cuesOfChapters(chapters: readonly ChapterInit[]): readonly VTTCue[] {
  const sorted = chapters.toSorted((a, b) => a.time - b.time);
  return sorted.map(({ time, end, title }, i) => {
    const until = end ?? sorted[i + 1]?.time ?? Math.max(time, OPEN_END);
    if (!(time >= 0 && Number.isFinite(until) && until >= time))
      throw new TypeError('A chapter needs a time in seconds, and ends after it');
    return new VTTCue(time, until, cueText(title));
  });
}
