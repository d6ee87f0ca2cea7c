import type { PageTree } from '../rrweb/page-tree.ts';
import type { ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asArray, asRecord, asText, type Fields, isRecord } from '../json.ts';
import { isDocument, isElement, tagNameOf } from '../rrweb/serialized-node.ts';
import { kindOf } from '../rrweb/event-kind.ts';
import { hiddenAttributes, hiddenText, hideInTree, type Hiding, starsForInput } from './hide-content.ts';

/**
 * Hides in one event what is hidden on its page. Edits the event, which must be the caller's own.
 *
 * @param tree the page as it is after the event
 * @returns false when nothing of the event is to be left
 */
export function hideInEvent({ type, data: given }: Fields, tree: PageTree, hiding: Hiding): boolean {
  if (!isRecord(given)) return true;
  switch (kindOf(Number(type), given)) {
    case 'fullSnapshot':
      hideInTree(given['node'], null, hiding);
      return true;
    case 'mutation':
      hideInMutation(given, tree, hiding);
      return true;
    case 'input':
      if (!hiding.isHidden(given['id'])) return true;
      given['text'] = starsForInput(asText(given['text']));
      given['isChecked'] = false;
      return true;
    case 'canvasMutation':
      return !hiding.isHidden(given['id']);
    default:
      return true;
  }
}

/** Nodes that found no place on the page are left out: nobody has seen them, and nobody can say what they are in. */
function hideInMutation(data: Record<string, unknown>, tree: PageTree, hiding: Hiding): void {
  data['adds'] = asArray(data['adds']).filter((add) => {
    const { node } = asRecord(add);
    if (!isRecord(node)) return false;
    const treeNode = tree.find(node['id']);
    if (!isDocument(node)) {
      if (!treeNode) return false;
      // Of what is added only documents bring their children along; those of others are never shown.
      if (isElement(node)) node['childNodes'] = [];
    }
    hideInTree(node, treeNode?.parent ?? null, hiding);
    return true;
  });
  data['texts'] = asArray(data['texts']).filter((text) => {
    const treeNode = isRecord(text) ? tree.find(text['id']) : null;
    if (!isRecord(text) || !treeNode) return false;
    if (hiding.isHidden(treeNode.id))
      text['value'] = hiddenText(treeNode.node, asText(text['value']), parentTag(treeNode));
    return true;
  });
  data['attributes'] = asArray(data['attributes']).filter((change) => {
    const treeNode = isRecord(change) ? tree.find(change['id']) : null;
    if (!isRecord(change) || !treeNode) return false;
    if (hiding.isHidden(treeNode.id)) {
      change['attributes'] = hiddenAttributes(treeNode.node, asRecord(change['attributes']));
    }
    return true;
  });
}

function parentTag(treeNode: ReadonlyTreeNode): string {
  return tagNameOf(treeNode.parent?.node);
}
