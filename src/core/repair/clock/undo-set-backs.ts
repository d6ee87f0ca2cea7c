import type { ClockRows, Stream } from './clock-rows.ts';
import { clustersOf, STRETCH } from './clusters.ts';

/** Single events stray less than this when batches overtake each other. */
const SET_BACK_MS = 60_000;
/** Two recordings of one stretch of time are seen by events of both within so short a time. */
const MESH_MS = 5000;

/**
 * Finds where a stream's clock was set back while it went on: the times fall into what was recorded before and
 * pass through it a second time. Batches in the wrong order fall back too, but into a hole.
 *
 * @param timestamps by row; edited
 * @returns how many were moved
 */
export function undoSetBacks(
  rows: ClockRows,
  streams: ReadonlyMap<number, Stream>,
  timestamps: Float64Array,
): number {
  // A single event far in the future is no reason to move all that come after it.
  const isSteady = new Uint8Array(rows.length);
  for (const cluster of clustersOf(rows, timestamps)) {
    if (cluster.rows.length >= STRETCH) for (const row of cluster.rows) isSteady[row] = 1;
  }
  let moved = 0;
  for (const stream of streams.values()) {
    const timely = stream.filter((row) => isSteady[row] === 1 && rows.isTimely(row));
    const setBacks = setBacksOf(timely.map((row) => timestamps[row] ?? 0));
    if (setBacks.length === 0) continue;
    const shifts = new Map(setBacks.map(({ from, shift }) => [timely[from], shift]));
    let shift = 0;
    // What is dated back on purpose comes from the same clock.
    for (const row of stream) {
      shift = shifts.get(row) ?? shift;
      if (shift === 0 || isSteady[row] !== 1) continue;
      timestamps[row] = (timestamps[row] ?? 0) + shift;
      moved++;
    }
  }
  return moved;
}

/** From which item on times have to be moved, and by how much altogether. */
interface SetBack {
  readonly from: number;
  readonly shift: number;
}

function setBacksOf(times: readonly number[]): readonly SetBack[] {
  const found: SetBack[] = [];
  const seen = new Set<number>();
  /** Spans of `MESH_MS` in which there was something. */
  const recorded = new Set<number>();
  let [first, previous, shift] = [Infinity, -Infinity, 0];
  for (let i = 0; i < times.length; i++) {
    let time = (times[i] ?? 0) + shift;
    if (time < previous - SET_BACK_MS && time > first) {
      const stretch = stretchFrom(times, i, previous - shift).map((given) => given + shift);
      if (isSecondPass(stretch, previous, seen, recorded)) {
        shift += previous - time;
        time = previous;
        found.push({ from: i, shift });
      }
    }
    seen.add(time);
    recorded.add(spanOf(time));
    first = Math.min(first, time);
    previous = time;
  }
  return found;
}

/** What follows without another fall, up to the first that is later than `end`, which is the last one. */
function stretchFrom(times: readonly number[], from: number, end: number): readonly number[] {
  let next = from + 1;
  while (next < times.length && (times[next - 1] ?? 0) <= end) {
    if ((times[next] ?? 0) < (times[next - 1] ?? 0) - SET_BACK_MS) break;
    next++;
  }
  return times.slice(from, next);
}

/** True when a stretch goes on steadily through what was recorded up to `end`, and is not the same once more. */
function isSecondPass(
  stretch: readonly number[],
  end: number,
  seen: ReadonlySet<number>,
  recorded: ReadonlySet<number>,
): boolean {
  const inside = stretch.filter((time) => time <= end);
  const [start, stop, beyond] = [inside[0] ?? end, inside.at(-1) ?? end, stretch.at(-1) ?? end];
  const leapsForward = beyond > end && beyond - stop > (end - start) / 2;
  if (inside.length < STRETCH || leapsForward) return false;
  const repeated = inside.filter((time) => seen.has(time));
  const meshed = inside.map(spanOf).filter((span) => {
    return span !== spanOf(start) && span !== spanOf(stop) && recorded.has(span);
  });
  return repeated.length < inside.length / 2 && meshed.length > inside.length / 10;
}

function spanOf(time: number): number {
  return Math.floor(time / MESH_MS);
}
