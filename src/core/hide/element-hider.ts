import { EventType, IncrementalSource } from '@rrweb/types';
import { COVERED_ATTRIBUTE } from '../rrweb/mask-traces.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asRecord, type Fields, isRecord } from '../json.ts';
import { nodesOf } from '../rrweb/serialized-node.ts';
import type { ReplayEvent } from '../recording.ts';
import { copyEvent } from './copy-event.ts';
import { FollowedPage } from './followed-page.ts';
import { hideInEvent } from './hide-in-event.ts';
import { hideOnPage } from './hide-on-page.ts';
import { HiddenNodes } from './hidden-nodes.ts';
import { compileSelector, type ElementMatcher } from './selector.ts';

/**
 * Hides elements of one window in the data, on the way to the replay core: these and all in them keep their place and
 * shape, and nothing of what they show is left. An element that comes to match later is hidden from then on, and stays
 * so until its page is read anew.
 */
export class ElementHider {
  readonly #matchers: readonly ElementMatcher[];
  readonly #page = new FollowedPage();
  readonly #typed = new Map<number, string>();
  #hidden: HiddenNodes<ElementMatcher>;

  /** @throws TypeError for what is no selector */
  constructor(selectors: readonly string[]) {
    this.#matchers = selectors.map(compileSelector);
    this.#hidden = new HiddenNodes(this.#matchers);
  }

  /**
   * @param events of one window in their order, beginning with a page; they become the hider's own
   * @returns what is to be given to the replay core in their stead
   */
  next(events: readonly ReplayEvent[]): ReplayEvent[] {
    if (this.#matchers.length === 0) return [...events];
    return events.flatMap((event) => this.#hide(event));
  }

  #hide(given: ReplayEvent): readonly ReplayEvent[] {
    const event = copyEvent({ ...given });
    const data = asRecord(event['data']);
    if (event['type'] === EventType.FullSnapshot) {
      this.#hidden = new HiddenNodes(this.#matchers);
      this.#typed.clear();
    }
    if (data['source'] === IncrementalSource.Input && typeof data['text'] === 'string') {
      this.#typed.set(Number(data['id']), data['text']);
    }
    const change = this.#page.follow({ ...given });
    const { tree } = this.#page;
    if (!tree) return [given];
    const found = change ? this.#hidden.note(change) : [];
    const hiding = { isHidden: (id: unknown) => this.#hidden.ids.has(Number(id)), mark: COVERED_ATTRIBUTE };
    const shown = hideInEvent(event, tree, hiding) ? [event as unknown as ReplayEvent] : [];
    const known = withoutNew(found, data);
    if (known.length === 0 || event['type'] === EventType.FullSnapshot) return shown;
    return [...shown, ...hideOnPage(known, tree, hiding, given.timestamp, this.#typed)];
  }
}

/** Nodes that an event did not bring itself. */
function withoutNew(treeNodes: readonly ReadonlyTreeNode[], { adds }: Fields): readonly ReadonlyTreeNode[] {
  if (treeNodes.length === 0) return treeNodes;
  const added = new Set<unknown>();
  for (const add of asArray(adds).filter(isRecord)) for (const { id } of nodesOf(add['node'])) added.add(id);
  return treeNodes.filter(({ id }) => !added.has(id));
}
