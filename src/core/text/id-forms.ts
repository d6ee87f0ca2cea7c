import { compactText } from './compact-text.ts';
import { foldedText } from './fold.ts';

/** Longer ones are sentences. */
const LONGEST = 64;
const SHORTEST_NUMBER = 7;
const SHORTEST_ID = 6;
const SHORTEST_NAMED = 5;
const LONG_NUMBER = 8;
const SEPARATORS = '[\\p{Z}\\p{Pd}.,/()_\\\\\\t]';
/** Numbers in groups within a longer text. */
const GROUPS = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:\\+|\\(|00)?\\p{Nd}[\\p{L}\\p{Nd}]*(?:${SEPARATORS}{1,3}\\p{Nd}[\\p{L}\\p{Nd}]*)+`,
  'gu',
);
/** An IBAN, of which groups may have no digit. */
const IBAN = new RegExp(
  `(?<![\\p{L}\\p{Nd}])[a-z]{2}\\p{Nd}{2}(?:${SEPARATORS}?[a-z\\p{Nd}]{4}){2,7}(?:${SEPARATORS}?[a-z\\p{Nd}]{1,3})?(?![\\p{L}\\p{Nd}])`,
  'giu',
);
const IS_INTERNATIONAL = /^\s*\(?(?:[+\uff0b]|00)/;
/** A telephone number whose zero gives way to the code of its country. */
const IS_NATIONAL = /^0[1-9]\d{7,}$/;
/** Codes of countries by their first digits: all others have three. */
const CALLING_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?=\d{7})/;

/**
 * What a number or an id is without its groups, whatever its digits; none for a text that is neither. A telephone
 * number with the code of its country is looked for without it, and the other way round.
 *
 * @param isNamed true when somebody named it: it is one with fewer digits
 */
export function idForms(text: string, isNamed: boolean): readonly string[] {
  if (text.length > LONGEST * 3 || !/\p{Nd}/u.test(text)) return [];
  const { text: compact } = compactText(foldedText(text));
  if (compact.length > LONGEST || !/^[\p{L}\p{M}\d]+$/u.test(compact)) return [];
  const digits = compact.replace(/\D/g, '').length;
  const isNumber = digits === compact.length;
  const isId = isNumber ? digits >= SHORTEST_NUMBER : compact.length >= SHORTEST_ID && digits >= 4;
  if (!isId && !(isNamed && compact.length >= SHORTEST_NAMED)) return [];
  if (!isNumber) return [compact];
  if (IS_NATIONAL.test(compact)) return [compact, compact.slice(1)];
  if (!IS_INTERNATIONAL.test(text)) return [compact];
  const number = compact.replace(/^00/, '');
  return [compact, number, number.replace(CALLING_CODE, '0')];
}

/** Numbers in groups and IBANs that stand within a longer text. */
export function groupedNumbers(text: string): readonly string[] {
  if (!/\p{Nd}/u.test(text)) return [];
  return [...text.matchAll(GROUPS), ...text.matchAll(IBAN)]
    .map(([number]) => number)
    .filter((number) => number.replace(/\P{Nd}/gu, '').length >= LONG_NUMBER);
}
