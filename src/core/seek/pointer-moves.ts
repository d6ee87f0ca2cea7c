import TinyQueue from 'tinyqueue';
import { asArray, asRecord } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { PageSource, VisibleRow } from './page-source.ts';

/** Recorders tell of movements every half second, and later from a page that is busy. */
const MOST_MS = 1000;
/** Recorders tell of some ten in each of these events, and a screen shows some hundred in a second. */
const MOST_MOVES = 1000;
/** Only among so many events of a millisecond is looked ahead: a million of them would be read again and again. */
const MOST_AT_ONCE = 100;

const KINDS: ReadonlySet<EventKind> = new Set(['mouseMove', 'touchMove', 'drag']);

/** True for an event that tells of movements of mouse or finger since the one before. */
export function tellsOfMoves({ kind }: VisibleRow): boolean {
  return KINDS.has(kind);
}

/** Movements that an event tells of, each as an event of the time at which it was made. */
export function movesOf({ timestamp, data }: ReplayEvent): ReplayEvent[] {
  const fields = asRecord(data);
  return someMoves(asArray(fields['positions']))
    .map(asRecord)
    .map((position) => {
      const ago = Math.min(Math.max(Math.ceil(-Number(position['timeOffset'] ?? 0)) || 0, 0), MOST_MS);
      return incrementalEvent(timestamp - ago, { ...fields, positions: [{ ...position, timeOffset: 0 }] });
    });
}

/** Of more than anybody can see only some, and where they lead. */
function someMoves(positions: readonly unknown[]): readonly unknown[] {
  const step = Math.ceil(positions.length / MOST_MOVES);
  return step <= 1 ? positions : positions.filter((_, i) => i % step === 0 || i === positions.length - 1);
}

/** Unix milliseconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** So many events from `from` on are left out. */
  readonly skip?: number;
}

interface Move {
  /** Its time, or before all others where nobody has seen it. */
  readonly at: number;
  /** Movements of one time come as they were told. */
  readonly order: number;
  readonly event: ReplayEvent;
}

/**
 * Movements of a window's mouse or finger from a moment on, each at its own time. What is to be known of a moment may
 * be told up to a second after it; told too late, the mouse would be elsewhere after a seek than it is while playing.
 */
export class PointerMoves {
  readonly #source: Pick<PageSource, 'inflate'>;
  readonly #rows: Iterator<VisibleRow, undefined>;
  readonly #from: number;
  readonly #lateFrom: number;
  #next: VisibleRow | undefined;
  #count = 0;
  /** What was read of those that were made before they were told, the earliest first. */
  readonly #made = new TinyQueue<Move>([], (a, b) => a.at - b.at || a.order - b.order);
  /** What was read of those that were made when an event told of them, by its row. */
  readonly #madeAt = new Map<number, ReplayEvent[]>();

  /**
   * @param from Unix milliseconds
   * @param to later ones are not asked for
   * @param skip so many events from `from` on have been read before
   * @param lateFrom events from this time on tell of movements before `from` that nobody has seen, which count as made
   *   just then
   */
  constructor(
    source: Pick<PageSource, 'visibleRows' | 'inflate'>,
    windowId: string,
    { from, to, skip = 0 }: Stretch,
    lateFrom = Infinity,
  ) {
    this.#source = source;
    this.#rows = someOf(source, windowId, { from, to: to + MOST_MS, skip });
    this.#from = from;
    this.#lateFrom = lateFrom;
    this.#advance();
  }

  /** When those before a moment were made that were not taken yet, in any order. Unix milliseconds. */
  timesBefore(timestamp: number): number[] {
    this.#readTo(timestamp + MOST_MS);
    const atOnce = [...this.#madeAt.values()].flat();
    return [...this.#made.data.map(({ event }) => event), ...atOnce]
      .map((event) => event.timestamp)
      .filter((at) => at < timestamp);
  }

  /** Takes those that were made before a moment and told of later, in the order in which they were made. */
  takeBefore(timestamp: number): ReplayEvent[] {
    this.#readTo(timestamp + MOST_MS);
    const taken = [];
    for (let next = this.#made.peek(); next && next.at < timestamp; next = this.#made.peek()) {
      taken.push(next.event);
      this.#made.pop();
    }
    return taken;
  }

  /** Takes those that were made when an event told of them. */
  takeAt(row: VisibleRow): ReplayEvent[] {
    this.#readTo(row.timestamp + MOST_MS);
    const moves = this.#madeAt.get(row.row) ?? this.#all(row);
    this.#madeAt.delete(row.row);
    return moves;
  }

  /** All that an event tells of, as made when it does. */
  #all(row: VisibleRow): ReplayEvent[] {
    const { timestamp } = row;
    const event = this.#source.inflate(row);
    return event ? movesOf(event).map((move) => ({ ...move, timestamp })) : [];
  }

  #readTo(timestamp: number): void {
    while (this.#next && this.#next.timestamp < timestamp) {
      if (tellsOfMoves(this.#next)) this.#readAhead(this.#next);
      this.#advance();
    }
  }

  #readAhead(row: VisibleRow): void {
    const event = this.#source.inflate(row);
    const moves = event ? movesOf(event) : [];
    this.#madeAt.set(
      row.row,
      moves.filter(({ timestamp }) => timestamp === row.timestamp),
    );
    for (const move of moves) if (move.timestamp < row.timestamp) this.#addMade(move, row.timestamp);
  }

  #addMade(event: ReplayEvent, toldAt: number): void {
    const order = this.#count++;
    if (event.timestamp >= this.#from) this.#made.push({ at: event.timestamp, order, event });
    else if (toldAt >= this.#lateFrom)
      this.#made.push({ at: -Infinity, order, event: { ...event, timestamp: this.#from } });
  }

  #advance(): void {
    this.#next = this.#rows.next().value;
  }
}

/** Visible events of a window, the first ones of each millisecond. */
function* someOf(
  source: Pick<PageSource, 'visibleRows'>,
  windowId: string,
  { from, to, skip = 0 }: Stretch,
): Generator<VisibleRow, undefined> {
  const startAt = (at: number, left = 0) => source.visibleRows(windowId, at, to, left)[Symbol.iterator]();
  let rows = skip < MOST_AT_ONCE ? startAt(from, skip) : startAt(from + 1);
  let [at, count] = [from, skip];
  for (let next = rows.next(); !next.done; next = rows.next()) {
    const row = next.value;
    count = row.timestamp === at ? count + 1 : 1;
    at = row.timestamp;
    if (count <= MOST_AT_ONCE) yield row;
    else rows = startAt(at + 1);
  }
}
