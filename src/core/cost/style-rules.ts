import type { Fields } from '../json.ts';
import { ANY } from './selector-keys.ts';

/** What rules give to elements that costs by how many there are, and how they stand in one another. */
export type StyleTrait =
  'columns' | 'quotes' | 'motion' | 'effects' | 'filters' | 'wrapping' | 'floats' | 'dense';

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
  readonly #given = new Set<StyleTrait>();
  readonly #places = new Map<string, Set<string>>();

  /** By what tells elements apart, what was found out already. */
  readonly #known = new Map<string, StyleGifts>();
  #size = 0;

  /** Grows with each that was not known. */
  get size(): number {
    return this.#size;
  }

  /** True where any element has it. */
  has(trait: StyleTrait): boolean {
    return this.#given.has(trait);
  }

  addTrait(keys: readonly string[], trait: StyleTrait): void {
    this.#given.add(trait);
    for (const key of keys) this.#add(this.#traits, key, trait);
  }

  addPlace(keys: readonly string[], place: string): void {
    for (const key of keys) this.#add(this.#places, key, place);
  }

  /** @param attributes of the element */
  of(tag: string, { id, class: names }: Fields): StyleGifts {
    if (this.#size === 0) return NOTHING;
    // Most elements of a page are of a few classes.
    const key = `${tag} ${typeof id === 'string' ? id : ''} ${typeof names === 'string' ? names : ''}`;
    const known = this.#known.get(key);
    if (known) return known;
    const keys = [ANY, tag];
    if (typeof id === 'string') keys.push(`#${id}`);
    if (typeof names === 'string') for (const name of names.split(/\s+/)) keys.push(`.${name}`);
    const traits = new Set(keys.flatMap((one) => [...(this.#traits.get(one) ?? [])]));
    const places = keys.flatMap((one) => [...(this.#places.get(one) ?? [])]);
    const gifts = traits.size + places.length === 0 ? NOTHING : { traits, places };
    this.#known.set(key, gifts);
    return gifts;
  }

  #add<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
    const known = sets.get(key) ?? new Set<T>();
    if (!known.has(value)) {
      this.#size++;
      this.#known.clear();
    }
    sets.set(key, known.add(value));
  }
}
