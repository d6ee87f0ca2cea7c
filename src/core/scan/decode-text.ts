/** A text without its escapes, and where its characters stood before. */
export interface DecodedText {
  readonly text: string;
  /** Index in the encoded text of the character at an index of this one. */
  rawIndex(index: number): number;
}

/** Percent-encoded ASCII, escapes of JSON and the character references of which addresses are made. */
const ESCAPE =
  /%[2-7][\dA-Fa-f]|\\u00[2-7][\dA-Fa-f]|\\["'\\/nrt]|&(?:#(?:x[2-7][\dA-Fa-f]|3[2-9]|[4-9]\d|1[01]\d|12[0-6])|amp|quot|commat|period|colon);/g;
const HAS_ESCAPE = new RegExp(ESCAPE.source);
/** A JSON text in a field of a JSON text in a query is encoded three times. */
const MAX_PASSES = 3;

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  commat: '@',
  period: '.',
  colon: ':',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Takes escapes out of a text, also of those within each other; null where there are none. */
export function decodeText(text: string): DecodedText | null {
  let decoded = decodeOnce(text);
  for (let pass = 1; decoded && pass < MAX_PASSES; pass++) {
    const inner = decodeOnce(decoded.text);
    if (!inner) break;
    decoded = nest(decoded, inner);
  }
  return decoded;
}

function nest(outer: DecodedText, inner: DecodedText): DecodedText {
  return { text: inner.text, rawIndex: (index) => outer.rawIndex(inner.rawIndex(index)) };
}

function decodeOnce(text: string): DecodedText | null {
  if (!HAS_ESCAPE.test(text)) return null;
  /** Where escapes ended: in the decoded text, and how many characters were saved until there. */
  const ends: number[] = [];
  const saved: number[] = [];
  let total = 0;
  const decoded = text.replace(ESCAPE, (escape: string, at: number) => {
    ends.push(at - total + 1);
    total += escape.length - 1;
    saved.push(total);
    return characterOf(escape);
  });
  return {
    text: decoded,
    rawIndex: (index) => index + (saved[countUpTo(ends, index) - 1] ?? 0),
  };
}

function characterOf(escape: string): string {
  if (escape.startsWith('%')) return String.fromCharCode(parseInt(escape.slice(1), 16));
  if (escape.startsWith('\\u')) return String.fromCharCode(parseInt(escape.slice(2), 16));
  if (escape.startsWith('&#x')) return String.fromCharCode(parseInt(escape.slice(3), 16));
  if (escape.startsWith('&#')) return String.fromCharCode(parseInt(escape.slice(2), 10));
  const name = escape.replace(/[&;]/g, '').replace(/^\\/, '');
  return CHARACTERS[name] ?? name;
}

/** How many of some ascending numbers are no greater than one. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
