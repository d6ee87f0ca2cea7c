import { isTag, tagNameOf } from '../../rrweb/serialized-node.ts';
import { elementById, scopeOf, type ReadonlyTreeNode, treeNodesIn } from '../../rrweb/tree-node.ts';
import { attribute } from './attribute.ts';

/** Elements that a label can be for. Source: https://html.spec.whatwg.org/#category-label */
export const LABELABLE: ReadonlySet<string> = new Set([
  'button',
  'input',
  'meter',
  'output',
  'progress',
  'select',
  'textarea',
]);

/** The labels of a control, in the order of the page. */
export function labelsOf(control: ReadonlyTreeNode): readonly ReadonlyTreeNode[] {
  const id = attribute(control.node, 'id');
  const labels: ReadonlyTreeNode[] = [];
  if (id !== '')
    for (const treeNode of treeNodesIn(scopeOf(control)))
      if (isTag(treeNode.node, 'label') && attribute(treeNode.node, 'for') === id) labels.push(treeNode);
  const around = labelAround(control);
  return around && !labels.includes(around) && controlOf(around) === control ? [...labels, around] : labels;
}

/** The control that a click on a label is passed on to; null where there is none. */
export function controlOf(label: ReadonlyTreeNode): ReadonlyTreeNode | null {
  const id = attribute(label.node, 'for');
  if (id !== '') {
    const control = elementById(label, id);
    return control && LABELABLE.has(tagNameOf(control.node)) ? control : null;
  }
  for (const treeNode of treeNodesIn(label)) if (LABELABLE.has(tagNameOf(treeNode.node))) return treeNode;
  return null;
}

function labelAround(control: ReadonlyTreeNode): ReadonlyTreeNode | null {
  for (let at = control.parent; at; at = at.parent) if (isTag(at.node, 'label')) return at;
  return null;
}
