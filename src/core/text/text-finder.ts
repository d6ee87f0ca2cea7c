import { textOfBase64 } from './base64.ts';
import { type DecodedText, layersOf, type TextRange, withJoinedDigits } from './decode-text.ts';
import { foldCharacters, type SoughtTexts } from './sought-texts.ts';

/**
 * What a text is to a page:
 * - `content`: for people or data
 * - `name`: of something, such as a class, which styles and scripts go by
 * - `style`: CSS, in which only quoted texts, addresses and comments are content
 * - `shape`: numbers of which drawings are made
 */
export type TextKind = 'content' | 'name' | 'style' | 'shape';

export interface TextHit<R> extends TextRange {
  readonly rule: R;
  /** What was found, without escapes. */
  readonly text: string;
}

/** A form of text that is to be removed wherever it stands. */
export interface TextPattern<R> {
  readonly rule: R;
  /** With the flags `d` and `g`. What is to be removed is the group named `value`, else the whole match. */
  readonly pattern: RegExp;
}

/** Shorter runs of letters and digits are no base64 worth looking into; longer ones are pictures. */
const BASE64 = /[A-Za-z0-9+/_-]{16,200000}={0,2}/g;
/** Addresses that hold bytes. */
const BINARY =
  /data:(?:image\/(?!svg)|font\/|video\/|audio\/|application\/(?:octet|font|x-font|wasm))[^,]{0,100};base64,[A-Za-z0-9+/=]*/g;
/** A word that any style sheet or name may be made of; so is a number of up to five digits. */
const ORDINARY = /^(?:[a-z]+|\d{1,5})$/;
const CONTENT_OF_STYLE = /\/\*[^]*?\*\/|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|url\((?:[^)"'\\]|\\[^])*\)/g;

/** Finds what is to be removed in texts, also where it is encoded. */
export class TextFinder<R> {
  readonly #sought: SoughtTexts<R>;
  readonly #patterns: readonly TextPattern<R>[];

  constructor(sought: SoughtTexts<R>, patterns: readonly TextPattern<R>[]) {
    this.#sought = sought;
    this.#patterns = patterns;
  }

  get hasPatterns(): boolean {
    return this.#patterns.length > 0;
  }

  /** False when there is nothing to be found in any text. */
  get isNeeded(): boolean {
    return this.#sought.size > 0 || this.#patterns.length > 0;
  }

  /** Matches of the patterns alone. */
  matches(text: string, kind: TextKind): readonly TextHit<R>[] {
    if (this.#patterns.length === 0 || text.length < 2) return [];
    return this.#throughLayers(text, kind, (layer) => this.#matchesIn(layer, kind));
  }

  /** Everything that is to be removed; what is found twice comes twice. */
  find(text: string, kind: TextKind): readonly TextHit<R>[] {
    if (!this.isNeeded || text.length < 2) return [];
    const hits = this.#throughLayers(text, kind, (layer) => {
      const sought = this.#soughtIn(layer, kind);
      return this.hasPatterns ? [...sought, ...this.#matchesIn(layer, kind)] : sought;
    });
    if (kind === 'content' && this.#sought.size > 0) hits.push(...this.#inBase64(text));
    if (text.includes('data:')) hits.push(...this.#pictures(text));
    return hits;
  }

  /** The same in steps. */
  // eslint-disable-next-line require-yield -- for now
  *search(text: string, kind: TextKind): Generator<null, readonly TextHit<R>[]> {
    return this.find(text, kind);
  }

  /**
   * The rule by which a number, or digits of it, are to be removed.
   *
   * @param shortest digits, unless they are all that it has
   */
  ruleOf(number: number, kind: TextKind, shortest: number): R | undefined {
    if (!this.isNeeded) return undefined;
    const same = this.#sought.ofNumber(number);
    if (same && (kind === 'content' || same.isNamed)) return same.rule;
    const text = String(number);
    const hit = this.find(text, kind).find(({ from, to }) => to - from >= Math.min(shortest, text.length));
    return hit?.rule;
  }

  #throughLayers(text: string, kind: TextKind, search: (layer: string) => readonly Found<R>[]): TextHit<R>[] {
    // In the bytes of a picture a short word stands by chance.
    const readable = text.includes('data:') ? text.replace(BINARY, (uri) => ' '.repeat(uri.length)) : text;
    const hits = [...search(readable)];
    for (const layer of layersOf(readable, kind === 'style'))
      hits.push(...encoded(layer, search(layer.text)));
    if (kind === 'content' && this.#sought.hasLongNumbers) {
      const joined = withJoinedDigits(readable);
      if (joined) hits.push(...encoded(joined, search(joined.text)));
    }
    return kind === 'style' ? withinContent(text, hits) : hits;
  }

  #matchesIn(layer: string, kind: TextKind): readonly Found<R>[] {
    if (kind === 'shape') return [];
    return this.#patterns.flatMap(({ rule, pattern }) =>
      Array.from(layer.matchAll(pattern), (match) => {
        const [from, to] = match.indices?.groups?.['value'] ?? match.indices?.[0] ?? [0, 0];
        return { from, to, rule, text: layer.slice(from, to), isOrdinary: true };
      }).filter(({ text }) => !/^[\s*]*$/.test(text)),
    );
  }

  #soughtIn(layer: string, kind: TextKind): readonly Found<R>[] {
    if (this.#sought.size === 0) return [];
    const places = this.#sought.find(foldCharacters(layer));
    if (places.length === 0) return [];
    const found = places.map(({ from, to, rule, isNamed }) => {
      const text = layer.slice(from, to);
      return { from, to, rule, text, isOrdinary: !isNamed && ORDINARY.test(text) };
    });
    return kind === 'name' || kind === 'shape' ? found.filter(({ isOrdinary }) => !isOrdinary) : found;
  }

  #pictures(text: string): readonly TextHit<R>[] {
    return Array.from(text.matchAll(BINARY)).flatMap(({ index, 0: uri }) => {
      const rule = this.#sought.ruleOfPicture(uri);
      return rule === undefined ? [] : [{ from: index, to: index + uri.length, rule, text: '' }];
    });
  }

  /** A text in which something is found is taken as a whole: of a part of it the rest could be told. */
  *#inBase64(text: string): Generator<TextHit<R>> {
    for (const { index, 0: run } of text.matchAll(BASE64)) {
      for (const part of run.includes('/') ? [run, ...run.split('/')] : [run]) {
        const decoded = textOfBase64(part);
        if (decoded === null) continue;
        const [hit] = this.find(decoded, 'content');
        const from = index + run.indexOf(part);
        if (hit) yield { ...hit, from, to: from + part.length };
      }
    }
  }
}

interface Found<R> extends TextHit<R> {
  /** True for what a style sheet may be made of: in one it is only found where that says something to people. */
  readonly isOrdinary: boolean;
}

function encoded<R>(layer: DecodedText, hits: readonly Found<R>[]): readonly Found<R>[] {
  return hits.map((hit) => ({ ...hit, ...layer.encoded(hit) }));
}

function withinContent<R>(css: string, hits: Found<R>[]): TextHit<R>[] {
  if (!hits.some(({ isOrdinary }) => isOrdinary)) return hits;
  const parts = Array.from(css.matchAll(CONTENT_OF_STYLE), ({ index, 0: part }) => ({
    from: index,
    to: index + part.length,
  }));
  return hits.filter(
    ({ isOrdinary, from, to }) => !isOrdinary || parts.some((part) => part.from <= from && to <= part.to),
  );
}
