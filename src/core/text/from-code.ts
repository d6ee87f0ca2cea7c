/** The character of a code; one that stands for none where there is no such code. */
export function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
