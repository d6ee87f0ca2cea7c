const DAY_MS = 24 * 60 * 60 * 1000;
/** A stretch so far away was moved by a clock; less may be a tab that was left open over a weekend. */
const FAR_MS = 7 * DAY_MS;
/** Single events stray less than this when batches overtake each other. */
const SET_BACK_MS = 60_000;
/** So many events make a stretch; fewer are strays. */
const STRETCH = 20;

/** The times of a recording as they came, row by row in order of arrival. */
export interface ClockRows {
  readonly length: number;
  /** Unix milliseconds as the file says. */
  timestamp(row: number): number;
  /** Rows of one stream came from one device through one file, so that their order means something. */
  stream(row: number): number;
  isKeyframe(row: number): boolean;
  /** False for what recorders date back on purpose, such as custom events. */
  isTimely(row: number): boolean;
}

/** What was done about wrong clocks; counts are events. */
export interface MendedClock {
  /** Unix milliseconds of each row. */
  readonly timestamps: Float64Array;
  readonly strays: number;
  readonly jumped: number;
  readonly converted: number;
}

/**
 * Puts events right that a wrong clock has dated: single ones far away from all others, stretches behind a clock
 * that was changed, and times in seconds or microseconds among milliseconds.
 */
export function mendClock(rows: ClockRows): MendedClock {
  const timestamps = Float64Array.from({ length: rows.length }, (_, row) => rows.timestamp(row));
  const converted = convertUnits(rows, timestamps);
  const setBack = undoSetBacks(rows, timestamps);
  const { strays, moved } = gatherClusters(rows, timestamps);
  return { timestamps, converted, strays, jumped: setBack + moved };
}

interface Cluster {
  readonly rows: number[];
  start: number;
  end: number;
  keyframes: number;
}

/** Groups of events with more than a day between one and the next, by time. */
function clustersOf(rows: ClockRows, timestamps: Float64Array): Cluster[] {
  const order = Array.from({ length: rows.length }, (_, row) => row).sort(
    (a, b) => (timestamps[a] ?? 0) - (timestamps[b] ?? 0) || a - b,
  );
  const clusters: Cluster[] = [];
  for (const row of order) {
    const timestamp = timestamps[row] ?? 0;
    let last = clusters.at(-1);
    if (!last || timestamp - last.end > DAY_MS) {
      last = { rows: [], start: timestamp, end: timestamp, keyframes: 0 };
      clusters.push(last);
    }
    last.rows.push(row);
    last.end = timestamp;
    if (rows.isKeyframe(row)) last.keyframes++;
  }
  return clusters;
}

/** The one that the recording is about: with a page to show, and of those the largest. */
function mainOf(clusters: readonly Cluster[]): Cluster | undefined {
  return clusters.toSorted(
    (a, b) => Math.sign(b.keyframes) - Math.sign(a.keyframes) || b.rows.length - a.rows.length,
  )[0];
}

function convertUnits(rows: ClockRows, timestamps: Float64Array): number {
  const clusters = clustersOf(rows, timestamps);
  const main = mainOf(clusters);
  if (!main) return 0;
  let converted = 0;
  for (const cluster of clusters) {
    if (cluster === main) continue;
    const factor = [1000, 0.001].find(
      (candidate) =>
        cluster.start * candidate > main.start - DAY_MS && cluster.end * candidate < main.end + DAY_MS,
    );
    // Zero and its neighbours are zero in every unit.
    if (factor === undefined || Math.abs(cluster.start) < DAY_MS) continue;
    for (const row of cluster.rows) timestamps[row] = Math.round((timestamps[row] ?? 0) * factor);
    converted += cluster.rows.length;
  }
  return converted;
}

/** Moves clusters other than the main one next to where they came in the file. */
function gatherClusters(rows: ClockRows, timestamps: Float64Array): { strays: number; moved: number } {
  const clusters = clustersOf(rows, timestamps);
  const main = mainOf(clusters);
  if (!main || clusters.length === 1) return { strays: 0, moved: 0 };
  const isSettled = new Uint8Array(rows.length);
  const isStretch = (cluster: Cluster) => cluster.keyframes > 0 || cluster.rows.length >= STRETCH;
  let moved = 0;
  for (const cluster of clusters) {
    if (cluster !== main && !isStretch(cluster)) continue;
    const shift = cluster === main ? 0 : shiftOf(cluster, main);
    for (const row of cluster.rows) {
      timestamps[row] = (timestamps[row] ?? 0) + shift;
      isSettled[row] = 1;
    }
    if (shift !== 0) moved += cluster.rows.length;
  }
  return { strays: settleStrays(rows, timestamps, isSettled), moved };
}

/** How far to move a stretch so that it goes on where the main one ends, or ends where that begins. */
function shiftOf(cluster: Cluster, main: Cluster): number {
  const cameLater = Math.min(...sample(cluster.rows)) > Math.min(...sample(main.rows));
  const isLater = cluster.start > main.end;
  const distance = isLater ? cluster.start - main.end : main.start - cluster.end;
  // In order but long after: a tab left open. Far away or against the order of the file: a clock.
  if (isLater === cameLater && distance < FAR_MS) return 0;
  return cameLater ? main.end - cluster.start : main.start - cluster.end;
}

/** Enough rows to know which cluster came first; all of them would not fit into the arguments of a call. */
function sample(rows: readonly number[]): readonly number[] {
  return rows.slice(0, 1000);
}

/** Gives each stray the time of the row before it in its stream, or of the one after it. */
function settleStrays(rows: ClockRows, timestamps: Float64Array, isSettled: Uint8Array): number {
  const latest = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  let strays = 0;
  for (let row = 0; row < rows.length; row++) {
    const stream = rows.stream(row);
    if (isSettled[row] === 1) {
      const time = timestamps[row] ?? 0;
      for (const early of waiting.get(stream) ?? []) timestamps[early] = time;
      waiting.delete(stream);
      latest.set(stream, time);
      continue;
    }
    strays++;
    const before = latest.get(stream);
    if (before === undefined) waiting.set(stream, [...(waiting.get(stream) ?? []), row]);
    else timestamps[row] = before;
  }
  const first = timestamps.find((_, row) => isSettled[row] === 1) ?? 0;
  for (const row of [...waiting.values()].flat()) timestamps[row] = first;
  return strays;
}

/**
 * Finds where a stream's clock was set back while it went on: the times fall into what was recorded before and
 * pass through it a second time. Batches in the wrong order fall back too, but leap forward again.
 */
function undoSetBacks(rows: ClockRows, timestamps: Float64Array): number {
  const streams = new Map<number, number[]>();
  for (let row = 0; row < rows.length; row++) {
    if (!rows.isTimely(row)) continue;
    const stream = rows.stream(row);
    const known = streams.get(stream);
    if (known) known.push(row);
    else streams.set(stream, [row]);
  }
  return [...streams.values()].reduce((sum, stream) => sum + undoInStream(stream, timestamps), 0);
}

function undoInStream(stream: readonly number[], timestamps: Float64Array): number {
  const at = (i: number) => timestamps[stream[i] ?? 0] ?? 0;
  const seen = new Set<number>();
  let latest = -Infinity;
  let first = Infinity;
  let moved = 0;
  for (let i = 0; i < stream.length; i++) {
    const time = at(i);
    if (time < latest - SET_BACK_MS && time > first && isSetBack(stream, timestamps, i, latest, seen)) {
      const shift = latest - time;
      for (const row of stream.slice(i)) timestamps[row] = (timestamps[row] ?? 0) + shift;
      moved += stream.length - i;
    }
    seen.add(at(i));
    latest = Math.max(latest, at(i));
    first = Math.min(first, at(i));
  }
  return moved;
}

/** True when from here on time goes on steadily, and what it dates is not what was there before. */
function isSetBack(
  stream: readonly number[],
  timestamps: Float64Array,
  from: number,
  latest: number,
  seen: ReadonlySet<number>,
): boolean {
  const at = (i: number) => timestamps[stream[i] ?? 0] ?? 0;
  const distance = latest - at(from);
  let end = from;
  let repeated = 0;
  while (end < stream.length && at(end) <= latest) {
    if (end > from && at(end) < at(end - 1) - SET_BACK_MS) return false;
    if (seen.has(at(end))) repeated++;
    end++;
  }
  const length = end - from;
  const leapsBack = end < stream.length && at(end) - at(end - 1) > distance / 2;
  return length >= STRETCH && !leapsBack && repeated < length / 2;
}
