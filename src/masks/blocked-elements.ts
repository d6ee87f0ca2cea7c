import { isBlocked } from '../core/rrweb/mask-traces.ts';

/** Attribute that tells our own style rules which elements the recorder has blocked. */
const ATTRIBUTE = 'data-replay-blocked';

/**
 * Rules for every replayed page. The core gives a blocked element its size and nothing else, so that inline ones
 * collapse and all of them look like a hole in the page.
 */
export const blockedStyleRules: readonly string[] = [
  `[${ATTRIBUTE}] { overflow: hidden !important; background: repeating-linear-gradient(45deg, #64748b 0 6px, #475569 6px 12px) !important; }`,
  `:where([${ATTRIBUTE}="inline"]) { display: inline-block !important; vertical-align: bottom; }`,
];

/**
 * Marks a replayed element that was blocked and puts it where it was: PostHog's recorder notes position and
 * display, which the core does not use.
 * Source: PostHog/posthog-js: packages/rrweb/rrweb-snapshot/src/rebuild.ts
 */
export function restoreBlockedElement(node: Node, meta: unknown): void {
  if (!isElement(node) || typeof meta !== 'object' || meta === null) return;
  const attributes: unknown = Reflect.get(meta, 'attributes');
  if (!isAttributes(attributes) || !isBlocked(attributes)) return;
  // Only inline displays are recorded: such a box would have no size without its content.
  node.setAttribute(ATTRIBUTE, attributes['rr_display'] === undefined ? 'block' : 'inline');
  const { rr_position: position, rr_left: left, rr_top: top } = attributes;
  if (position !== 'absolute' && position !== 'fixed') return;
  if (typeof left !== 'string' || typeof top !== 'string') return;
  // The offsets count from the page's corner, whatever the element was positioned by.
  node.style.setProperty('position', 'absolute');
  node.style.setProperty('left', left);
  node.style.setProperty('top', top);
}

function isAttributes(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** By its members: the node lives in another window, whose classes are not ours. */
function isElement(node: Node): node is HTMLElement {
  return node.nodeType === Node.ELEMENT_NODE && 'style' in node;
}
