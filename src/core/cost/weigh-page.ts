import type { ReplayEvent } from '../recording.ts';
import type { PageTree } from '../rrweb/page-tree.ts';
import { tagNameOf } from '../rrweb/serialized-node.ts';
import { treeNodesIn } from '../rrweb/tree-node.ts';
import type { PageAllowance } from '../cost-kinds.ts';
import type { CostLog } from './cost-log.ts';
import { takeEvent, takeStyles } from './cut-event.ts';
import { PageLoad } from './page-load.ts';

/**
 * Leaves out of a page what costs a browser too much.
 *
 * @param events a full snapshot, and what it cannot hold; edited
 * @returns what the page costs then, to go on from there
 */
export function weighPage(events: readonly ReplayEvent[], most: PageAllowance, log: CostLog): PageLoad {
  const load = filled(new PageLoad(most, log), events);
  const { over } = load.totals;
  // Only all of the page tells what there is too much of; then it is left out.
  return over.size === 0 ? load : filled(new PageLoad(most, log, load), events);
}

/**
 * What a page costs of which nothing is left out but what costs too much by itself.
 *
 * @param rest what the tree cannot hold; both are edited
 */
export function weighTree(
  tree: PageTree,
  rest: readonly ReplayEvent[],
  most: PageAllowance,
  log: CostLog,
): PageLoad {
  const load = new PageLoad(most, log);
  for (const { node, parent } of treeNodesIn(tree.root)) load.cutStyles(node, tagNameOf(parent?.node));
  for (const event of rest) takeStyles(load, event);
  for (const { id, node, parent } of treeNodesIn(tree.root)) {
    load.add(node, parent?.id ?? null);
    const style = tree.stylesOf(id);
    if (Object.keys(style).length > 0) load.change(id, { style: { ...style } });
  }
  for (const event of rest) takeEvent(load, event);
  load.settle();
  return load;
}

/**
 * The same for what is done to a page.
 *
 * @returns false when there may be too much of something now: all of the page has to be looked at
 */
export function weighChange(load: PageLoad, event: ReplayEvent): boolean {
  load.totals.begin();
  takeEvent(load, event);
  load.settleChange();
  return load.totals.over.size === 0;
}

function filled(load: PageLoad, events: readonly ReplayEvent[]): PageLoad {
  for (const event of events) takeStyles(load, event);
  for (const event of events) takeEvent(load, event);
  load.settle();
  return load;
}
