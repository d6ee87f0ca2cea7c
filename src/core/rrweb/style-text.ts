import { isText, writableAttributesOf } from './serialized-node.ts';
import { childrenOf, type TreeNode } from './tree-node.ts';

/** What stands between the text nodes of a style element whose rules were recorded in one piece. */
export const STYLE_SPLIT = '/* rr_split */';

/** Moves rules that were recorded in one piece into the text nodes they came from; null when there are none. */
export function splitStyleText(style: TreeNode): string | null {
  const attributes = writableAttributesOf(style.node);
  const css = attributes['_cssText'];
  if (typeof css !== 'string') return null;
  delete attributes['_cssText'];
  const texts = childrenOf(style).filter(({ node }) => isText(node));
  const pieces = styleTextsOf(css, texts.length);
  texts.forEach(({ node }, i) => {
    node['textContent'] = pieces[i];
    node['isStyle'] = true;
  });
  return css;
}

/** Rules that were recorded in one piece, as so many text nodes hold them. */
export function styleTextsOf(css: string, count: number): readonly string[] {
  const parts = css.split(STYLE_SPLIT);
  return Array.from({ length: count }, (_, i) =>
    i === count - 1 ? parts.slice(i).join('') : (parts[i] ?? ''),
  );
}
