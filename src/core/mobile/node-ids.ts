/** Below are ids of wireframes, from here on our own: the SDKs' ids are hashes and addresses of far less. */
const FIRST_SYNTHETIC = 1e15;
/** Ids up to this one are those of the document around the app (`SKELETON`). */
const LAST_RESERVED = 12;
/** Ids that cannot be used are remembered, but not without end. */
const MAX_MAPPED = 100_000;

/** Ids of nodes: what a wireframe says where that can be, else a number of our own that was never used before. */
export class NodeIds {
  #next = FIRST_SYNTHETIC;
  #mapped = new Map<unknown, number>();
  /** Parents of the ids that were given out for the event at hand. */
  #claimed = new Map<number, number>();
  #canRepeat = false;

  /**
   * Starts an event.
   *
   * @param canRepeat true when a wireframe that comes again under the same parent is meant to be the same one
   */
  begin(canRepeat: boolean): void {
    this.#claimed.clear();
    this.#canRepeat = canRepeat;
  }

  /** A new id for a node that no wireframe stands for. */
  next(): number {
    return this.#next++;
  }

  /** The id for a wireframe's node: always the same for an id of a wireframe, but never twice in an event. */
  claim(original: unknown, parentId: number): number {
    const id = this.#resolve(original);
    const owner = this.#claimed.get(id);
    if (owner !== undefined && !(this.#canRepeat && owner === parentId)) return this.next();
    this.#claimed.set(id, parentId);
    return id;
  }

  /** The id under which a wireframe's id goes, or one of the document's nodes; null for what is no id. */
  find(original: unknown): number | null {
    if (isReserved(original) && !this.#mapped.has(original)) return original;
    return isName(original) ? this.#resolve(original) : null;
  }

  #resolve(original: unknown): number {
    if (isUsable(original)) return original;
    const known = this.#mapped.get(original);
    if (known !== undefined) return known;
    const id = this.next();
    if (isName(original) && this.#mapped.size < MAX_MAPPED) this.#mapped.set(original, id);
    return id;
  }
}

function isUsable(id: unknown): id is number {
  return Number.isInteger(id) && Number(id) > LAST_RESERVED && Number(id) < FIRST_SYNTHETIC;
}

function isReserved(id: unknown): id is number {
  return Number.isInteger(id) && Number(id) > 0 && Number(id) <= LAST_RESERVED;
}

function isName(id: unknown): id is number | string {
  return typeof id === 'number' || typeof id === 'string';
}
