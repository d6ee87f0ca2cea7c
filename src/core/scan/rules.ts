import { CARD_RULES } from './cards.ts';
import { passesIban } from './checksums.ts';
import { EMAIL_RULES } from './emails.ts';
import { IS } from './field-names.ts';
import { IBAN_FORM } from './iban-lengths.ts';
import { FORM_PLACES, type LeakRule } from './leak.ts';
import { NATIONAL_ID_FIELD_RULES } from './national-id-fields.ts';
import { NATIONAL_ID_RULES } from './national-ids.ts';
import { PASSWORD_RULES } from './passwords.ts';
import { PHONE_RULES } from './phones.ts';
import { SECRET_RULES } from './secrets.ts';
import { USERNAME_RULES } from './usernames.ts';

const IBAN_FIELD = new RegExp(`iban(?:[_ -]?(?:number|num|nr|no|code|nummer))?${IS}$`, 'i');

/**
 * What is looked for, the more telling first: where two rules find the same characters, the first one has them.
 * Nothing that the recorder or the page masked is a finding: see `isMasked`.
 *
 * | rule | form | what has to be right |
 * |---|---|---|
 * | secrets | private keys, JWTs, vendors' tokens, credentials in URLs, fields named after secrets | see `SECRET_RULES`, `PASSWORD_RULES` |
 * | `email`, `email-international` | an address in ASCII, or in any script | no file (`a@2x.png`), no example of a form; on pages no company's box (`info@`) |
 * | `email-spelled-out` | `jane [at] example [dot] org` | – |
 * | `iban` | any country's number of characters, in any groups | MOD 97-10 |
 * | `card-long`, `card` | 12 to 19 digits, in one piece or grouped as on cards | a brand's first digits and length, Luhn; no number of a thing |
 * | `iban-field`, `card-field`, `card-code` | what stands in a field that is named so (`iban=`, `credit_card`, `cvv`) | no checksum |
 * | national ids | the numbers of some thirty states, passports | see `NATIONAL_ID_RULES`, `NATIONAL_ID_FIELD_RULES` |
 * | `phone-international` | `+` or `00` and 8 to 15 digits | a calling code and as many digits as numbers there have, no quantity |
 * | `phone-north-american` | `(415) 555-0132`, `415-555-0132`, `415.555.0132` | first digits, no number of a thing |
 * | `phone-national` | the groups of a country: France, Britain, Germany, Japan and others | 9 to 12 digits, no row of days, no number of a thing |
 * | `phone-labelled` | 6 to 15 digits behind words such as "Phone" in some thirty languages, or in `tel:` | no date, no quantity |
 * | `private-address` | a URL whose host is in a private network (RFC 1918, 4193, 3927) or has a name of one | – |
 * | `username` | what stands in a field that is named so | no word of a form |
 *
 * Names of people, street addresses, dates of birth and numbers of customers are not looked for: no form tells them.
 */
export const LEAK_RULES: readonly LeakRule[] = [
  ...SECRET_RULES,
  ...PASSWORD_RULES,
  ...EMAIL_RULES,
  {
    kind: 'iban',
    name: 'iban',
    pattern: IBAN_FORM,
    hint: /[A-Za-z]{2}\d\d[ .-]{0,2}[A-Za-z0-9]{1,4}/,
    check: passesIban,
    spans: true,
  },
  {
    kind: 'iban',
    name: 'iban-field',
    pattern: /(?<!\w)[A-Z]{2}\d\d(?:[ .-]?[A-Z0-9]){9,30}(?!\w)/gi,
    hint: /[Ii][Bb][Aa][Nn]/,
    near: IBAN_FIELD,
    check: (_, { place }) => FORM_PLACES.has(place),
  },
  ...CARD_RULES,
  ...NATIONAL_ID_RULES,
  ...PHONE_RULES,
  {
    kind: 'private-address',
    name: 'private-address',
    pattern:
      /(?<![\w.-])(?:https?|wss?|ftp|postgres(?:ql)?|mysql|redis|mongodb|amqp|smb|ssh):\/\/(?:[^\s/@"'<>]{1,200}@)?(?<value>(?:10\.\d{1,3}|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?::\d{1,5})?|\[f(?:[cd][\da-f]{2}|e80):[\da-f:]{1,40}\](?::\d{1,5})?|(?:[a-z0-9](?:[\w-]{0,61}[a-z0-9])?\.){1,6}(?:local|internal|intranet|intra|corp|lan|localdomain|home\.arpa)(?::\d{1,5})?)(?![\w.-])/gi,
    hint: /:\/\/(?:[^\s/@"'<>]{1,200}@)?(?:1[0679][92]?\.|\[[Ff]|[^\s/"'<>?#]{1,200}\.(?:local|internal|intra|corp|lan|home|LOCAL|INTERNAL|INTRA|CORP|LAN|HOME))/,
  },
  ...NATIONAL_ID_FIELD_RULES,
  ...USERNAME_RULES,
];

/** True for what stands in place of a value: stars and dots, or a word that says so. */
export function isMasked(value: string): boolean {
  return /[*•●█]{2}|x{5}|redacted|<masked>|\[(?:filtered|masked|hidden)|%3Cmasked/i.test(value);
}
