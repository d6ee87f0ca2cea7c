import type { LeakContext, LeakRule } from './leak.ts';

/** What the names of files and packages end in: `logo@2x.png` is no address. */
const FILE_ENDING =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|css|scss|less|m?js|cjs|jsx|tsx?|json|map|html?|php|vue|woff2?|ttf|eot|otf|mp[34]|webm|pdf|zip|gz|wasm|lock|md|ya?ml|txt|xml)$/i;
/** Boxes of companies, which stand on pages for everybody to write to. */
const ROLE =
  /^(?:info|support|sales|hello|hi|hey|contact|help|helpdesk|privacy|legal|press|media|jobs|careers|billing|security|team|feedback|marketing|newsletter|office|service|kontakt|datenschutz|impressum|webmaster|postmaster|hostmaster|abuse|accessibility|dpo|gdpr|community|partners?|investors?|enquir(?:y|ies)|inquir(?:y|ies)|accounts|orders|returns|reservations|bookings|contacto?|hola|ventas|prensa|bonjour|presse|ciao|vendite|biuro|verkauf|vertrieb|buchhaltung|bewerbung|post|mail|admin|инфо|поддержка)@/i;
const ROBOT = /^(?:(?:do-?)?not?[._-]?reply|mailer-daemon|bounces?|git)(?:[+@])/i;
/** What forms show as an example. */
const EXAMPLE_ADDRESS =
  /^(?:you|your[._-]?(?:name|e?-?mail)|name|first(?:name)?\.last(?:name)?|vorname\.nachname|user(?:name)?|e?-?mail|someone|somebody|example|me|foo|bar|abc|xyz|xxx?)@|@(?:your-?(?:company|domain|site|email)|domain|yourdomain|mycompany)\.[a-z]+$/i;

/**
 * Letters of alphabets other than Latin's first ones. Chinese, Japanese, Korean and Thai are not among them: they have
 * no spaces, so that an address in ASCII begins right behind their letters.
 */
const OTHER_LETTER = '\\u00c0-\\u0dff\\u0e80-\\u1fff';
const LETTER = '\\p{L}\\p{M}\\p{N}';
const ASCII_LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const LABEL = `[\\p{L}\\p{N}](?:[${LETTER}-]{0,61}[${LETTER}])?`;
/** In one script: what follows a domain in another one is the sentence. */
const TOP_LEVEL = `(?:xn--[a-z0-9-]{2,59}|[a-z]{2,24}|(?:(?![\\0-\\x7f])[\\p{L}\\p{M}]){2,24})`;

/** Addresses in any script (RFC 6531), and as people write them for people. See `LEAK_RULES`. */
export const EMAIL_RULES: readonly LeakRule[] = [
  {
    kind: 'email',
    name: 'email',
    pattern: new RegExp(
      `(?<![\\w.+@${OTHER_LETTER}-])[\\w+-](?:[\\w.+'-]{0,62}[\\w+-])?@(?:${ASCII_LABEL}\\.){1,6}(?:xn--[a-z0-9-]{2,59}|[a-z]{2,24})(?![\\w@-])`,
      'gi',
    ),
    hint: /[\w+-]@[A-Za-z0-9]/,
    check: isAddress,
    spans: true,
  },
  {
    kind: 'email',
    name: 'email-international',
    pattern: new RegExp(
      `(?<![${LETTER}_.+@-])[${LETTER}_+-](?:[${LETTER}_.+'-]{0,62}[${LETTER}_+-])?@(?:${LABEL}\\.){1,6}${TOP_LEVEL}(?![\\w@-])`,
      'giu',
    ),
    hint: /[^\0-\x7f@][^\s@]{0,63}@[^\s@]|@[^\s@]{0,200}[^\0-\x7f]/,
    check: isAddress,
    spans: true,
  },
  {
    kind: 'email',
    name: 'email-spelled-out',
    pattern:
      /(?<![\w.+@-])[a-z0-9][\w.+-]{0,62} ?(?:\[ ?(?:at|@) ?\]|\( ?(?:at|@|ät) ?\)) ?(?:[a-z0-9-]{1,62}(?: ?(?:\[ ?(?:dot|\.) ?\]|\( ?(?:dot|\.|punkt) ?\)) ?|\.)){1,4}[a-z]{2,24}(?![\w@-])/gi,
    hint: /[[(] ?(?:at|AT|At|@|ät) ?[\])]/,
  },
];

function isAddress(value: string, { place, before, after }: LeakContext): boolean {
  if (FILE_ENDING.test(value) || ROBOT.test(value)) return false;
  // A user's name before a host: `https://key@host`, `git@host:path`, `ssh://`.
  if (before.endsWith('://') || (/^[^\s@]{1,3}@/.test(value) && /^:[\w~/]/.test(after))) return false;
  if (/\.\.|^[.'-]|^\d{1,2}x@/.test(value)) return false;
  return (place !== 'text' && place !== 'attribute') || !(ROLE.test(value) || EXAMPLE_ADDRESS.test(value));
}
