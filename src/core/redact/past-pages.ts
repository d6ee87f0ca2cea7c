import { EventType, IncrementalSource } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import type { ReplayEvent, SessionEvent } from '../recording.ts';
import { type EventKind, isVisibleKind, kindOf } from '../rrweb/event-kind.ts';
import { atOnce } from '../seek/at-once.ts';
import { PageReader } from '../seek/page-reader.ts';
import { tellsOfMoves } from '../seek/pointer-moves.ts';
import type { VisibleRow } from '../seek/page-source.ts';
import { earlierSnapshots, tellsOfPages } from '../store/earlier-snapshots.ts';
import { SessionFacts } from '../store/session-facts.ts';
import { filmsOn, withoutClicks, withoutUnknown } from './page-at-cut.ts';
import { foldDrawings } from './past-drawing.ts';
import { foldRules, PastSheets } from './past-sheets.ts';
import { foldValues, nodesIn } from './past-values.ts';

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
  /** Elements that were given a size, which clears a canvas. Times are Unix milliseconds. */
  readonly #resized: { readonly windowId: string; readonly id: number; readonly timestamp: number }[] = [];
  readonly #sheets = new Map<string, PastSheets>();
  /** Movements that are told from then on are not of the past, even those that were made before. Unix milliseconds. */
  #cutAt = Infinity;
  readonly #pages = new PageReader({
    isComplete: () => true,
    visibleRows: (windowId, from, to) =>
      this.#rowsOf(windowId).filter(
        (row) =>
          isVisibleKind(row.kind) &&
          from <= row.timestamp &&
          row.timestamp < to &&
          !(tellsOfMoves(row) && row.timestamp >= this.#cutAt),
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
    if (kind === 'mutation') this.#noteSizes(windowId, data, timestamp);
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
    this.#cutAt = from;
    const isPage = ({ kind, timestamp }: PastRow) => kind === 'fullSnapshot' && timestamp < from;
    const keyframeAt = this.#rowsOf(windowId).findLast(isPage)?.timestamp;
    if (keyframeAt === undefined) return [];
    const state = this.#pages.stateAt(windowId, { keyframeAt, to: from });
    if (!state) return [];
    const times = { ...state.times(from), page: this.#facts.hrefSince(windowId, keyframeAt) };
    const before = Math.ceil(from) - 1;
    const sheets = new PastSheets();
    this.#sheets.set(windowId, sheets);
    const events = atOnce(withoutClicks(this.#withoutPast(windowId, state.recorded(), sheets)), at);
    filmsOn(events, state.times(from), keyframeAt, from);
    return [
      { ...this.#facts.metaAt(windowId, before, keyframeAt), timestamp: at },
      ...[...events, ...state.user.recorded(at)].map(withoutUnknown),
      state.user.event(at, { times }),
    ];
  }

  /** What is left of an event that happens on a page of `pageAt`; null for nothing. */
  onPage(windowId: string, event: Fields): Fields | null {
    const sheets = this.#sheets.get(windowId);
    if (!sheets || event['type'] !== EventType.IncrementalSnapshot) return event;
    const data = sheets.inCopy(asRecord(event['data']));
    return data && { ...event, data };
  }

  /** Events of a page without what was there before and is not any more. */
  #withoutPast(windowId: string, events: readonly ReplayEvent[], sheets: PastSheets): ReplayEvent[] {
    const nodes = nodesIn(events);
    foldValues(events, nodes);
    const others = events.filter((event) => !sheets.note(asRecord(event.data)));
    const isPage = ({ data }: ReplayEvent) =>
      'node' in asRecord(data) || asRecord(data)['source'] === IncrementalSource.Mutation;
    const page = others.filter(isPage);
    const rest = foldRules(
      others.filter((event) => !isPage(event)),
      nodes,
    );
    const at = page[0]?.timestamp ?? 0;
    return [
      ...page,
      ...sheets.events(at, nodes),
      ...foldDrawings(rest, nodes, this.#clearedAt(windowId, at)),
    ];
  }

  #noteSizes(windowId: string, { attributes }: Fields, timestamp: number): void {
    for (const change of asArray(attributes).map(asRecord)) {
      const { width, height } = asRecord(change['attributes']);
      if (width === undefined && height === undefined) continue;
      this.#resized.push({ windowId, id: Number(change['id']), timestamp });
    }
  }

  /**
   * When canvases were last cleared by a size. What is drawn again for a full snapshot has its time: of that nothing is
   * known to be later.
   */
  #clearedAt(wanted: string, keyframeAt: number): ReadonlyMap<number, number> {
    const cleared = new Map<number, number>();
    for (const { windowId, id, timestamp } of this.#resized)
      if (windowId === wanted && timestamp < this.#cutAt)
        cleared.set(id, Math.max(timestamp, keyframeAt + 1));
    return cleared;
  }

  #rowsOf(windowId: string): PastRow[] {
    return this.#windows.get(windowId) ?? [];
  }
}
