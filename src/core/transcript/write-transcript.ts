import { shown } from '../entries/export/plain-lines.ts';
import { inMarkdown } from './markdown.ts';
import { placed } from './placed.ts';
import type { Transcript, TranscriptFormat, TranscriptWords } from './transcript.ts';
import { sightLines } from '../seen/sight.ts';
import { inWebVtt } from './web-vtt.ts';

/** A session in words, in one of the formats. */
export function writeTranscript(
  transcript: Transcript,
  format: TranscriptFormat,
  words: TranscriptWords,
): string {
  return WRITERS[format](transcript, words);
}

const WRITERS: Readonly<
  Record<TranscriptFormat, (transcript: Transcript, words: TranscriptWords) => string>
> = {
  text: inText,
  markdown: inMarkdown,
  vtt: inWebVtt,
  json: (transcript) => `${JSON.stringify(transcript, null, 2)}\n`,
};

function inText({ lines }: Transcript, words: TranscriptWords): string {
  const written = placed(lines, words).flatMap(({ line, title }) => [
    `${words.clock(line.time)} ${title}`,
    ...(line.seen ? sightLines(line.seen).map((seen) => `    ${shown(seen)}`) : []),
  ]);
  return written.map((line) => `${line}\n`).join('');
}
