import { USER_MARKS } from '../rrweb/user-marks.ts';
import { behind, endOfString } from '../text/css-ends.ts';
import { schemeAt } from './color-scheme.ts';
import type { Edit } from './edit.ts';
import { typeSelectorAt } from './input-types.ts';
import { linkSelectorAt, linkValueAt } from './link-addresses.ts';

/** Pseudo-classes that a replayed page has no state for, and the attributes that stand for it. */
const MARK_OF: ReadonlyMap<string, string> = new Map([
  ['hover', USER_MARKS.hover],
  ['active', USER_MARKS.active],
  ['focus', USER_MARKS.focus],
  ['focus-within', USER_MARKS.focusWithin],
  ['focus-visible', USER_MARKS.focusVisible],
  ['fullscreen', USER_MARKS.fullScreen],
  ['-webkit-full-screen', USER_MARKS.fullScreen],
  ['-moz-full-screen', USER_MARKS.fullScreen],
]);

/** Texts without any of these stay as they are: most do. */
const WANTED =
  /:(?:hover|active|focus|(?:-webkit-|-moz-)?full-?screen)|device-(?:width|height|aspect-ratio)|prefers-|-moz-box-orient|light\s+dark|dark\s+light|\[\s*(?:type|href)\s*[~|^$*]?=|\battr\(\s*href/i;

/** The screen of the viewer says nothing about that of the user; the recorded viewport does. */
const OF_DEVICE = /(?<=[\s(<>=]|m(?:in|ax)-)device-(?=(?:width|height|aspect-ratio)\b)/gi;

/** What the viewer prefers says nothing about the user, who is taken for one who has asked for nothing special. */
const PREFERENCE =
  /\(\s*prefers-(?:color-scheme\s*:\s*(?:dark|(light))|reduced-motion\s*(?::\s*(?:reduce|(no-preference))\s*)?)\s*\)/gi;
const ALWAYS = '(min-width:0)';
const NEVER = '(max-width:0)';

/** Firefox's name for what it takes from WebKit. */
const BOX_ORIENT = '-moz-box-orient';

/** Pseudo-elements that are also written with one colon. */
const OLD_PSEUDO_ELEMENTS: ReadonlySet<string> = new Set(['before', 'after', 'first-line', 'first-letter']);

/** Behind a pseudo-element only pseudo-classes may stand: an attribute would make the whole rule invalid. */
const AFTER_PSEUDO_ELEMENT = 1;
/** A shadow host has no attributes for the rules of its own shadow root, but by `:host()`. */
const OF_HOST = 2;

/** Kinds of characters; of those beyond ASCII all can stand in a name. */
const [IN_NAME, SPACE, SIGN] = [1, 2, 3];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[-\w]/.test(character)) return IN_NAME;
  if (/\s/.test(character)) return SPACE;
  return /["'\\/:;()[\]{},>+~]/.test(character) ? SIGN : 0;
});

interface Bracket {
  readonly closer: string;
  /** In it stand the names of a part. */
  readonly isPart: boolean;
  /** What is known of the compound selector that it stands in, and of all around it. */
  readonly compound: number;
  readonly base: number;
}

/**
 * Goes through a sheet once, the way a browser cuts it into rules, so that what a browser keeps of a sheet with errors
 * is what is adapted. Only what stands before a block can be a selector.
 */
export function findEdits(css: string): readonly Edit[] {
  return WANTED.test(css) ? new Scanner(css).scan() : [];
}

/** Pieces of a list of media queries that ask for the viewer's screen, or for what the viewer prefers. */
export function findMediaEdits(media: string): readonly Edit[] {
  const screens = [...media.matchAll(OF_DEVICE)].map(({ index }) => ({
    at: index,
    length: 'device-'.length,
    text: '',
  }));
  const preferences = [...media.matchAll(PREFERENCE)].map(({ 0: query, 1: light, 2: any, index }) => ({
    at: index,
    length: query.length,
    text: (light ?? any) === undefined ? NEVER : ALWAYS,
  }));
  return [...screens, ...preferences].sort((a, b) => a.at - b.at);
}

class Scanner {
  readonly #css: string;
  readonly #edits: Edit[] = [];
  readonly #brackets: Bracket[] = [];
  /** Edits of what may be a selector, or a declaration: its end tells. */
  #pending: Edit[] = [];
  #isStart = true;
  #start = 0;
  /** Name of the at-rule that is being read; empty for a selector or a declaration. */
  #atRule = '';
  /** What is known of the compound selector that is being read, and of all in its brackets. */
  #compound = 0;
  #base = 0;
  /** Where the names of the part end that the compound selector is about; null when it is about none. */
  #partEnd: number | null = null;

  constructor(css: string) {
    this.#css = css;
  }

  scan(): readonly Edit[] {
    const css = this.#css;
    for (let at = 0; at < css.length;) {
      const kind = KINDS[css.charCodeAt(at)];
      if (kind === SPACE) {
        this.#compound = this.#base;
        at++;
      } else if (kind === SIGN) {
        at = this.#take(at, css.charAt(at));
      } else {
        at = this.#isStart ? this.#enter(at) : at + 1;
      }
    }
    return this.#edits.sort((a, b) => a.at - b.at);
  }

  /** Returns where to go on. */
  #take(at: number, sign: string): number {
    const css = this.#css;
    if (sign === '/' && css.charAt(at + 1) === '*') return behind(css.indexOf('*/', at + 2), 2, css);
    if (this.#isStart) this.#enter(at);
    switch (sign) {
      case '"':
      case "'":
        return endOfString(css, at + 1, sign);
      case '\\':
        return at + 2;
      case ':':
        return this.#takePseudo(at);
      case '(':
        if (isAddress(css, at)) return endOfAddress(css, at);
        this.#keepEdit(linkValueAt(css, at));
        return this.#open(at, ')', this.#compound);
      case '[': {
        const selector = typeSelectorAt(css, at) ?? linkSelectorAt(css, at);
        if (selector) this.#pending.push(selector);
        return this.#open(at, ']', this.#compound);
      }
      case '{':
        this.#keep(at);
        this.#open(at, '}', 0);
        return this.#begin(at);
      case ')':
        if (this.#brackets.at(-1)?.isPart) this.#partEnd = at;
        return this.#close(at, sign);
      case ']':
        return this.#close(at, sign);
      case '}':
        this.#close(at, sign);
        return this.#begin(at);
      case ';':
        if (this.#isInParens) return at + 1;
        if (this.#atRule === 'import') this.#keepQueries(at);
        return this.#begin(at);
    }
    // A comma or a combinator.
    this.#compound = this.#base;
    return at + 1;
  }

  /** The first character of a rule or a declaration. */
  #enter(at: number): number {
    const css = this.#css;
    this.#isStart = false;
    this.#start = at;
    if (css.charAt(at) === '@') {
      const end = endOfName(css, at + 1);
      this.#atRule = css.slice(at + 1, end).toLowerCase();
      return end;
    }
    if (
      css.startsWith(BOX_ORIENT, at) &&
      css
        .slice(at + BOX_ORIENT.length, at + 40)
        .trimStart()
        .startsWith(':')
    )
      this.#edits.push({ at, length: '-moz'.length, text: '-webkit' });
    this.#keepEdit(schemeAt(css, at));
    return at + 1;
  }

  #takePseudo(at: number): number {
    const css = this.#css;
    const isDouble = css.charAt(at + 1) === ':';
    const from = at + (isDouble ? 2 : 1);
    const end = endOfName(css, from);
    if (end === from) return end;
    const name = css.slice(from, end).toLowerCase();
    const isFunction = css.charAt(end) === '(';
    const isHost = name === 'host' || name === 'host-context';
    if (isDouble || OLD_PSEUDO_ELEMENTS.has(name)) {
      this.#compound |= AFTER_PSEUDO_ELEMENT;
      this.#partEnd = null;
      if (name === 'part' && isFunction) return this.#open(end, ')', 0, true);
    }
    if (isHost) this.#compound |= OF_HOST;
    // What stands in these brackets is about another element.
    if (isFunction && (isHost || name === 'slotted')) return this.#open(end, ')', 0);
    const mark = isDouble || isFunction ? undefined : MARK_OF.get(name);
    if (mark === undefined) return end;
    if (this.#compound & AFTER_PSEUDO_ELEMENT) {
      if (this.#partEnd === null || this.#isInParens) return end;
      // The view gives what is marked the part of that name.
      this.#pending.push(
        { at: this.#partEnd, length: 0, text: ` ${mark}` },
        { at, length: end - at, text: '' },
      );
      return end;
    }
    const isOfHost = this.#compound & OF_HOST;
    const text = isOfHost ? `:host(:where([${mark}]))` : `[${mark}]`;
    this.#pending.push({ at, length: end - at, text });
    return end;
  }

  #open(at: number, closer: string, base: number, isPart = false): number {
    this.#brackets.push({ closer, isPart, compound: this.#compound, base: this.#base });
    this.#compound = this.#base = base;
    return at + 1;
  }

  /** A bracket that was not opened closes nothing. */
  #close(at: number, closer: string): number {
    const bracket = this.#brackets.at(-1);
    if (bracket?.closer === closer) {
      this.#brackets.pop();
      this.#compound = bracket.compound;
      this.#base = bracket.base;
    }
    return at + 1;
  }

  get #isInParens(): boolean {
    const bracket = this.#brackets.at(-1);
    return bracket !== undefined && bracket.closer !== '}';
  }

  #keepEdit(edit: Edit | null): void {
    if (edit) this.#edits.push(edit);
  }

  /** Behind this begins the next rule or declaration. */
  #begin(at: number): number {
    this.#pending = [];
    this.#isStart = true;
    this.#atRule = '';
    return at + 1;
  }

  /** What was read stands before a block. */
  #keep(at: number): void {
    if (this.#atRule === 'media') this.#keepQueries(at);
    else if (this.#atRule === '' || this.#atRule === 'scope')
      // One by one: a call takes only so many arguments.
      for (const edit of this.#pending) this.#edits.push(edit);
  }

  #keepQueries(end: number): void {
    const queries = this.#css.slice(this.#start, end);
    for (const edit of findMediaEdits(queries)) this.#edits.push({ ...edit, at: this.#start + edit.at });
  }
}

function endOfName(css: string, from: number): number {
  let at = from;
  while (at < css.length && (KINDS[css.charCodeAt(at)] ?? IN_NAME) === IN_NAME) at++;
  return at;
}

/** True for the bracket of a `url(` without quotes, in which nothing but its end means anything. */
function isAddress(css: string, at: number): boolean {
  const isUrl = /(?:^|[^-\w])url$/i.test(css.slice(Math.max(0, at - 4), at));
  return isUrl && !/^\s*["']/.test(css.slice(at + 1, at + 40));
}

function endOfAddress(css: string, from: number): number {
  let end = css.indexOf(')', from);
  while (end > 0 && css.charAt(end - 1) === '\\') end = css.indexOf(')', end + 1);
  return behind(end, 1, css);
}
