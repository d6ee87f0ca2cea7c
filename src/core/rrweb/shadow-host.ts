import { type SerializedNode, tagNameOf } from './serialized-node.ts';

/** Source: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const SHADOW_HOST =
  /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z][a-z0-9_.]*-[a-z0-9_.-]*)$/i;
/** Source: https://html.spec.whatwg.org/#valid-custom-element-name */
export const NO_CUSTOM_NAME =
  /^(annotation-xml|color-profile|font-face(-src|-uri|-format|-name)?|missing-glyph)$/i;

/** False for elements that a browser refuses to give a shadow root. */
export function canHostShadow(node: Readonly<SerializedNode>): boolean {
  const tagName = tagNameOf(node);
  return node['isSVG'] !== true && SHADOW_HOST.test(tagName) && !NO_CUSTOM_NAME.test(tagName);
}
