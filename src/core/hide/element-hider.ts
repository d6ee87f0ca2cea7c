import { EventType, IncrementalSource } from '@rrweb/types';
import { COVERED_ATTRIBUTE } from '../rrweb/mask-traces.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asNumber, asRecord, isRecord, type Fields } from '../json.ts';
import { nodesOf } from '../rrweb/serialized-node.ts';
import type { ReplayEvent } from '../recording.ts';
import { copyEvent } from './copy-event.ts';
import { EventHider } from './event-hider.ts';
import { FollowedPage } from './followed-page.ts';
import { hideOnPage } from './hide-on-page.ts';
import { HiddenNodes } from './hidden-nodes.ts';
import { compileSelector, type CompiledSelector } from './selector.ts';

/**
 * Hides elements of one window in the data, on the way to the replay core: these and all in them keep their place and
 * shape, and nothing of what they show is left. An element that comes to match later is hidden from then on, and stays
 * so until its page is read anew.
 */
export class ElementHider {
  readonly #matchers: readonly CompiledSelector[];
  readonly #page = new FollowedPage();
  readonly #typed = new Map<number, string>();
  /** How many rules were put into style elements, by their numbers. */
  readonly #inserted = new Map<number, number>();
  readonly #events: EventHider;
  #hidden: HiddenNodes<CompiledSelector>;

  /** @throws TypeError for what is no selector */
  constructor(selectors: readonly string[]) {
    this.#matchers = selectors.map(compileSelector);
    this.#hidden = new HiddenNodes(this.#matchers);
    const names = this.#matchers.flatMap((matcher) => [...matcher.names]);
    this.#events = new EventHider(() => this.#hidden.ids, COVERED_ATTRIBUTE, names);
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
      this.#inserted.clear();
    }
    this.#noteDoings(data);
    const change = this.#page.follow({ ...given });
    const { tree } = this.#page;
    const found = change ? this.#hidden.note(change) : [];
    const known = event['type'] === EventType.FullSnapshot ? [] : withoutNew(found, data);
    const shown = this.#events.hide(event, tree) as unknown as readonly ReplayEvent[];
    if (!tree || known.length === 0) return shown;
    const doings = { typed: this.#typed, inserted: this.#inserted };
    return [...shown, ...hideOnPage(known, tree, this.#events.hiding, given.timestamp, doings)];
  }

  #noteDoings({ source, id, text, adds, removes }: Fields): void {
    const key = asNumber(id);
    if (source === IncrementalSource.Input && typeof text === 'string') this.#typed.set(key, text);
    if (source !== IncrementalSource.StyleSheetRule || !(key > 0)) return;
    const change = asArray(adds).length - asArray(removes).length;
    this.#inserted.set(key, (this.#inserted.get(key) ?? 0) + change);
  }
}

/** Nodes that an event did not bring itself. */
function withoutNew(treeNodes: readonly ReadonlyTreeNode[], { adds }: Fields): readonly ReadonlyTreeNode[] {
  if (treeNodes.length === 0) return treeNodes;
  const added = new Set<unknown>();
  for (const add of asArray(adds).filter(isRecord)) for (const { id } of nodesOf(add['node'])) added.add(id);
  return treeNodes.filter(({ id }) => !added.has(id));
}
