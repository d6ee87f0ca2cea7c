import { EventType, IncrementalSource, NodeType } from '@rrweb/types';
import { asArray, asRecord, type Fields } from '../json.ts';
import type { NodeTime, PageTimes, ReplayEvent } from '../recording.ts';
import { nodesOf } from '../rrweb/serialized-node.ts';
import { OF_NODES } from './non-dom-state.ts';
import { emptyPage } from './page-state.ts';

export interface FrameContent {
  /** They bring it about. */
  readonly events: readonly ReplayEvent[];
  /** Numbers of all that is in it. */
  readonly inside: ReadonlySet<number>;
  readonly times: PageTimes;
}

/**
 * Documents in frames by themselves, as they are followed from where they were attached, without the page around
 * them: what is done to nodes of that page does nothing here.
 */
export class CarriedFrames {
  readonly #page = emptyPage();

  /** True when the document of a frame is followed. */
  has(frameId: number): boolean {
    return this.#page.tree.find(frameId) !== null;
  }

  /** @param event inflated and put right; becomes the frames' own */
  add(event: ReplayEvent): void {
    const data = asRecord(event.data);
    for (const frameId of framesIn(data)) if (!this.has(frameId)) this.#addFrame(frameId);
    // A copy tells how long what it begins with was there before.
    if (event.type === EventType.Custom) this.#page.add(event);
    const isInside = OF_NODES.includes(data['source']) && this.#page.tree.find(data['id']) !== null;
    if (isInside || data['source'] === IncrementalSource.Mutation) this.#page.add(event);
  }

  /**
   * What is in some frames at a moment. Shares its objects with the frames.
   *
   * @param at Unix milliseconds
   */
  contentOf(frameIds: ReadonlySet<number>, at: number): FrameContent {
    const inside = new Set<number>();
    const events = this.#page.recorded().slice(1);
    const kept = events.flatMap((event) => {
      const data = asRecord(event.data);
      if (data['source'] !== IncrementalSource.Mutation) return inside.has(Number(data['id'])) ? [event] : [];
      // A document in a document comes behind the one around it.
      const adds = asArray(data['adds'])
        .map(asRecord)
        .filter(({ parentId, node }) => {
          const isIn = frameIds.has(Number(parentId)) || inside.has(Number(parentId));
          if (isIn) for (const { id } of nodesOf(node)) inside.add(Number(id));
          return isIn;
        });
      const attributes = asArray(data['attributes']).filter((change) =>
        inside.has(Number(asRecord(change)['id'])),
      );
      return adds.length > 0
        ? [{ ...event, data: { ...data, adds, attributes } } as unknown as ReplayEvent]
        : [];
    });
    const { added, restyled } = this.#page.times(at);
    const isInside = ([id]: NodeTime) => inside.has(id);
    return {
      events: kept,
      inside,
      times: { page: at, added: added.filter(isInside), restyled: restyled.filter(isInside) },
    };
  }

  #addFrame(id: number): void {
    const node = { type: NodeType.Element, id, tagName: 'iframe', attributes: {}, childNodes: [] };
    this.#page.tree.mutate({ adds: [{ parentId: this.#page.tree.root.first?.id, nextId: null, node }] });
  }
}

/** Numbers of the frames that a mutation attaches documents to. */
export function framesIn({ adds }: Fields): number[] {
  return asArray(adds)
    .map(asRecord)
    .filter(({ node }) => asRecord(node)['type'] === NodeType.Document)
    .map(({ parentId }) => Number(parentId));
}
