import { digitsOf, passesLuhn } from './checksums.ts';
import { IS } from './field-names.ts';
import type { LeakRule } from './leak.ts';
import { FORM_PLACES } from './leak.ts';
import { NUMBER_OF_A_THING } from './numbers-of-things.ts';

/** Brands by their first digits, and how many digits their cards have. */
const CARD_BRAND =
  /^(?:4\d{15}|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|6(?:[013-9])\d{14}|220[0-4]\d{12,15}|(?:50[0678]\d|9792)\d{12}(?:\d{3})?)$/;
/** Maestro's cards have twelve to nineteen digits. */
const MAESTRO = /^(?:50(?:18|20|38)|5893|5[678]\d\d|6(?:304|390|759|76[1-9]|77[01]|799))\d{8,15}$/;
const MAESTRO_CERTAIN = /^(?:50(?:18|20|38)|5893|6(?:304|390|759|76[1-37]|771|799))/;
const CARD_WORD =
  /(?:card|karte|carte|tarjeta|carta|maestro|(?<![a-z])(?:pan|cc)|number)[\w\]"' -]{0,12}[:=]?[\s"']{0,4}$/i;
const FIELD_NAME =
  '(?:(?:credit|debit)[_ -]?card|card[_ -]?(?:number|num|nr|no|pan)|(?<![a-z])cc[_ -]?(?:number|num|no)|kreditkarten?|kartennummer|carte[_ -]?(?:bancaire|bleue|de[_ -]?cr[ée]dit)|(?:numero_?)?tarjeta)(?:[_ -]?(?:number|num|nr|no|nummer))?';
const IS_FIELD = `${IS}$`;
const GAP = '[ \\t\\n._/·-]{1,3}';

/** The longest in groups come first: the code of a card that stands behind its number is none of its digits. */
const FORMS = {
  'card-long': `\\d{4}(?:${GAP}\\d{4}){3}${GAP}\\d{1,3}`,
  'card': `\\d{12,19}|\\d{4}(?:${GAP}\\d{4}){2}(?:${GAP}\\d{1,7})?|\\d{4}${GAP}\\d{6}${GAP}\\d{4,5}|\\d{8}${GAP}\\d{4,11}|\\d\\d(?: \\d\\d){7}`,
};
const BEGIN = '(?<![\\w.,/-]|\\d )';
const END = '(?![\\w-]|[.,]\\d| \\d{4}(?!\\d))';
const CARD: Omit<LeakRule, 'name' | 'pattern'> = {
  kind: 'card',
  hint: /\d(?:[ \t\n._/·-]{0,3}\d){11}/,
  unless: NUMBER_OF_A_THING,
  check: (value, { before }) => {
    const digits = digitsOf(value);
    if (!passesLuhn(digits) || /^(\d)\1+$/.test(digits)) return false;
    if (CARD_BRAND.test(digits)) return true;
    return MAESTRO.test(digits) && (CARD_WORD.test(before) || MAESTRO_CERTAIN.test(digits));
  },
  spans: true,
};

/** Numbers of payment cards, whole and in groups, and what fields named after them hold. See `LEAK_RULES`. */
export const CARD_RULES: readonly LeakRule[] = [
  ...Object.entries(FORMS).map(([name, form]): LeakRule => ({
    ...CARD,
    name,
    pattern: new RegExp(`${BEGIN}(?:${form})${END}`, 'g'),
  })),
  {
    kind: 'card',
    name: 'card-field',
    pattern: /(?<![\w.,-])\d(?:[ .-]?\d){11,18}(?![\w-]|[.,]\d)/g,
    hint: /\d(?:[ .-]?\d){11}/,
    near: new RegExp(`${FIELD_NAME}${IS_FIELD}`, 'i'),
    check: (_, { place }) => FORM_PLACES.has(place),
  },
  {
    kind: 'card',
    name: 'card-code',
    pattern: /(?<![\w.,-])\d{3,4}(?![\w.,-]| \d)/g,
    hint: /(?:[Cc][VvSs][VvCcNn]|ode|umber|üfz|üfn|riptogramme)[^]{1,40}\d{3}/,
    near: new RegExp(
      `(?:(?<![a-z])(?:cvv|cvc|cvn|csc)2?|(?:security|verification)[_ -]?code|(?:karten)?prüf(?:ziffer|nummer)|cryptogramme)(?:[_ -]?(?:code|number))?${IS_FIELD}`,
      'i',
    ),
    check: (_, { after }) => !/^\s?(?:digits|zahlen|ziffern|stellig|chiffres)/i.test(after),
  },
];
