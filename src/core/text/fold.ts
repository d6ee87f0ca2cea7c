/** Characters that nobody sees: between bytes of UTF-16, where words may break, which way a line runs. */
export const UNSEEN = '[\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\p{Cf}\\p{DI}]';
export const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
const SPACE = /[\s+\u0085\u2800]/;
const DASH = /[\p{Pd}\u2212\u2043]/u;
const APOSTROPHE = /[\u2018\u2019\u201b\u2032\u00b4\u02b9\u02bc]/;
/** Letters whose other case is one of these or another one, as the language has it. */
const SAME_LETTER: Readonly<Record<string, string>> = { 'ς': 'σ', 'ı': 'i', 'İ': 'i' };
/** All but a plus and what is its own plain form. */
const NOT_PLAIN = /[^ -*,-~]/g;
/** Plain forms of characters that were met, by their codes. */
const PLAIN_FORMS: string[] = [];

/**
 * For comparing: lower case, one kind of space, which in queries is a plus, one kind of dash, of digit and of width;
 * every character stays where it is.
 */
export function foldCharacters(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from(text, lowerOrSame).join('');
  return folded.replace(
    NOT_PLAIN,
    (character) => (PLAIN_FORMS[character.charCodeAt(0)] ??= plainForm(character)),
  );
}

/** The same for what is looked for, which may lose characters. */
export function foldedText(text: string): string {
  return foldCharacters(text.replace(ALL_UNSEEN, '').replace(STYLED, compatible))
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Letters and digits with a style of their own: bold, in a circle or raised; two letters in one. */
export const STYLED = /[\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f16f}\ufb00-\ufb06\p{No}]|(?=[^\0-\uffff])\p{Nd}/gu;

/** What a character is without its style, and a digit of any script. */
export function compatible(character: string): string {
  const plain = character.normalize('NFKC');
  return /^(?!\d)\p{Nd}$/u.test(plain) ? String(digitOf(plain.codePointAt(0) ?? 0)) : plain;
}

function lowerOrSame(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

function plainForm(character: string): string {
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  if (APOSTROPHE.test(character)) return "'";
  // Behind a number it may stand for a footnote.
  if (/\p{No}/u.test(character)) return character;
  const plain = compatible(character).toLowerCase();
  // Of two characters: it would move all that follows.
  return SAME_LETTER[character] ?? (plain.length === 1 ? plain : character);
}

/** Ten digits in a row begin where the last four bits of their codes are 0 or 6. */
function digitOf(code: number): number {
  const last = code & 15;
  return /\p{Nd}/u.test(String.fromCodePoint(code - last)) ? last : last - 6;
}
