import { childrenOf, treeNodesIn, type ReadonlyTreeNode } from '../rrweb/tree-node.ts';
import { asText } from '../json.ts';
import { isElement, isInline, isText, showsText } from '../rrweb/serialized-node.ts';
import type { PageChange } from '../hide/followed-page.ts';

/** Texts that a reader sees as one. */
export interface TextLine {
  readonly places: readonly ReadonlyTreeNode[];
  readonly text: string;
}

/** Characters; no text that is looked for is spread over more. */
const LONGEST = 2000;

/** The lines of more than one text in which a change has put a text. */
export function* linesOf({ added, texts }: PageChange): Generator<TextLine> {
  const blocks = new Set<ReadonlyTreeNode>();
  for (const top of added)
    for (const place of treeNodesIn(top)) if (isText(place.node)) blocks.add(blockOf(place));
  for (const place of texts) if (isText(place.node)) blocks.add(blockOf(place));
  for (const block of blocks) if (showsText(block.node)) yield* linesIn(block);
}

/** The nearest node around a text that begins a line of its own. */
function blockOf(text: ReadonlyTreeNode): ReadonlyTreeNode {
  let at = text;
  while (at.parent && (at === text || goesOn(at))) at = at.parent;
  return at;
}

function* linesIn(block: ReadonlyTreeNode): Generator<TextLine> {
  let places: ReadonlyTreeNode[] = [];
  let text = '';
  const stack = childrenOf(block).reverse();
  for (let place = stack.pop(); place; place = stack.pop()) {
    const own = isText(place.node) ? asText(place.node['textContent']) : '';
    if (text.length + own.length > LONGEST || (isElement(place.node) && !goesOn(place))) {
      if (places.length > 1) yield { places, text };
      places = [];
      text = '';
    }
    if (own !== '' && own.length <= LONGEST) {
      places.push(place);
      text += own;
    } else if (goesOn(place)) {
      stack.push(...childrenOf(place).reverse());
    }
  }
  if (places.length > 1) yield { places, text };
}

/** True for what goes on with the line it stands in. */
function goesOn({ node }: ReadonlyTreeNode): boolean {
  return node['isShadow'] !== true && isInline(node);
}
