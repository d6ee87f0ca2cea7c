import { firstIndex } from '../first-index.ts';
import { allOf, type Steps } from './steps.ts';
import { characterOfReference, UNENDED } from './character-references.ts';
import { ALL_UNSEEN, compatible, STYLED, UNSEEN } from './fold.ts';
import { fromCode } from './from-code.ts';

/** From one index to another, the second excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A text without its escapes, and where its characters stood before. */
export interface DecodedText {
  readonly text: string;
  /** True for several texts that stood beside each other. */
  readonly isJoined?: boolean;
  /** Where what stands in a range of this text stands in the encoded one. */
  encoded(range: TextRange): TextRange;
}

/** An escape in the encoded text and what it stands for in the decoded one. */
interface Escape extends TextRange {
  readonly encodedFrom: number;
  readonly encodedTo: number;
}

/**
 * Spaces in a row and characters that nobody sees are taken for escapes of one space and of nothing; letters with a style
 * of their own for those of plain ones.
 */
const ESCAPE = new RegExp(
  '(?:%[\\da-f]{2})+|%u[\\da-f]{4}|\\\\u\\{0{0,9}[\\da-f]{1,6}\\}|\\\\u[\\da-f]{4}|\\\\x[\\da-f]{2}|\\\\[0-3]?[0-7]{2}|' +
    '\\\\["\'\\\\/bfnrt]|=\\r?\\n|&#0{0,9}\\d{1,7};?|&#x0{0,9}[\\da-f]{1,6};?|&[a-z][a-z\\d]{1,23};|' +
    `&(?:${UNENDED})|\\s{2,}|${UNSEEN}|${STYLED.source}`,
  'giu',
);
const HAS_ESCAPE = new RegExp(ESCAPE.source, 'iu');
/** In style sheets: `\4a ane`. */
const CSS_ESCAPE = /\\(?:[\da-f]{1,6}\s?|[^\da-f\s])/gi;
/** What no other language than CSS would write: in a text that is not known to be a style sheet. */
const LIKE_CSS = /\\[\da-f]{2}/i;
/** Marks on letters, and parts of Korean ones, of which several spellings are the same. */
const MARKS = /.[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]{2,}/gu;
/** Tags, and what stands between two values of a form or of JSON. */
const BETWEEN_TEXTS =
  /(?:\s{0,9}<\/?[a-z][^<>]{0,999}>)+\s{0,9}|&[^=&\s"'<>]{1,60}=|"\s{0,4},\s{0,4}(?:"[^"]{1,60}"\s{0,4}:\s{0,4})?"/gi;
/** Between words they are nothing. */
const INLINE = /^(?:<\/?(?:a|b|i|u|em|strong|mark|span|small|font|wbr|bdi|code|sub|sup)\b[^>]*>)+$/i;
/** JSON within a field of JSON within a query is encoded three times. */
const MAX_PASSES = 8;
const ESCAPES_IN_STEP = 5000;

const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/**
 * The text with one layer of escapes after another taken off; what comes before the last one has none of its own left.
 * Null where others can have the thread.
 *
 * @param isThorough true when it is also taken for what it may be, such as CSS or markup
 */
export function* layersOf(text: string, isStyle = false, isThorough = true): Generator<DecodedText | null> {
  const inStyle = isStyle || (isThorough && LIKE_CSS.test(text)) ? yield* withoutCssEscapes(text) : null;
  if (inStyle) {
    yield inStyle;
    for (const layer of layersOf(inStyle.text, false, isThorough)) yield layer && nest(inStyle, layer);
  }
  let layer: DecodedText | null = null;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const source: string = layer?.text ?? text;
    if (!HAS_ESCAPE.test(source)) break;
    const next = yield* decodeOnce(source, ESCAPE, charactersOf);
    if (next.text === source) break;
    layer = layer ? nest(layer, next) : next;
    yield layer;
    const css = isThorough && LIKE_CSS.test(layer.text) ? yield* withoutCssEscapes(layer.text) : null;
    if (css) yield nest(layer, css);
  }
  if (isStyle || !isThorough) return;
  const plain = layer?.text ?? text;
  if (plain.normalize() !== plain) {
    const composed = yield* decodeOnce(plain, MARKS, (marked) => [[marked.normalize(), marked.length]]);
    yield layer ? nest(layer, composed) : composed;
  }
  if (plain.search(BETWEEN_TEXTS) < 0) return;
  const joined = yield* decodeOnce(plain, BETWEEN_TEXTS, (between) => [
    [INLINE.test(between) ? '' : ' ', between.length],
  ]);
  yield { ...(layer ? nest(layer, joined) : joined), isJoined: true };
}

/** The text without any of its escapes; null when it has none. In a style sheet those of CSS come first. */
export function withoutEscapes(text: string, isStyle = false): DecodedText | null {
  const outer = isStyle ? allOf(withoutCssEscapes(text)) : null;
  let deepest = outer;
  for (const layer of layersOf(outer?.text ?? text, false, false))
    if (layer) deepest = outer ? nest(outer, layer) : layer;
  return deepest;
}

/** The same where only the text matters. */
export function decodeText(text: string): string {
  return withoutEscapes(text)?.text ?? text;
}

function* withoutCssEscapes(text: string): Steps<DecodedText | null> {
  return text.includes('\\') ? yield* decodeOnce(text, CSS_ESCAPE, characterOfCss) : null;
}

function nest(outer: DecodedText, inner: DecodedText): DecodedText {
  return { text: inner.text, encoded: (range) => outer.encoded(inner.encoded(range)) };
}

/** @param read the characters of an escape, each with the number of encoded ones that make it */
function* decodeOnce(
  text: string,
  pattern: RegExp,
  read: (escape: string) => Iterable<Character>,
): Steps<DecodedText> {
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
      if (escapes.length % ESCAPES_IN_STEP === 0) yield null;
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
  if (/^%u/i.test(escape)) return [[fromCode(parseInt(escape.slice(2), 16)), escape.length]];
  if (escape.startsWith('%')) return charactersOfBytes(escape);
  return [[characterOf(escape), escape.length]];
}

function characterOf(escape: string): string {
  const [first, second = ''] = escape;
  if (first === '&') return characterOfReference(escape.replace(/^&|;$/g, '')) ?? escape;
  if (first !== '\\') {
    const seen = escape.replace(ALL_UNSEEN, '');
    return /^\s/.test(seen) ? ' ' : compatible(seen);
  }
  if (escape.length === 2) return LETTERS[second] ?? second;
  if (/\d/.test(second)) return fromCode(parseInt(escape.slice(1), 8));
  return fromCode(parseInt(escape.replace(/[^\da-f]/gi, '').slice(-6), 16));
}

function characterOfCss(escape: string): Iterable<Character> {
  const code = /^\\[\da-f]/i.test(escape) ? parseInt(escape.slice(1), 16) : null;
  return [[code === null ? escape.slice(1) : fromCode(code), escape.length]];
}

/** Percent-encoded UTF-8; bytes that are none are taken for Latin-1, which old pages send. */
function* charactersOfBytes(escape: string): Generator<Character> {
  const bytes = Uint8Array.from(escape.slice(1).split('%'), (byte) => parseInt(byte, 16));
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      yield [String.fromCharCode(byte), 3];
      i++;
      continue;
    }
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
