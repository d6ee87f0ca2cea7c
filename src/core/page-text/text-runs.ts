import { asText } from '../json.ts';
import { attributesOf, isElement, isInline, isText, tagNameOf } from '../rrweb/serialized-node.ts';
import { childrenOf, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';

/** A line goes on behind them, with a space to a reader. */
const SPACES: ReadonlySet<string> = new Set(['br', 'img', 'picture', 'hr']);
const BUTTON_TYPES: ReadonlySet<string> = new Set(['button', 'submit', 'reset']);

/** True for what has lines of text of its own; all others go on with the line they stand in. */
export function isBlock({ node }: ReadonlyTreeNode): boolean {
  return !isText(node) && !isInline(node) && !SPACES.has(tagNameOf(node));
}

/** The block in whose lines a node stands, or that it is itself. */
export function blockOf(treeNode: ReadonlyTreeNode): ReadonlyTreeNode | null {
  let at: ReadonlyTreeNode | null = treeNode;
  while (at && !isBlock(at)) at = at.parent;
  return at;
}

/**
 * The texts of a block, each in one piece, as far as nothing but parts of a line lie in between: `Pay <b>now</b>`. Blocks
 * within have their own.
 */
export function textRunsOf(block: ReadonlyTreeNode, isHidden: (id: number) => boolean): readonly string[] {
  const label = buttonLabel(block);
  if (label !== null) return [label];
  const runs: string[] = [];
  let run = '';
  const stack = childrenOf(block).reverse();
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, id } = at;
    if (isText(node)) run += asText(node['textContent']);
    else if (!isElement(node) || isHidden(id)) continue;
    else if (SPACES.has(tagNameOf(node))) run += ' ';
    else if (isBlock(at)) {
      runs.push(run);
      run = '';
    } else stack.push(...childrenOf(at).reverse());
  }
  runs.push(run);
  return runs;
}

/** What stands on a button without content. What users typed is no text of the page. */
function buttonLabel({ node }: ReadonlyTreeNode): string | null {
  if (tagNameOf(node) !== 'input') return null;
  const { type, value } = attributesOf(node);
  return BUTTON_TYPES.has(asText(type).toLowerCase()) ? asText(value) : '';
}
