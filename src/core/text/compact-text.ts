import type { DecodedText } from './decode-text.ts';

/** Between the groups in which numbers are written there are so many characters at most. */
const LONGEST_GAP = 6;
/** Which groups are kept apart by: whatever is neither a letter nor a number, nor half a character. */
const SEPARATOR = /[^\p{L}\p{M}\p{N}\ud800-\udfff*]/u;
const SEPARATORS = Uint8Array.from({ length: 1 << 16 }, (_, code) =>
  Number(SEPARATOR.test(String.fromCharCode(code))),
);
const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const [ZERO, NINE] = [0x30, 0x39];
const BARRIER = 0x20;
/** The national prefix within an international number, `+49 (0)30`, is written and not dialled. */
const TRUNK_PREFIX = '(0)';

/**
 * A text without what numbers and ids are grouped by, however that is done. Gaps that are too long for groups are left
 * as what nothing reaches over.
 *
 * @param folded as `foldCharacters` leaves it
 */
export function compactText(folded: string): DecodedText {
  const codes = new Uint16Array(folded.length);
  const starts = new Uint32Array(folded.length);
  let length = 0;
  let gap = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (SEPARATORS[code] === 1) {
      gap++;
      if (gap === LONGEST_GAP + 1) {
        starts[length] = i;
        codes[length++] = BARRIER;
      }
      if (isTrunkPrefix(folded, i, codes[length - 1])) i += TRUNK_PREFIX.length - 1;
      continue;
    }
    gap = 0;
    starts[length] = i;
    codes[length++] = code;
  }
  return {
    text: UTF16.decode(codes.subarray(0, length)),
    encoded: ({ from, to }) => ({ from: starts[from] ?? 0, to: (starts[to - 1] ?? 0) + 1 }),
  };
}

function isTrunkPrefix(text: string, at: number, before = 0): boolean {
  return before >= ZERO && before <= NINE && text.startsWith(TRUNK_PREFIX, at);
}
