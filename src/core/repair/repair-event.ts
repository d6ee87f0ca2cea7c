import { EventType, IncrementalSource, NodeType } from '@rrweb/types';
import { asArray, asRecord, isRecord } from '../json.ts';
import type { ReplayEvent } from '../recording.ts';
import type { WarningLog } from '../warnings.ts';
import { isClobbering } from './clobbering.ts';
import { nodeIdOf } from '../rrweb/serialized-node.ts';
import { isNode, repairTree, SCRIPT_TEXT } from './repair-tree.ts';
import { repairTextsOfChange } from './repair-text.ts';
import { orderAdds } from './order-adds.ts';
import { stripExtensions } from './strip-extensions.ts';

/** Fields that name a node, by whatever incremental event has them. */
const ID_FIELDS = ['id', 'parentId', 'nextId', 'previousId'];

/** Fields that are calculated with, which an object can make fail: `{"valueOf": 1}` is no number and no text. */
const NUMBER_FIELDS = [...ID_FIELDS, 'type', 'styleId', 'x', 'y', 'timeOffset'];

/**
 * Puts an inflated event right: trees that can be built, numbers of nodes as numbers, nothing of browser
 * extensions. Edits `event`, which must be the caller's own copy.
 */
export function repairEvent(event: ReplayEvent, warnings: WarningLog): void {
  const data: unknown = event.data;
  if (!isRecord(data)) return;
  if (event.type === EventType.FullSnapshot) {
    const extensions = stripExtensions(data['node']);
    if (extensions.length > 0) warnings.add('extension-stripped', 1, { names: extensions });
    tell(repairTree(data['node']), warnings);
  } else if (event.type === EventType.IncrementalSnapshot) {
    repairIds(data);
    repairNumbers(data);
    for (const position of asArray(data['positions'])) if (isRecord(position)) repairNumbers(position);
    if (repairTextsOfChange(data)) warnings.add('cut-text');
    if (data['source'] === IncrementalSource.Mutation) repairMutation(data, warnings);
  }
}

function repairMutation(data: Record<string, unknown>, warnings: WarningLog): void {
  let dropped = 0;
  for (const list of ['texts', 'attributes', 'removes', 'adds']) {
    const items = asArray(data[list]);
    const valid = items.filter(isRecord);
    valid.forEach(repairIds);
    data[list] = valid.filter(list === 'adds' ? isAddition : hasId);
    dropped += items.length - asArray(data[list]).length;
  }
  if (dropped > 0) warnings.add('unreplayable', dropped);
  for (const change of asArray(data['texts']).filter(isRecord))
    if (change['value'] === SCRIPT_TEXT) change['value'] = '';
  for (const change of asArray(data['attributes']).filter(isRecord)) repairAttributes(change);
  const all = asArray(data['adds']).filter(isRecord);
  const adds = all.filter((add) => placeDoctype(add, all));
  if (adds.length < all.length) warnings.add('unreplayable', all.length - adds.length);
  for (const add of adds) {
    // Numbers in an addition may be in use on the page: a node that moves is added again under its own.
    tell(repairTree(add['node']), warnings);
  }
  data['adds'] = orderAdds(adds);
}

/** Puts the type of a document in front of the root it comes with; false when it comes alone, where one is already. */
function placeDoctype(add: Record<string, unknown>, adds: readonly Record<string, unknown>[]): boolean {
  if (asRecord(add['node'])['type'] !== NodeType.DocumentType) return true;
  const nodes = adds.filter(({ parentId }) => parentId === add['parentId']).map(({ node }) => asRecord(node));
  const root = nodes.find(({ type }) => type === NodeType.Element);
  if (root) add['nextId'] = root['id'];
  return root !== undefined;
}

function repairAttributes(change: Record<string, unknown>): void {
  const { attributes } = change;
  if (!isRecord(attributes)) return;
  for (const [name, value] of Object.entries(attributes)) {
    if (isClobbering(name, value)) Reflect.deleteProperty(attributes, name);
  }
}

function hasId({ id }: Record<string, unknown>): boolean {
  return typeof id === 'number';
}

function isAddition(add: Record<string, unknown>): boolean {
  // None is "at the end", which a missing one means too.
  if (typeof add['nextId'] !== 'number') add['nextId'] = null;
  if (typeof add['previousId'] !== 'number') delete add['previousId'];
  return typeof add['parentId'] === 'number' && isNode(add['node']);
}

function repairIds(holder: Record<string, unknown>): void {
  for (const field of ID_FIELDS) {
    if (typeof holder[field] === 'string') holder[field] = nodeIdOf(holder[field]);
  }
}

function repairNumbers(holder: Record<string, unknown>): void {
  for (const field of NUMBER_FIELDS) {
    if (typeof holder[field] === 'object') holder[field] = null;
  }
}

function tell(found: ReturnType<typeof repairTree>, warnings: WarningLog): void {
  if (found.duplicates > 0) warnings.add('duplicate-nodes', found.duplicates);
  if (found.tooDeep > 0) warnings.add('too-deep', found.tooDeep);
  if (found.cut > 0) warnings.add('cut-text', found.cut);
  if (found.invalid > 0) warnings.add('unreplayable', found.invalid);
}
