import { IS } from './field-names.ts';
import type { LeakContext, LeakKind, LeakRule } from './leak.ts';

/**
 * Forms that vendors give their secrets so that they can be told. Only what grants access: identifiers that are
 * meant to be public (PostHog's `phc_`, Stripe's `pk_`, Mapbox's `pk.`, addresses of Sentry) are not among them.
 * Sources: the vendors' pages on the formats of their tokens.
 */
const VENDOR_FORMS: readonly (readonly [name: string, kind: LeakKind, start: string, rest: string])[] = [
  ['aws-access-key', 'key', 'A(?:KIA|SIA|BIA|CCA)', '[A-Z2-7]{16}'],
  ['github-token', 'token', 'gh[pousr]_', '[A-Za-z0-9]{36,255}'],
  ['github-fine-grained-token', 'token', 'github_pat_', '[A-Za-z0-9_]{40,255}'],
  ['gitlab-token', 'token', 'gl(?:pat|dt|ptt|rt|cbt|oas)-', '[\\w-]{20,64}'],
  ['slack-token', 'token', 'xox[abeoprs]-|xapp-', '[A-Za-z0-9-]{16,255}'],
  [
    'slack-webhook',
    'token',
    'hooks\\.slack\\.com/services/',
    'T[A-Z0-9]{6,12}/B[A-Z0-9]{6,12}/[A-Za-z0-9]{20,32}',
  ],
  ['discord-webhook', 'token', 'discord(?:app)?\\.com/api/webhooks/', '\\d{15,22}/[\\w-]{50,90}'],
  ['stripe-key', 'key', '[sr]k_(?:live|test)_|whsec_', '[A-Za-z0-9]{16,247}'],
  [
    'openai-or-anthropic-key',
    'key',
    'sk-(?:proj-|svcacct-|admin-|ant-(?:api|admin)\\d\\d-)?',
    '[A-Za-z0-9][\\w-]{30,250}[A-Za-z0-9]',
  ],
  ['google-api-key', 'key', 'AIza', '[\\w-]{35}'],
  ['google-oauth-token', 'token', 'ya29\\.', '[\\w-]{30,400}'],
  ['google-client-secret', 'key', 'GOCSPX-', '[\\w-]{20,40}'],
  ['sendgrid-key', 'key', 'SG\\.', '[\\w-]{16,32}\\.[\\w-]{32,64}'],
  ['mailgun-key', 'key', 'key-', '[0-9a-f]{32}'],
  ['twilio-key', 'key', 'SK', '[0-9a-f]{32}'],
  ['npm-token', 'token', 'npm_', '[A-Za-z0-9]{36}'],
  ['pypi-token', 'token', 'pypi-', 'AgE[\\w-]{50,500}'],
  ['docker-token', 'token', 'dckr_pat_', '[\\w-]{20,64}'],
  ['digitalocean-token', 'token', 'do[opr]_v1_', '[0-9a-f]{64}'],
  ['shopify-token', 'token', 'shp(?:at|ca|pa|ss)_', '[0-9a-fA-F]{32}'],
  ['hugging-face-token', 'token', 'hf_', '[A-Za-z]{30,40}'],
  ['square-token', 'token', 'sq0(?:atp|csp|idp)-', '[\\w-]{22,60}'],
  ['atlassian-token', 'token', 'ATATT3', '[\\w=-]{60,255}'],
  ['linear-key', 'key', 'lin_api_', '[A-Za-z0-9]{32,64}'],
  ['notion-token', 'token', 'ntn_', '[A-Za-z0-9]{40,64}'],
  ['posthog-personal-key', 'key', 'ph[xsa]_', '[A-Za-z0-9]{32,64}'],
  ['sentry-token', 'token', 'sntr(?:y[su])_', '[\\w=+/-]{40,400}'],
  ['facebook-token', 'token', 'EAA', '[A-Za-z0-9]{80,400}'],
  ['telegram-bot-token', 'token', '\\d{8,10}:AA', '[\\w-]{33}'],
  ['age-key', 'key', 'AGE-SECRET-KEY-1', '[A-Z0-9]{50,70}'],
  ['new-relic-key', 'key', 'NR(?:AK|JS|II|SP)-', '[A-Za-z0-9-]{20,48}'],
  ['postman-key', 'key', 'PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'],
  ['brevo-key', 'key', 'xkeysib-', '[0-9a-f]{64}-[A-Za-z0-9]{16}'],
  [
    'service-key',
    'key',
    'gsk_|r8_|pplx-|rubygems_|CFPAT-|AKCp|LTAI|AKID|EZAK|re_|dapi|lsv2_(?:pt|sk)_|sdk-|rzp_(?:live|test)_|sbp_|pscale_(?:tkn|pw|oauth)_',
    '[A-Za-z0-9][\\w-]{15,120}',
  ],
  [
    'service-token',
    'token',
    'hv[sbr]\\.|gl(?:sa|c)_|figd_|pat[A-Za-z0-9]{14}\\.|dp\\.(?:pt|st|ct)\\.|pul-|tfp_|aio_|ops_|sgp_|nfp_|sl\\.|fo1_|xoxe\\.xox[bp]-|CCIPAT_|NRRA-|access_token\\$production\\$|rdme_|shippo_(?:live|test)_|duffel_(?:live|test)_',
    '[A-Za-z0-9][\\w.-]{19,250}',
  ],
  ['azure-storage-key', 'key', 'AccountKey=', '[A-Za-z0-9+/]{60,90}={0,2}'],
];

const VENDOR_RULES = VENDOR_FORMS.map(([name, kind, start, rest]): LeakRule => ({
  kind,
  name,
  pattern: new RegExp(`(?<![A-Za-z0-9])(?:${start})${rest}(?![\\w-])`, 'g'),
  hint: new RegExp(`(?:${start})`),
  check: isRandomTail,
}));

const TOKEN_FIELD =
  '(?:tokens?|secret|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|encryption[_-]?key|session[_-]?(?:id|key)|(?<![a-z])sid|(?<![a-z])sess(?:ion)?|phpsessid|authorization|(?<![a-z])auth|credentials?|signature|(?<![a-z])sig|(?<![a-z])otp|(?<![a-z])jwt|[cx]srf|remember[_-]?(?:me|token)|(?<![a-z])ticket|(?:app|consumer|shared|master|signing)[_-]?key)';

/**
 * What opens doors: private keys, JWTs, vendors' tokens, and values of fields that are named after secrets.
 *
 * | rule | form | what has to be right |
 * |---|---|---|
 * | `private-key` | a PEM block, to its end where that is near | – |
 * | `jwt` | three parts in base64url, the first two beginning as JSON does | – |
 * | the vendors' | see `VENDOR_FORMS` | not one word, not one character again and again |
 * | `url-credential` | `scheme://name:secret@host` | neither a template nor masked |
 * | `token-in-path` | behind a part of a path that says what it is for: `/reset/…`, `/invite/…` | twenty characters and more that are no words |
 * | `token-in-name` | such a word, a hyphen and the value, as in names of classes | 24 characters and more that are no words |
 * | `token-field` | a field named after tokens, keys, sessions, signatures; or `Bearer` | twelve characters and more that are no words; no UUID of a session |
 */
export const SECRET_RULES: readonly LeakRule[] = [
  {
    kind: 'key',
    name: 'private-key',
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?:[\w+/=\s:,.]|-(?!-)){0,8000}-----END [A-Z0-9 ]{0,40}-----)?/g,
    hint: /-----BEGIN /,
  },
  {
    kind: 'jwt',
    name: 'jwt',
    pattern:
      /(?<![A-Za-z0-9])eyJ[\w-]{10,2000}\.(?:eyJ[\w-]{10,8000}\.[\w-]{0,2000}|[\w-]{0,1000}(?:\.[\w-]{1,8000}){3})/g,
    hint: /eyJ/,
  },
  ...VENDOR_RULES,
  {
    kind: 'url-credential',
    name: 'url-credential',
    pattern:
      /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/(?<value>[^\s/:"'<>?#,;(){}[\]]{0,100}:[^\s/"'<>?#,;(){}[\]]{1,200})@[^\s/@"'<>]/gi,
    hint: /:\/\/[^\s/:"'<>?#]{0,100}:[^\s/"'<>?#]{1,200}@/,
    check: (value) =>
      !/\$\{|\$[A-Z_]+\b|%s|^(?:user(?:name)?|name|login|x+):(?:pass(?:word|wd)?|pwd|secret|x+)$/i.test(
        value,
      ),
  },
  {
    kind: 'token',
    name: 'token-field',
    pattern: new RegExp(
      `(?:${TOKEN_FIELD}${IS}(?:(?:Bearer|Token|Api-?Key|Key|JWT|OAuth|SSWS|Negotiate) )?|(?<![a-z])Bearer |[?&](?:key|code)=(?=[\\w-]{24})|(?<![a-z])(?:(?:api|access|secret|private) key|token)(?: is)?:? (?=[\\w.-]{24}))(?<value>[\\w./+~=%-]{12,4000})`,
      'gi',
    ),
    hint: /[Tt][Oo][Kk][Ee][Nn]|[Ss][Ee][Cc][Rr][Ee][Tt]|[Kk][Ee][Yy]|[Ss][Ee][Ss][Ss]|[Ss][Ii][Dd]|[Aa][Uu][Tt][Hh]|redential|REDENTIAL|[Ss][Ii][Gg]|[Oo][Tt][Pp]|[Jj][Ww][Tt]|[Ss][Rr][Ff]|[Bb][Ee][Aa][Rr][Ee][Rr] |icket|emember|[?&][Cc][Oo][Dd][Ee]=/,
    check: isSecret,
  },
  {
    kind: 'token',
    name: 'token-in-path',
    pattern:
      /\/(?:[a-z-]{0,20}(?:reset|verif|confirm|activat|invit|magic|unsubscrib|one-time)[a-z_-]{0,20})\/(?<value>[\w-]{20,400})(?![\w.-])/gi,
    hint: /(?:eset|erif|onfirm|ctivat|nvit|agic|nsubscrib|time)[a-z_-]{0,20}\/[\w-]{20}/,
    check: (value, context) => !UUID.test(value) && /\d/.test(value) && isSecret(value, context),
  },
  {
    kind: 'token',
    name: 'token-in-name',
    pattern:
      /(?<![a-z])(?:token|secret|api[_-]?key|session|sid|auth)[_-](?<value>[a-z0-9]{24,400})(?![\w-]|\.\w)/gi,
    hint: /(?:[Tt]oken|[Ss]ecret|[Kk]ey|[Ss]ession|[Ss]id|[Aa]uth|TOKEN|SECRET|KEY)[_-][A-Za-z0-9]{24}/,
    check: isSecret,
  },
];

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

function isSecret(value: string, { place, before }: LeakContext): boolean {
  const isSession = /(?:sess(?:ion)?[_-]?(?:id|key)?|sid)\W{1,8}$/i.test(before);
  if (isSession && UUID.test(value)) return false;
  if (/^(?:eyJ[\w-]+$|phc_|pk_|pk\.|sha\d{3}-|https?:|\/|\.|data:)/.test(value)) return false;
  if (/^[\d.:/-]+$/.test(value)) return false;
  return isRandom(value) && place !== 'style';
}

/** Enough different characters of several kinds, not in the order of words. */
function isRandom(value: string): boolean {
  if (new Set(value).size < Math.min(8, value.length / 2)) return false;
  const hasDigits = (value.match(/\d/g) ?? []).length >= 2;
  if (!hasDigits) return value.length >= 20 && /[a-z][A-Z]|[A-Z][a-z]*[A-Z]/.test(value) && !isWords(value);
  return /[A-Za-z]/.test(value) && !isWords(value);
}

/** Words with a number here and there: names of files, classes, fields of code. */
function isWords(value: string): boolean {
  const parts = value.split(/[\s._/=~+-]+|(?<=[a-z])(?=[A-Z])/).filter(Boolean);
  const words = parts.filter((part) => /^[A-Za-z]?[a-z]{2,}\d{0,2}$|^[A-Z]{2,}$|^v?\d{1,4}$/.test(part));
  return parts.length > 1 && words.length >= parts.length * 0.7;
}

function isRandomTail(value: string): boolean {
  const tail = value.slice(value.search(/[_.:=/-]/) + 1);
  return new Set(tail).size >= 8 && (/\d/.test(tail) || /[a-z][A-Z]/.test(tail)) && !isWords(tail);
}
