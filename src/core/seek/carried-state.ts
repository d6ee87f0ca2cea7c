import { IncrementalSource, MouseInteractions } from '@rrweb/types';
import { firstIndex } from '../first-index.ts';
import { asRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import { numbersIn } from '../rrweb/event-numbers.ts';
import { attributesOf, isTag, nodesOf, type SerializedNode } from '../rrweb/serialized-node.ts';
import { atOnce } from './at-once.ts';
import { carriedUser } from './carried-user.ts';
import { CarriedFrames, type FrameContent, framesIn } from './carried-frames.ts';
import { OF_NODES } from './non-dom-state.ts';
import { identityOf, isSamePage, type PageIdentity } from './page-identity.ts';
import type { PageSource, VisibleRow } from './page-source.ts';
import { RowNotes } from './row-notes.ts';

/** What a recorder tells anew with a full snapshot comes behind it in so little time. */
const RESTATED_MS = 1000;
/** Results that are remembered: most moments that are looked at lie near one another. */
const REMEMBERED = 8;

/** A full snapshot and all before it, as far as it is of the same page. */
interface Followed {
  readonly windowId: string;
  /** Time of the snapshot, which is not in. */
  readonly at: number;
  readonly identity: PageIdentity;
  readonly notes: RowNotes;
}

/**
 * What is still there when a recorder takes another full snapshot of the page, which cannot hold it: where the mouse
 * is, what is drawn on canvases, what was selected, fonts, documents in frames that record themselves.
 */
export class CarriedState {
  readonly #source: PageSource;
  #followed: Followed | null = null;
  #frames: { readonly windowId: string; readonly at: number; readonly frames: CarriedFrames } | null = null;
  /** JSON, by window and time of the snapshot; the latest is the last. */
  readonly #results = new Map<string, string>();

  constructor(source: PageSource) {
    this.#source = source;
  }

  /** The events that make of a page just as its snapshot has it the one that was there; they are new objects. */
  into(windowId: string, { timestamp }: VisibleRow, snapshot: ReplayEvent): ReplayEvent[] {
    const key = `${timestamp} ${windowId}`;
    const json = this.#results.get(key) ?? JSON.stringify(this.#find(windowId, timestamp, snapshot));
    this.#results.delete(key);
    if (this.#source.isComplete()) this.#results.set(key, json);
    const [oldest] = this.#results.keys();
    if (this.#results.size > REMEMBERED && oldest !== undefined) this.#results.delete(oldest);
    return JSON.parse(json) as ReplayEvent[];
  }

  #find(windowId: string, at: number, snapshot: ReplayEvent): ReplayEvent[] {
    const identity = this.#identityOf(windowId, snapshot);
    const nodes = new Map([...nodesOf(rootOf(snapshot.data))].map((node) => [Number(node['id']), node]));
    const needsPictures = [...nodes.values()].some(
      (node) => isTag(node, 'canvas') && !isHeld(IncrementalSource.CanvasMutation, node),
    );
    const notes = this.#notesBefore(windowId, at, identity, needsPictures);
    this.#followed = this.#source.isComplete() ? { windowId, at, identity, notes } : null;
    if (notes.isEmpty) return [];
    const restated = new Set<EventKind>();
    const reattached = new Set<number>();
    for (const row of this.#source.visibleRows(windowId, at, at + RESTATED_MS)) {
      restated.add(row.kind);
      for (const id of this.#framesIn(row)) reattached.add(id);
    }
    const isMissing = ([id, node]: [number, SerializedNode]) => isTag(node, 'iframe') && !reattached.has(id);
    const missing = new Set([...nodes].filter(isMissing).map(([id]) => id));
    const { events, inside, times } = this.#framesBefore(windowId, at, notes, missing);
    const areSheetsTold =
      restated.has('adoptedStyleSheet') || [...nodes.values()].some((node) => 'adoptedStyleSheets' in node);
    const isKept = ({ data }: ReplayEvent) => {
      const fields = asRecord(data);
      const source = fields['source'];
      if (
        areSheetsTold &&
        (source === IncrementalSource.AdoptedStyleSheet || fields['styleId'] !== undefined)
      )
        return inside.has(Number(fields['id']));
      const isOfNode = OF_NODES.includes(source);
      return numbersIn(fields).every((id) => {
        if (inside.has(id)) return !isOfNode;
        const node = nodes.get(id);
        return node !== undefined && !(isOfNode && isHeld(source, node));
      });
    };
    const carried = withoutLiftedFinger(notes.events()).filter(isKept);
    const user = carriedUser(this.#source, {
      windowId,
      at,
      actions: notes.actions,
      root: rootOf(snapshot.data),
    });
    const hasFrames = events.length > 0;
    const state = user.isKnown || hasFrames ? [user.event(at, hasFrames ? { times } : {})] : [];
    return atOnce([...events, ...carried, ...state], at);
  }

  /** What was noted since the page was loaded. */
  #notesBefore(windowId: string, at: number, identity: PageIdentity, needsPictures: boolean): RowNotes {
    const known = this.#followed;
    const earlier = [...this.#source.earlierSnapshots(windowId, at)];
    const goesOn = known?.windowId === windowId && known.at === earlier[0]?.timestamp;
    if (known && goesOn && (known.notes.withPictures || !needsPictures)) {
      if (!isSamePage(known.identity, identity)) return new RowNotes(this.#source, needsPictures);
      known.notes.addAll(this.#source.visibleRows(windowId, known.at, at));
      return known.notes;
    }
    const notes = new RowNotes(this.#source, needsPictures);
    const first = this.#firstOf(windowId, earlier, identity);
    if (first) notes.addAll(this.#source.visibleRows(windowId, first.timestamp, at));
    return notes;
  }

  /** The snapshot that the page began with. Once another page is met all before it are others. */
  #firstOf(windowId: string, earlier: readonly VisibleRow[], identity: PageIdentity): VisibleRow | null {
    const isSame = (row: VisibleRow | undefined) => {
      const event = row && this.#source.inflate(row);
      return event ? isSamePage(this.#identityOf(windowId, event), identity) : false;
    };
    return earlier[firstIndex(earlier.length, (index) => !isSame(earlier[index])) - 1] ?? null;
  }

  /** Documents in frames, from where they were attached. */
  #framesBefore(windowId: string, at: number, notes: RowNotes, missing: ReadonlySet<number>): FrameContent {
    const left = new Set(missing);
    let from = Infinity;
    for (const row of notes.attaching.toReversed()) {
      if (left.size === 0) break;
      for (const id of this.#framesIn(row)) if (left.delete(id)) from = row.timestamp;
    }
    if (from === Infinity) return new CarriedFrames().contentOf(left, at);
    const known = this.#frames;
    const goesOn = known?.windowId === windowId && from < known.at && known.at < at;
    const isEnough = known && [...missing].every((id) => left.has(id) || known.frames.has(id));
    const frames = goesOn && isEnough ? known.frames : new CarriedFrames();
    for (const row of this.#source.visibleRows(windowId, goesOn && isEnough ? known.at : from, at)) {
      if (row.kind === 'fullSnapshot') continue;
      const event = this.#source.inflate(row);
      if (event) frames.add(event);
    }
    this.#frames = this.#source.isComplete() ? { windowId, at, frames } : null;
    return frames.contentOf(missing, at);
  }

  #framesIn(row: VisibleRow): number[] {
    const event = row.kind === 'mutation' && this.#source.attachesFrame(row) && this.#source.inflate(row);
    return event ? framesIn(asRecord(event.data)) : [];
  }

  #identityOf(windowId: string, { timestamp, data }: ReplayEvent): PageIdentity {
    const { href } = asRecord(this.#source.metaFor(windowId, timestamp, timestamp).data);
    return identityOf(rootOf(data), String(href));
  }
}

function rootOf(data: unknown): SerializedNode {
  return { ...asRecord(asRecord(data)['node']) };
}

/** Unlike a mouse a finger that is not there is nowhere. */
function withoutLiftedFinger(events: readonly ReplayEvent[]): readonly ReplayEvent[] {
  const isLift = ({ data }: ReplayEvent) => {
    const { source, type } = asRecord(data);
    const isEnd = type === MouseInteractions.TouchEnd || type === MouseInteractions.TouchCancel;
    return source === IncrementalSource.MouseInteraction && isEnd;
  };
  const isMove = ({ data }: ReplayEvent) => asRecord(data)['source'] === IncrementalSource.TouchMove;
  return events.some(isLift) ? events.filter((event) => !isLift(event) && !isMove(event)) : events;
}

/** True when the snapshot has what came of events of this kind. */
function isHeld(source: unknown, node: SerializedNode): boolean {
  if (source === IncrementalSource.CanvasMutation) return 'rr_dataURL' in attributesOf(node);
  if (source === IncrementalSource.MediaInteraction) return 'rr_mediaState' in attributesOf(node);
  return true;
}
