import type { WebVttCue } from './webvtt.ts';

/**
 * Writes cues as a WebVTT file, in the order they are given.
 *
 * @param header lines below the signature, such as `Kind: chapters`
 */
export function writeWebVtt(cues: Iterable<WebVttCue>, header: readonly string[] = []): string {
  const blocks = [['WEBVTT', ...header.map(asLine)].join('\n'), ...Array.from(cues, writeCue)];
  return `${blocks.join('\n\n')}\n`;
}

/** One cue, without the empty line that sets it apart from others. */
export function writeCue({ id, start, end, settings, text }: WebVttCue): string {
  const times = `${timeOf(start)} --> ${timeOf(end)}`;
  const name = id === '' ? [] : [asLine(id)];
  return [...name, [times, asLine(settings)].join(' ').trimEnd(), asBlock(text)].join('\n').trimEnd();
}

/** An id or a setting ends with its line, and would begin a cue with an arrow in it. */
function asLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replaceAll('-->', '--');
}

/** A text ends at the first empty line, and would begin a cue with an arrow in it. */
function asBlock(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replaceAll('-->', '--&gt;');
}

function timeOf(seconds: number): string {
  const total = Math.round(Math.max(0, seconds) * 1000);
  const part = (divisor: number, modulus: number) => Math.floor(total / divisor) % modulus;
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const hours = twoDigits(Math.floor(total / 3_600_000));
  const rest = String(total % 1000).padStart(3, '0');
  return `${hours}:${twoDigits(part(60_000, 60))}:${twoDigits(part(1000, 60))}.${rest}`;
}
