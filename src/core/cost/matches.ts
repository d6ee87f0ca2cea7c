import { ANY } from './selector-keys.ts';

/** What a browser has to look at to find out whether an element has a rule. */
export interface MatchedRule {
  /** What elements must have for it to be looked at, as `selectorKeys` tells. */
  readonly keys: readonly string[];
  /** Selectors, each as often as it takes longer than a plain one. */
  readonly selectors: number;
  /** How many times the siblings before an element are looked at. */
  readonly siblings: number;
}

interface Counts {
  /** Of rules: selectors. Of elements: themselves. */
  own: number;
  /** Of rules: how many times they look at siblings. Of elements: those that stand before each. */
  siblings: number;
}

/** So many siblings take a browser as long as a selector. */
const SIBLINGS = 10;

/** How often a page makes a browser look at a selector for an element. */
export class Matches {
  /** By what elements must have. */
  readonly #rules = new Map<string, Counts>();
  readonly #elements = new Map<string, Counts>();
  #total = 0;

  get total(): number {
    return this.#total;
  }

  addRule(rule: MatchedRule): void {
    for (const key of rule.keys) addTo(this.#rules, key, rule.selectors, rule.siblings);
    this.#total += this.costOf(rule);
  }

  /** @param before how many siblings stand before it */
  addElement(tag: string, id: unknown, names: unknown, before: number): void {
    this.#addKey(ANY, before);
    this.#addKey(tag, before);
    this.addNames(id, names, before);
  }

  /** Names that an element has got. */
  addNames(id: unknown, names: unknown, before: number): void {
    if (typeof id === 'string') this.#addKey(`#${id}`, before);
    if (typeof names === 'string') for (const name of names.split(/\s+/)) this.#addKey(`.${name}`, before);
  }

  /** What a rule costs with the elements that are there. */
  costOf({ keys, selectors, siblings }: MatchedRule): number {
    return keys.reduce((cost, key) => cost + product(this.#elements.get(key), selectors, siblings), 0);
  }

  #addKey(key: string, before: number): void {
    addTo(this.#elements, key, 1, before);
    this.#total += product(this.#rules.get(key), 1, before);
  }
}

function product(counts: Counts | undefined, own: number, siblings: number): number {
  return counts ? counts.own * own + (counts.siblings * siblings) / SIBLINGS : 0;
}

function addTo(counts: Map<string, Counts>, key: string, own: number, siblings: number): void {
  const known = counts.get(key);
  if (!known) counts.set(key, { own, siblings });
  else {
    known.own += own;
    known.siblings += siblings;
  }
}
