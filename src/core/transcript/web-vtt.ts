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
    return `${timestamp(time)} --> ${timestamp(until)}\n${escaped(title)}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

function timestamp(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0');
  return `${part(total / 3_600_000, 2)}:${part((total / 60_000) % 60, 2)}:${part((total / 1000) % 60, 2)}.${part(total % 1000, 3)}`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
