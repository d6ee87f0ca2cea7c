import type { PickedPage } from './pick-element.ts';
import { idOf } from './pick-element.ts';

/** Where a key of the keyboard leads from an element. */
export type Walk = 'parent' | 'child' | 'before' | 'after';

/** The next element of the page that way, through frames and shadow roots; null where there is none. */
export function walk(page: PickedPage, from: Element, way: Walk): Element | null {
  if (way === 'child') return insideOf(page, from)[0] ?? null;
  const parent = aroundOf(page, from);
  if (way === 'parent' || !parent) return parent;
  const siblings = insideOf(page, parent);
  return siblings[siblings.indexOf(from) + (way === 'before' ? -1 : 1)] ?? null;
}

/** The elements that can be picked directly inside of one, as they are drawn. */
function insideOf(page: PickedPage, element: Element): Element[] {
  const inner = 'contentDocument' in element ? (element.contentDocument as Document | null) : null;
  if (inner) return [inner.documentElement];
  const slotted = 'assignedElements' in element ? (element as HTMLSlotElement).assignedElements() : [];
  const own = slotted.length > 0 ? slotted : [...(element.shadowRoot ?? element).children];
  // What has no box of its own, such as a slot, is passed through.
  return own.flatMap((child) => {
    if (isPickable(page, child)) return [child];
    return isPassedThrough(child) ? insideOf(page, child) : [];
  });
}

function aroundOf(page: PickedPage, element: Element): Element | null {
  for (let at = drawnIn(page, element); at; at = drawnIn(page, at)) if (isPickable(page, at)) return at;
  return null;
}

function drawnIn({ frame }: PickedPage, element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if ('host' in root) return root.host as Element;
  const around = element.ownerDocument.defaultView?.frameElement ?? null;
  return around === frame ? null : around;
}

function isPickable(page: PickedPage, element: Element): boolean {
  if (idOf(page, element) === null || !element.checkVisibility({ visibilityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= 1 && height >= 1;
}

function isPassedThrough(element: Element): boolean {
  return element.ownerDocument.defaultView?.getComputedStyle(element).display === 'contents';
}
