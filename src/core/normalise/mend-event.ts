import type { ReplayEvent } from '../recording.ts';
import type { WarningLog } from '../warnings.ts';
import { idOf, isNode, mendTree } from './mend-tree.ts';
import { mendTextsOfChange } from './mend-text.ts';
import { orderAdds } from './order-adds.ts';
import { stripExtensions } from './strip-extensions.ts';
import { asArray, isRecord } from './tree.ts';

/** Fields that name a node, by whatever incremental event has them. */
const ID_FIELDS = ['id', 'parentId', 'nextId', 'previousId'];

/**
 * Puts an inflated event right: trees that can be built, numbers of nodes as numbers, nothing of browser
 * extensions. Edits `event`, which must be the caller's own copy.
 */
export function mendEvent(event: ReplayEvent, warnings: WarningLog): void {
  const data: unknown = event.data;
  if (!isRecord(data)) return;
  if (event.type === 2) {
    const extensions = stripExtensions(data['node']);
    if (extensions.length > 0) warnings.add('extension-stripped', extensions.join(', '));
    tell(mendTree(data['node']), warnings);
  } else if (event.type === 3) {
    mendIds(data);
    if (mendTextsOfChange(data)) warnings.add('cut-text');
    if (data['source'] === 0) mendMutation(data, warnings);
  }
}

function mendMutation(data: Record<string, unknown>, warnings: WarningLog): void {
  for (const list of ['texts', 'attributes', 'removes', 'adds']) {
    const items = asArray(data[list]).filter(isRecord);
    items.forEach(mendIds);
    data[list] = items.filter((item) => typeof item['id'] === 'number' || list === 'adds');
  }
  const adds = asArray(data['adds']).filter(isRecord);
  const valid = adds.filter((add) => typeof add['parentId'] === 'number' && isNode(add['node']));
  data['adds'] = orderAdds(valid);
  if (valid.length < adds.length) warnings.add('unreplayable', '', adds.length - valid.length);
  for (const add of valid) {
    add['nextId'] ??= null;
    // Numbers in an addition may be in use on the page: a node that moves is added again under its own.
    tell(mendTree(add['node']), warnings);
  }
}

function mendIds(holder: Record<string, unknown>): void {
  for (const field of ID_FIELDS) {
    if (typeof holder[field] === 'string') holder[field] = idOf(holder[field]);
  }
}

function tell(found: ReturnType<typeof mendTree>, warnings: WarningLog): void {
  if (found.duplicates > 0) warnings.add('duplicate-nodes', '', found.duplicates);
  if (found.tooDeep > 0) warnings.add('too-deep', '', found.tooDeep);
  if (found.cut > 0) warnings.add('cut-text', '', found.cut);
  if (found.invalid > 0) warnings.add('unreplayable', '', found.invalid);
}
