export const QUOTE = 0x22;
const PLUS = 0x2b;
export const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const NINE = 0x39;
export const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_ARRAY = 0x5d;
const LETTER_A = 0x61;
const LETTER_B = 0x62;
const LETTER_E = 0x65;
const LETTER_F = 0x66;
const LETTER_N = 0x6e;
const LETTER_R = 0x72;
const LETTER_T = 0x74;
const LETTER_U = 0x75;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
/** The bit that makes a letter a small one, and a square bracket a curly one. */
const CASE = 0x20;

/** Deeper values are left to a parser, which needs no call stack for them. */
const MAX_DEPTH = 64;
/** Behind so many bytes of a string only its end is looked for: leaping to quotes is many times as fast. */
const LEAP_AFTER = 64;

/** In place of an end: this is no JSON, or holds what was to be avoided. */
export const ODD = -1;

/** Told where a field's key stands, without its quotes, and where its value starts; returns where that ends. */
export type FieldVisitor = (keyAt: number, keyEnd: number, valueAt: number) => number;

/**
 * Where the JSON value ends that starts at a byte. Nothing is made of it; all is checked as a parser would, but for
 * what stands far inside of strings.
 *
 * @param avoid a key that no object in it may have
 */
export function valueEnd(bytes: Uint8Array, at: number, avoid: string, depth = 0): number {
  const first = bytes[at] ?? 0;
  if (first === QUOTE) return stringEnd(bytes, at);
  if (first === OPEN_OBJECT) return objectEnd(bytes, at, avoid, null, depth);
  if (first === OPEN_ARRAY) return arrayEnd(bytes, at, avoid, depth);
  return first >= LETTER_A ? wordEnd(bytes, at) : numberEnd(bytes, at);
}

/**
 * The same for an object.
 *
 * @param visit told of its fields, and finds the ends of their values; without it `valueEnd` does
 */
export function objectEnd(
  bytes: Uint8Array,
  start: number,
  avoid: string,
  visit: FieldVisitor | null,
  depth = 0,
): number {
  if (bytes[start] !== OPEN_OBJECT || depth === MAX_DEPTH) return ODD;
  let at = spaceEnd(bytes, start + 1);
  if (bytes[at] === CLOSE_OBJECT) return at + 1;
  for (;;) {
    const keyAt = at + 1;
    const keyEnd = plainEnd(bytes, at);
    if (keyEnd === ODD || isWord(bytes, keyAt, keyEnd, avoid)) return ODD;
    at = spaceEnd(bytes, keyEnd + 1);
    if (bytes[at] !== COLON) return ODD;
    at = spaceEnd(bytes, at + 1);
    at = visit ? visit(keyAt, keyEnd, at) : valueEnd(bytes, at, avoid, depth + 1);
    if (at === ODD) return ODD;
    at = spaceEnd(bytes, at);
    if (bytes[at] === CLOSE_OBJECT) return at + 1;
    if (bytes[at] !== COMMA) return ODD;
    at = spaceEnd(bytes, at + 1);
  }
}

function arrayEnd(bytes: Uint8Array, start: number, avoid: string, depth: number): number {
  if (depth === MAX_DEPTH) return ODD;
  let at = spaceEnd(bytes, start + 1);
  if (bytes[at] === CLOSE_ARRAY) return at + 1;
  for (;;) {
    at = valueEnd(bytes, at, avoid, depth + 1);
    if (at === ODD) return ODD;
    at = spaceEnd(bytes, at);
    if (bytes[at] === CLOSE_ARRAY) return at + 1;
    if (bytes[at] !== COMMA) return ODD;
    at = spaceEnd(bytes, at + 1);
  }
}

/** As `valueEnd` for an object or array, by brackets and quotes alone: three times as fast, and blind to damage. */
export function bracketsEnd(bytes: Uint8Array, start: number, avoid: string): number {
  let depth = 0;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) {
      const textAt = at + 1;
      at = stringEnd(bytes, at);
      if (at === ODD || isWord(bytes, textAt, at - 1, avoid)) return ODD;
      continue;
    }
    at++;
    const bracket = byte | CASE;
    if (bracket === OPEN_OBJECT) depth++;
    else if (bracket === CLOSE_OBJECT && --depth === 0) return at;
  }
  return ODD;
}

/** The closing quote of a string without backslashes: a key that is spelled with them could be any. */
export function plainEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return ODD;
  let at = start + 1;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) return at;
    if (byte < 0x20 || byte === BACKSLASH) return ODD;
    at++;
  }
}

/** Behind the closing quote of a string. */
export function stringEnd(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== QUOTE) return ODD;
  let at = start + 1;
  const leapAt = Math.min(bytes.length, at + LEAP_AFTER);
  while (at < leapAt) {
    const byte = bytes[at] ?? 0;
    at++;
    if (byte === QUOTE) return at;
    if (byte < 0x20) return ODD;
    if (byte === BACKSLASH) {
      at = escapeEnd(bytes, at);
      if (at === ODD) return ODD;
    }
  }
  return leapToEnd(bytes, at);
}

function leapToEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote < 0) return ODD;
    let backslashes = 0;
    while (quote - backslashes > from && bytes[quote - backslashes - 1] === BACKSLASH) backslashes++;
    at = quote + 1;
    if (backslashes % 2 === 0) return at;
  }
}

function escapeEnd(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case QUOTE:
    case BACKSLASH:
    case SLASH:
    case LETTER_B:
    case LETTER_F:
    case LETTER_N:
    case LETTER_R:
    case LETTER_T:
      return at + 1;
    case LETTER_U:
      for (let i = 1; i <= 4; i++) if (!isHexDigit(bytes[at + i] ?? 0)) return ODD;
      return at + 5;
    default:
      return ODD;
  }
}

function numberEnd(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = digitsEnd(bytes, first);
  if (at === first || (bytes[first] === ZERO && at > first + 1)) return ODD;
  if (bytes[at] === POINT) {
    const fraction = at + 1;
    at = digitsEnd(bytes, fraction);
    if (at === fraction) return ODD;
  }
  if (((bytes[at] ?? 0) | CASE) === LETTER_E) {
    const sign = bytes[at + 1];
    const exponent = at + (sign === PLUS || sign === MINUS ? 2 : 1);
    at = digitsEnd(bytes, exponent);
    if (at === exponent) return ODD;
  }
  return at;
}

function wordEnd(bytes: Uint8Array, at: number): number {
  for (const word of ['true', 'false', 'null']) {
    if (isWord(bytes, at, at + word.length, word)) return at + word.length;
  }
  return ODD;
}

function digitsEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isDigit(bytes[at] ?? 0)) at++;
  return at;
}

/** Behind white space. */
export function spaceEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && isSpace(bytes[at] ?? 0)) at++;
  return at;
}

/** True when these characters, which are all ASCII, stand there and no others. */
export function isWord(bytes: Uint8Array, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (bytes[from + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** The number that stands there in plain digits; null when it is another one, or too large to be exact. */
export function plainInteger(bytes: Uint8Array, from: number, to: number): number | null {
  if (to <= from || to - from > 15) return null;
  let value = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) return null;
    value = value * 10 + (byte - ZERO);
  }
  return value;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function isHexDigit(byte: number): boolean {
  const letter = byte | CASE;
  return isDigit(byte) || (letter >= LETTER_A && letter <= LETTER_F);
}
