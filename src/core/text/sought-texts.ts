import { decodeText } from './decode-text.ts';
import { TextTree } from './text-tree.ts';

/**
 * Shorter ones stand everywhere by chance. Chinese, Japanese and Korean say in two characters what others say in
 * four.
 */
export const SHORTEST = 4;
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
const SEVERAL_WORDS = /\p{L}{2}[-_. ]\p{L}{2}/u;
const IS_LONG_NUMBER = /^\d{8,}$/;
/** Digits behind zeros are no number that data would have as one. */
const IS_NUMBER = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;
/** Within a longer text: what tells somebody from others even alone, such as an address or a number. */
const TELLING = /[^\s"'()<>[\]{},;]*[\d@][^\s"'()<>[\]{},;]*/g;
const SHORTEST_TELLING = 5;

/** A text that is looked for everywhere, and the rule by which it was removed where it was found. */
export interface SoughtText<R> {
  readonly text: string;
  readonly isWord: boolean;
  /** True when somebody has named it: it is looked for in names and styles too, however common. */
  readonly isNamed: boolean;
  readonly rule: R;
}

export interface FoundText<R> {
  readonly from: number;
  readonly to: number;
  readonly isNamed: boolean;
  readonly rule: R;
}

/** Of each text so many characters are its key; texts that are shorter have a shorter one. */
const KEY_LENGTHS = [4, 2] as const;

/** All texts that must not be left anywhere, and where they are in a text, in time of that text's length. */
export class SoughtTexts<R> {
  /** Texts that were too short or too common to be looked for. */
  skipped = 0;
  /** True when numbers have to be looked for in groups of digits as well. */
  hasLongNumbers = false;
  readonly #texts = new Map<string, SoughtText<R>>();
  /** Those that are numbers, without their sign. */
  readonly #numbers = new Map<number, SoughtText<R>>();
  readonly #pictures = new Map<string, R>();
  readonly #skipped = new Set<string>();
  readonly #byKey = KEY_LENGTHS.map((length) => new KeyedTexts<R>(length));

  get size(): number {
    return this.#texts.size + this.#pictures.size;
  }

  /** Adds what stood in a place that was hidden: its lines as they are, and what is telling in them. */
  addContent(content: string, rule: R): void {
    for (const line of content.split(/[\n\r]+/)) {
      if (/^[\s*]*$/.test(line)) continue;
      const text = foldedText(line);
      if (isLongEnough(text) && !COMMON.has(text)) this.#addForms(text, rule);
      else this.#skip(text);
      for (const [part] of line.matchAll(TELLING)) {
        const telling = foldedText(part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
        if (telling.length >= SHORTEST_TELLING && telling !== text) this.#addForms(telling, rule);
      }
    }
  }

  /** Adds what was typed into a field as a whole: of three characters it is only found where it stands by itself. */
  addTyped(typed: string, rule: R): void {
    const text = foldedText(typed);
    if (text.length === SHORTEST - 1 && !COMMON.has(text)) this.#addForms(text, rule, { isWord: true });
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
      if (!/;base64,/i.test(address.slice(0, 100))) this.#addForms(foldedText(address), rule);
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
    this.#addForms(foldedText(text), rule, { isWord: false, isNamed: true });
  }

  /** @param folded as `foldCharacters` leaves it */
  find(folded: string): readonly FoundText<R>[] {
    const found: FoundText<R>[] = [];
    for (const keyed of this.#byKey) keyed.find(folded, found);
    return found;
  }

  /** What is just this number, of whatever sign and however it is written. */
  ofNumber(number: number): SoughtText<R> | undefined {
    return this.#numbers.get(Math.abs(number));
  }

  #addForms(text: string, rule: R, traits: Traits = {}): void {
    const forms = new Set([text, foldedText(decodeText(text)), text.normalize('NFC'), text.normalize('NFD')]);
    // Numbers of cards and telephones are written in groups here and without there.
    if (/^\+?\d(?:[ ./()-]{0,2}\d){7,}$/.test(text)) forms.add(text.replace(/\D/g, ''));
    for (const form of forms) this.#add(form, rule, traits);
  }

  #add(text: string, rule: R, { isWord = isSingleWord(text), isNamed = false }: Traits): void {
    if (text === '' || this.#texts.has(text)) return;
    this.hasLongNumbers ||= IS_LONG_NUMBER.test(text);
    const sought = { text, isWord, isNamed, rule };
    this.#texts.set(text, sought);
    if (IS_NUMBER.test(text)) this.#numbers.set(Math.abs(Number(text)), sought);
    this.#byKey.find(({ length }) => text.length >= length)?.add(sought);
  }

  #skip(text: string): void {
    if (this.#skipped.has(text)) return;
    this.#skipped.add(text);
    this.skipped++;
  }
}

/** Texts by their first characters. */
class KeyedTexts<R> {
  /** Characters of a key: four or two. */
  readonly length: number;
  /** One byte for each hash of a key: most places in a text are done with after a look into it. */
  readonly #known = new Uint8Array(1 << 16);
  readonly #byHash = new Map<number, TextTree<SoughtText<R>>>();

  constructor(length: number) {
    this.length = length;
  }

  add(sought: SoughtText<R>): void {
    let hash = 0;
    for (let i = 0; i < this.length; i++) hash = this.#next(hash, sought.text.charCodeAt(i));
    const texts = this.#byHash.get(hash) ?? new TextTree();
    texts.set(sought.text, sought);
    this.#byHash.set(hash, texts);
    this.#known[hash] = 1;
  }

  find(text: string, found: FoundText<R>[]): void {
    if (this.#byHash.size === 0) return;
    let hash = 0;
    for (let end = 0; end < text.length; end++) {
      hash = this.#next(hash, text.charCodeAt(end));
      if (this.#known[hash] === 1) this.#findAt(text, end + 1 - this.length, hash, found);
    }
  }

  #findAt(text: string, from: number, hash: number, found: FoundText<R>[]): void {
    // Before a whole key has been read.
    if (from < 0) return;
    for (const sought of this.#byHash.get(hash)?.at(text, from) ?? []) {
      const to = from + sought.text.length;
      if (!sought.isWord || standsAlone(text, from, to))
        found.push({ from, to, isNamed: sought.isNamed, rule: sought.rule });
    }
  }

  /** The hash one character further on: that of one further back than a key's length is shifted out. */
  #next(hash: number, code: number): number {
    return ((hash << (16 / this.length)) ^ code) & 0xffff;
  }
}

interface Traits {
  readonly isWord?: boolean;
  readonly isNamed?: boolean;
}

function isSingleWord(text: string): boolean {
  return IS_WORD.test(text) && !IDEOGRAPHIC.test(text);
}

function standsAlone(text: string, from: number, to: number): boolean {
  return !WORD_CHARACTER.test(text[from - 1] ?? '') && !WORD_CHARACTER.test(text[to] ?? '');
}

function isLongEnough(text: string): boolean {
  return text.length >= (IDEOGRAPHIC.test(text) ? SHORTEST_IDEOGRAPHIC : SHORTEST);
}

/** For comparing: lower case, one kind of space, which in queries is a plus; every character stays where it is. */
export function foldCharacters(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : Array.from(text, lowerOrSame).join('');
  return /[^\S ]|\+/.test(folded) ? folded.replace(/[\s+]/g, ' ') : folded;
}

function lowerOrSame(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

function foldedText(text: string): string {
  const visible = text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  return foldCharacters(visible).replace(/ {2,}/g, ' ').trim();
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
