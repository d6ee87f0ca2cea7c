import { firstIndex } from '../first-index.ts';
import { textsInBase64 } from './base64-texts.ts';
import { type DecodedText, decodeText, layersOf, type TextRange } from './decode-text.ts';
import { foldCharacters } from './fold.ts';
import { isBytes } from './picture-bytes.ts';
import type { SoughtTexts } from './sought-texts.ts';
import { allOf, type Steps } from './steps.ts';
import { contentOfStyle } from './style-content.ts';

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
  /** What is to be removed of a text without escapes. */
  readonly find: (text: string) => Iterable<TextRange>;
}

/** Runs that may be base64, over the ends of the lines that it is wrapped in. */
const BASE64 =
  /[A-Za-z0-9+/_-]{6,}(?:(?:[ \t]{0,8}\r?\n){1,3}[ \t]{0,8}[A-Za-z0-9+/_-]+|\t[A-Za-z0-9+/_-]+)*={0,2}/g;
/** Addresses that hold bytes, whose base64 is the group. */
const BINARY =
  /data:(?:image\/(?!svg)|font\/|video\/|audio\/|application\/(?:font|x-font|wasm))[^,]{0,100};base64,([A-Za-z0-9+/=]*)/g;
/** A word that any style sheet or name may be made of; so is a number of up to five digits. */
const ORDINARY = /^(?:[a-z]+|\d{1,5})$/;
/** Base64 within base64 gets shorter; only what is made to grow takes more work than this. */
const WORK_FOR_CHARACTER = 24;
const WORK_AT_LEAST = 4096;
/** Characters; shorter runs are words, which come again and again. */
const SHORT_RUN = 100;
const MOST_RUNS_KNOWN = 20_000;
/** Runs of base64 that are looked into in one step. */
const RUNS_IN_STEP = 500;
const MATCHES_IN_STEP = 1000;
/** Characters; going through so many for one pattern is a step. */
const LONG = 1 << 16;

interface Found<R> extends TextHit<R> {
  /** True for what a style sheet may be made of: in one it is only found where that says something to people. */
  readonly isOrdinary: boolean;
}

/** What is left to be done for a text, and what was found in runs of base64 that come again in its layers. */
interface Work<R> {
  left: number;
  readonly runs: Map<string, readonly TextHit<R>[]>;
}

interface Wanted {
  readonly sought: boolean;
  readonly patterns: boolean;
}

const EVERYTHING: Wanted = { sought: true, patterns: true };
const PATTERNS: Wanted = { sought: false, patterns: true };
const SOUGHT: Wanted = { sought: true, patterns: false };

/** Finds what is to be removed in texts, also where it is encoded. */
export class TextFinder<R> {
  readonly #sought: SoughtTexts<R>;
  readonly #patterns: readonly TextPattern<R>[];
  /** What was found in short runs of base64, by what was looked for. */
  readonly #known = new Map<Wanted, Map<string, readonly TextHit<R>[]>>();
  /** How much was looked for then. */
  #knownFor = 0;

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
    return allOf(this.searchMatches(text, kind));
  }

  /** The same in steps. */
  *searchMatches(text: string, kind: TextKind): Steps<readonly TextHit<R>[]> {
    return this.hasPatterns && text.length > 1 ? yield* this.#within(text, kind, PATTERNS) : [];
  }

  /** Everything that is to be removed; what is found twice comes twice. */
  find(text: string, kind: TextKind): readonly TextHit<R>[] {
    return allOf(this.search(text, kind));
  }

  /** The same in steps. */
  *search(text: string, kind: TextKind): Steps<readonly TextHit<R>[]> {
    if (!this.isNeeded || text.length < 2) return [];
    const hits = yield* this.#within(text, kind, EVERYTHING);
    return text.includes('data:') ? [...hits, ...this.#pictures(text)] : hits;
  }

  /**
   * What is to be removed of a text that is put together from several.
   *
   * @param edges where they begin and end
   * @param wantsPatterns true when those who read it take it for one
   */
  *searchAcross(
    text: string,
    edges: ReadonlySet<number>,
    wantsPatterns: boolean,
  ): Steps<readonly TextHit<R>[]> {
    const sought = yield* this.#soughtIn(text, 'content', edges);
    return wantsPatterns ? [...sought, ...(yield* this.#matchesIn(text, 'content'))] : sought;
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

  *#within(text: string, kind: TextKind, wanted: Wanted): Steps<readonly TextHit<R>[]> {
    const work = { left: text.length * WORK_FOR_CHARACTER + WORK_AT_LEAST, runs: new Map() };
    const hits = yield* this.#throughLayers(text, kind, wanted, work);
    return kind === 'style' ? withinContent(text, hits) : hits;
  }

  *#throughLayers(text: string, kind: TextKind, wanted: Wanted, work: Work<R>): Steps<readonly Found<R>[]> {
    // In the bytes of a picture a short word stands by chance.
    const readable = text.includes('data:') ? text.replace(BINARY, withoutBytes) : text;
    let hits = yield* this.#inLayer(readable, kind, wanted, work);
    for (const layer of layersOf(readable, kind === 'style')) {
      yield null;
      if (!layer) continue;
      const found = layer.isJoined
        ? wanted.sought
          ? yield* this.#soughtIn(layer.text, kind)
          : []
        : yield* this.#inLayer(layer.text, kind, wanted, work);
      hits = hits.concat(encoded(layer, found));
    }
    return hits;
  }

  *#inLayer(layer: string, kind: TextKind, wanted: Wanted, work: Work<R>): Steps<readonly Found<R>[]> {
    const sought = wanted.sought ? yield* this.#soughtIn(layer, kind) : [];
    const matches = wanted.patterns ? yield* this.#matchesIn(layer, kind) : [];
    const inside = kind === 'shape' ? [] : yield* this.#inBase64(layer, wanted, work);
    return [...sought, ...matches, ...inside];
  }

  *#matchesIn(layer: string, kind: TextKind): Steps<readonly Found<R>[]> {
    const found: Found<R>[] = [];
    if (kind === 'shape') return found;
    let count = 0;
    for (const { rule, find } of this.#patterns) {
      for (const { from, to } of find(layer)) {
        if (++count % MATCHES_IN_STEP === 0) yield null;
        const text = layer.slice(from, to);
        if (!/^[\s*]*$/.test(text)) found.push({ from, to, rule, text, isOrdinary: true });
      }
      if (layer.length > LONG) yield null;
    }
    return found;
  }

  *#soughtIn(layer: string, kind: TextKind, edges?: ReadonlySet<number>): Steps<readonly Found<R>[]> {
    if (this.#sought.size === 0) return [];
    const folded = foldCharacters(layer);
    const places = yield* this.#sought.find(folded, edges);
    const ids = kind === 'shape' ? [] : yield* this.#sought.findIds(folded, edges);
    if (places.length === 0 && ids.length === 0) return [];
    const found = [...places, ...ids].map(({ from, to, rule, isNamed }) => {
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

  *#inBase64(layer: string, wanted: Wanted, work: Work<R>): Steps<readonly Found<R>[]> {
    const found: Found<R>[] = [];
    let count = 0;
    for (const { index, 0: run } of layer.matchAll(BASE64)) {
      if (++count % RUNS_IN_STEP === 0) yield null;
      const known = run.length > SHORT_RUN ? work.runs : this.#knownRuns(wanted);
      const hits = known.get(run) ?? (yield* this.#inRun(run, wanted, work));
      if (work.left >= 0) known.set(run, hits);
      for (const hit of hits)
        found.push({ ...hit, from: index + hit.from, to: index + hit.to, isOrdinary: true });
    }
    return found;
  }

  #knownRuns(wanted: Wanted): Map<string, readonly TextHit<R>[]> {
    const { size } = this.#sought;
    if (size !== this.#knownFor) for (const one of [EVERYTHING, SOUGHT]) this.#known.delete(one);
    this.#knownFor = size;
    const known = this.#known.get(wanted);
    if (known && known.size < MOST_RUNS_KNOWN) return known;
    const own = new Map<string, readonly TextHit<R>[]>();
    this.#known.set(wanted, own);
    return own;
  }

  /** A text in which something is found is taken as a whole: of a part of it the rest could be told. */
  *#inRun(run: string, wanted: Wanted, work: Work<R>): Steps<readonly TextHit<R>[]> {
    const found: TextHit<R>[] = [];
    for (const { text, isSure, from, to } of textsInBase64(run)) {
      work.left -= text.length;
      // What grows as it is decoded was made so that nobody can look into it.
      const rule = work.left < 0 ? this.#anyRule : undefined;
      if (rule !== undefined) return [...found, { from: 0, to: run.length, rule, text: '' }];
      const inside = isSure ? wanted : wanted.sought ? SOUGHT : null;
      const hits = inside ? yield* this.#throughLayers(text, 'content', inside, work) : [];
      for (const hit of hits) found.push({ rule: hit.rule, text: hit.text, from, to });
    }
    return found;
  }

  get #anyRule(): R | undefined {
    return this.#sought.anyRule ?? this.#patterns[0]?.rule;
  }
}

/** Whoever says that it is a picture may have written a text. */
function withoutBytes(uri: string, base64: string): string {
  return isBytes(base64) ? ' '.repeat(uri.length) : uri;
}

function encoded<R>(layer: DecodedText, hits: readonly Found<R>[]): readonly Found<R>[] {
  return hits.map((hit) => ({ ...hit, ...layer.encoded(hit) }));
}

/** What reaches out of where it began ends there. */
function withinContent<R>(css: string, hits: readonly Found<R>[]): readonly TextHit<R>[] {
  if (!hits.some(({ isOrdinary }) => isOrdinary)) return hits;
  const parts = contentOfStyle(css);
  return hits.flatMap((hit) => {
    if (!hit.isOrdinary) return hit;
    const part = parts[firstIndex(parts.length, (i) => (parts[i]?.to ?? 0) > hit.from)];
    if (!part || part.from > hit.from) return [];
    if (hit.to <= part.to) return hit;
    const to = part.to - 1;
    return { ...hit, to, text: decodeText(css.slice(hit.from, to)) };
  });
}
