/** A node among its siblings; lists that are linked stay quick however many children a parent has. */
interface Place {
  readonly id: number;
  readonly parent: Place | null;
  previous: Place | null;
  next: Place | null;
  first: Place | null;
  last: Place | null;
}

/** Which node stands where on the page at hand, by ids. */
export class NodeTree {
  #places = new Map<number, Place>();

  constructor(rootId: number) {
    this.#places.set(rootId, newPlace(rootId, null));
  }

  get size(): number {
    return this.#places.size;
  }

  has(id: number): boolean {
    return this.#places.has(id);
  }

  parentOf(id: number): number | undefined {
    return this.#places.get(id)?.parent?.id;
  }

  /** The sibling after a node. */
  nextOf(id: number): number | null {
    return this.#places.get(id)?.next?.id ?? null;
  }

  /** Puts a node before a child of its parent, or behind all. Ids and parents that do not fit are left alone. */
  insert(id: number, parentId: number, beforeId: number | null = null): void {
    const parent = this.#places.get(parentId);
    if (!parent || this.#places.has(id)) return;
    const found = beforeId === null ? undefined : this.#places.get(beforeId);
    const next = found?.parent === parent ? found : null;
    const place = newPlace(id, parent);
    this.#places.set(id, place);
    link(parent, next ? next.previous : parent.last, place);
    link(parent, place, next);
  }

  /** Takes a node out with all inside of it. */
  remove(id: number): void {
    const place = this.#places.get(id);
    if (!place?.parent) return;
    this.clear(id);
    link(place.parent, place.previous, place.next);
    this.#places.delete(id);
  }

  /** Takes all out that is inside of a node. */
  clear(id: number): void {
    const place = this.#places.get(id);
    const stack = [place?.first];
    if (place) place.first = place.last = null;
    while (stack.length > 0) {
      const inner = stack.pop();
      if (!inner) continue;
      this.#places.delete(inner.id);
      stack.push(inner.next, inner.first);
    }
  }
}

function newPlace(id: number, parent: Place | null): Place {
  return { id, parent, previous: null, next: null, first: null, last: null };
}

/** Makes two children of a parent neighbours; null stands for the ends of the list. */
function link(parent: Place, left: Place | null, right: Place | null): void {
  if (left) left.next = right;
  else parent.first = right;
  if (right) right.previous = left;
  else parent.last = left;
}
