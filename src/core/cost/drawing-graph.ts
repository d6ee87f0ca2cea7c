/** No drawing is made of what is made of something else, or in something else, so many times over. */
const DEEPEST = 600;

/** An element of SVG that others can refer to, with what is in it. */
export interface Place {
  readonly name: string;
  /** Elements in it, but those in places of their own. */
  elements: number;
  /** Names of what these are drawn with, and how many times each. */
  readonly uses: Map<string, number>;
  /** Places that lie in it. */
  readonly inside: Place[];
}

/**
 * How many elements of SVG are drawn when each is drawn as often as others refer to it: by `use`, clip paths, masks,
 * patterns, filters, markers. What refers to itself is drawn by no browser.
 */
export class DrawingGraph {
  /** A page can have a name more than once; which one is meant may change. */
  readonly #named = new Map<string, Place[]>();
  readonly #weights = new Map<string, number>();
  readonly #placeWeights = new Map<Place, number>();
  /** Of elements in all places and outside of them: what they are drawn with. */
  readonly #all = new Map<string, number>();
  #most = Infinity;

  addPlace(name: string, outer: Place | null): Place {
    const place: Place = { name, elements: 1, uses: new Map(), inside: [] };
    const known = this.#named.get(name);
    if (known) known.push(place);
    else this.#named.set(name, [place]);
    outer?.inside.push(place);
    this.#forget();
    return place;
  }

  addElement(place: Place): void {
    place.elements++;
    this.#forget();
  }

  /** @param from the place of the element that is drawn with another one; null for none */
  addReference(from: Place | null, to: string): void {
    this.#all.set(to, (this.#all.get(to) ?? 0) + 1);
    if (!from) return;
    from.uses.set(to, (from.uses.get(to) ?? 0) + 1);
    this.#forget();
  }

  /** Elements that are drawn because others refer to them. A browser makes these also where nothing is shown of them. */
  get total(): number {
    return this.#sum(this.#all, 0, new Set());
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  /** What is heavier than this counts as left out, by whoever asks. */
  leaveOutAbove(most: number): void {
    this.#most = most;
    this.#forget();
  }

  /** How many elements are drawn with a place; `Infinity` when it is too heavy. */
  weightOf(name: string): number {
    const weight = this.#weigh(name, 0, new Set());
    return weight > this.#most ? Infinity : weight;
  }

  #weigh(name: string, depth: number, open: Set<string>): number {
    const known = this.#weights.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) return 1;
    if (depth > DEEPEST) return Infinity;
    open.add(name);
    let most = 1;
    for (const place of this.#named.get(name) ?? [])
      most = Math.max(most, this.#weighPlace(place, depth, open));
    open.delete(name);
    this.#weights.set(name, most);
    return most;
  }

  /** With the places that lie in it. */
  #weighPlace(place: Place, depth: number, open: Set<string>): number {
    const known = this.#placeWeights.get(place);
    if (known !== undefined) return known;
    if (depth > DEEPEST) return Infinity;
    let weight = place.elements + this.#sum(place.uses, depth, open);
    for (const inside of place.inside) weight += this.#weighPlace(inside, depth + 1, open);
    this.#placeWeights.set(place, weight);
    return weight;
  }

  #forget(): void {
    this.#weights.clear();
    this.#placeWeights.clear();
  }

  #sum(uses: ReadonlyMap<string, number>, depth: number, open: Set<string>): number {
    let sum = 0;
    for (const [name, times] of uses) {
      const weight = this.#weigh(name, depth + 1, open);
      if (weight <= this.#most) sum += times * weight;
    }
    return sum;
  }
}
