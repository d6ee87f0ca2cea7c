import type { ClockRows, Stream } from './clock-rows.ts';
import type { Cluster } from './clusters.ts';

/** Which rows are where they belong, and which of those stand next to others in their stream. */
export class Neighbours {
  readonly #rows: ClockRows;
  readonly #settled: Uint8Array;
  /** The row before each in its stream, and the one after it; -1 where there is none. */
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  /** First and last row of the main cluster in each stream. */
  readonly #main = new Map<number, { readonly first: number; readonly last: number }>();

  constructor(rows: ClockRows, streams: ReadonlyMap<number, Stream>, main: Cluster) {
    this.#rows = rows;
    this.#settled = new Uint8Array(rows.length);
    this.#before = new Int32Array(rows.length).fill(-1);
    this.#after = new Int32Array(rows.length).fill(-1);
    for (const stream of streams.values()) {
      stream.forEach((row, i) => {
        this.#before[row] = stream[i - 1] ?? -1;
        this.#after[row] = stream[i + 1] ?? -1;
      });
    }
    for (const row of main.rows) {
      const { first, last } = this.#main.get(rows.stream(row)) ?? { first: row, last: row };
      this.#main.set(rows.stream(row), { first: Math.min(first, row), last: Math.max(last, row) });
    }
  }

  settle(cluster: Cluster): void {
    for (const row of cluster.rows) this.#settled[row] = 1;
  }

  isSettled(row: number): boolean {
    return this.#settled[row] === 1;
  }

  /** True for a row whose time others can be set by. */
  isAnchor(row: number): boolean {
    return this.isSettled(row) && this.#rows.isTimely(row);
  }

  isAmidst({ rows }: Cluster): boolean {
    return rows.every((row) => {
      const main = this.#main.get(this.#rows.stream(row));
      return main !== undefined && main.first < row && row < main.last;
    });
  }

  /** Where a cluster touches what is settled: a row of its own and the one before that in the same stream. */
  seamBefore(cluster: Cluster): Seam | null {
    return this.#seam(cluster, this.#before, (a, b) => a - b);
  }

  /** The same at its end. */
  seamAfter(cluster: Cluster): Seam | null {
    return this.#seam(cluster, this.#after, (a, b) => b - a);
  }

  #seam({ rows }: Cluster, next: Int32Array, byArrival: (a: number, b: number) => number): Seam | null {
    const seen = new Set<number>();
    for (const own of rows.toSorted(byArrival)) {
      const stream = this.#rows.stream(own);
      if (seen.has(stream) || !this.#rows.isTimely(own)) continue;
      seen.add(stream);
      let settled = next[own] ?? -1;
      while (settled >= 0 && !this.isAnchor(settled)) settled = next[settled] ?? -1;
      if (settled >= 0) return { own, settled };
    }
    return null;
  }
}

export interface Seam {
  readonly own: number;
  readonly settled: number;
}
