import type { Bytes } from './bytes.ts';

const UTF8_MARK = [0xef, 0xbb, 0xbf];
/** White space, a quote and brackets: what a JSON text starts with. */
const STARTS = [0x09, 0x0a, 0x0d, 0x20, 0x22, 0x5b, 0x7b];

/** Length of a byte order mark of UTF-8; 0 without one. */
export function markLength(bytes: Uint8Array): number {
  return UTF8_MARK.every((byte, i) => bytes[i] === byte) ? UTF8_MARK.length : 0;
}

/** The byte order of a text in UTF-16, by its mark or by the zeros beside its first two characters. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first = -1, second = -1, third = 0, fourth = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (STARTS.includes(first) && second === 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && STARTS.includes(second) && third === 0) return 'utf-16be';
  return null;
}

/** A text in UTF-16 as UTF-8, without its mark. */
export async function* fromUtf16(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  const encoder = new TextEncoder();
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(utf16Label(chunk) ?? 'utf-16le');
    yield encoder.encode(decoder.decode(chunk, { stream: true }));
  }
}

/** Base64 of a gzip file; its first characters are those of the gzip header. */
export function isBase64Gzip(bytes: Uint8Array): boolean {
  return /^\s*"?H4sI/.test(new TextDecoder('latin1').decode(bytes));
}

/** Decodes base64; whatever is no character of it is passed over. */
export async function* fromBase64(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const text = new TextDecoder('latin1');
  let held = '';
  for await (const chunk of bytes) {
    held += text.decode(chunk).replace(/[^A-Za-z0-9+/]/g, '');
    const whole = held.length - (held.length % 4);
    if (whole > 0) yield bytesOfBase64(held.slice(0, whole));
    held = held.slice(whole);
  }
  if (held.length > 1) yield bytesOfBase64(held);
}

/** @throws DOMException when it is no base64 */
export function bytesOfBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
