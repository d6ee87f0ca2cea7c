/**
 * Where `start-at` points to: `12.5`, `1:02`, `1:02:03`, `1h2m3s`, an ISO date or Unix milliseconds read as wall
 * clock. Unix milliseconds; null when the text is none of these.
 */
export function parseStartAt(text: string, recordingStart: number): number | null {
  const trimmed = text.trim();
  if (/^\d{12,}$/.test(trimmed)) return Number(trimmed);
  const seconds = parseSeconds(trimmed);
  if (seconds !== null) return recordingStart + seconds * 1000;
  const date = /^\d{4}-\d{2}-\d{2}/.test(trimmed) ? Date.parse(trimmed) : NaN;
  return Number.isNaN(date) ? null : date;
}

function parseSeconds(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^\d+(:\d{1,2}){1,2}(\.\d+)?$/.test(text)) {
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text);
  if (!text || !units) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = units;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
