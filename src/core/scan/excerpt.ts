import { digitsOf } from './checksums.ts';
import type { LeakKind } from './leak.ts';
import { plainCharacters } from './plain-characters.ts';

const DOTS = '••••';
/** Longer names of fields are no names. */
const FIELD = /(?<![\w-])([A-Za-z][\w-]{1,23})\]?["']?\s{0,2}[:=]\s{0,2}["']?(?:Bearer |Basic |Token )?$/i;

/** Enough of a value to know it again, never the value; of a field's name all. */
export function excerptOf(kind: LeakKind, value: string, before: string): string {
  const field = FIELD.exec(before)?.[1];
  const masked = MASKS[kind](plainCharacters(value));
  return field ? `${field}=${masked}` : masked;
}

const MASKS: Readonly<Record<LeakKind, (value: string) => string>> = {
  email: maskAddress,
  phone: (value) => maskDigits(value, value.startsWith('+') ? 2 : 0, 2),
  card: (value) => maskDigits(value, 0, digitsOf(value).length < 8 ? 0 : 4),
  iban: (value) => `${value.slice(0, 2).toUpperCase()}${DOTS}${value.slice(-2)}`,
  'national-id': (value) => `${DOTS}${value.slice(-2)}`,
  username: start,
  password: () => DOTS,
  key: (value) =>
    value.startsWith('-----') ? `${value.slice(0, value.indexOf('-----', 5) + 5)} ${DOTS}` : maskToken(value),
  token: maskToken,
  jwt: () => `eyJ${DOTS}`,
  'url-credential': (value) => `${start(value.split(':')[0] ?? '')}:${DOTS}`,
  'private-address': start,
  'masked-input': start,
  other: start,
};

/** `jo••••@ex••••.com`; of one that is spelled out no more than of other texts */
function maskAddress(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 0) return start(value);
  const ending = value.lastIndexOf('.');
  return `${start(value.slice(0, at))}@${start(value.slice(at + 1, ending))}${value.slice(ending)}`;
}

/** As few of the first characters as tell something: none of one or two, two of five and more. */
function start(value: string): string {
  return value.slice(0, value.length < 3 ? 0 : value.length < 5 ? 1 : 2) + DOTS;
}

/** The beginning that says whose token it is, where there is such a one. */
function maskToken(value: string): string {
  return (/^(?:[A-Za-z]{2,8}[_-]){1,2}|^(?:A[KSBC]IA|AIza|SG\.|ya29\.)/.exec(value)?.[0] ?? '') + DOTS;
}

/** Digits but for some at both ends as dots, all else as it is. */
function maskDigits(value: string, first: number, last: number): string {
  const count = digitsOf(value).length;
  let index = 0;
  return value.replace(/\d/g, (digit) => {
    index++;
    return index <= first || index > count - last ? digit : '•';
  });
}
