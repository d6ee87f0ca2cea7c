import type { ClockRows } from './clock-rows.ts';
import { type Cluster, clustersOf, DAY_MS, mainOf } from './clusters.ts';

/** Unix milliseconds of 1973 to 5138: no other unit gives such numbers for a time in which there were recorders. */
const MILLISECONDS = { from: 1e11, to: 1e14 } as const;
/** What times in seconds and in microseconds have to be multiplied with. */
const UNITS = [1000, 0.001];

/**
 * Turns times in seconds and in microseconds among milliseconds into milliseconds.
 *
 * @param timestamps by row; edited
 * @returns how many were converted
 */
export function convertUnits(rows: ClockRows, timestamps: Float64Array): number {
  const clusters = clustersOf(rows, timestamps);
  const isInMilliseconds = ({ start, end }: Cluster) => start > MILLISECONDS.from && end < MILLISECONDS.to;
  // Without times of day, as in recordings that count from 0, there is nothing to tell units by.
  const main = mainOf(clusters.filter(isInMilliseconds));
  if (!main) return 0;
  let converted = 0;
  for (const cluster of clusters) {
    if (isInMilliseconds(cluster)) continue;
    const factor = UNITS.find(
      (unit) => cluster.start * unit > main.start - DAY_MS && cluster.end * unit < main.end + DAY_MS,
    );
    if (factor === undefined) continue;
    for (const row of cluster.rows) timestamps[row] = Math.round((timestamps[row] ?? 0) * factor);
    converted += cluster.rows.length;
  }
  return converted;
}
