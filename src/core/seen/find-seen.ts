import { EventType, IncrementalSource } from '@rrweb/types';
import { ElementHider } from '../hide/element-hider.ts';
import type { Job } from '../job.ts';
import { asRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import { PageTree } from '../rrweb/page-tree.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { ariaTreeOf } from './aria-node.ts';
import { ariaYaml } from './aria-yaml.ts';
import type { KeyMoment } from './key-moments.ts';
import { sightOf } from './outline-changes.ts';
import type { PageLayout } from './page-layout.ts';
import type { Sight } from './sight.ts';

/** Events that change what an outline says. */
const SEEN_KINDS: ReadonlySet<EventKind> = new Set(['fullSnapshot', 'mutation', 'input']);

export interface SeenQuery {
  readonly moments: readonly KeyMoment[];
  /** Selectors of what the viewer hides besides: nothing in it is told. */
  readonly cover: readonly string[];
  /** Layouts of the pages at these moments, by their ids, as far as somebody has laid them out. */
  readonly layouts: ReadonlyMap<string, PageLayout>;
}

const NO_LAYOUT: PageLayout = new Map();

/** The page of one window, as its events come by. */
class SeenPage {
  readonly #hider: ElementHider;
  readonly #checked = new Map<number, boolean>();
  #tree: PageTree | null = null;
  #told: readonly string[] | null = null;

  constructor(cover: readonly string[]) {
    this.#hider = new ElementHider(cover);
  }

  /** @param event becomes the page's own */
  add(event: ReplayEvent): void {
    for (const { type, data: given } of this.#hider.next([event])) {
      const data = asRecord(given);
      if (type === EventType.FullSnapshot) {
        this.#checked.clear();
        this.#tree = new PageTree({ ...asRecord(data['node']) });
      } else if (data['source'] === IncrementalSource.Input) {
        this.#checked.set(Number(data['id']), data['isChecked'] === true);
      } else {
        this.#tree?.mutate(data);
      }
    }
  }

  /** What is on the page now; null before the first. @param isWhole it is told whole */
  look(isWhole: boolean, layout: PageLayout): Sight | null {
    const tree = this.#tree;
    if (!tree) return null;
    const stylesOf = (id: number) => tree.stylesOf(id);
    const checkedOf = (id: number) => this.#checked.get(id);
    const find = (id: number) => tree.find(id);
    const outline = ariaYaml(ariaTreeOf(tree.root, { stylesOf, checkedOf, find }, layout));
    const sight = sightOf(isWhole ? null : this.#told, outline);
    this.#told = outline;
    return sight;
  }
}

/**
 * What was on the pages at some moments, by their ids: roles, names, states and texts, all of it where a window's page is
 * told of first, then what changed. What was in view, and what lay over it, is told of moments that have a layout.
 *
 * @throws TypeError for a selector in `cover` that is none, and the signal's reason
 */
export async function findSeen(
  store: RecordingStore,
  { moments, cover, layouts }: SeenQuery,
  { slicer, signal, progress }: Job,
): Promise<ReadonlyMap<string, Sight>> {
  const { startAt } = store.table.bounds;
  const pages = new Map<string, SeenPage>();
  const left = [...moments].sort((a, b) => b.at - a.at);
  const seen = new Map<string, Sight>();
  const take = ({ id, windowId, isWhole }: KeyMoment) => {
    const sight = pages.get(windowId)?.look(isWhole, layouts.get(id) ?? NO_LAYOUT);
    if (sight) seen.set(id, sight);
  };
  const pause = async (share: number) => {
    signal.throwIfAborted();
    if (!slicer.isDue) return;
    progress(share);
    await slicer.checkpoint();
  };
  let count = 0;
  for (const { windowId, event } of store.inflated({ kinds: SEEN_KINDS })) {
    const time = (event.timestamp - startAt) / 1000;
    for (let next = left.at(-1); next && next.at <= time; next = left.at(-1)) {
      take(next);
      left.pop();
      await pause(count / store.table.size);
    }
    const page = pages.get(windowId) ?? new SeenPage(cover);
    pages.set(windowId, page);
    page.add(event);
    await pause(++count / store.table.size);
  }
  for (const moment of left.reverse()) take(moment);
  return seen;
}
