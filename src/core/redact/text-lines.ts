import { childrenOf, treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asText } from '../json.ts';
import { isElement, isInline, isText, showsText } from '../rrweb/serialized-node.ts';
import type { PageChange } from '../hide/followed-page.ts';

/** Texts that a reader sees as one. */
export interface TextLine {
  readonly treeNodes: readonly ReadonlyTreeNode[];
  readonly text: string;
}

/** Characters; no text that is looked for is spread over more. */
const LONGEST = 2000;

/** The lines of more than one text in which a change has put a text. */
export function* linesOf({ added, texts }: PageChange): Generator<TextLine> {
  const blocks = new Set<ReadonlyTreeNode>();
  for (const top of added)
    for (const treeNode of treeNodesIn(top)) if (isText(treeNode.node)) blocks.add(blockOf(treeNode));
  for (const treeNode of texts) if (isText(treeNode.node)) blocks.add(blockOf(treeNode));
  for (const block of blocks) if (showsText(block.node)) yield* linesIn(block);
}

/** The nearest node around a text that begins a line of its own. */
function blockOf(text: ReadonlyTreeNode): ReadonlyTreeNode {
  let at = text;
  while (at.parent && (at === text || goesOn(at))) at = at.parent;
  return at;
}

function* linesIn(block: ReadonlyTreeNode): Generator<TextLine> {
  let treeNodes: ReadonlyTreeNode[] = [];
  let text = '';
  const stack = childrenOf(block).reverse();
  for (let treeNode = stack.pop(); treeNode; treeNode = stack.pop()) {
    const own = isText(treeNode.node) ? asText(treeNode.node['textContent']) : '';
    if (text.length + own.length > LONGEST || (isElement(treeNode.node) && !goesOn(treeNode))) {
      if (treeNodes.length > 1) yield { treeNodes, text };
      treeNodes = [];
      text = '';
    }
    if (own !== '' && own.length <= LONGEST) {
      treeNodes.push(treeNode);
      text += own;
    } else if (goesOn(treeNode)) {
      stack.push(...childrenOf(treeNode).reverse());
    }
  }
  if (treeNodes.length > 1) yield { treeNodes, text };
}

/** True for what goes on with the line it stands in. */
function goesOn({ node }: ReadonlyTreeNode): boolean {
  return node['isShadow'] !== true && isInline(node);
}
