import { asRecord, type Fields } from '../../json.ts';
import type { ReplayEvent } from '../../recording.ts';
import type { EventKind } from '../../rrweb/event-kind.ts';
import { PageTree } from '../../rrweb/page-tree.ts';
import type { ReadonlyTreeNode } from '../../rrweb/tree-node.ts';
import type { EntryLog } from '../entry-log.ts';
import { exactTargetOf, targetOf } from '../naming/target.ts';
import { Annotations } from './annotations.ts';
import { Clicks } from './clicks.ts';
import { ConsoleLines } from './console-lines.ts';
import { CustomEvents } from './custom-events.ts';
import { Dialogs } from './dialogs.ts';
import { HiddenThings } from './hidden-things.ts';
import { PageVisits } from './page-visits.ts';
import { Popovers } from './popovers.ts';
import { Requests } from './requests.ts';
import { Resizes } from './resizes.ts';
import { Scrolls } from './scrolls.ts';
import { Selections } from './selections.ts';
import { Typing } from './typing.ts';
import type { EntryFinder, WindowContext, WindowFacts } from './window-context.ts';

/** Follows the pages of one window through its events, and has those find entries in them who know how. */
export class FollowedWindow {
  readonly #finders: readonly EntryFinder[];
  #tree: PageTree | null = null;
  #page = 0;

  constructor(windowId: string, log: EntryLog, facts: WindowFacts) {
    const tree = () => this.#tree;
    const page = () => this.#page;
    const context: WindowContext = {
      ...facts,
      get tree() {
        return tree();
      },
      get page() {
        return page();
      },
      add: (kind, at, detail, besides) => log.add(kind, at, windowId, detail, besides),
      targetOf: (id) => this.#tree && targetOf(this.#tree, id),
      exactTargetOf: (id) => this.#tree && exactTargetOf(this.#tree, id),
    };
    this.#finders = [
      new PageVisits(context),
      new Clicks(context),
      new Typing(context),
      new Scrolls(context),
      new Resizes(context),
      new ConsoleLines(context),
      new Requests(context),
      new CustomEvents(context),
      new Annotations(context),
      new Dialogs(context),
      new Popovers(context),
      new Selections(context),
      new HiddenThings(context),
    ];
  }

  /** A node on the page that is there, by its number. */
  find(id: number): ReadonlyTreeNode | null {
    return this.#tree?.find(id) ?? null;
  }

  /** @param event inflated and put right, in the order of time; becomes the window's own */
  add(event: ReplayEvent, kind: EventKind): void {
    const data: Fields = asRecord(event.data);
    if (kind === 'fullSnapshot') {
      this.#page++;
      this.#tree = new PageTree(asRecord(data['node']));
    } else if (kind === 'mutation') {
      this.#tree?.mutate(data);
    }
    for (const finder of this.#finders) finder.note({ kind, at: event.timestamp, data, event });
  }

  /** @param at the end of the recording, Unix milliseconds */
  end(at: number): void {
    for (const finder of this.#finders) finder.end?.(at);
  }
}
