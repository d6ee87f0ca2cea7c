import type { Fields } from '../json.ts';

/** Changes of single style properties, which only a browser can write into a `style` attribute, by node. */
export class StyleChanges {
  readonly #changes = new Map<number, Map<string, unknown>>();

  note(id: number, changes: Fields): void {
    const known = this.#changes.get(id) ?? new Map<string, unknown>();
    // What was set last stands last: a shorthand overrides what came before it.
    for (const [name, change] of Object.entries(changes)) {
      known.delete(name);
      known.set(name, change);
    }
    this.#changes.set(id, known);
  }

  forget(id: number): void {
    this.#changes.delete(id);
  }

  of(id: number): Fields {
    return Object.fromEntries(this.#changes.get(id) ?? []);
  }

  /** As attributes of a mutation. */
  attributes(): { readonly id: number; readonly attributes: { readonly style: Fields } }[] {
    return [...this.#changes.keys()].map((id) => ({ id, attributes: { style: this.of(id) } }));
  }
}
