import { firstIndex } from '../first-index.ts';

/** From one index to another, the second excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A text without its escapes, and where its characters stood before. */
export interface DecodedText {
  readonly text: string;
  /** Where what stands in a range of this text stands in the encoded one. */
  encoded(range: TextRange): TextRange;
}

/** An escape in the encoded text and what it stands for in the decoded one. */
interface Escape extends TextRange {
  readonly encodedFrom: number;
  readonly encodedTo: number;
}

/** Spaces in a row and characters that nobody sees are taken for escapes of one space and of nothing. */
const ESCAPE =
  /(?:%[\da-f]{2})+|\\u\{[\da-f]{1,6}\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\["'\\/bfnrt]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|\s{2,}|[\u00ad\u200b-\u200d\u2060\ufeff]/gi;
const HAS_ESCAPE = new RegExp(ESCAPE.source, 'i');
/** In style sheets: `\4a ane`. */
const CSS_ESCAPE = /\\(?:[\da-f]{1,6}\s?|[^\da-f\s])/gi;
const DIGIT_GAP = /(?<=\d)[ .\-/\u00a0\u2009\u202f](?=\d)/;
/** JSON within a field of JSON within a query is encoded three times. */
const MAX_PASSES = 4;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', commat: '@', period: '.', colon: ':' },
  ...{ plus: '+', comma: ',', sol: '/', lowbar: '_', dash: '-', hyphen: '-', num: '#', equals: '=', shy: '' },
  ...{ szlig: 'ß', aelig: 'æ', oslash: 'ø' },
};
/** Of letters with something on or below them the reference says both. */
const ACCENTED = /^([a-z])(grave|acute|circ|tilde|uml|ring|cedil)$/i;
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' },
  ...{ uml: '\u0308', ring: '\u030a', cedil: '\u0327' },
};
const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The text with one layer of escapes after another taken off; the first has none of its own left. */
export function* layersOf(text: string, isStyle = false): Generator<DecodedText> {
  const inStyle = isStyle ? withoutCssEscapes(text) : null;
  if (inStyle) yield inStyle;
  let layer: DecodedText | null = null;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const source: string = layer?.text ?? text;
    if (!HAS_ESCAPE.test(source)) return;
    const next = decodeOnce(source, ESCAPE, charactersOf);
    if (next.text === source) return;
    layer = layer ? nest(layer, next) : next;
    yield layer;
  }
}

/** The text with numbers as one although they are written in groups; null when there are none. */
export function withJoinedDigits(text: string): DecodedText | null {
  if (!DIGIT_GAP.test(text)) return null;
  return decodeOnce(text, new RegExp(DIGIT_GAP, 'g'), (gap) => [['', gap.length]]);
}

/** The text without any of its escapes; null when it has none. In a style sheet those of CSS come first. */
export function withoutEscapes(text: string, isStyle = false): DecodedText | null {
  let deepest = isStyle ? withoutCssEscapes(text) : null;
  const outer = deepest;
  for (const layer of layersOf(outer?.text ?? text)) deepest = outer ? nest(outer, layer) : layer;
  return deepest;
}

/** The same where only the text matters. */
export function decodeText(text: string): string {
  return withoutEscapes(text)?.text ?? text;
}

function withoutCssEscapes(text: string): DecodedText | null {
  return text.includes('\\') ? decodeOnce(text, CSS_ESCAPE, characterOfCss) : null;
}

function nest(outer: DecodedText, inner: DecodedText): DecodedText {
  return { text: inner.text, encoded: (range) => outer.encoded(inner.encoded(range)) };
}

/** @param read the characters of an escape, each with the number of encoded ones that make it */
function decodeOnce(
  text: string,
  pattern: RegExp,
  read: (escape: string) => Iterable<Character>,
): DecodedText {
  const escapes: Escape[] = [];
  let decoded = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    decoded += text.slice(at, match.index);
    at = match.index;
    for (const [characters, length] of read(match[0])) {
      const from = decoded.length;
      decoded += characters;
      escapes.push({ from, to: decoded.length, encodedFrom: at, encodedTo: at + length });
      at += length;
    }
  }
  decoded += text.slice(at);
  return { text: decoded, encoded: ({ from, to }) => encodedRange(escapes, from, to) };
}

function encodedRange(escapes: readonly Escape[], from: number, to: number): TextRange {
  const encoded = (index: number, isEnd: boolean) => {
    const escape = escapes[countBefore(escapes, index) - 1];
    if (!escape) return index + Number(isEnd);
    if (index < escape.to) return isEnd ? escape.encodedTo : escape.encodedFrom;
    return escape.encodedTo + index - escape.to + Number(isEnd);
  };
  return { from: encoded(from, false), to: encoded(to - 1, true) };
}

/** How many escapes begin at an index of the decoded text or before it. */
function countBefore(escapes: readonly Escape[], index: number): number {
  return firstIndex(escapes.length, (place) => (escapes[place]?.from ?? 0) > index);
}

type Character = readonly [characters: string, length: number];

function charactersOf(escape: string): Iterable<Character> {
  if (escape.startsWith('%')) return charactersOfBytes(escape);
  return [[characterOf(escape), escape.length]];
}

function characterOf(escape: string): string {
  const [first, second = ''] = escape;
  if (first === '&') return characterOfReference(escape.slice(1, -1), escape);
  if (first !== '\\') return /\s/.test(escape) ? ' ' : '';
  if (escape.length === 2) return LETTERS[second] ?? second;
  return fromCode(parseInt(escape.replace(/[^\da-f]/gi, '').slice(-6), 16));
}

function characterOfReference(name: string, escape: string): string {
  if (/^#x/i.test(name)) return fromCode(parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return fromCode(parseInt(name.slice(1), 10));
  const [, letter = '', accent = ''] = ACCENTED.exec(name) ?? [];
  if (letter) return (letter + (ACCENTS[accent.toLowerCase()] ?? '')).normalize('NFC');
  return NAMED[name] ?? NAMED[name.toLowerCase()]?.toUpperCase() ?? escape;
}

function characterOfCss(escape: string): Iterable<Character> {
  const code = /^\\[\da-f]/i.test(escape) ? parseInt(escape.slice(1), 16) : null;
  return [[code === null ? escape.slice(1) : fromCode(code), escape.length]];
}

/** Percent-encoded UTF-8; bytes that are none are taken for Latin-1, which old pages send. */
function* charactersOfBytes(escape: string): Generator<Character> {
  const bytes = Uint8Array.from(escape.slice(1).split('%'), (byte) => parseInt(byte, 16));
  for (let i = 0; i < bytes.length;) {
    const size = sizeOfSequence(bytes, i);
    const [lead = 0] = bytes.subarray(i);
    const code = bytes
      .subarray(i + 1, i + size)
      .reduce((sum, byte) => (sum << 6) | (byte & 0x3f), size === 1 ? lead : lead & (0x7f >> size));
    yield [fromCode(code), 3 * size];
    i += size;
  }
}

function sizeOfSequence(bytes: Uint8Array, start: number): number {
  const lead = bytes[start] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  const rest = bytes.subarray(start + 1, start + size);
  return rest.length === size - 1 && rest.every((byte) => byte >> 6 === 2) ? size : 1;
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
