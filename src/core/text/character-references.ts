import { fromCode } from './from-code.ts';

/** Those by which punctuation and spaces are written; `Uuml` is not `uuml`. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", grave: '`', commat: '@', period: '.', colon: ':' },
  ...{
    semi: ';',
    excl: '!',
    quest: '?',
    percnt: '%',
    dollar: '$',
    ast: '*',
    hat: '^',
    plus: '+',
    comma: ',',
  },
  ...{ sol: '/', bsol: '\\', lowbar: '_', dash: '-', hyphen: '-', num: '#', equals: '=', vert: '|' },
  ...{ lpar: '(', rpar: ')', lsqb: '[', lbrack: '[', rsqb: ']', rbrack: ']', lcub: '{', lbrace: '{' },
  ...{ rcub: '}', rbrace: '}', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ middot: '·', bull: '•', tab: '\t', newline: '\n', nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ hairsp: ' ', numsp: ' ', puncsp: ' ', emsp13: ' ', emsp14: ' ' },
  ...{ shy: '', zwj: '', zwnj: '', lrm: '', rlm: '', zerowidthspace: '', nobreak: '' },
  ...{ szlig: 'ß', aelig: 'æ', oslash: 'ø', oelig: 'œ', lstrok: 'ł', dstrok: 'đ', eth: 'ð', thorn: 'þ' },
};
/** Greek letters in their order. */
const GREEK = (
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon ' +
  'phi chi psi omega'
).split(' ');
const FIRST_GREEK = 0x3b1;
/** References that need no semicolon, as old pages write them. */
export const UNENDED =
  'amp|lt|gt|quot|nbsp|shy|szlig|aelig|oslash|[a-z](?:grave|acute|circ|tilde|uml|ring|cedil)';
/** Of letters with something on or below them the reference says both. */
const ACCENTED = /^([a-z])(grave|acute|circ|tilde|uml|ring|cedil|caron|ogon|breve|macr|dot|dblac)$/i;
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', macr: '\u0304', breve: '\u0306' },
  ...{ dot: '\u0307', uml: '\u0308', ring: '\u030a', dblac: '\u030b', caron: '\u030c' },
  ...{ cedil: '\u0327', ogon: '\u0328' },
};

/** What a character reference of HTML stands for, without its `&` and `;`; null for one that is not known. */
export function characterOfReference(name: string): string | null {
  if (/^#x/i.test(name)) return fromCode(parseInt(name.slice(2), 16));
  if (name.startsWith('#')) return fromCode(parseInt(name.slice(1), 10));
  const [, letter = '', accent = ''] = ACCENTED.exec(name) ?? [];
  if (letter) return (letter + (ACCENTS[accent.toLowerCase()] ?? '')).normalize('NFC');
  const key = name.toLowerCase();
  const greek = GREEK.indexOf(key);
  const lower = greek < 0 ? NAMED[key] : fromCode(FIRST_GREEK + greek);
  return NAMED[name] ?? (key === name ? lower : lower?.toUpperCase()) ?? null;
}
