/** No drawing is made of what is made of something else, or in something else, so many times over. */
const DEEPEST = 200;

/** An element of SVG that others can refer to, with what is in it. */
export interface Place {
  readonly name: string;
  /** True for what is drawn at each point of a shape. */
  readonly isMarker: boolean;
  /** Elements in it, but those in places of their own. */
  elements: number;
  /** Names of what these are drawn with. */
  readonly uses: Uses;
  /** Places that lie in it. */
  readonly inside: Place[];
}

/** How many elements are drawn with each, and how many points their shapes have together. */
type Uses = Map<string, readonly [times: number, points: number]>;

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
  readonly #all: Uses = new Map();
  #most = Infinity;

  addPlace(name: string, outer: Place | null, isMarker = false): Place {
    const place: Place = { name, isMarker, elements: 1, uses: new Map(), inside: [] };
    const known = this.#named.get(name);
    if (known) known.push(place);
    else this.#named.set(name, [place]);
    outer?.inside.push(place);
    this.#forget();
    return place;
  }

  addElement(place: Place, elements = 1): void {
    place.elements += elements;
    this.#forget();
  }

  /**
   * @param from the place of the element that is drawn with another one; null for none
   * @param points of the element's shape
   * @param count how many times it is drawn
   */
  addReference(from: Place | null, to: string, points = 1, count = 1): void {
    addUse(this.#all, to, points, count);
    if (!from) return;
    addUse(from.uses, to, points, count);
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

  /**
   * How many elements are drawn with a place; `Infinity` when it is too heavy.
   *
   * @param points of the shape that is drawn with it
   */
  weightOf(name: string, points = 1): number {
    const weight = this.#weigh(name, 0, new Set()) * (this.#isMarker(name) ? points : 1);
    return weight > this.#most ? Infinity : weight;
  }

  #isMarker(name: string): boolean {
    return this.#named.get(name)?.some((place) => place.isMarker) ?? false;
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

  #sum(uses: Uses, depth: number, open: Set<string>): number {
    let sum = 0;
    for (const [name, [times, points]] of uses) {
      const weight = this.#weigh(name, depth + 1, open);
      if (weight <= this.#most) sum += (this.#isMarker(name) ? points : times) * weight;
    }
    return sum;
  }
}

function addUse(uses: Uses, to: string, points: number, count: number): void {
  const [times, known] = uses.get(to) ?? [0, 0];
  uses.set(to, [times + count, known + points]);
}
