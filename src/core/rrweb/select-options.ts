import { attributesOf, isTag, isText, writableAttributesOf } from './serialized-node.ts';
import { type ReadonlyTreeNode, type TreeNode, treeNodesIn } from './tree-node.ts';

/** Options that were taken out of a select. */
export interface GoneOptions {
  /** The number of the select. */
  readonly select: number;
  readonly options: readonly ReadonlyTreeNode[];
  /** The value that a browser chooses in place of one that was chosen; null when no option is left. */
  readonly next: string | null;
}

/**
 * What goes with a node that was taken out of its parent.
 * Source: https://html.spec.whatwg.org/#selectedness-setting-algorithm
 */
export function goneOptions(removed: ReadonlyTreeNode, parent: ReadonlyTreeNode): GoneOptions[] {
  if (!isTag(removed.node, 'option') && !isTag(removed.node, 'optgroup')) return [];
  const select = isTag(parent.node, 'optgroup') ? parent.parent : parent;
  if (!select || !isTag(select.node, 'select')) return [];
  const left = optionsIn(select).find(({ node }) => attributesOf(node)['disabled'] === undefined);
  return [{ select: select.id, options: optionsIn(removed), next: left ? optionValue(left) : null }];
}

export function optionValue(option: ReadonlyTreeNode): string {
  const { value } = attributesOf(option.node);
  if (typeof value === 'string') return value;
  const texts = [...treeNodesIn(option)].filter(({ node }) => isText(node));
  return texts
    .map(({ node }) => String(node['textContent']))
    .join('')
    .trim();
}

/** An option that comes as the chosen one; of the others none is any more, unless several can be. */
export function chooseAdded(added: TreeNode): { readonly select: number; readonly value: string } | null {
  if (!isTag(added.node, 'option') || attributesOf(added.node)['selected'] !== true) return null;
  const { parent } = added;
  const select = parent && isTag(parent.node, 'optgroup') ? parent.parent : parent;
  if (!select || !isTag(select.node, 'select') || attributesOf(select.node)['multiple'] !== undefined)
    return null;
  for (const { id, node } of optionsIn(select))
    if (id !== added.id) delete writableAttributesOf(node)['selected'];
  return { select: select.id, value: optionValue(added) };
}

function optionsIn(top: ReadonlyTreeNode): ReadonlyTreeNode[] {
  return [...treeNodesIn(top)].filter(({ node }) => isTag(node, 'option'));
}
