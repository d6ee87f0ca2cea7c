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
  *matches(text: string, kind: TextKind): Generator<TextHit<R>> {
    if (this.#patterns.length === 0 || kind === 'shape' || text.length < 2) return;
    const hits = [...this.#throughLayers(text, kind, (layer) => this.#matchesIn(layer))];
    yield* kind === 'style' ? withinContent(text, hits) : hits;
  }

  /** Everything that is to be removed; what is found twice comes twice. */
  *find(text: string, kind: TextKind): Generator<TextHit<R>> {
    yield* this.matches(text, kind);
    if (this.#sought.size === 0 || text.length < 2) return;
    const hits = [...this.#throughLayers(text, kind, (layer) => this.#soughtIn(layer))];
    const isOrdinary = ({ text: found }: TextHit<R>) => kind !== 'content' && ORDINARY.test(found);
    yield* hits.filter((hit) => !isOrdinary(hit));
    if (kind === 'style') yield* withinContent(text, hits.filter(isOrdinary));
    if (kind === 'content') yield* this.#inBase64(text);
    yield* this.#pictures(text);
  }

  /** The rule by which a number was removed elsewhere. */
  ruleOf(number: number): R | undefined {
    return this.#sought.ruleOf(String(number));
  }

  *#throughLayers(
    text: string,
    kind: TextKind,
    search: (layer: string) => Iterable<TextHit<R>>,
  ): Generator<TextHit<R>> {
    const binary = binaryIn(text);
    const [only] = binary;
    if (only?.from === 0 && only.to === text.length) return;
    // In the base64 of a picture a short word stands by chance.
    const isText = ({ from, to }: TextRange) => binary.every((part) => to <= part.from || part.to <= from);
    for (const hit of search(text)) if (isText(hit)) yield hit;
    for (const layer of layersOf(text, kind === 'style')) {
      for (const hit of encoded(layer, search(layer.text))) if (isText(hit)) yield hit;
    }
    if (!this.#sought.hasLongNumbers || kind !== 'content') return;
    const joined = withJoinedDigits(text);
    if (joined) yield* encoded(joined, search(joined.text));
  }

  *#matchesIn(layer: string): Generator<TextHit<R>> {
    for (const { rule, pattern } of this.#patterns) {
      for (const match of layer.matchAll(pattern)) {
        const [from, to] = match.indices?.groups?.['value'] ?? match.indices?.[0] ?? [0, 0];
        const value = layer.slice(from, to);
        if (!/^[\s*]*$/.test(value)) yield { from, to, rule, text: value };
      }
    }
  }

  *#pictures(text: string): Generator<TextHit<R>> {
    for (const { from, to } of binaryIn(text)) {
      const rule = this.#sought.ruleOfPicture(text.slice(from, to));
      if (rule !== undefined) yield { from, to, rule, text: '' };
    }
  }

  *#soughtIn(layer: string): Generator<TextHit<R>> {
    for (const { from, to, rule } of this.#sought.find(foldCharacters(layer))) {
      yield { from, to, rule, text: layer.slice(from, to) };
    }
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

function binaryIn(text: string): readonly TextRange[] {
  if (!text.includes('data:')) return [];
  return [...text.matchAll(BINARY)].map(({ index, 0: uri }) => ({ from: index, to: index + uri.length }));
}

function* encoded<R>(layer: DecodedText, hits: Iterable<TextHit<R>>): Generator<TextHit<R>> {
  for (const hit of hits) yield { ...hit, ...layer.encoded(hit) };
}

function withinContent<R>(css: string, hits: readonly TextHit<R>[]): readonly TextHit<R>[] {
  if (hits.length === 0) return hits;
  const parts = [...css.matchAll(CONTENT_OF_STYLE)].map(({ index, 0: part }) => ({
    from: index,
    to: index + part.length,
  }));
  return hits.filter(({ from, to }) => parts.some((part) => part.from <= from && to <= part.to));
}

/** Null for what is no text in base64. */
function textOfBase64(run: string): string | null {
  if (run.length < 16) return null;
  try {
    const bytes = Uint8Array.from(atob(run.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Asterisks for what was found, as the recorder masks text: one for each character but spaces. */
export function starsInstead(text: string, ranges: Iterable<TextRange>): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue;
    masked += text.slice(at, Math.max(at, from)) + starsFor(text.slice(Math.max(at, from), to));
    at = to;
  }
  return masked + text.slice(at);
}

/** Source: PostHog/posthog-js: packages/rrweb/rrweb-snapshot/src/utils.ts */
export function starsFor(text: string): string {
  return text.replace(/\S/g, '*');
}
