/**
 * How many characters an account number has, by country, as far as they are in use.
 * Source: SWIFT's IBAN registry
 */
const COUNTRIES_BY_LENGTH: Readonly<Record<number, string>> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI FK FO GL NL SD',
  19: 'MK SI',
  20: 'AT BA EE KZ LT LU MN XK',
  21: 'CH HR LI LV',
  22: 'BG BH CR DE GB GE IE ME RS VA',
  23: 'AE GI IL IQ OM SO TL',
  24: 'AD CZ ES MD PK RO SA SE SK TN VG',
  25: 'LY PT ST',
  26: 'IS TR',
  27: 'BI DJ FR GR IT MC MR SM',
  28: 'AL AZ BY CY DO GT HU LB NI PL SV',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU YE',
  31: 'MT SC',
  32: 'LC',
  33: 'RU',
};

/** An IBAN of any country: the right number of characters, spaces, hyphens or dots anywhere between them. */
export const IBAN_FORM = new RegExp(
  `(?:(?<![\\w-])|(?<=(?<!\\w)iban))(?:${Object.entries(COUNTRIES_BY_LENGTH)
    .map(
      ([length, countries]) =>
        `(?:${countries.replaceAll(' ', '|')})\\d\\d(?:[ .-]{0,2}[A-Z0-9]){${Number(length) - 4}}`,
    )
    .join('|')})(?![A-Z0-9])`,
  'gi',
);
