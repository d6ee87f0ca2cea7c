import { asArray, asRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import { nodesOf } from '../rrweb/serialized-node.ts';
import { isCustomName } from './repair-tree.ts';

/** True when a recorder says of an element in it that it was defined. */
export function tellsOfDefinitions(event: ReplayEvent): boolean {
  for (const tree of treesIn(event))
    for (const { isCustom } of nodesOf(tree)) if (isCustom === true) return true;
  return false;
}

/**
 * Says so of all custom elements: recorders before rrweb 2.0.0-alpha.12 say of none, and pages hide those that are not
 * defined. Edits the event, which must be the caller's own.
 */
export function defineAll(event: ReplayEvent): void {
  for (const tree of treesIn(event)) {
    for (const node of nodesOf(tree)) {
      if (node['isSVG'] !== true && isCustomName(String(node['tagName']))) node['isCustom'] = true;
    }
  }
}

/** Of a full snapshot and of a mutation. */
function treesIn({ data }: ReplayEvent): readonly unknown[] {
  const { node, adds } = asRecord(data);
  return [node, ...asArray(adds).map((add) => asRecord(add)['node'])];
}
