/** Characters that nobody sees: between bytes of UTF-16, where words may break, which way a line runs. */
export const UNSEEN = [
  '[\\0\\u00ad\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]',
  '[\\ufe00-\\ufe0f]|\\u034f|\\u200d',
].join('|');
// eslint-disable-next-line no-misleading-character-class -- each is meant by itself
const ALL_UNSEEN = new RegExp(UNSEEN, 'g');
const NOT_ASCII = /[^ -~]/;
/** Dashes, quotes, digits and full-width forms that stand for a character of ASCII. */
const OTHER_FORM = /[\p{Pd}\u2212\u2043\u2018\u2019\u02bc\uff01-\uff5e]|(?!\d)\p{Nd}/gu;
const DIGIT = /\p{Nd}/u;

/**
 * For comparing: lower case, one kind of space, which in queries is a plus, one kind of dash and of digit; every
 * character stays where it is.
 */
export function foldCharacters(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from(text, lowerOrSame).join('');
  const spaced = /[^\S ]|\+/.test(folded) ? folded.replace(/[\s+]/g, ' ') : folded;
  return NOT_ASCII.test(spaced) ? spaced.replace(OTHER_FORM, plainForm) : spaced;
}

/** The same for what is looked for, which may lose characters. */
export function foldedText(text: string): string {
  return foldCharacters(text.replace(ALL_UNSEEN, '').replace(/\ud835[\udc00-\udfff]/g, compatible))
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** What a letter or digit with a style of its own is without it. */
export function compatible(character: string): string {
  return character.normalize('NFKC');
}

function lowerOrSame(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  // Of two code units: it would move all that follows.
  if (character.length > 1) return character;
  if (code > 0xff00) return String.fromCharCode(code - 0xfee0).toLowerCase();
  if (DIGIT.test(character)) return String(digitOf(code));
  return /[\u2018\u2019\u02bc]/.test(character) ? "'" : '-';
}

/** Ten digits in a row begin where the last four bits of their codes are 0 or 6. */
function digitOf(code: number): number {
  const last = code & 15;
  return DIGIT.test(String.fromCharCode(code - last)) ? last : last - 6;
}
