/** An escape of JSON; of half a character beyond U+FFFF, where the other half is missing, or another one. */
const ESCAPES = /\\(?:ud[89a-f][0-9a-f]{2}|.)/g;

/**
 * A value as JSON that every reader takes: halves of characters, which recordings may hold and many readers refuse,
 * become U+FFFD.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  // Whole characters are never escaped.
  return text.includes('\\ud')
    ? text.replace(ESCAPES, (found) => (found.length > 2 ? '\\ufffd' : found))
    : text;
}
