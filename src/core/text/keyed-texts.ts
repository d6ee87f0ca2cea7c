import { firstIndex } from '../first-index.ts';

/** A text that is looked for everywhere, and the rule by which it was removed where it was found. */
export interface SoughtText<R> {
  readonly text: string;
  /** True when it only counts where it stands by itself: `anna` is no part of `savannah`. */
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

/** True when something may begin at `from` and end at `to`. */
export type StandsAlone = (from: number, to: number) => boolean;

/** Of those that begin at the same place so many are told, the longest first. */
const MOST_AT_ONE_PLACE = 4;

/**
 * Texts by their first characters, each of which there is one hash of: most places in a text are done with after a
 * look into a table, and all others after a look into a sorted list.
 */
export class KeyedTexts<R> {
  readonly #length: number;
  /** One byte for each hash of a key. */
  readonly #known = new Uint8Array(1 << 16);
  readonly #byHash = new Map<number, SortedTexts<R>>();

  /** @param length characters of a key: four or two */
  constructor(length: number) {
    this.#length = length;
  }

  add(sought: SoughtText<R>): void {
    let hash = 0;
    for (let i = 0; i < this.#length; i++) hash = this.#next(hash, sought.text.charCodeAt(i));
    const texts = this.#byHash.get(hash) ?? new SortedTexts<R>();
    this.#byHash.set(hash, texts);
    texts.add(sought);
    this.#known[hash] = 1;
  }

  find(text: string, standsAlone: StandsAlone, found: FoundText<R>[]): void {
    if (this.#byHash.size === 0) return;
    let hash = 0;
    for (let end = 0; end < text.length; end++) {
      hash = this.#next(hash, text.charCodeAt(end));
      // Before a whole key has been read there is nothing to look for.
      const from = end + 1 - this.#length;
      if (this.#known[hash] === 1 && from >= 0)
        this.#byHash.get(hash)?.findAt(text, from, standsAlone, found);
    }
  }

  /** The hash one character further on: that of one further back than a key's length is shifted out. */
  #next(hash: number, code: number): number {
    return ((hash << (16 / this.#length)) ^ code) & 0xffff;
  }
}

interface Entry<R> extends SoughtText<R> {
  /** The longest other one that it begins with. */
  readonly shorter: Entry<R> | null;
}

class SortedTexts<R> {
  readonly #texts: SoughtText<R>[] = [];
  #entries: readonly Entry<R>[] = [];
  #longest = 0;

  add(sought: SoughtText<R>): void {
    this.#texts.push(sought);
    this.#longest = Math.max(this.#longest, sought.text.length);
  }

  findAt(text: string, from: number, standsAlone: StandsAlone, found: FoundText<R>[]): void {
    if (this.#entries.length < this.#texts.length) this.#entries = sorted(this.#texts);
    const entries = this.#entries;
    const here = text.slice(from, from + this.#longest);
    // All that this place begins with, the last one before it in the alphabet begins with or is.
    let entry = entries[firstIndex(entries.length, (i) => (entries[i]?.text ?? '') > here) - 1] ?? null;
    const shared = entry ? sharedLength(entry.text, here) : 0;
    for (let count = 0; entry && count < MOST_AT_ONE_PLACE; entry = entry.shorter) {
      const to = from + entry.text.length;
      if (entry.text.length > shared || (entry.isWord && !standsAlone(from, to))) continue;
      found.push({ from, to, isNamed: entry.isNamed, rule: entry.rule });
      count++;
    }
  }
}

function sorted<R>(texts: readonly SoughtText<R>[]): readonly Entry<R>[] {
  let shorter: Entry<R> | null = null;
  return [...texts]
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map((sought) => {
      while (shorter && !sought.text.startsWith(shorter.text)) shorter = shorter.shorter;
      shorter = { ...sought, shorter };
      return shorter;
    });
}

/** How many characters two texts have in common at their beginning. */
export function sharedLength(a: string, b: string): number {
  if (b.startsWith(a)) return a.length;
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
