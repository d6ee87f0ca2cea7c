import { IncrementalSource } from '@rrweb/types';
import { asRecord, type Fields } from '../json.ts';
import { incrementalEvent, type ReplayEvent } from '../recording.ts';
import { PLACING } from './non-dom-state.ts';
import type { PageState } from './page-state.ts';
import { TreeDifference } from './tree-difference.ts';

/** Pages of which more than this part would have to be built are built as a whole. */
const MAX_BUILT = 0.4;

/** What was done to a node and can only be done again to a new one. */
const UNDONE_BY_BUILDING = [IncrementalSource.StyleSheetRule, IncrementalSource.CanvasMutation];

/** These leave nothing to be seen on a page that stands still but where the mouse is. */
const UNSEEN: ReadonlySet<string> = new Set(['pointer', 'button', 'click']);

/**
 * The events that make the page of one moment out of that of another, whichever of the two is earlier: a mutation and
 * what was done to nodes that it builds. Null when they have too little in common, or when something that was done
 * before `from` cannot be undone.
 *
 * @param at when they happen, Unix milliseconds
 */
export function pageDifference(from: PageState, to: PageState, at: number): ReplayEvent[] | null {
  const before = from.rest.groups;
  const after = to.rest.groups;
  const rebuilt = nodesToRebuild(before, after);
  if (!rebuilt) return null;
  const tree = new TreeDifference(from.tree, to.tree, rebuilt, to.tree.size * MAX_BUILT);
  if (!tree.isPossible) return null;
  const isAdopted = after.has('sheets and fonts');
  if (isAdopted && [...tree.built].some((id) => to.tree.find(id)?.node['isShadowHost'] === true)) return null;
  const events = [
    incrementalEvent(at, tree.data),
    ...scrolls(from, to, tree).map((data) => incrementalEvent(at, data)),
    ...to.rest.events().filter((event) => {
      const { source, id } = asRecord(event.data);
      if (isSharedStyle(event)) return false;
      switch (source) {
        case IncrementalSource.StyleSheetRule:
        case IncrementalSource.StyleDeclaration:
        case IncrementalSource.CanvasMutation:
          return tree.built.has(Number(id));
        case IncrementalSource.Font:
        case IncrementalSource.AdoptedStyleSheet:
          return false;
        default:
          return true;
      }
    }),
    to.user.event(at),
  ];
  return events.map((event) => ({ ...event, timestamp: at }));
}

type Groups = ReadonlyMap<string, readonly ReplayEvent[]>;

/** Numbers of nodes to which something was done that was not done at the other moment; null for what is of no node. */
function nodesToRebuild(before: Groups, after: Groups): Set<number> | null {
  const rebuilt = new Set<number>();
  // A mouse that had not been seen yet stays.
  const isPlaced = (groups: Groups) => PLACING.some((name) => groups.has(name));
  if (isPlaced(before) && !isPlaced(after)) return null;
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [source = NaN, id = NaN] = key.split(':').map(Number);
    const [old, next] = [before.get(key), after.get(key)];
    if (source === IncrementalSource.Scroll) continue;
    if (source === IncrementalSource.Input) {
      if (!next) rebuilt.add(id);
    } else if (UNDONE_BY_BUILDING.some((undone) => undone === source)) {
      const isEqual = JSON.stringify(old) === JSON.stringify(next);
      if (!isEqual && [...(old ?? []), ...(next ?? [])].some(isSharedStyle)) return null;
      if (!isEqual) rebuilt.add(id);
    } else if (key === 'sheets and fonts') {
      if (JSON.stringify(old) !== JSON.stringify(next)) return null;
    } else if (source === IncrementalSource.MediaInteraction || (!next && !UNSEEN.has(key))) {
      // A film goes on by itself; what was selected stays.
      return null;
    }
  }
  return rebuilt;
}

/** Where scrollers stand that were scrolled at the other moment, or by what was recorded of them. */
function scrolls(from: PageState, to: PageState, { scrolled }: TreeDifference): Fields[] {
  const ids = [...from.rest.groups.keys()]
    .map((key) => key.split(':').map(Number))
    .map(([source, id = NaN]) => (source === IncrementalSource.Scroll ? id : NaN));
  const { left = 0, top = 0 } = to.initialOffset;
  const page = { source: IncrementalSource.Scroll, id: to.tree.root.id, x: left, y: top };
  const boxes = [...new Set([...ids, ...scrolled])].map((id) => {
    const { rr_scrollLeft: x = 0, rr_scrollTop: y = 0 } = asRecord(to.tree.find(id)?.node['attributes']);
    return { source: IncrementalSource.Scroll, id, x, y };
  });
  return [...boxes.filter(({ id }) => to.tree.find(id) && id !== page.id), page];
}

/** Rules of a sheet that belongs to no node. */
function isSharedStyle({ data }: ReplayEvent): boolean {
  return asRecord(data)['styleId'] !== undefined;
}
