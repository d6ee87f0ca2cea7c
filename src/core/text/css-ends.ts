/** Where a string in a style sheet ends, by the place behind its quote. One that is not closed ends with its line. */
export function endOfString(css: string, from: number, quote: string): number {
  for (let at = from; at < css.length; at++) {
    const sign = css.charAt(at);
    if (sign === quote) return at + 1;
    if (sign === '\\') at++;
    else if (sign === '\n') return at;
  }
  return css.length;
}

/** The place behind something that was found, or the end of the sheet where it was not. */
export function behind(found: number, length: number, css: string): number {
  return found < 0 ? css.length : found + length;
}
