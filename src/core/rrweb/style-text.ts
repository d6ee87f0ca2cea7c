import { isText, writableAttributesOf } from './serialized-node.ts';
import { childrenOf, type TreeNode } from './tree-node.ts';

/** What stands between the text nodes of a style element whose rules were recorded in one piece. */
const STYLE_SPLIT = '/* rr_split */';

/** Moves rules that were recorded in one piece into the text nodes they came from; null when there are none. */
export function splitStyleText(style: TreeNode): string | null {
  const attributes = writableAttributesOf(style.node);
  const css = attributes['_cssText'];
  if (typeof css !== 'string') return null;
  delete attributes['_cssText'];
  const texts = childrenOf(style).filter(({ node }) => isText(node));
  const parts = css.split(STYLE_SPLIT);
  texts.forEach(({ node }, i) => {
    const isLast = i === texts.length - 1;
    node['textContent'] = isLast ? parts.slice(i).join('') : (parts[i] ?? '');
    node['isStyle'] = true;
  });
  return css;
}
