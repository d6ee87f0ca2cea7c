import { fitsCallingCode } from './calling-codes.ts';
import { digitsOf } from './checksums.ts';
import type { LeakContext, LeakRule } from './leak.ts';
import { CURRENCY_BEFORE, NUMBER_OF_A_THING, QUANTITY_AFTER } from './numbers-of-things.ts';

const DIGITS = /\d(?:[ ()./-]{0,3}\d){6}/;

/** By what people and programs call a telephone's number; a word that may be part of another one has its limits. */
const WORDS = [
  '(?<!\\p{L})(?:t[eé]l|call|fax|sms|mob|ph|callto|whats ?app|viber|wa\\.me|fon|tlf|telp|hp|đt|gsm|dial|ring|text|reach)',
  'phone|t[eé]l[eé]f[oó]n\\p{L}{0,3}|telefoon|t[ée]l[ée]phone|telem[óo]vel|telefax|rufnummer|puhelin\\p{L}{0,8}|teléf|msisdn|durchwahl|hotline|sími|điện thoại|di động',
  'contact[ _-]?n(?:umber|o)|mobiel|mobitel|t[āa]lrun\\p{L}{1,2}|(?<!\\p{L})(?:puh|matkapuh\\p{L}{0,6}|farsími|selfoon|telepono|ponsel|simu|sđt|ffôn)|[☎☏✆📞📱📲]\\uFE0F?',
  'телефон\\p{L}{0,3}|(?<!\\p{L})(?:тел|моб|сот|факс)|мобильн\\p{L}{1,3}|телефонын?|电话|電話|手机|手機|携帯|座机|传真|전화|휴대폰|핸드폰|연락처|โทร(?:ศัพท์)?|มือถือ|هاتف|الهاتف|جوال|الجوال|موبايل|تلفن|تليفون|טלפון|נייד|τηλ(?:[έε]φωνο)?|κινητ[όο]|फ़ोन|फोन|मोबाइल|दूरभाष|ফোন|মোবাইল|ਫ਼ੋਨ|ફોન|தொலைபேசி|ఫోన్|ഫോൺ|ဖုန်း|ទូរស័ព្ទ|ໂທລະສັບ|утас|ტელეფონი|հեռախոս|همراه|فون',
];
/** Phones as well as the devices on which pages are seen, which are counted. */
const DEVICES =
  '(?<!\\p{L})(?:cell|handy|portable)|mobil(?:e|ni)?|m[óo]vil|celular|cellulare|komórk\\p{L}{1,3}';
/** Between the word and its number: more of the word, what kind of number, what separates a field from its value. */
const REST =
  '\\.?(?:\\p{L}{0,3}nummer|\\p{L}{0,2}telefon|szám|[ _-]?(?:č[íi]slo|broj|številka)|numm?er|number|nr|num|no)?[ _-]?(?:numm?er[ou]?|numbers?|n[ro]|num|n[º°]|番号|号码|號碼|번호|numarası|raqami)?(?:[ _-]?(?:home|work|mobile|cell|office|privat|kom|fix|main|day|evening|phone|m[óo]vil|number|no))?\\d?[.:]?(?: ?\\([^()\\d]{1,16}\\))?\\]?[ "\')>]{0,4}[:=#/]{0,3}>?[\\s"\'(]{0,4}$';
const SAID = '(?<!\\p{L})(?:call|text|ring|reach|dial)(?: \\p{L}+){1,3}:? $';
const IS_SAID = new RegExp(SAID, 'iu');
const PHONE_LABEL = new RegExp(`(?:${WORDS.join('|')}|${DEVICES})${REST}|${SAID}`, 'iu');
const DEVICE_LABEL = new RegExp(`(?:${DEVICES})\\]?[ "')]{0,4}[:=#/]{0,3}[\\s"'(]{0,4}$`, 'iu');
/** Days, versions, times, years: in a field for phones or beside a word for them. */
const IS_TIME =
  /^\d{4}-\d\d-\d\d|^\d\d?[./-]\d\d?[./-](?:19|20)\d\d(?!\d)|^(?:19|20)\d\d[ /-]|^\d\d?-\d\d? |^\d{1,3}(?:\.\d{1,3}){3}$/;
const PAIRS = /\d\d/g;

/** Telephone numbers: with their country's code, in the groups of a country, behind a word. See `LEAK_RULES`. */
export const PHONE_RULES: readonly LeakRule[] = [
  {
    kind: 'phone',
    name: 'phone-international',
    pattern:
      /(?<![\w+./-])(?:\+ ?|(?<!\d )00 ?(?=[1-9]))\(?[1-9]\d{0,2}\)?(?:[ .()/-]{0,3}\d){6,13}(?!\d|[.,]\d)/g,
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
    pattern: new RegExp(
      `(?<![\\w.,/+#=-]|\\d )(?:${[
        // France and its neighbours, area codes in parentheses, Britain
        '0[1-9]([ .])\\d\\d(?:\\1\\d\\d){3}',
        '\\(0\\d{1,5}\\) ?\\d{2,4}[ -]?\\d{2,4}(?:[ -]?\\d{2,4})?',
        '0\\d{3,4} \\d{6}',
        '0\\d{2,4} \\d{3,4} \\d{3,4}',
        // Germany's mobile phones, the Netherlands'
        '01[567]\\d{1,2} ?[/ -] ?\\d{7,8}',
        '06[ -]\\d{8}|06-\\d\\d(?: \\d\\d){3}',
        // Japan, Korea, Taiwan
        '0\\d{1,3}-\\d{3,4}-\\d{4}',
        // Brazil
        '\\([1-9]\\d\\) ?9?\\d{4}-\\d{4}',
        // Russia
        '8 ?\\(\\d{3}\\) ?\\d{3}-\\d\\d-\\d\\d|8-\\d{3}-\\d{3}-\\d\\d-\\d\\d',
        // China's mobile phones
        '1[3-9]\\d([ -])\\d{4}\\2\\d{4}',
      ].join('|')})(?![\\w-]|[.,/ ]\\d)`,
      'g',
    ),
    hint: DIGITS,
    unless: NUMBER_OF_A_THING,
    check: (value, { after, place, before }) =>
      hasDigits(value, 9, 12) && !isRow(value) && !isQuantity(before, after) && place !== 'attribute',
  },
  {
    kind: 'phone',
    name: 'phone-labelled',
    pattern: /(?<![\w.,+-])\(?\d(?: ?[.()/-]{0,2} ?\d){5,14}(?![\w-]|[.,]\d)/g,
    hint: DIGITS,
    near: PHONE_LABEL,
    check: isLabelled,
  },
];

function isInternational(value: string, { before, after }: LeakContext): boolean {
  const digits = digitsOf(value).replace(/^00/, '');
  if (isQuantity(before, after)) return false;
  const isLabelledPhone = PHONE_LABEL.test(before);
  // Two zeros begin all sorts of numbers.
  if (/^00\d+$/.test(value) && !isLabelledPhone) return false;
  if (!isLabelledPhone && NUMBER_OF_A_THING.test(before)) return false;
  if (!fitsCallingCode(digits)) return isLabelledPhone && value.startsWith('+') && hasDigits(value, 8, 15);
  return !/^\+ ?\d+\.\d+$/.test(value);
}

function isLabelled(value: string, { before, after }: LeakContext): boolean {
  if (IS_TIME.test(value) || isQuantity(before, after) || !hasDigits(value, 6, 15)) return false;
  const { length } = digitsOf(value);
  if (DEVICE_LABEL.test(before) && /^[1-9]\d*$/.test(value) && length < 9) return false;
  // "Call of Duty: 2 500 000 players"
  if (/^[1-9]\d{0,2}(?:[ .]\d{3})+$/.test(value) && IS_SAID.test(before)) return false;
  return length > 6 || value.startsWith('0') || /\D/.test(value);
}

function isQuantity(before: string, after: string): boolean {
  return QUANTITY_AFTER.test(after) || CURRENCY_BEFORE.test(before);
}

/** True for days of a month and numbers of a lottery, one after the other. */
function isRow(value: string): boolean {
  if (!/^\d\d(?:[ .]\d\d){4}$/.test(value)) return false;
  const pairs = Array.from(value.matchAll(PAIRS), ([pair]) => Number(pair));
  const rises = pairs.slice(1).map((pair, i) => pair - (pairs[i] ?? 0));
  return rises.every((rise) => rise === 1) || (rises.every((rise) => rise > 0) && (pairs.at(-1) ?? 0) < 50);
}

function hasDigits(value: string, from: number, to: number): boolean {
  const { length } = digitsOf(value);
  return length >= from && length <= to;
}
