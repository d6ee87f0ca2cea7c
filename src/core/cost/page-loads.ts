import type { PageQuery, ReadQuery, ReplayEvent } from '../recording.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import type { WarningLog } from '../warnings.ts';
import { allowanceOf, type PageAllowance } from '../cost-kinds.ts';
import { CostLog } from './cost-log.ts';
import { isFontFit } from './font-size.ts';
import type { PageLoad } from './page-load.ts';
import { weighPage, weighTree } from './weigh-page.ts';

/** A page on screen, one that is built behind it, and some that nobody reads on any more. */
const MOST_FOLLOWED = 6;

/** Where the next answer of a window begins. */
interface Place {
  readonly windowId: string;
  readonly from: number;
  readonly skip: number;
}

/** What the pages cost that were handed out, from answer to answer. */
export class PageLoads {
  readonly #log: CostLog;
  /** By where the next answer begins; the one that was used last at the end. */
  readonly #loads = new Map<string, PageLoad>();
  /** Windows of which something had to be left out: what is on screen is not all that was recorded. */
  readonly #limited = new Set<string>();

  constructor(warnings: WarningLog) {
    this.#log = new CostLog(warnings);
  }

  /** Leaves out of a page what costs too much. Edits the events. */
  weigh(events: readonly ReplayEvent[], { windowId, pageCost }: PageQuery): PageLoad {
    const load = weighPage(events, mostOf(pageCost), this.#log);
    if (load.isLimited) this.#limited.add(windowId);
    return load;
  }

  /** What a page costs that others are changed into; null when something would have to be left out of it. */
  weighState(
    tree: PageTree,
    rest: readonly ReplayEvent[],
    { windowId, pageCost }: PageQuery,
  ): PageLoad | null {
    if (this.#limited.has(windowId)) return null;
    const load = weighTree(tree, rest, mostOf(pageCost), this.#log);
    return load.isLimited ? null : load;
  }

  /** What the page costs that is read on; null when nobody knows any more. */
  take({ windowId, from, skip, pageCost }: ReadQuery): PageLoad | null {
    const key = keyOf({ windowId, from, skip }, pageCost);
    const load = this.#loads.get(key) ?? null;
    this.#loads.delete(key);
    return load;
  }

  /** False for a font that is larger than it may be. */
  isFontFit(event: ReplayEvent, pageCost: number | undefined): boolean {
    return isFontFit(event, mostOf(pageCost), this.#log);
  }

  keep(place: Place, pageCost: number | undefined, load: PageLoad): void {
    this.#loads.set(keyOf(place, pageCost), load);
    const [oldest] = this.#loads.keys();
    if (this.#loads.size > MOST_FOLLOWED && oldest !== undefined) this.#loads.delete(oldest);
  }
}

function mostOf(pageCost = 1): PageAllowance {
  return allowanceOf(pageCost);
}

function keyOf({ windowId, from, skip }: Place, pageCost: number | undefined): string {
  return JSON.stringify([windowId, from, skip, String(pageCost)]);
}
