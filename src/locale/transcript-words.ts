import type { RecordingInfo, WordlessInfo } from '../core/recording.ts';
import type { TranscriptWords } from '../core/transcript/transcript.ts';
import { formatClock } from './clock.ts';
import type { Locale } from './locale.ts';
import { windowName } from './window-label.ts';

/** The words of a transcript of one recording. */
export function transcriptWords(
  words: Locale,
  { duration, windows }: Pick<RecordingInfo | WordlessInfo, 'duration' | 'windows'>,
): TranscriptWords {
  return {
    clock: (seconds) => formatClock(seconds, duration),
    heading: words.transcript.heading,
    about: (startedAt, length) => words.transcript.about(startedAt.toISOString(), length),
    window: (windowId) => windowName(words, windows, windowId),
    end: words.transcript.end,
  };
}
