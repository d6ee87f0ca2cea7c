import type { TextRange } from './decode-text.ts';

const BEGINNING = /\/\*|["']|url\(/gi;

/** Where a style sheet says something to people: quoted texts, addresses and comments, with what they stand in. */
export function contentOfStyle(css: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  BEGINNING.lastIndex = 0;
  for (let match = BEGINNING.exec(css); match; match = BEGINNING.exec(css)) {
    const to = endOf(css, match.index, match[0]);
    ranges.push({ from: match.index, to });
    BEGINNING.lastIndex = to;
  }
  return ranges;
}

/** What is never closed goes on to the end. */
function endOf(css: string, from: number, beginning: string): number {
  const start = from + beginning.length;
  if (beginning === '/*') {
    const end = css.indexOf('*/', start);
    return end < 0 ? css.length : end + 2;
  }
  if (beginning.length === 1) return endOfQuoted(css, start, beginning);
  for (let i = start; i < css.length; i++) {
    const character = css[i] ?? '';
    if (character === ')') return i + 1;
    if (character === '\\') i++;
    else if (character === '"' || character === "'") i = endOfQuoted(css, i + 1, character) - 1;
  }
  return css.length;
}

function endOfQuoted(css: string, start: number, quote: string): number {
  for (let i = start; i < css.length; i++) {
    if (css[i] === quote) return i + 1;
    if (css[i] === '\\') i++;
  }
  return css.length;
}
