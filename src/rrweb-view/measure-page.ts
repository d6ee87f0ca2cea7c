import { asRecord } from '../core/json.ts';
import type { ElementView, PageLayout } from '../core/seen/page-layout.ts';
import type { TimeSlicer } from '../core/time-slicer.ts';
import { isShadowRoot } from './patches/lineage.ts';
import type { GetMeta } from './replay-core.ts';

/** Where in what is in view of an element somebody looks for it: in the middle, else nearer to its corners. */
const LOOKED_AT = [
  [0.5, 0.5],
  [0.25, 0.25],
  [0.75, 0.75],
  [0.75, 0.25],
  [0.25, 0.75],
] as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Elements whose children are to be looked at, and how the element around them is to be seen. */
interface Level {
  next: Element | null;
  readonly view: ElementView;
}

/**
 * What the layout of a replayed page tells. It must not change meanwhile.
 *
 * @throws the signal's reason
 */
export async function measurePage(
  page: Document,
  getMeta: GetMeta,
  { slicer, signal }: { readonly slicer: TimeSlicer; readonly signal: AbortSignal },
): Promise<PageLayout> {
  const layout = new Map<number, ElementView>();
  // Its own stack: pages can be deeper than the call stack.
  const levels: Level[] = [{ next: page.documentElement, view: 'seen' }];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const element = level.next;
    if (!element) {
      levels.pop();
      continue;
    }
    level.next = element.nextElementSibling;
    const id = idOf(element, getMeta);
    const view = viewOf(element, level.view, getMeta);
    if (id !== null && view !== level.view) layout.set(id, view);
    levels.push(...insideOf(element, view));
    if (!slicer.isDue) continue;
    await slicer.checkpoint();
    signal.throwIfAborted();
  }
  return layout;
}

/** Of a page in a frame that is not to be seen nothing is. */
function insideOf(element: Element, view: ElementView): Level[] {
  const inner = 'contentDocument' in element ? (element.contentDocument as Document | null) : null;
  if (inner) return view === 'seen' ? [{ next: inner.documentElement, view }] : [];
  const levels: Level[] = [{ next: element.firstElementChild, view }];
  if (element.shadowRoot) levels.push({ next: element.shadowRoot.firstElementChild, view });
  return levels;
}

/** @param around how what it is in is to be seen */
function viewOf(element: Element, around: ElementView, getMeta: GetMeta): ElementView {
  if (!element.checkVisibility({ visibilityProperty: true }))
    return styleOf(element).display === 'contents' ? around : 'hidden';
  const [box] = [...element.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1);
  // What has no size, or next to none, is as what it is in; it may be there for screen readers.
  if (!box) return around === 'hidden' ? 'seen' : around;
  const { clientWidth, clientHeight } = viewportOf(element.ownerDocument);
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, clientWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, clientHeight)];
  if (left >= right || top >= bottom) return 'offscreen';
  let first: ElementView | null = null;
  for (const [across, down] of LOOKED_AT) {
    const point = { x: left + (right - left) * across, y: top + (bottom - top) * down };
    const view = viewAt(element, point, getMeta);
    if (view === 'seen') return view;
    first ??= view;
  }
  return first ?? 'seen';
}

/** In pages without a doctype it is the body whose size is that of the viewport. */
function viewportOf(page: Document): Element {
  return page.compatMode === 'BackCompat' ? page.body : page.documentElement;
}

/** How an element is to be seen at a point inside of it. */
function viewAt(element: Element, point: Point, getMeta: GetMeta): ElementView {
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(point.x, point.y);
  if (hit && isIn(hit, element)) return 'seen';
  if (isCutOff(element, point)) return 'offscreen';
  for (let over = hit; over && !isIn(element, over); over = flatParent(over)) {
    const id = isOpaque(over) ? idOf(over, getMeta) : null;
    if (id !== null) return id;
  }
  return 'seen';
}

/** True where a box that scrolls, or cuts off what does not fit, ends before the point. */
function isCutOff(element: Element, { x, y }: Point): boolean {
  for (let box = flatParent(element); box; box = flatParent(box)) {
    if (box.localName === 'body' || box.localName === 'html' || styleOf(box).overflow === 'visible') continue;
    const { left, top, right, bottom } = box.getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom) return true;
  }
  return false;
}

/** Drawn whatever is behind them. */
const PICTURES: ReadonlySet<string> = new Set(['img', 'video', 'canvas', 'iframe']);

/** False for what is seen through, such as the backdrop of a dialog, or what is there to be clicked alone. */
function isOpaque(element: Element): boolean {
  const { opacity, backgroundColor, backgroundImage } = styleOf(element);
  if (Number(opacity) < 1) return false;
  return (
    PICTURES.has(element.localName) ||
    backgroundImage !== 'none' ||
    !/^(transparent|rgba\(.*, 0(\.\d+)?\))$/.test(backgroundColor)
  );
}

function styleOf(element: Element): CSSStyleDeclaration {
  const view = element.ownerDocument.defaultView ?? window;
  return view.getComputedStyle(element);
}

function isIn(element: Element, outer: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (at === outer) return true;
  return false;
}

/** What an element is drawn in: a slot, or the host of a shadow root. */
function flatParent(element: Element): Element | null {
  const { parentNode } = element;
  if (parentNode && isShadowRoot(parentNode)) return parentNode.host;
  return element.assignedSlot ?? element.parentElement;
}

/** rrweb's number of an element; null for what was not recorded. */
function idOf(element: Element, getMeta: GetMeta): number | null {
  const id = Number(asRecord(getMeta(element))['id']);
  return id > 0 ? id : null;
}
