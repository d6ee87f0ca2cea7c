import { asRecord } from '../json.ts';
import type { ReplayEvent, SessionEvent } from '../recording.ts';
import { type EventKind, isVisibleKind, kindOf } from '../rrweb/event-kind.ts';
import { atOnce } from '../seek/at-once.ts';
import { PageReader } from '../seek/page-reader.ts';
import type { VisibleRow } from '../seek/page-source.ts';
import { earlierSnapshots, tellsOfPages } from '../store/earlier-snapshots.ts';
import { SessionFacts } from '../store/session-facts.ts';
import { filmsOn, withoutClicks } from './page-at-cut.ts';

interface PastRow extends VisibleRow {
  readonly json: string;
}

/**
 * What windows have shown until a stretch of a session begins. It is kept as JSON, which takes less than events do, and
 * read as the recording itself is: what a page has from before its last full snapshot is found all the same.
 */
export class PastPages {
  readonly #facts = new SessionFacts();
  readonly #rows: PastRow[] = [];
  readonly #windows = new Map<string, PastRow[]>();
  readonly #pages = new PageReader({
    isComplete: () => true,
    visibleRows: (windowId, from, to) =>
      this.#rowsOf(windowId).filter(
        ({ kind, timestamp }) => isVisibleKind(kind) && from <= timestamp && timestamp < to,
      ),
    earlierSnapshots: (windowId, before) =>
      earlierSnapshots(
        this.#rowsOf(windowId)
          .filter(({ timestamp }) => timestamp < before)
          .reverse(),
        before,
        (from, to) => this.#facts.isStart(windowId, from, to),
      ),
    attachesFrame: ({ row }) => this.#rows[row]?.json.includes('"isAttachIframe"') ?? false,
    inflate: ({ row }) => JSON.parse(this.#rows[row]?.json ?? 'null') as ReplayEvent | null,
    isolate: (events) => [...events],
    metaFor: (windowId, timestamp, pageAt) => this.#facts.metaAt(windowId, timestamp, pageAt),
  });

  /** @param given in the order of the session */
  note({ windowId, event }: SessionEvent): void {
    const [type, timestamp] = [Number(event['type']), Number(event['timestamp'])];
    const data = asRecord(event['data']);
    const kind: EventKind = kindOf(type, data);
    this.#facts.note({ type, timestamp, data }, kind, windowId);
    if (!tellsOfPages(kind)) return;
    const json = JSON.stringify(event);
    const row = { row: this.#rows.length, kind, timestamp, length: json.length, json };
    this.#rows.push(row);
    const rows = this.#rowsOf(windowId);
    rows.push(row);
    this.#windows.set(windowId, rows);
  }

  /**
   * The events that bring about what a window shows just before a moment, as if they happened then; none when it shows
   * nothing.
   *
   * @param from the moment, Unix milliseconds
   * @param at when they are to happen, Unix milliseconds
   */
  pageAt(windowId: string, from: number, at: number): ReplayEvent[] {
    const isPage = ({ kind, timestamp }: PastRow) => kind === 'fullSnapshot' && timestamp < from;
    const keyframeAt = this.#rowsOf(windowId).findLast(isPage)?.timestamp;
    if (keyframeAt === undefined) return [];
    const state = this.#pages.stateAt(windowId, { keyframeAt, to: from });
    if (!state) return [];
    const times = { ...state.times(from), page: this.#facts.hrefSince(windowId, keyframeAt) };
    const before = Math.ceil(from) - 1;
    const events = atOnce(withoutClicks(state.recorded()), at);
    filmsOn(events, state.times(from), keyframeAt, from);
    return [
      { ...this.#facts.metaAt(windowId, before, keyframeAt), timestamp: at },
      ...events,
      ...state.user.recorded(at),
      state.user.event(at, { times }),
    ];
  }

  #rowsOf(windowId: string): PastRow[] {
    return this.#windows.get(windowId) ?? [];
  }
}
