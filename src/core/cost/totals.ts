import type { CostKind, Kept, PageAllowance } from '../cost-kinds.ts';
import type { CostLog } from './cost-log.ts';

/** How much a page has of each kind. */
export class Totals {
  readonly #most: PageAllowance;
  readonly #log: CostLog;
  readonly #kept: Kept;
  readonly #totals = new Map<CostKind, number>();
  readonly #counted = new Map<CostKind, [id: number, count: number][]>();
  readonly #over = new Set<CostKind>();
  #drawn = 0;
  #isSettled = false;

  /** @param kept kinds of which is left out what is too much */
  constructor(most: PageAllowance, log: CostLog, kept: Kept) {
    this.#most = most;
    this.#log = log;
    this.#kept = kept;
  }

  /** Kinds of which there is more than there may be, and nothing was left out for it. */
  get over(): ReadonlySet<CostKind> {
    return this.#over;
  }

  /**
   * Counts what a node has of a kind.
   *
   * @returns false when it is too much, and to be left out
   */
  take(kind: CostKind, id: number, count: number): boolean {
    const total = (this.#totals.get(kind) ?? 0) + count;
    const kept = this.#kept.get(kind);
    if (kept && !kept.has(id) && (!this.#isSettled || total > this.#most[kind])) {
      this.note(kind, id);
      return false;
    }
    this.#totals.set(kind, total);
    const counted = this.#counted.get(kind);
    if (counted) counted.push([id, count]);
    else this.#counted.set(kind, [[id, count]]);
    if (total > this.#most[kind]) this.exceed(kind);
    return true;
  }

  /** Counts what is left out, where it is too much, by whoever asks whether it fits. */
  add(kind: CostKind, count: number): void {
    this.#totals.set(kind, (this.#totals.get(kind) ?? 0) + count);
  }

  fits(kind: CostKind, count: number): boolean {
    return (this.#totals.get(kind) ?? 0) + count <= this.#most[kind];
  }

  /** How much of a kind there is at one place. */
  reach(kind: CostKind, count: number): void {
    if (count > this.#most[kind]) this.exceed(kind);
  }

  exceed(kind: CostKind): void {
    if (!this.#kept.has(kind)) this.#over.add(kind);
  }

  /** The whole page is in: what comes now takes what is left. */
  settle(): void {
    this.#isSettled = true;
  }

  /** A change begins: canvases can be drawn on anew. */
  begin(): void {
    this.#drawn = 0;
  }

  /** How much may still be drawn on canvases at a time. */
  get strokesLeft(): number {
    return this.#most.strokes - this.#drawn;
  }

  draw(strokes: number): void {
    this.#drawn += strokes;
  }

  /** That something was left out. */
  note(kind: CostKind, id: number): void {
    this.#log.note(kind, id);
  }

  /** Of each kind that is too much, the nodes that may have some: those that came first, as their numbers say. */
  keep(): Kept {
    return new Map([...this.#over].map((kind) => [kind, this.#firstOf(kind)]));
  }

  #firstOf(kind: CostKind): ReadonlySet<number> {
    const kept = new Set<number>();
    let total = 0;
    for (const [id, count] of (this.#counted.get(kind) ?? []).sort(([a], [b]) => a - b)) {
      if (total + count > this.#most[kind]) continue;
      total += count;
      kept.add(id);
    }
    return kept;
  }
}
