/** Something that is so in a window from a moment on; Unix milliseconds. */
export interface Fact {
  readonly windowId: string;
  readonly timestamp: number;
}

const NONE: readonly never[] = [];

/** Facts of one kind, as they were told, and by time. */
export class FactList<T extends Fact> {
  #told: T[] = [];
  #byTime: T[] | null = null;
  #byWindow: ReadonlyMap<string, readonly T[]> | null = null;
  #happened: ReadonlyMap<number, number> = new Map();

  add(fact: T): void {
    this.#told.push(fact);
    this.#changed();
  }

  absorb(other: FactList<T>): void {
    this.#told = [...this.#told, ...other.#told];
    this.#changed();
  }

  /** Leaves out what a window's event of a moment told. */
  forget(windowId: string, timestamp: number): void {
    const isIt = (fact: T) =>
      fact.windowId === windowId && (this.#happened.get(fact.timestamp) ?? fact.timestamp) === timestamp;
    this.#told = this.#told.filter((fact) => !isIt(fact));
    this.#changed();
  }

  /** @param happened when the events of a time happened, where that differs from what they say */
  retime(happened: ReadonlyMap<number, number>): void {
    this.#happened = happened;
    this.#changed();
  }

  #changed(): void {
    this.#byTime = null;
    this.#byWindow = null;
  }

  get byTime(): readonly T[] {
    this.#byTime ??= this.#told
      .map((fact) => {
        const timestamp = this.#happened.get(fact.timestamp);
        return timestamp === undefined ? fact : { ...fact, timestamp };
      })
      .sort((a, b) => a.timestamp - b.timestamp);
    return this.#byTime;
  }

  /** Those of a window, by time; the same list until something is told. */
  of(windowId: string): readonly T[] {
    this.#byWindow ??= byWindow(this.byTime);
    return this.#byWindow.get(windowId) ?? NONE;
  }

  /** The latest fact of a window at a moment that counts, else its first one after it. */
  nearest(windowId: string, timestamp: number, counts: (fact: T) => boolean = () => true): T | undefined {
    const own = this.of(windowId);
    return own.findLast((fact) => fact.timestamp <= timestamp && counts(fact)) ?? own[0];
  }
}

function byWindow<T extends Fact>(facts: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const windows = new Map<string, T[]>();
  for (const fact of facts) {
    const own = windows.get(fact.windowId);
    if (own) own.push(fact);
    else windows.set(fact.windowId, [fact]);
  }
  return windows;
}
