import type { WebVtt, WebVttCue, WebVttMistake } from './webvtt.ts';

const ARROW = '-->';
const SIGNATURE = /^WEBVTT(?:[ \t].*)?$/;
const COMMENT = /^NOTE(?:[ \t]|$)/;
const STYLE_OR_REGION = /^(?:STYLE|REGION)[ \t]*$/;
const TIME = String.raw`((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})`;
const TIMES = new RegExp(String.raw`^[ \t]*${TIME}[ \t]*-->[ \t]*${TIME}(?:[ \t]+(.*?))?[ \t]*$`);

interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/). What cannot be read is left out and named by its line; all else
 * counts. Styles and regions are passed over, as their place is a video.
 */
export function readWebVtt(text: string): WebVtt {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '\uFFFD')
    .split(/\r\n|\r|\n/)
    .map((line, i) => ({ number: i + 1, text: line }));
  const header: string[] = [];
  const cues: WebVttCue[] = [];
  const comments: string[] = [];
  const mistakes: WebVttMistake[] = [];
  const [first, ...others] = lines;
  const isSigned = first !== undefined && SIGNATURE.test(first.text);
  if (!isSigned) mistakes.push({ fault: 'signature', line: 1 });

  for (const block of blocksOf(isSigned ? others : lines)) {
    const [start] = block;
    if (!start) continue;
    if (isSigned && start.number === 2 && !block.some(({ text }) => text.includes(ARROW))) {
      header.push(...block.map(({ text }) => text));
    } else if (COMMENT.test(start.text)) {
      comments.push(textOf(block).replace(/^NOTE[ \t]*\n?/, ''));
    } else if (!STYLE_OR_REGION.test(start.text)) {
      readCues(block, cues, mistakes);
    }
  }
  return { header, cues, comments, mistakes };
}

/** Lines between empty ones. */
function* blocksOf(lines: readonly Line[]): Generator<readonly Line[]> {
  let block: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') {
      block.push(line);
    } else {
      yield block;
      block = [];
    }
  }
  yield block;
}

/** The cues of a block: as a rule one, with or without an id. A line with `-->` always begins another one. */
function readCues(block: readonly Line[], cues: WebVttCue[], mistakes: WebVttMistake[]): void {
  const starts = block.flatMap(({ text }, i) => (text.includes(ARROW) ? [i] : []));
  const [first] = starts;
  if (first === undefined || first > 1) {
    mistakes.push({ fault: 'no-times', line: block[0]?.number ?? 0 });
    if (first === undefined) return;
  }
  starts.forEach((start, i) => {
    const times = block[start];
    if (!times) return;
    const cue = readTimes(times.text);
    if (!cue) {
      mistakes.push({ fault: 'bad-times', line: times.number });
    } else if (cue.end < cue.start) {
      mistakes.push({ fault: 'ends-early', line: times.number });
    } else {
      const id = i === 0 && start === 1 ? (block[0]?.text ?? '') : '';
      cues.push({ id, ...cue, text: textOf(block.slice(start + 1, starts[i + 1])) });
    }
  });
}

function readTimes(line: string): Pick<WebVttCue, 'start' | 'end' | 'settings'> | null {
  const [, start, end, settings = ''] = TIMES.exec(line) ?? [];
  if (start === undefined || end === undefined) return null;
  return { start: secondsOf(start), end: secondsOf(end), settings };
}

/** Read as whole milliseconds: sums of fractions are not exact. */
function secondsOf(time: string): number {
  const [clock = '', thousandths] = time.split('.');
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return (seconds * 1000 + Number(thousandths)) / 1000;
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}
