import { asArray, asRecord, type Fields } from '../../json.ts';

/** What changes at a steady beat, such as a clock: from so often to so seldom, in seconds. */
const FASTEST = 0.2;
const SLOWEST = 10;
/** No beat is more exact than this part of it. */
const TOLERANCE = 0.2;
/** So many times it has come at the beat before it is known to. */
const LEARNT = 3;
/** What changes so soon after somebody did something does not change by itself. */
const REACTION_SECONDS = 0.3;

interface Beat {
  at: number;
  every: number;
  count: number;
}

/** Tells changes that go on by themselves, in one window, from all others. */
export class RestlessNodes {
  readonly #beats = new Map<number, Beat>();
  #actedAt = -Infinity;

  /** Somebody did something. Seconds. */
  act(time: number): void {
    this.#actedAt = time;
  }

  /**
   * @param data of a mutation
   * @returns true where nothing changed but what changes at its beat anyway
   */
  note(data: Fields, time: number): boolean {
    let isBeat = true;
    for (const id of changedNodes(data)) if (!this.#noteNode(id, time)) isBeat = false;
    return isBeat;
  }

  /** Another page: its numbers mean others. */
  clear(): void {
    this.#beats.clear();
  }

  #noteNode(id: number, time: number): boolean {
    const beat = this.#beats.get(id);
    if (!beat) {
      this.#beats.set(id, { at: time, every: 0, count: 0 });
      return false;
    }
    const interval = time - beat.at;
    beat.at = time;
    const isOnBeat = Math.abs(interval - beat.every) <= beat.every * TOLERANCE;
    const isDue = isOnBeat && beat.count >= LEARNT;
    if (time - this.#actedAt <= REACTION_SECONDS) return isDue;
    if (isOnBeat) beat.count++;
    else if (beat.count > 0) beat.count--;
    else if (interval >= FASTEST && interval <= SLOWEST) beat.every = interval;
    return isDue;
  }
}

/** Numbers of the nodes that a mutation changes, or whose children it does. */
function changedNodes({ adds, removes, texts, attributes }: Fields): ReadonlySet<number> {
  const ids = (list: unknown, key: string) =>
    asArray(list).map((item) => {
      const id = asRecord(item)[key];
      return typeof id === 'number' ? id : -1;
    });
  return new Set([
    ...ids(adds, 'parentId'),
    ...ids(removes, 'parentId'),
    ...ids(texts, 'id'),
    ...ids(attributes, 'id'),
  ]);
}
