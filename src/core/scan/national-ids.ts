import { digitsOf, isDay, mod, passesLuhn, passesMod11And10, passesVerhoeff, weigh } from './checksums.ts';
import type { LeakContext, LeakRule } from './leak.ts';
import { NUMBER_OF_A_THING } from './numbers-of-things.ts';

/** Whatever is a number of a person is a number first. */
const DIGITS = /\d(?:[ ./-]{0,2}\d){6}/;
const CHECK_LETTERS_ES = 'TRWAGMYFPDXBNJZSQVHLCKE';
const CHECK_CHARACTERS_FI = '0123456789ABCDEFHJKLMNPRSTUVWXY';
/** What characters at odd places of an Italian tax code count for, 0 or A first. */
const ODD_VALUES_IT = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

const PASSPORT = /(?:[Pp]ass(?:port|nummer|eport)|PASSPORT|eisepass|asaporte)/;

function labelled(words: string): RegExp {
  return new RegExp(`(?<![a-z])(?:${words})[^\\d\\n]{0,16}\\n?$`, 'i');
}

/**
 * Numbers that states give to people, and tax numbers of people.
 *
 * | rule | form | what has to be right |
 * |---|---|---|
 * | `us-ssn` | `123-45-6789`; nine digits behind words such as "SSN" | area, group and serial number that are given out |
 * | `gb-nino` | `AB 12 34 56 C` | prefixes that are given out |
 * | `es-dni` | eight digits, or X, Y, Z and seven, and a letter | the letter (modulo 23) |
 * | `it-fiscal-code` | `ABCDEF 12A34 B567 C` without spaces | the last letter |
 * | `fr-nir` | 13 characters and a key of two digits | the key (modulo 97) |
 * | `ch-ahv` | `756.1234.5678.90` | EAN-13 digit |
 * | `be-rrn` | `85.07.30-033.28` | modulo 97 |
 * | `se-personnummer` | `850730-1234`, also with the century | the day, Luhn |
 * | `fi-hetu` | `300785-123A` | the day, the last character (modulo 31) |
 * | `br-cpf` | `123.456.789-09`; eleven digits behind "CPF" | both check digits |
 * | `cn-resident-id` | 18 digits, the last may be an X | the day, ISO 7064 MOD 11-2 |
 * | `kr-rrn` | `850730-1234567` | the day, the digit for century and sex |
 * | `in-pan` | `ABCPD1234E` | P, for persons, in the fourth place |
 * | `de-tax-id`, `nl-bsn`, `pl-pesel`, `ca-sin`, `in-aadhaar` | digits behind the number's name | their check digits |
 * | `dk-cpr` | `300785-1234` behind "CPR" | the day |
 * | `passport` | up to two letters and six to nine digits behind "passport" | – |
 */
export const NATIONAL_ID_RULES: readonly LeakRule[] = [
  rule('us-ssn', /(?<![\w.-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\w-])/g, {
    unless: NUMBER_OF_A_THING,
  }),
  rule('us-ssn-labelled', /(?<![\w.-])(?!000|666|9)\d{3}[ .]?(?!00)\d\d[ .]?(?!0000)\d{4}(?![\w-])/g, {
    near: labelled('ssn|social[ _-]?security'),
  }),
  rule(
    'gb-nino',
    /(?<![\w-])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:\d\d[ -]?\d\d[ -]?\d\d|\d{3} ?\d{3})[ -]?[A-D](?![\w-])/gi,
    {
      hint: /[A-Za-z]{2}[ -]?\d{2}[ -]?\d[ -]?\d/,
      check: (value, context) => value.includes(' ') || isWritten(value, context, /nino|insurance|\bni\b/i),
    },
  ),
  rule('es-dni', /(?<![\w.-])(?:[XYZ\d]-?\d{7}|\d{1,2}\.\d{3}\.\d{3})[ -]?[A-Z](?![\w-])/gi, {
    check: (value, context) => {
      const digits = digitsOf(
        value.replace(/^[XYZ]/i, (letter) => String('XYZ'.indexOf(letter.toUpperCase()))),
      );
      const isRight = value.toUpperCase().endsWith(CHECK_LETTERS_ES[mod(digits, 23)] ?? '?');
      return isRight && isWritten(value, context, /dni|ni[ef]|document/i);
    },
    hint: /\d(?:\d{3}|\.\d{3})\.?\d{3}[ -]?[A-Za-z]/,
  }),
  rule('it-fiscal-code', /(?<!\w)[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z](?!\w)/gi, {
    check: passesFiscalCode,
    hint: /\d\d[A-Za-z]\d\d[A-Za-z]\d{3}[A-Za-z]/,
  }),
  rule(
    'fr-nir',
    /(?<![\w.,/-])[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[AB]) ?\d{3} ?\d{3} ?\d\d(?![\w-])/gi,
    {
      check: (value) => {
        const number = value.replaceAll(' ', '').replace(/2A/i, '19').replace(/2B/i, '18');
        return 97 - mod(number.slice(0, 13), 97) === Number(number.slice(13));
      },
    },
  ),
  rule('ch-ahv', /(?<![\w.-])756\.\d{4}\.\d{4}\.\d\d(?![\w-]|\.\d)/g, {
    check: (value) => weigh(digitsOf(value), [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
  }),
  rule('be-rrn', /(?<![\w.-])\d\d\.\d\d\.\d\d-\d{3}[.-]\d\d(?![\w-])/g, {
    check: (value) => {
      const digits = digitsOf(value);
      const key = Number(digits.slice(9));
      return ['', '2'].some((century) => 97 - mod(century + digits.slice(0, 9), 97) === key);
    },
  }),
  rule('se-personnummer', /(?<![\w.,/-])(?:19|20)?\d{6}[-+]\d{4}(?![\w-])/g, {
    check: (value) => {
      const digits = digitsOf(value).slice(-10);
      return isDay(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)) && passesLuhn(digits);
    },
  }),
  rule('fi-hetu', /(?<![\w.-])\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y](?![\w-])/gi, {
    hint: /\d{6}[-+A-FU-Ya-fu-y]\d{3}/,
    check: (value) => {
      const [day, month, year] = [value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)];
      const digits = value.slice(0, 6) + value.slice(7, 10);
      return (
        isDay(year, month, day) && value.toUpperCase().endsWith(CHECK_CHARACTERS_FI[mod(digits, 31)] ?? '?')
      );
    },
  }),
  rule('br-cpf', /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d\d(?![\w-])/g, { check: passesCpf }),
  rule('br-cpf-labelled', /(?<![\w.-])\d{11}(?![\w-])/g, { near: labelled('cpf'), check: passesCpf }),
  rule('cn-resident-id', /(?<![\w.,/-])[1-9]\d{5}(?:19|20)\d{9}[\dX](?![\w-]|[.,]\d)/gi, {
    check: (value) => {
      const isBorn = isDay(value.slice(6, 10), value.slice(10, 12), value.slice(12, 14));
      const sum = weigh(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
      return isBorn && '10X98765432'[sum % 11] === value.at(-1)?.toUpperCase();
    },
  }),
  rule('kr-rrn', /(?<![\w.,/-])\d{6}-[1-8]\d{6}(?![\w-])/g, {
    check: (value) => isDay(value.slice(0, 2), value.slice(2, 4), value.slice(4, 6)),
  }),
  rule('in-pan', /(?<![\w-])[A-Z]{3}P[A-Z]\d{4}[A-Z](?![\w-])/gi, {
    hint: /[A-Za-z]{5}\d{4}[A-Za-z]/,
    check: (value, context) => isWritten(value, context, /\bpan/i),
  }),
  rule('de-tax-id', /(?<![\w.-])[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?![\w-])/g, {
    near: labelled('steuer-?(?:id|nummer|identifikationsnummer|nr)|id-?nr|tax[ _-]?id|tin'),
    check: (value) => passesMod11And10(digitsOf(value)),
  }),
  rule('nl-bsn', /(?<![\w.-])(?:\d{9}|\d{4}\.\d\d\.\d{3})(?![\w-])/g, {
    near: labelled('bsn|burgerservicenummer|sofi'),
    check: (value) => weigh(digitsOf(value), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  }),
  rule('pl-pesel', /(?<![\w.-])\d{11}(?![\w-])/g, {
    near: labelled('pesel'),
    check: (value) => weigh(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
  }),
  rule('ca-sin', /(?<![\w.-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])/g, {
    near: labelled('sin|nas|social[ _-]?insurance'),
    check: passesLuhn,
  }),
  rule('in-aadhaar', /(?<![\w.-])[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}(?![\w-])/g, {
    near: labelled('aadhaar|aadhar|uid(?:ai)?'),
    check: (value) => passesVerhoeff(digitsOf(value)),
  }),
  rule('dk-cpr', /(?<![\w.-])\d{6}-?\d{4}(?![\w-])/g, {
    near: labelled('cpr(?:[ _-]?(?:nr|number|nummer))?'),
    check: (value) => isDay(value.slice(4, 6), value.slice(2, 4), value.slice(0, 2)),
  }),
  rule('passport', /(?<![\w.-])[A-Z]{0,2}\d{6,9}(?![\w-])|(?<![\w.-])(?=\w{0,3}\d)[A-Z0-9]{8,9}(?![\w-])/gi, {
    near: labelled('(?:passport|reisepass|passeport|pasaporte|passnummer)[\\w ]{0,12}'),
    check: (value) => (value.match(/\d/g) ?? []).length > 4 && !/^(?:19|20)\d\d[01]\d[0-3]\d$/.test(value),
    hint: PASSPORT,
  }),
];

/** True for capitals, and for small letters where a word or a field says what they are. */
function isWritten(value: string, { before, place }: LeakContext, words: RegExp): boolean {
  return value === value.toUpperCase() || words.test(before) || place === 'input';
}

function rule(
  name: string,
  pattern: RegExp,
  rest: Pick<LeakRule, 'near' | 'unless' | 'check' | 'hint'> = {},
): LeakRule {
  return { kind: 'national-id', name, pattern, hint: DIGITS, ...rest };
}

function passesCpf(value: string): boolean {
  const digits = digitsOf(value);
  const checkDigit = (count: number) => {
    const weights = Array.from({ length: count }, (_, i) => count + 1 - i);
    return ((weigh(digits, weights) * 10) % 11) % 10;
  };
  const isOneDigit = new Set(digits).size === 1;
  return !isOneDigit && checkDigit(9) === Number(digits[9]) && checkDigit(10) === Number(digits[10]);
}

function passesFiscalCode(value: string): boolean {
  const characters = Array.from(value.toUpperCase(), (character) =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65,
  );
  const sum = characters
    .slice(0, 15)
    .reduce((total, count, i) => total + (i % 2 === 0 ? (ODD_VALUES_IT[count] ?? 0) : count), 0);
  return sum % 26 === characters[15];
}
