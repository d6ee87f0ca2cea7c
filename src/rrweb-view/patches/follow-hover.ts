import type { Replayer } from '@rrweb/replay';
import { replacePart } from './replayer-parts.ts';

/** The class that the core writes `:hover` rules of recorded style sheets for. */
const CLASS = ':hover';
const TOKEN = /(^|\s):hover(?=\s|$)/g;

/**
 * Marks what is under the mouse in place of the core, which asks the whole page for marked elements at each
 * movement, and writes their other classes anew: rules on the text of the attribute would stop to match.
 *
 * @throws Error where rrweb has changed
 */
export function followHover(replayer: Replayer): void {
  let hovered: readonly Element[] = [];
  replacePart(replayer, 'hoverElements', () => (target) => {
    const next = lineage(target as Node);
    for (const element of hovered) if (!next.includes(element)) unmark(element);
    for (const element of next) mark(element);
    hovered = next;
  });
}

/** A node's element and all around it, up to the root of its tree. */
function lineage(target: Node): readonly Element[] {
  const elements: Element[] = [];
  for (let node: Node | null = target; node; node = node.parentElement)
    if (isElement(node)) elements.push(node);
  return elements;
}

function mark(element: Element): void {
  const classes = element.getAttribute('class') ?? '';
  if (classes.search(TOKEN) < 0)
    element.setAttribute('class', classes === '' ? CLASS : `${classes} ${CLASS}`);
}

function unmark(element: Element): void {
  const classes = element.getAttribute('class') ?? '';
  const rest = classes.replace(TOKEN, '');
  if (rest === '') element.removeAttribute('class');
  else if (rest !== classes) element.setAttribute('class', rest);
}

/** By its type: the node lives in another window, whose classes are not ours. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
