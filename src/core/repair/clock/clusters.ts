import type { ClockRows } from './clock-rows.ts';

/** Events further apart belong to different clusters. */
export const DAY_MS = 24 * 60 * 60 * 1000;
/** So many events make a stretch; fewer are strays, unless they bring a page. */
export const STRETCH = 20;

/** Events with less than a day between one and the next. */
export interface Cluster {
  /** By time. */
  readonly rows: number[];
  readonly start: number;
  end: number;
  /** Row that came first. */
  first: number;
  hasPage: boolean;
}

/** By time. */
export function clustersOf(rows: ClockRows, timestamps: Float64Array): Cluster[] {
  const order = Array.from({ length: rows.length }, (_, row) => row).sort(
    (a, b) => (timestamps[a] ?? 0) - (timestamps[b] ?? 0) || a - b,
  );
  const clusters: Cluster[] = [];
  for (const row of order) {
    const timestamp = timestamps[row] ?? 0;
    let last = clusters.at(-1);
    if (!last || timestamp - last.end > DAY_MS) {
      last = { rows: [], start: timestamp, end: timestamp, first: row, hasPage: false };
      clusters.push(last);
    }
    last.rows.push(row);
    last.end = timestamp;
    last.first = Math.min(last.first, row);
    last.hasPage ||= rows.isKeyframe(row);
  }
  return clusters;
}

/** The one that the recording is about: a stretch with a page, else the largest, and of such the largest. */
export function mainOf(clusters: readonly Cluster[]): Cluster | undefined {
  const weight = ({ rows, hasPage }: Cluster) => {
    if (!hasPage) return rows.length;
    return rows.length < STRETCH ? rows.length + STRETCH : Number.MAX_SAFE_INTEGER / 2 + rows.length;
  };
  let main = clusters[0];
  for (const cluster of clusters) if (main && weight(cluster) > weight(main)) main = cluster;
  return main;
}
