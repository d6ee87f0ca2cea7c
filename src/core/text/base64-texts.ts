import type { TextRange } from './decode-text.ts';

/** A text that stands in a run of base64, and the part of the run that it comes from. */
export interface EncodedText extends TextRange {
  readonly text: string;
  /** False where it may well be read by chance. */
  readonly isSure: boolean;
}

/** Of fewer bytes nothing is worth looking for. */
const SHORTEST = 4;
const SHORTEST_SURE = 8;
/** In UTF-16 the first byte of a letter; scripts of more letters have several, which are higher. */
const LAST_SCRIPT = 0x30;
/** More arguments than this are too many for a call. */
const MOST_ARGUMENTS = 1024;
const VALUES = new Uint8Array(128).fill(255);
for (const [i, character] of Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
).entries())
  VALUES[character.charCodeAt(0)] = i;
VALUES['-'.charCodeAt(0)] = 62;
VALUES['_'.charCodeAt(0)] = 63;

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const LOOSE_UTF8 = new TextDecoder();
const LATIN1 = new TextDecoder('windows-1252');
const UTF16 = [new TextDecoder('utf-16le'), new TextDecoder('utf-16be')];

/**
 * What can be read in a run of letters and digits when it is taken for base64 of either alphabet, which may be broken
 * into lines. It may have begun up to three characters earlier or later: behind a prefix, or in a path.
 */
export function textsInBase64(run: string): readonly EncodedText[] {
  const texts: EncodedText[] = [];
  const values = new Uint8Array(run.length);
  const places = new Uint32Array(run.length);
  let count = 0;
  for (let i = 0; i < run.length; i++) {
    const value = VALUES[run.charCodeAt(i)] ?? 255;
    if (value === 255) continue;
    places[count] = i;
    values[count++] = value;
  }
  const bytes = new Uint8Array(Math.ceil((count * 3) / 4));
  for (let shift = 0; shift < 4 && count - shift > SHORTEST; shift++) {
    const length = decode(values.subarray(shift, count), bytes);
    addTexts(bytes.subarray(0, length), shift === 0, ({ from, to, ...rest }) => {
      texts.push({
        from: places[shift + Math.floor((from * 4) / 3)] ?? 0,
        // To the end of the run where no whole byte is left.
        to: to >= length - 1 ? run.length : (places[shift + Math.ceil((to * 4) / 3) - 1] ?? run.length) + 1,
        ...rest,
      });
    });
  }
  return texts;
}

/** @returns the number of whole bytes */
function decode(values: Uint8Array, bytes: Uint8Array): number {
  let length = 0;
  let [bits, held] = [0, 0];
  for (const value of values) {
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = bits >> held;
  }
  return length;
}

function addTexts(bytes: Uint8Array, isFromStart: boolean, add: (text: EncodedText) => void): void {
  let isPlain = true;
  let from = 0;
  let tally = newTally();
  for (let to = 0; to <= bytes.length; to++) {
    const byte = bytes[to] ?? 1;
    if (byte === 0 || byte > 0x7f) isPlain = false;
    if (count(byte, tally)) continue;
    if (to < bytes.length) isPlain = false;
    if (to - from >= SHORTEST && isReadable(tally)) {
      const isAll = isFromStart && from === 0 && to === bytes.length;
      addReadable(bytes, { from, to }, tally, isAll, add);
    }
    from = to + 1;
    tally = newTally();
  }
  const isSure = isLikeUtf16(bytes);
  if (isPlain || !(isSure || isLikeIdeographs(bytes))) return;
  for (const decoder of UTF16) {
    for (const start of [0, 1])
      add({ from: 0, to: bytes.length, text: decoder.decode(bytes.subarray(start)), isSure });
  }
}

/** True when many bytes in every other place are the same: the halves of UTF-16 by which letters are of a script. */
function isLikeUtf16(bytes: Uint8Array): boolean {
  const counts = new Uint32Array(2 * (LAST_SCRIPT + 1));
  let most = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > LAST_SCRIPT) continue;
    const place = 2 * byte + (i & 1);
    const times = (counts[place] ?? 0) + 1;
    counts[place] = times;
    if (times > most) most = times;
  }
  return most >= 3 && most * 8 >= bytes.length;
}

/** Of these there are so many that their halves differ, within a range. */
function isLikeIdeographs(bytes: Uint8Array): boolean {
  const outside = new Uint32Array(2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x30 || byte > 0x9f) outside[i & 1] = (outside[i & 1] ?? 0) + 1;
  }
  return bytes.length >= 8 && Math.min(...outside) * 8 <= bytes.length;
}

function addReadable(
  bytes: Uint8Array,
  { from, to }: TextRange,
  { plain, high }: Tally,
  isAll: boolean,
  add: (text: EncodedText) => void,
): void {
  const readable = bytes.subarray(from, to);
  const isSure = isAll || to - from >= SHORTEST_SURE;
  if (high === 0) {
    // Decoders are slow to start.
    const text =
      readable.length > MOST_ARGUMENTS ? LATIN1.decode(readable) : String.fromCharCode(...readable);
    add({ from, to, text, isSure });
    return;
  }
  try {
    add({ from, to, text: UTF8.decode(readable), isSure });
  } catch {
    for (const text of LOOSE_UTF8.decode(readable).split('\ufffd')) {
      if (text.length >= SHORTEST) add({ from, to, text, isSure: text.length >= SHORTEST_SURE });
    }
    // As old pages write it.
    if (plain >= high) add({ from, to, text: LATIN1.decode(readable), isSure: isAll });
  }
}

interface Tally {
  plain: number;
  zero: number;
  high: number;
}

function newTally(): Tally {
  return { plain: 0, zero: 0, high: 0 };
}

/** False for a byte that stands in no text. */
function count(byte: number, tally: Tally): boolean {
  if (byte === 0) tally.zero++;
  else if (byte > 0x7f) tally.high++;
  else if ((byte >= 0x20 && byte !== 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09) tally.plain++;
  else return false;
  return true;
}

/** As many zeros as other bytes are what is between letters in UTF-16. */
function isReadable({ plain, zero, high }: Tally): boolean {
  return plain + high >= SHORTEST && zero <= plain + high + 1;
}
