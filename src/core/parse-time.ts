/** Seconds that a text such as `12.5`, `1:02`, `1:02:03` or `1h2m3s` stands for; null for any other text. */
export function parseTime(text: string): number | null {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^\d+(:\d{1,2}){1,2}(\.\d+)?$/.test(text)) {
    return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }
  const units = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(text);
  if (!text || !units) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = units;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
