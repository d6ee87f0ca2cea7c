import { EventType, IncrementalSource, NodeType } from '@rrweb/types';
import { asRecord, type Fields, isRecord } from '../json.ts';
import { incrementalEvent, type PageTimes, type ReplayEvent } from '../recording.ts';
import { takeListedSheets } from '../rrweb/listed-sheets.ts';
import { PageTree } from '../rrweb/page-tree.ts';
import { NodeTimes, timesIn } from './node-times.ts';
import { UserActions } from '../rrweb/user-actions.ts';
import { NonDomState } from './non-dom-state.ts';
import { popoverPage } from './popover-page.ts';

/** Numbers that no recorder gives. */
const EMPTY = { document: -1000, html: -1001 } as const;

/**
 * All that happened on a page, in as few events as show the same: a full snapshot with every mutation in
 * it, and what a snapshot cannot hold, but for the size of the viewport, which Meta events tell. What comes out can
 * be added to, so that a state that was kept is the start of the next one. Times stay: the snapshot has the time of
 * the recorded one, each event its own.
 */
export class PageState {
  readonly #snapshot: ReplayEvent;
  readonly rest = new NonDomState();
  #times: NodeTimes;
  readonly user = new UserActions(popoverPage(() => this.tree));
  #lastAt: number;
  /** Made when it is needed: a page that has not changed yet, as the first one mostly has not, goes out as it came. */
  #tree: PageTree | null = null;

  /**
   * @param snapshot the full snapshot that the page starts with; becomes the state's own
   * @param times when parts of it came to be, as a state that was kept has told
   */
  constructor(snapshot: ReplayEvent, times?: PageTimes) {
    this.#snapshot = snapshot;
    this.#times = new NodeTimes(times ?? { page: snapshot.timestamp, added: [], restyled: [] });
    for (const adopted of takeListedSheets(snapshot)) this.rest.note(adopted);
    this.#lastAt = snapshot.timestamp;
  }

  get tree(): PageTree {
    this.#tree ??= new PageTree(asRecord(asRecord(this.#snapshot.data)['node']), this.rest);
    return this.#tree;
  }

  /** How far the page was scrolled when it was recorded. */
  get initialOffset(): Fields {
    return asRecord(asRecord(this.#snapshot.data)['initialOffset']);
  }

  /** @param event inflated and put right; becomes the state's own */
  add(event: ReplayEvent): void {
    const data: unknown = event.data;
    this.#lastAt = event.timestamp;
    this.user.note(event);
    const told = event.type === EventType.Custom ? timesIn(asRecord(event.data.payload)) : null;
    if (told) this.#times = new NodeTimes(told);
    if (event.type !== EventType.IncrementalSnapshot || !isRecord(data)) return;
    const adopted = takeListedSheets(event);
    if (data['source'] === IncrementalSource.Mutation) {
      this.tree.mutate(data);
      this.#times.note(data, event.timestamp);
    } else {
      this.rest.note(event);
    }
    for (const sheets of adopted) this.rest.note(sheets);
  }

  /** @param at the moment of the state, Unix milliseconds */
  times(at: number): PageTimes {
    return this.#times.of(this.#tree, at);
  }

  /** Shares its objects with the state. */
  events(): ReplayEvent[] {
    const user = this.user.isKnown ? [this.user.event(this.#lastAt)] : [];
    return [...this.recorded(), ...user];
  }

  /** The same as a recorder would tell of it, but for what the user was doing. */
  recorded(): ReplayEvent[] {
    if (!this.#tree) return [this.#snapshot, ...this.rest.events()];
    const { timestamp } = this.#snapshot;
    const { node, rest } = this.#tree.write();
    const page = { ...asRecord(this.#snapshot.data), node };
    const snapshot = { type: EventType.FullSnapshot, timestamp, data: page } as unknown as ReplayEvent;
    const mutation = rest ? [incrementalEvent(timestamp, rest)] : [];
    return [snapshot, ...mutation, ...this.rest.events()];
  }
}

/** A page without anything that a recording knows. */
export function emptyPage(): PageState {
  const html = { type: NodeType.Element, id: EMPTY.html, tagName: 'html', attributes: {}, childNodes: [] };
  const node = { type: NodeType.Document, id: EMPTY.document, childNodes: [html] };
  const snapshot = { type: EventType.FullSnapshot, timestamp: 0, data: { node } };
  return new PageState(snapshot as unknown as ReplayEvent);
}
