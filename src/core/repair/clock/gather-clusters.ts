import type { ClockRows, Stream } from './clock-rows.ts';
import { type Cluster, clustersOf, DAY_MS, mainOf, STRETCH } from './clusters.ts';
import { Neighbours } from './neighbours.ts';

/** A stretch so far away was moved by a clock; less may be a tab that was left open over a weekend. */
const FAR_MS = 7 * DAY_MS;

/**
 * Moves what lies far from the main cluster to where it stands in the file.
 *
 * @param timestamps by row; edited
 * @returns how many events strayed by themselves, and how many jumped as part of a stretch
 */
export function gatherClusters(
  rows: ClockRows,
  streams: ReadonlyMap<number, Stream>,
  timestamps: Float64Array,
): { strays: number; jumped: number } {
  const clusters = clustersOf(rows, timestamps);
  const main = mainOf(clusters);
  if (!main || clusters.length === 1) return { strays: 0, jumped: 0 };
  const given = timestamps.slice();
  const neighbours = new Neighbours(rows, streams, main);
  const settle = (cluster: Cluster, shift: number) => {
    for (const row of cluster.rows) timestamps[row] = (given[row] ?? 0) + shift;
    neighbours.settle(cluster);
    return shift === 0 ? 0 : cluster.rows.length;
  };
  const stretches = clusters
    .filter((cluster) => cluster !== main && isStretch(cluster, neighbours))
    .sort((a, b) => a.first - b.first);
  settle(main, 0);
  let jumped = 0;
  // From the main one outwards, so that each finds its neighbour where it belongs.
  const earlier = stretches.filter(({ first }) => first < main.first).reverse();
  for (const cluster of [...stretches.filter(({ first }) => first > main.first), ...earlier]) {
    jumped += settle(cluster, shiftOf(cluster, main, neighbours, given, timestamps));
  }
  return { jumped, strays: settleStrays(streams, timestamps, neighbours) };
}

/** A few events with a page in the midst of the main ones strayed as a single one would. */
function isStretch(cluster: Cluster, neighbours: Neighbours): boolean {
  return cluster.rows.length >= STRETCH || (cluster.hasPage && !neighbours.isAmidst(cluster));
}

/** How far to move a stretch so that it goes on where the rows before it end, or ends where those after it begin. */
function shiftOf(
  cluster: Cluster,
  main: Cluster,
  neighbours: Neighbours,
  given: Float64Array,
  repaired: Float64Array,
): number {
  const before = neighbours.seamBefore(cluster);
  const seam = before ?? neighbours.seamAfter(cluster);
  const isLater = seam ? seam === before : cluster.start > main.end;
  const [own, place] = seam
    ? [given[seam.own] ?? 0, { given: given[seam.settled] ?? 0, repaired: repaired[seam.settled] ?? 0 }]
    : isLater
      ? [cluster.start, { given: main.end, repaired: main.end }]
      : [cluster.end, { given: main.start, repaired: main.start }];
  const gap = isLater ? own - place.given : place.given - own;
  // In order but long after: a tab left open. Far away or against the order of the file: a clock.
  return gap >= 0 && gap < FAR_MS ? place.repaired - place.given : place.repaired - own;
}

/** Gives each stray the time of the row before it in its stream, or of the one after it. */
function settleStrays(
  streams: ReadonlyMap<number, Stream>,
  timestamps: Float64Array,
  neighbours: Neighbours,
): number {
  const start = timestamps.find((_, row) => neighbours.isAnchor(row)) ?? 0;
  let strays = 0;
  for (const stream of streams.values()) {
    const first = stream.find((row) => neighbours.isAnchor(row));
    let latest = first === undefined ? start : (timestamps[first] ?? 0);
    for (const row of stream) {
      if (neighbours.isAnchor(row)) latest = timestamps[row] ?? 0;
      if (neighbours.isSettled(row)) continue;
      timestamps[row] = latest;
      strays++;
    }
  }
  return strays;
}
