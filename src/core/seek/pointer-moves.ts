import { asArray, asRecord } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { PageSource, VisibleRow } from './page-source.ts';

/** Recorders tell of movements every half second, and later from a page that is busy. */
const MOST_MS = 1000;

const KINDS: ReadonlySet<EventKind> = new Set(['mouseMove', 'touchMove', 'drag']);

/** True for an event that tells of movements of mouse or finger since the one before. */
export function tellsOfMoves({ kind }: VisibleRow): boolean {
  return KINDS.has(kind);
}

/** Movements that an event tells of, each as an event of the time at which it was made. */
export function movesOf({ timestamp, data }: ReplayEvent): ReplayEvent[] {
  const fields = asRecord(data);
  return asArray(fields['positions'])
    .map(asRecord)
    .map((position) => {
      const ago = Math.min(Math.max(Math.ceil(-Number(position['timeOffset'] ?? 0)) || 0, 0), MOST_MS);
      return incrementalEvent(timestamp - ago, { ...fields, positions: [{ ...position, timeOffset: 0 }] });
    });
}

interface Move {
  /** Which event has told of it. */
  readonly row: number;
  /** Its time, or before all others where nobody has seen it. */
  readonly at: number;
  readonly event: ReplayEvent;
}

/**
 * Movements of a window's mouse or finger from a moment on, each at its own time. What is to be known of a moment may
 * be told up to a second after it; told too late, the mouse would be elsewhere after a seek than it is while playing.
 */
export class PointerMoves {
  readonly #source: Pick<PageSource, 'inflate'>;
  readonly #rows: Iterator<VisibleRow>;
  readonly #from: number;
  readonly #lateFrom: number;
  #next: VisibleRow | undefined;
  /** What was read and not taken yet, by time. */
  #moves: Move[] = [];

  /**
   * @param from Unix milliseconds
   * @param to later ones are not asked for
   * @param lateFrom events from this time on tell of movements before `from` that nobody has seen, which count as made
   *   just then
   */
  constructor(
    source: Pick<PageSource, 'visibleRows' | 'inflate'>,
    windowId: string,
    { from, to }: { readonly from: number; readonly to: number },
    lateFrom = Infinity,
  ) {
    this.#source = source;
    this.#rows = source.visibleRows(windowId, from, to + MOST_MS)[Symbol.iterator]();
    this.#from = from;
    this.#lateFrom = lateFrom;
    this.#advance();
  }

  /** Takes those before a moment, in the order in which they were made. */
  takeBefore(timestamp: number): ReplayEvent[] {
    this.#readTo(timestamp + MOST_MS);
    return this.#take(({ at }) => at < timestamp);
  }

  /** Takes those that were made when an event told of them. */
  takeAt({ row, timestamp }: VisibleRow): ReplayEvent[] {
    this.#readTo(timestamp + MOST_MS);
    return this.#take((move) => move.row === row && move.at === timestamp);
  }

  #take(isWanted: (move: Move) => boolean): ReplayEvent[] {
    const taken = this.#moves.filter(isWanted);
    if (taken.length > 0) this.#moves = this.#moves.filter((move) => !isWanted(move));
    return taken.map(({ event }) => event);
  }

  #readTo(timestamp: number): void {
    while (this.#next && this.#next.timestamp < timestamp) {
      const { row } = this.#next;
      const event = tellsOfMoves(this.#next) && this.#source.inflate(this.#next);
      const isLate = this.#next.timestamp >= this.#lateFrom;
      for (const move of event ? movesOf(event) : []) {
        const at = move.timestamp;
        if (at >= this.#from) this.#moves.push({ row, at, event: move });
        else if (isLate) this.#moves.push({ row, at: -Infinity, event: { ...move, timestamp: this.#from } });
      }
      this.#moves.sort((a, b) => a.at - b.at);
      this.#advance();
    }
  }

  #advance(): void {
    const result = this.#rows.next();
    this.#next = result.done ? undefined : result.value;
  }
}
