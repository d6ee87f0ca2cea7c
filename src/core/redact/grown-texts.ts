import type { TextRange } from '../text/decode-text.ts';
import type { RuleRef } from './rules.ts';

interface Part extends TextRange {
  readonly rule: RuleRef;
}

/** Texts of one place, each a step from the one before it. */
interface Chain {
  readonly texts: string[];
  readonly found: { readonly text: string; readonly part: Part }[];
}

/** So far back it is looked for what has grown: a name is typed in fewer steps. */
const LONGEST_CHAIN = 512;
const LONGEST_BEGINNING = 500;

/**
 * What was at a place before something was there that is removed: each step on the way to it is a part of it. Such
 * parts may be any letter or word. They are removed where they stood, and nowhere else.
 */
export class GrownTexts {
  readonly #chains = new Map<string, Chain>();
  readonly #parts = new Map<string, Map<string, Part[]>>();
  readonly #places = new Set<string>();

  /** True for a place where something is removed of a text. */
  hasPart(key: string): boolean {
    return this.#places.has(key);
  }

  get isAny(): boolean {
    return this.#parts.size > 0;
  }

  has(key: string): boolean {
    return this.#chains.has(key);
  }

  /** @returns false for the same text as before */
  note(key: string, text: string): boolean {
    const chain = this.#chains.get(key);
    const last = chain?.texts.at(-1);
    if (last === text) return false;
    if (!chain || last === undefined || !isStep(last, text)) {
      this.#chains.set(key, { texts: [text], found: [] });
      return true;
    }
    chain.texts.push(text);
    if (chain.texts.length > LONGEST_CHAIN) chain.texts.shift();
    // What is deleted again goes letter by letter, too.
    for (const { text: whole, part } of chain.found) this.#addShared(key, text, whole, part);
    return true;
  }

  /** Notes what is removed of the text that is at a place, or was when nothing of it is known. */
  found(key: string, text: string, part: Part): void {
    this.#places.add(key);
    const chain = this.#chains.get(key);
    if (!chain || chain.found.some((one) => one.part.from === part.from && one.part.to === part.to)) return;
    chain.found.push({ text, part });
    for (const step of chain.texts) if (step !== text) this.#addShared(key, step, text, part);
  }

  /** Removes a part of a text at a place. */
  add(key: string, text: string, part: Part): void {
    if (part.to <= part.from) return;
    this.#places.add(key);
    const places = this.#parts.get(text) ?? new Map<string, Part[]>();
    this.#parts.set(text, places);
    const parts = places.get(key) ?? [];
    if (!parts.some(({ from, to }) => from <= part.from && part.to <= to)) places.set(key, [...parts, part]);
  }

  partsOf(key: string, text: string): readonly Part[] {
    return this.#parts.get(text)?.get(key) ?? [];
  }

  /** Of a step on the way: what it has in common with the whole, at its beginning or its end, or behind what is there. */
  #addShared(key: string, step: string, whole: string, { from, to, rule }: Part): void {
    const behind = endOf(whole.slice(0, from), step);
    this.add(key, step, {
      from: behind,
      to: behind + sharedLength(step.slice(behind), whole.slice(from, to)),
      rule,
    });
    const start = sharedLength(step, whole);
    this.add(key, step, { from, to: Math.min(start, to), rule });
    const end = sharedEnd(step, whole, start);
    const moved = step.length - whole.length;
    this.add(key, step, { from: Math.max(from, whole.length - end) + moved, to: to + moved, rule });
  }
}

/** True when one of the texts is the other one with something more in one place; what is counted may change meanwhile. */
function isStep(last: string, next: string): boolean {
  const [a, b] = [last.replace(/\d+/g, '0'), next.replace(/\d+/g, '0')];
  const shorter = Math.min(a.length, b.length);
  const start = sharedLength(a, b);
  return shorter > 0 && start + sharedEnd(a, b, start) >= shorter;
}

/** Where the beginning of a text ends in another one, where its numbers may be others; past all of it in none. */
function endOf(beginning: string, text: string): number {
  if (text.startsWith(beginning)) return beginning.length;
  if (beginning.length > LONGEST_BEGINNING) return text.length;
  const source = beginning.replace(/[^\w\s]/g, '\\$&').replace(/\d+/g, '\\d+');
  return new RegExp(`^${source}`).exec(text)?.[0].length ?? text.length;
}

function sharedLength(a: string, b: string): number {
  if (b.startsWith(a)) return a.length;
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function sharedEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}
