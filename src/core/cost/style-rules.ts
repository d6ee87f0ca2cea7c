import type { Fields } from '../json.ts';
import { ANY } from './selector-keys.ts';

/** What rules give to elements that costs by how many there are, and how they stand in one another. */
export type StyleTrait = 'columns' | 'quotes' | 'motion';

/** What a style gives to an element. */
export interface StyleGifts {
  readonly traits: ReadonlySet<StyleTrait>;
  /** Ids of elements of SVG that it is drawn with. */
  readonly places: readonly string[];
}

const NOTHING: StyleGifts = { traits: new Set(), places: [] };

/** The rules of a page, as far as they cost something, by what elements they are about. */
export class StyleRules {
  readonly #traits = new Map<string, Set<StyleTrait>>();
  readonly #places = new Map<string, Set<string>>();

  #size = 0;

  /** Grows with each that was not known. */
  get size(): number {
    return this.#size;
  }

  addTrait(keys: readonly string[], trait: StyleTrait): void {
    for (const key of keys) this.#add(this.#traits, key, trait);
  }

  addPlace(keys: readonly string[], place: string): void {
    for (const key of keys) this.#add(this.#places, key, place);
  }

  /** @param attributes of the element */
  of(tag: string, { id, class: names }: Fields): StyleGifts {
    if (this.#size === 0) return NOTHING;
    const keys = [ANY, tag];
    if (typeof id === 'string') keys.push(`#${id}`);
    if (typeof names === 'string') for (const name of names.split(/\s+/)) keys.push(`.${name}`);
    return {
      traits: new Set(keys.flatMap((key) => [...(this.#traits.get(key) ?? [])])),
      places: keys.flatMap((key) => [...(this.#places.get(key) ?? [])]),
    };
  }

  #add<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
    const known = sets.get(key) ?? new Set<T>();
    if (!known.has(value)) this.#size++;
    sets.set(key, known.add(value));
  }
}
