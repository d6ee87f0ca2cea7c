import { IS } from './field-names.ts';
import type { LeakContext, LeakPlace, LeakRule } from './leak.ts';

/** Names of fields that hold passwords. */
const FIELD =
  '(?:pass(?:word|wd|phrase|code)|(?<![A-Za-z])pass|(?<![A-Za-z])p(?:wd|w)(?![a-z])|wifi[_ -]?key|passwor[td]|kennwort|contrase(?:n|ñ)a|clave|mot_?de_?passe|senha|has[łl]o|wachtwoord|l[öo]senord|salasana|adgangskode|heslo|jelsz[óo]|parola|[şs]ifre|mật khẩu|парол[ья]|κωδικ[όο]ς|密[码碼]|パスワード|비밀번호|סיסמה|كلمة المرور|पासवर्ड|รหัสผ่าน)';
/** A field's, an argument's, a sentence's. */
const HAS = `(?:\\d?(?:[_-]?confirm(?:ation)?)?${IS}|(?<=--[\\w-]{4,24}) | (?:is|ist|lautet|es|est):? (?=\\S{0,31}\\d))`;
/** To the end of a text in quotes, else to the next sign. */
const VALUE = '(?<value>(?<=["\'])[^"\'<>\\\\\\n]{4,128}(?=["\'])|[^\\s"\'&<>,;{}()\\\\]{4,128})';

/**
 * What is typed where somebody has to prove who he is.
 *
 * | rule | form | what has to be right |
 * |---|---|---|
 * | `basic-auth` | `Basic` and base64 | `name:secret` when decoded |
 * | `password-input` | all that stands in a password field | – |
 * | `password-field` | a field named after passwords in any of twenty languages, and its value | no word of a sentence, no setting, no label |
 * | `pin-field` | a field named after PINs and codes for one time, and four to eight digits | – |
 */
export const PASSWORD_RULES: readonly LeakRule[] = [
  {
    kind: 'password',
    name: 'basic-auth',
    pattern: /(?<![\w-])Basic (?<value>[A-Za-z0-9+/]{6,400}={0,2})(?![\w+/=-])/gi,
    hint: /[Bb][Aa][Ss][Ii][Cc] [A-Za-z0-9+/]{6}/,
    check: isNameAndPassword,
  },
  {
    kind: 'password',
    name: 'password-input',
    pattern: /^password=(?<value>[^]{4,256})$/g,
    hint: /^password=/,
    check: (_, { place }) => place === 'input',
  },
  {
    kind: 'password',
    name: 'password-field',
    pattern: new RegExp(`${FIELD}${HAS}${VALUE}`, 'gi'),
    hint: /[Pp][Aa][Ss][Ss]|[Pp][Ww]|wort|WORT|ontrase|lave|enha|as[łl]o|woord|senord|alasana|gangskode|eslo|elsz|arol|[Пп]арол|ifre|khẩu|κωδικ|密[码碼]|パスワード|비밀번호|סיסמה|المرور|पासवर्ड|รหัสผ่าน/,
    check: isPassword,
  },
  {
    kind: 'password',
    name: 'pin-field',
    pattern: new RegExp(
      `(?<![a-z])(?:pin(?:[_ -]?(?:code|number|nr))?|otp|totp|(?:one[_-]?time|verification|sms|2fa|mfa|auth)[_-]?(?:code|pin))${IS}(?<value>\\d{4,8})(?![\\w.,-]| \\d)`,
      'gi',
    ),
    hint: /(?:[PpIi][INin][Nn]|[Oo][Tt][Pp]|[Cc][Oo][Dd][Ee])[^]{1,40}\d{4}/,
    check: (_, { after }) => !/^ ?(?:digits|stellig|ziffern)/i.test(after),
  },
];

/** Words that programs and forms write where a password would stand. */
const NO_PASSWORD =
  /^(?:true|false|null|undefined|none|yes|no|on|off|hidden|show|text|string|varchar|required|optional|mandatory|invalid|incorrect|wrong|changed?|reset|forgot|forgotten|current|new|old|strong|weak|medium|must|should|minimum|empty|missing|error|failed|updated?|input|field|number|object|function|value|example|enabled|disabled|default|unknown|basic|oauth|saml|masked|vergessen|oublié|olvidada|erforderlich|mindestens|https?:.*|[./#$%*<[{].*)$/i;
/** What is said of passwords. */
const ABOUT =
  /pass(?:w|c|ph)|pwd|kennwort|passe$|contrase|characters|zeichen|字符|文字|位数|at least|minimum|\d[文字位자]/i;
/** Where people read, a password that is a word cannot be told from a sentence. */
const READ_PLACES: ReadonlySet<LeakPlace> = new Set([
  'text',
  'canvas',
  'attribute',
  'console',
  'custom',
  'config',
]);

function isPassword(value: string, { place, before }: LeakContext): boolean {
  const word = value.replace(/[.!?:。？！]+$/, '');
  if (NO_PASSWORD.test(word) || ABOUT.test(value)) return false;
  if (place === 'input') return true;
  // A hash of a file, a date, an id.
  if (/^(?:[\d.:-]+|[\d-]+T[\d:.Z+-]+)$/.test(value) && place !== 'address') return value.length < 9;
  // In a sentence: "Your password is secret-7".
  if (/ (?:is|ist|lautet|es|est):? $/.test(before))
    return /\p{L}/u.test(value) && !/^\d+[- ]?\p{L}+$/u.test(value);
  if (/[?&][\w%[\]-]{0,40}=$/.test(before)) return true;
  const isWord = /^[\p{L}\p{M} .:…’-]+$/u.test(word) && !/\p{Ll}\p{Lu}\p{Ll}/u.test(word);
  if (/passphrase\W{1,8}$/i.test(before) && /^(?:\p{Ll}+[ -]){3,}\p{Ll}+$/u.test(word)) return true;
  // In data a word in small letters is a value, another one what a form shows.
  if (place === 'network-body') return !isWord || /^\p{Ll}+$|^(?:\p{Ll}{3,}-){2,}\p{Ll}{3,}$/u.test(word);
  return !READ_PLACES.has(place) || !isWord;
}

function isNameAndPassword(base64: string): boolean {
  try {
    return /^[\x21-\x7e]{0,100}:[\x20-\x7e]{1,200}$/.test(atob(base64));
  } catch {
    return false;
  }
}
