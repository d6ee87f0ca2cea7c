import { parseTime } from '../core/parse-time.ts';

/**
 * Seconds from the start of the recording that a text stands for, as `start-at` is read; null when it stands for none.
 *
 * @param recordingStart Unix milliseconds
 */
export function momentOf(text: string, recordingStart: number): number | null {
  const at = parseStartAt(text, recordingStart);
  return at === null ? null : (at - recordingStart) / 1000;
}

/**
 * Where `start-at` points to: `12.5`, `1:02`, `1:02:03`, `1h2m3s`, an ISO date or Unix milliseconds read as wall
 * clock. Unix milliseconds; null when the text is none of these.
 */
export function parseStartAt(text: string, recordingStart: number): number | null {
  const trimmed = text.trim();
  if (/^\d{12,}$/.test(trimmed)) return Number(trimmed);
  const seconds = parseTime(trimmed);
  if (seconds !== null) return recordingStart + seconds * 1000;
  const date = /^\d{4}-\d{2}-\d{2}/.test(trimmed) ? Date.parse(trimmed) : NaN;
  return Number.isNaN(date) ? null : date;
}
