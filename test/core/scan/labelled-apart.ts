import type { Sample } from './labelled.ts';
import { APART_EMAILS } from './labelled-apart-emails.ts';
import { APART_HARMLESS_NUMBERS } from './labelled-apart-harmless-numbers.ts';
import { APART_HARMLESS_TEXTS } from './labelled-apart-harmless-texts.ts';
import { APART_IDS } from './labelled-apart-ids.ts';
import { APART_KEYS } from './labelled-apart-keys.ts';
import { APART_CARDS, APART_IBANS } from './labelled-apart-money.ts';
import { APART_PASSWORDS, APART_URL_CREDENTIALS } from './labelled-apart-passwords.ts';
import { APART_PHONES } from './labelled-apart-phones.ts';
import { APART_JWTS, APART_TOKENS } from './labelled-apart-tokens.ts';

/**
 * A set that was written apart from the rules, by somebody who had not read them nor the other sets. It measures; rules
 * are not to be written against it. Where two careful readers could differ on a text, the text is not in it.
 */
export const APART: readonly Sample[] = [
  ...APART_EMAILS,
  ...APART_PHONES,
  ...APART_CARDS,
  ...APART_IBANS,
  ...APART_IDS,
  ...APART_PASSWORDS,
  ...APART_URL_CREDENTIALS,
  ...APART_KEYS,
  ...APART_JWTS,
  ...APART_TOKENS,
  ...APART_HARMLESS_NUMBERS,
  ...APART_HARMLESS_TEXTS,
];
