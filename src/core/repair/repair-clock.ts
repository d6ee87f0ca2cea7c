const DAY_MS = 24 * 60 * 60 * 1000;
/** A stretch so far away was moved by a clock; less may be a tab that was left open over a weekend. */
const FAR_MS = 7 * DAY_MS;
/** Single events stray less than this when batches overtake each other. */
const SET_BACK_MS = 60_000;
/** So many events make a stretch; fewer are strays, unless they bring a page. */
const STRETCH = 20;
/** Two recordings of one stretch of time are seen by events of both within so short a time. */
const MESH_MS = 5000;
/** Unix milliseconds of 1973 to 5138: no other unit gives such numbers for a time in which there were recorders. */
const MILLISECONDS = { from: 1e11, to: 1e14 } as const;
/** What times in seconds and in microseconds have to be multiplied with. */
const UNITS = [1000, 0.001];

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
export interface RepairedClock {
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
export function repairClock(rows: ClockRows): RepairedClock {
  const timestamps = Float64Array.from({ length: rows.length }, (_, row) => rows.timestamp(row));
  const streams = streamsOf(rows);
  const converted = convertUnits(rows, timestamps);
  const setBack = undoSetBacks(rows, streams, timestamps);
  const moved = gatherClusters(rows, streams, timestamps);
  return { timestamps, converted, strays: moved.strays, jumped: setBack + moved.jumped };
}

type Stream = readonly number[];

/** Rows by stream, in order of arrival. */
function streamsOf(rows: ClockRows): ReadonlyMap<number, Stream> {
  const streams = new Map<number, number[]>();
  for (let row = 0; row < rows.length; row++) {
    const stream = rows.stream(row);
    const known = streams.get(stream);
    if (known) known.push(row);
    else streams.set(stream, [row]);
  }
  return streams;
}

/** Events with less than a day between one and the next. */
interface Cluster {
  /** By time. */
  readonly rows: number[];
  readonly start: number;
  end: number;
  /** Row that came first. */
  first: number;
  hasPage: boolean;
}

/** By time. */
function clustersOf(rows: ClockRows, timestamps: Float64Array): Cluster[] {
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
function mainOf(clusters: readonly Cluster[]): Cluster | undefined {
  const weight = ({ rows, hasPage }: Cluster) => {
    if (!hasPage) return rows.length;
    return rows.length < STRETCH ? rows.length + STRETCH : Number.MAX_SAFE_INTEGER / 2 + rows.length;
  };
  let main = clusters[0];
  for (const cluster of clusters) if (main && weight(cluster) > weight(main)) main = cluster;
  return main;
}

function convertUnits(rows: ClockRows, timestamps: Float64Array): number {
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

/** Moves what lies far from the main cluster to where it stands in the file. */
function gatherClusters(
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

/** Which rows are where they belong, and which of those stand next to others in their stream. */
class Neighbours {
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

interface Seam {
  readonly own: number;
  readonly settled: number;
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

/**
 * Finds where a stream's clock was set back while it went on: the times fall into what was recorded before and
 * pass through it a second time. Batches in the wrong order fall back too, but into a hole.
 */
function undoSetBacks(
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
