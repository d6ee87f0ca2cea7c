import type { Steps } from './steps.ts';
import { TextTree } from './text-tree.ts';

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
/** Characters that are gone through in one step. */
const IN_STEP = 1 << 14;

/**
 * Texts by their first characters, each of which there is one hash of: most places in a text are done with after a
 * look into a table.
 */
export class KeyedTexts<R> {
  readonly #length: number;
  /** One byte for each hash of a key. */
  readonly #known = new Uint8Array(1 << 16);
  readonly #byHash = new Map<number, TextTree<SoughtText<R>>>();

  /** @param length characters of a key: four or two */
  constructor(length: number) {
    this.#length = length;
  }

  add(sought: SoughtText<R>): void {
    let hash = 0;
    for (let i = 0; i < this.#length; i++) hash = this.#next(hash, sought.text.charCodeAt(i));
    const texts = this.#byHash.get(hash) ?? new TextTree<SoughtText<R>>();
    this.#byHash.set(hash, texts);
    texts.set(sought.text, sought);
    this.#known[hash] = 1;
  }

  *find(text: string, standsAlone: StandsAlone, found: FoundText<R>[]): Steps<void> {
    if (this.#byHash.size === 0) return;
    let hash = 0;
    for (let end = 0; end < text.length; end++) {
      hash = this.#next(hash, text.charCodeAt(end));
      // Before a whole key has been read there is nothing to look for.
      const from = end + 1 - this.#length;
      if (this.#known[hash] === 1 && from >= 0) this.#findAt(text, from, hash, standsAlone, found);
      if (end % IN_STEP === IN_STEP - 1) yield null;
    }
  }

  #findAt(text: string, from: number, hash: number, standsAlone: StandsAlone, found: FoundText<R>[]): void {
    const here = [...(this.#byHash.get(hash)?.at(text, from) ?? [])];
    for (let told = 0, sought = here.pop(); sought && told < MOST_AT_ONE_PLACE; sought = here.pop()) {
      const { isWord, isNamed, rule } = sought;
      const to = from + sought.text.length;
      const last = found.at(-1);
      // Of what repeats itself each place would be told again.
      if (last && to <= last.to && rule === last.rule && isNamed === last.isNamed) continue;
      if (isWord && !standsAlone(from, to)) continue;
      found.push({ from, to, isNamed, rule });
      told++;
    }
  }

  /** The hash one character further on: that of one further back than a key's length is shifted out. */
  #next(hash: number, code: number): number {
    return ((hash << (16 / this.#length)) ^ code) & 0xffff;
  }
}
