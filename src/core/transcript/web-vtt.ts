import { cueText } from '../webvtt/cue-text.ts';
import { writeWebVtt } from '../webvtt/write-webvtt.ts';
import type { Transcript, TranscriptWords } from './transcript.ts';
import { placed } from './placed.ts';

/** A line stays to be read until the next, but no shorter and no longer than this. Seconds. */
const SHORTEST = 1;
const LONGEST = 7;

/** A session as captions. What was seen is no caption. */
export function inWebVtt({ lines }: Transcript, words: TranscriptWords): string {
  const cues = placed(lines, words).map(({ line: { time, end = time }, title }, i) => {
    const next = lines[i + 1]?.time ?? Infinity;
    const until = Math.min(Math.max(end, next, time + SHORTEST), time + LONGEST);
    return { id: '', start: time, end: until, settings: '', text: cueText(title) };
  });
  return writeWebVtt(cues);
}
