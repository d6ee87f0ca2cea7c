import { compactText } from './compact-text.ts';
import { decodeText } from './decode-text.ts';
import { foldedText } from './fold.ts';
import { groupedNumbers, idForms } from './id-forms.ts';
import { type FoundText, KeyedTexts, type SoughtText } from './keyed-texts.ts';
import type { Steps } from './steps.ts';

/**
 * Shorter ones stand everywhere by chance. Chinese, Japanese and Korean say in two characters what others say in
 * four.
 */
const SHORTEST = 4;
const SHORTEST_IDEOGRAPHIC = 2;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** The machine's words, without which neither pages nor data can be read. */
const COMMON: ReadonlySet<string> = new Set(
  'true false null undefined none auto http https html text json object string number array function error'.split(
    ' ',
  ),
);
/** A single word or short number is only found where it stands by itself: `anna` is no part of `savannah`. */
const IS_WORD = /^(?:[\p{L}\p{M}]+|\d{1,5})$/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;
const LETTER = /[\p{L}\p{M}]/u;
const SEVERAL_WORDS = /\p{L}{2}[-_. ]\p{L}{2}/u;
/** Digits behind zeros are no number that data would have as one. */
const IS_NUMBER = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;
/** Characters; shorter ones are part of others by chance. */
const LONG_ID = 8;
/** Characters; of a longer one each piece is looked for, so that no place in a text takes longer. */
const LONGEST = 128;
/** Between what tells somebody from others even alone, such as an address or a number. */
const BETWEEN_TELLING = /[\s"'()<>[\]{},;]+/;
const SHORTEST_TELLING = 5;
/** Half of a character that has two code units counts as well. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}\ud800-\udfff]/u;

/** Of each text so many characters are its key; texts that are shorter have a shorter one. */
const KEY_LENGTHS = [4, 2] as const;

/** By which words are joined to names of accounts, of files and in paths. */
const JOINTS = ['-', '_', '.', ''];

interface Traits {
  readonly isWord?: boolean;
  readonly isNamed?: boolean;
}

/** All texts that must not be left anywhere, and where they are in a text, in time of that text's length. */
export class SoughtTexts<R> {
  /** Texts that were too short or too common to be looked for. */
  skipped = 0;
  readonly #texts = new Map<string, SoughtText<R>>();
  /** Those that are numbers, without their sign. */
  readonly #numbers = new Map<number, SoughtText<R>>();
  readonly #pictures = new Map<string, R>();
  readonly #skipped = new Set<string>();
  readonly #byKey = KEY_LENGTHS.map((length) => ({ length, keyed: new KeyedTexts<R>(length) }));
  /** Numbers and ids without their groups. */
  readonly #ids = new Map<string, SoughtText<R>>();
  readonly #idsByKey = new KeyedTexts<R>(4);

  get size(): number {
    return this.#texts.size + this.#pictures.size;
  }

  /** One of the rules by which something is looked for. */
  get anyRule(): R | undefined {
    for (const { rule } of this.#texts.values()) return rule;
    return undefined;
  }

  /** Adds what stood in a place that was hidden: its lines as they are, and what is telling in them. */
  addContent(content: string, rule: R): void {
    for (const line of content.split(/[\n\r]+/)) {
      if (/^[\s*]*$/.test(line)) continue;
      const text = foldedText(line);
      if (isLongEnough(text) && !COMMON.has(text)) this.#addForms(line, rule);
      else this.#skip(text);
      for (const part of line.split(BETWEEN_TELLING)) {
        if (!/[\p{Nd}@]/u.test(part)) continue;
        const telling = withoutPunctuation(part);
        const folded = foldedText(telling);
        if (folded.length >= SHORTEST_TELLING && folded !== text) this.#addForms(telling, rule);
      }
      for (const number of groupedNumbers(line)) if (number !== line) this.#addForms(number, rule);
    }
  }

  /** Adds what was typed into a field as a whole: of three characters it is only found where it stands by itself. */
  addTyped(typed: string, rule: R): void {
    const text = foldedText(typed);
    if (text.length === SHORTEST - 1 && !COMMON.has(text)) this.#addForms(typed, rule, { isWord: true });
    else this.addContent(typed, rule);
  }

  /** Adds a value of data; a word or a short number says nothing where nobody reads it. */
  addValue(value: string, rule: R): void {
    if (/^(?:[a-z]+|\d{1,5})$/.test(value)) this.#skip(value);
    else this.addContent(value, rule);
  }

  /** Adds an address: not as a whole, for its beginning may be that of all others, but what is telling in it. */
  addAddress(address: string, rule: R): void {
    if (/^data:/i.test(address)) {
      this.addPicture(address, rule);
      if (!/;base64,/i.test(address.slice(0, 100))) this.#addForms(address, rule);
      return;
    }
    const path = address.trim().replace(/^[a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?/i, '');
    for (const part of path.split(/[/?&=#;,\s]+/)) {
      const text = foldedText(decodeText(part));
      const isTelling = /[\d@]/.test(text) || SEVERAL_WORDS.test(text.replace(/\.[a-z]{2,5}$/, ''));
      if (isTelling && isLongEnough(text)) this.#addForms(text, rule);
    }
  }

  /** Adds a picture, as the address that holds it. */
  addPicture(uri: string, rule: R): void {
    this.#pictures.set(pictureKey(uri), rule);
  }

  ruleOfPicture(uri: string): R | undefined {
    return this.#pictures.get(pictureKey(uri));
  }

  /** Adds what somebody has named: it is looked for whatever it is. */
  addNamed(text: string, rule: R): void {
    this.#addForms(text, rule, { isWord: false, isNamed: true });
  }

  /**
   * @param folded as `foldCharacters` leaves it
   * @param edges where a word ends although a letter follows, as at the end of a node
   */
  *find(folded: string, edges?: ReadonlySet<number>): Steps<readonly FoundText<R>[]> {
    const found: FoundText<R>[] = [];
    const isEdge = (index: number, beside: string | undefined) =>
      !WORD_CHARACTER.test(beside ?? '') || edges?.has(index) === true;
    const standsAlone = (from: number, to: number) =>
      isEdge(from, folded[from - 1]) && isEdge(to, folded[to]);
    for (const { keyed } of this.#byKey) yield* keyed.find(folded, standsAlone, found);
    return found;
  }

  /**
   * Numbers and ids in whatever groups they are written.
   *
   * @param folded as `foldCharacters` leaves it
   */
  *findIds(folded: string, edges?: ReadonlySet<number>): Steps<readonly FoundText<R>[]> {
    if (this.#ids.size === 0 || !/\d/.test(folded)) return [];
    const compact = compactText(folded);
    const found: FoundText<R>[] = [];
    const isEdge = (outside: number, inside: number) =>
      edges?.has(Math.max(outside, inside)) === true || !goesOn(folded, outside, inside);
    const standsAlone = (from: number, to: number) => {
      const place = compact.encoded({ from, to });
      return isEdge(place.from - 1, place.from) && isEdge(place.to, place.to - 1);
    };
    yield* this.#idsByKey.find(compact.text, standsAlone, found);
    return found.map((one) => ({ ...one, ...compact.encoded(one) }));
  }

  /** What is just this number, of whatever sign and however it is written. */
  ofNumber(number: number): SoughtText<R> | undefined {
    return this.#numbers.get(Math.abs(number));
  }

  #addForms(given: string, rule: R, traits: Traits = {}): void {
    for (const form of formsOf(given, traits.isNamed === true)) this.#add(form, rule, traits);
    for (const form of new Set([given, decodeText(given)])) {
      for (const id of idForms(form, traits.isNamed === true)) this.#addId(id, rule, traits);
    }
  }

  #add(text: string, rule: R, { isWord = isSingleWord(text), isNamed = false }: Traits): void {
    if (text === '' || this.#texts.has(text)) return;
    if (text.length > LONGEST) {
      for (const piece of piecesOf(text)) this.#add(piece, rule, { isNamed });
      return;
    }
    const sought = { text, isWord, isNamed, rule };
    this.#texts.set(text, sought);
    if (IS_NUMBER.test(text)) this.#numbers.set(Math.abs(Number(text)), sought);
    this.#byKey.find(({ length }) => text.length >= length)?.keyed.add(sought);
  }

  #addId(text: string, rule: R, { isNamed = false }: Traits): void {
    if (this.#ids.has(text)) return;
    const sought = { text, isWord: true, isNamed, rule };
    this.#ids.set(text, sought);
    this.#idsByKey.add(sought);
    if (IS_NUMBER.test(text)) this.#numbers.set(Math.abs(Number(text)), sought);
    // Without groups it is found within others as well, unless it is so short that it stands there by chance.
    if (text.length >= LONG_ID) this.#add(text, rule, { isNamed });
  }

  #skip(text: string): void {
    if (this.#skipped.has(text)) return;
    this.#skipped.add(text);
    this.skipped++;
  }
}

/** What is compared with texts: also as other cases, servers and addresses spell it. */
function formsOf(given: string, isNamed: boolean): ReadonlySet<string> {
  const text = foldedText(given);
  const forms = new Set([text, foldedText(decodeText(text)), foldedText(given.toUpperCase()), inHosts(text)]);
  if (isNamed && text.includes('ss')) forms.add(text.replaceAll('ss', 'ß'));
  if (isNamed && text.includes(' ')) for (const joint of JOINTS) forms.add(text.replaceAll(' ', joint));
  return new Set([...forms].flatMap((form) => [form.normalize('NFC'), form.normalize('NFD')]));
}

/** A name of a host, or what ends with one, as browsers ask for it; itself for all others. */
function inHosts(text: string): string {
  const [, local = '', host = ''] = /^([^\s/]*@)?([^\s/@:]+\.[^\s/@:]+)$/.exec(text) ?? [];
  const isForeign = /[^\0-\x7f]/.test(host) && URL.canParse(`https://${host}`);
  return isForeign ? local + new URL(`https://${host}`).hostname : text;
}

/** True when a number or a word goes on from one character to the one beside it. */
function goesOn(text: string, outside: number, inside: number): boolean {
  const [a, b] = [text[outside] ?? '', text[inside] ?? ''];
  if (/\d/.test(a) && /\d/.test(b)) return !isDialledAbroad(text, outside, inside);
  return LETTER.test(a) && LETTER.test(b);
}

/** `00` in front of a telephone number stands for its plus. */
function isDialledAbroad(text: string, outside: number, inside: number): boolean {
  return outside < inside && text.startsWith('00', outside - 1) && !/\d/.test(text[outside - 2] ?? '');
}

/** Pieces of the same length, each of them long enough to tell nothing else. */
function piecesOf(text: string): readonly string[] {
  const size = Math.ceil(text.length / Math.ceil(text.length / LONGEST));
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
    text.slice(i * size, (i + 1) * size).trim(),
  );
}

function isSingleWord(text: string): boolean {
  return IS_WORD.test(text) && !IDEOGRAPHIC.test(text);
}

function isLongEnough(text: string): boolean {
  return text.length >= (IDEOGRAPHIC.test(text) ? SHORTEST_IDEOGRAPHIC : SHORTEST);
}

function withoutPunctuation(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && !LETTER_OR_DIGIT.test(text[from] ?? '')) from++;
  while (to > from && !LETTER_OR_DIGIT.test(text[to - 1] ?? '')) to--;
  return text.slice(from, to);
}

/** Stands for a picture, of which there may be thousands: its length and two sums over all of it. */
function pictureKey(uri: string): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < uri.length; i++) {
    const code = uri.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b + code, 0x85ebca6b) ^ (b >>> 13);
  }
  return `${uri.length}:${a}:${b}`;
}
