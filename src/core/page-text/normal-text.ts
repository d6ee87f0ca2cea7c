/** Characters that only say where a line may break. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** Texts that are the same to a reader are equal: in either case, with whatever space lies between words. */
export function normalText(text: string): string {
  const plain = text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim().toLowerCase();
  // All of ASCII is composed.
  return /^[\0-\x7f]*$/.test(plain) ? plain : plain.normalize();
}

/** Longer texts are kept in pieces of so many characters, so that one that grows is not kept whole each time … */
const PIECE = 256;
/** … each of which begins so many behind the one before: what is not longer than that is whole in one of them. */
export const STEP = 128;

/** Pieces of a text; one that grows keeps all but the last. */
export function piecesOf(text: string): readonly string[] {
  if (text.length <= PIECE) return text === '' ? [] : [text];
  const pieces: string[] = [];
  for (let at = 0; at < text.length - STEP; at += STEP) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}
