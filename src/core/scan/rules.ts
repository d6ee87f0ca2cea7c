import { digitsOf, passesIban, passesLuhn } from './checksums.ts';
import { IBAN_FORM } from './iban-lengths.ts';
import type { LeakContext, LeakRule } from './leak.ts';
import { NATIONAL_ID_RULES } from './national-ids.ts';
import { SECRET_RULES } from './secrets.ts';

const DIGITS = /\d(?:[ ()./-]{0,3}\d){6}/;

/** What the names of files and packages end in: `logo@2x.png` is no address. */
const FILE_ENDING =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|scss|less|m?js|cjs|jsx|tsx?|json|map|html?|php|vue|woff2?|ttf|eot|otf|mp[34]|webm|pdf|zip|gz|wasm|lock|md|ya?ml|txt|xml)$/i;
/** Boxes of companies, which stand on pages for everybody to write to. */
const ROLE =
  /^(?:info|support|sales|hello|hi|hey|contact|help|helpdesk|privacy|legal|press|media|jobs|careers|billing|security|team|feedback|marketing|newsletter|office|service|kontakt|datenschutz|impressum|webmaster|postmaster|hostmaster|abuse|accessibility|dpo|gdpr|community|partners?|investors?|enquir(?:y|ies)|inquir(?:y|ies)|accounts|orders|returns|reservations|bookings)@/i;
const ROBOT = /^(?:(?:do-?)?not?[._-]?reply|mailer-daemon|bounces?|git)(?:[+@])/i;
/** What forms show as an example. */
const EXAMPLE_ADDRESS =
  /^(?:you|your[._-]?(?:name|e?-?mail)|name|first(?:name)?\.last(?:name)?|vorname\.nachname|user(?:name)?|e?-?mail|someone|somebody|example|me|foo|bar|abc|xyz|xxx?)@|@(?:your-?(?:company|domain|site|email)|domain|yourdomain|mycompany)\.[a-z]+$/i;

const PHONE_WORDS =
  '(?:(?<![a-z])(?:tel|call|cell|fax|sms|handy|gsm|mob|ph|callto|whatsapp|wa\\.me)|phone|telefono?|telefon|téléphone|mobile|mobil|rufnummer|celular|portable)';
/** The word, perhaps "number", and what stands between a field and its value. */
const PHONE_LABEL = new RegExp(
  `${PHONE_WORDS}(?:[ _-]?(?:number|numbers|no|nr|num|nummer))?\\d?\\.?\\]?[ "')]{0,4}[:=#/]{0,3}[\\s"'(]{0,4}$|(?<![a-z])(?:call|text|ring|reach|dial)(?: \\p{L}+){0,3}:? $`,
  'iu',
);
const NUMBER_OF_A_THING =
  /(?:(?<![a-z])(?:id|ids|sku|ean|gtin|upc|isbn|issn|imei|iccid|vin|doi|ref|no|nr)|order|orders|invoice|tracking|serial|reference|ticket|case|part|article|item|model|version|build|batch|booking|policy|parcel|shipment|product|transaction|timestamp|coordinates?|lat|lng|lon|port)[ _-]?(?:number|numbers|no|nr|num|id|code)?[\]"'.]{0,2}[ :=#/]{0,3}["'#(]{0,2}$/i;
const CALLING_CODE =
  /^(?:1[2-9]|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\d|3[578]\d|42\d|5[09]\d|6[7-9]\d|8[0578]\d|9[679]\d)/;
/** What makes a number a quantity or a change of one. */
const QUANTITY_AFTER =
  /^\s{0,2}(?:%|€|\$|£|¥|₹|px|ms|kb|mb|gb|bytes?|pts|points|units|items|views|users|steps)/i;
const CURRENCY_BEFORE = /(?:[€$£¥₹]|USD|EUR|GBP|CHF)\s?$/;

/** Brands by their first digits, and how many digits their cards have. */
const CARD_BRAND =
  /^(?:4\d{15}|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17})$/;

/**
 * What is looked for, the more telling first: where two rules find the same characters, the first one has them.
 * Nothing that the recorder or the page masked is a finding: see `isMasked`.
 *
 * | rule | form | what has to be right |
 * |---|---|---|
 * | secrets | private keys, JWTs, vendors' tokens, credentials in URLs, fields named after secrets | see `SECRET_RULES` |
 * | `email` | an address with a top-level domain of letters | no file (`a@2x.png`), no example of a form; on pages no company's box (`info@`) |
 * | `iban` | any country's number of characters, in any groups | MOD 97-10 |
 * | `card` | 14 to 19 digits, in one piece or grouped as on cards | a brand's first digits and length, Luhn |
 * | national ids | the numbers of eighteen states, passports | see `NATIONAL_ID_RULES` |
 * | `phone-international` | `+` and 8 to 15 digits | a calling code that is in use, no quantity |
 * | `phone-north-american` | `(415) 555-0132`, `415-555-0132`, `415.555.0132` | first digits, no number of a thing |
 * | `phone-national` | a leading 0 in the groups of France, Britain or with an area code in parentheses | 9 to 12 digits, no date |
 * | `phone-labelled` | 7 to 15 digits behind words such as "Phone" or in `tel:` | no date, no number of a thing |
 * | `private-address` | a URL whose host is in a private network (RFC 1918, 4193, 3927) or has a name of one | – |
 *
 * Names of people, street addresses, dates of birth and numbers of customers are not looked for: no form tells them.
 */
export const LEAK_RULES: readonly LeakRule[] = [
  ...SECRET_RULES,
  {
    kind: 'email',
    name: 'email',
    pattern:
      /(?<![\w.+@-])[\w+-](?:[\w.+'-]{0,62}[\w+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,6}[a-z]{2,24}(?![\w@-])/gi,
    hint: /[\w+-]@[A-Za-z0-9]/,
    check: isAddress,
    spans: true,
  },
  {
    kind: 'iban',
    name: 'iban',
    pattern: IBAN_FORM,
    hint: /[A-Za-z]{2}\d\d[ -]?[A-Za-z0-9]{4}/,
    check: passesIban,
    spans: true,
  },
  {
    kind: 'card',
    name: 'card',
    pattern:
      /(?<![\w.,/-]|\d )(?:\d{14,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}[ -]\d{6}[ -]\d{4,5})(?![\w-]|[.,]\d)/g,
    hint: DIGITS,
    unless: NUMBER_OF_A_THING,
    check: (value) => CARD_BRAND.test(digitsOf(value)) && passesLuhn(value),
    spans: true,
  },
  ...NATIONAL_ID_RULES,
  {
    kind: 'phone',
    name: 'phone-international',
    pattern: /(?<![\w+./-])\+ ?\(?[1-9]\d{0,2}\)?(?:[ .()/-]{0,3}\d){6,13}(?!\d|[.,]\d)/g,
    hint: DIGITS,
    check: isInternational,
    spans: true,
  },
  {
    kind: 'phone',
    name: 'phone-north-american',
    pattern:
      /(?<![\w.,/+#=-])(?:1[ .-])?(?:\([2-9]\d\d\) ?[2-9]\d\d[ .-]|[2-9]\d\d([.-])[2-9]\d\d\1)\d{4}(?![\w-]|[.,]\d)/g,
    hint: DIGITS,
    unless: NUMBER_OF_A_THING,
  },
  {
    kind: 'phone',
    name: 'phone-national',
    pattern:
      /(?<![\w.,/+#=-])(0[1-9](?:([ .])\d\d)(?:\2\d\d){3}|\(0\d{1,5}\)[ ]?\d{2,4}[ -]?\d{2,4}(?:[ -]?\d{2,4})?|0\d{3,4}[ ]\d{6}|0\d{2,4}[ ]\d{3,4}[ ]\d{3,4})(?![\w-]|[.,/ ]\d)/g,
    hint: DIGITS,
    unless: NUMBER_OF_A_THING,
    check: (value) => hasDigits(value, 9, 12),
  },
  {
    kind: 'phone',
    name: 'phone-labelled',
    pattern: /(?<![\w.,+-])\(?\d(?:[ .()/-]{0,2}\d){6,14}(?![\w-]|[.,]\d)/g,
    hint: DIGITS,
    near: PHONE_LABEL,
    check: (value) => !/^\d{4}-\d\d-\d\d|^\d\d?[./]\d\d?[./]\d{4}/.test(value),
  },
  {
    kind: 'private-address',
    name: 'private-address',
    pattern:
      /(?<![\w.-])(?:https?|wss?|ftp|postgres(?:ql)?|mysql|redis|mongodb|amqp|smb|ssh):\/\/(?:[^\s/@"'<>]{1,200}@)?(?<value>(?:10\.\d{1,3}|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?::\d{1,5})?|\[f(?:[cd][\da-f]{2}|e80):[\da-f:]{1,40}\](?::\d{1,5})?|(?:[a-z0-9](?:[\w-]{0,61}[a-z0-9])?\.){1,6}(?:local|internal|intranet|intra|corp|lan|localdomain|home\.arpa)(?::\d{1,5})?)(?![\w.-])/gi,
    hint: /:\/\/(?:[^\s/@"'<>]{1,200}@)?(?:1[0679][92]?\.|\[[Ff]|[^\s/"'<>?#]{1,200}\.(?:local|internal|intra|corp|lan|home|LOCAL|INTERNAL|INTRA|CORP|LAN|HOME))/,
  },
];

/** True for what stands in place of a value: stars and dots, or a word that says so. */
export function isMasked(value: string): boolean {
  return /[*•●█]{2}|x{5}|redacted|<masked>|\[(?:filtered|masked|hidden)|%3Cmasked/i.test(value);
}

function isAddress(value: string, { place, before, after }: LeakContext): boolean {
  if (FILE_ENDING.test(value) || ROBOT.test(value)) return false;
  // A user's name before a host: `https://key@host`, `git@host:path`, `ssh://`.
  if (before.endsWith('://') || (/^[^\s@]{1,3}@/.test(value) && /^:[\w~/]/.test(after))) return false;
  if (/\.\.|^[.'-]|^\d{1,2}x@/.test(value)) return false;
  return (place !== 'text' && place !== 'attribute') || !(ROLE.test(value) || EXAMPLE_ADDRESS.test(value));
}

function isInternational(value: string, { before, after }: LeakContext): boolean {
  const digits = digitsOf(value);
  if (!CALLING_CODE.test(digits) || !hasDigits(value, 8, 15)) return false;
  if (
    /^\+ ?\d+\.\d+$/.test(value) ||
    (/^\+ ?\d{1,3}(?:[ .]\d{3})+$/.test(value) && /^\s{0,2}[%€$£]/.test(after))
  )
    return false;
  if (/^\+\d+$/.test(value) && digits.length < 10 && !PHONE_LABEL.test(before)) return false;
  return !QUANTITY_AFTER.test(after) && !CURRENCY_BEFORE.test(before);
}

function hasDigits(value: string, from: number, to: number): boolean {
  const { length } = digitsOf(value);
  return length >= from && length <= to;
}
