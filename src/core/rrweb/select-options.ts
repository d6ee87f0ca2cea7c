import { attributesOf, isTag, isText } from './serialized-node.ts';
import { type ReadonlyTreeNode, treeNodesIn } from './tree-node.ts';

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

interface Choice {
  /** The number of the select. */
  readonly select: number;
  readonly value: string;
  /** False when another option was recorded as chosen as well. */
  readonly isOnly: boolean;
}

/** What is chosen when a node comes as the chosen option; null for others, and where several can be. */
export function choiceOf(added: ReadonlyTreeNode): Choice | null {
  if (!isChosen(added)) return null;
  const { parent } = added;
  const select = parent && isTag(parent.node, 'optgroup') ? parent.parent : parent;
  if (!select || !isTag(select.node, 'select') || attributesOf(select.node)['multiple'] !== undefined)
    return null;
  const isOnly = optionsIn(select).filter(isChosen).length === 1;
  return { select: select.id, value: optionValue(added), isOnly };
}

function isChosen({ node }: ReadonlyTreeNode): boolean {
  return isTag(node, 'option') && attributesOf(node)['selected'] === true;
}

function optionsIn(top: ReadonlyTreeNode): ReadonlyTreeNode[] {
  return [...treeNodesIn(top)].filter(({ node }) => isTag(node, 'option'));
}
