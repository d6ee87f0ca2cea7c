import type { MaskingRules } from '../core/recording.ts';
import { type MaskKind, WHOLE_ATTRIBUTES } from '../core/rrweb/mask-traces.ts';
import { redactedTexts } from './detect-mask.ts';
import { type Mask, maskedTexts } from './mask-finder.ts';

/** A rectangle on the replayed page, in its own CSS pixels from the corner of the outermost viewport. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Sizes of the documents being looked at: to ask for one takes as long as to ask where an element is. */
export type Viewports = Map<Document, { readonly width: number; readonly height: number }>;

/** Boxes so much apart on one line are drawn as one: a masked sentence is one thing, not its words. */
const JOIN_GAP = 12;
/** Asterisks, and spaces between them. */
const STARS = /\*(?:\s*\*)*/g;
const SHIELDED = WHOLE_ATTRIBUTES.map((name) => `[${name}]`).join();

/**
 * Where a mask is visible: one box for an element, one for each line of a text, cut off where a scroller or frame
 * around it cuts them off. Empty when nothing of it is on screen.
 */
export function boxesOf({ kind, element }: Mask, rules: MaskingRules | null, viewports: Viewports): Box[] {
  // Of most the place alone says that they cannot be seen, and that is the cheapest to ask for.
  if (!isNearViewport(element, viewports)) return [];
  if (!isInSight(element)) return [];
  const own = ownBoxes(kind, element, rules);
  const clip = clipOf(element);
  return own
    .map((box) => intersect(box, clip))
    .filter((box) => isVisible(box) && !isCovered(box, element))
    .flatMap((box) => outOfFrame(box, element));
}

/** Where an element is in view, whatever else of the page lies over it; null where it is not. */
export function boxInView(element: Element): Box | null {
  if (!element.checkVisibility({ visibilityProperty: true })) return null;
  const box = intersect(toBox(element.getBoundingClientRect()), clipOf(element));
  return isVisible(box) ? (outOfFrame(box, element)[0] ?? null) : null;
}

/** What is hidden with all in it is transparent itself, so that it shows nothing whatever style sheets say. */
function isInSight(element: Element): boolean {
  const isShielded = element.matches(SHIELDED);
  const seen = isShielded ? parentOf(element) : element;
  if (seen && !seen.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  return !isShielded || element.checkVisibility({ visibilityProperty: true });
}

/** False for what lies above, below or beside what is shown; without a size of its own an element may still show text. */
function isNearViewport(element: Element, viewports: Viewports): boolean {
  const page = element.ownerDocument;
  const size = viewports.get(page) ?? sizeOf(page.documentElement);
  viewports.set(page, size);
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return true;
  return bottom > 0 && right > 0 && top < size.height && left < size.width;
}

function sizeOf({ clientWidth, clientHeight }: Element): { width: number; height: number } {
  return { width: clientWidth, height: clientHeight };
}

/**
 * True when something else of the page, such as a sticky header or a dialog, hides the middle of a box. What is
 * seen through, like the backdrop of a dialog, hides nothing.
 */
function isCovered({ left, top, right, bottom }: Box, element: Element): boolean {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const root = element.getRootNode() as Document | ShadowRoot;
  let hit = root.elementFromPoint(x, y);
  if (!hit || element.contains(hit)) return false;
  for (; hit && !hit.contains(element); hit = hit.parentElement) {
    if (isOpaque(hit) && holds(toBox(hit.getBoundingClientRect()), x, y)) return true;
  }
  return false;
}

function isOpaque(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style || Number(style.opacity) < 1) return false;
  return (
    style.backgroundImage !== 'none' || !/^(transparent|rgba\(.*, 0(\.\d+)?\))$/.test(style.backgroundColor)
  );
}

function holds({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return left <= x && x <= right && top <= y && y <= bottom;
}

function ownBoxes(kind: MaskKind, element: Element, rules: MaskingRules | null): Box[] {
  if (kind === 'text') return textLines(maskedTexts(element, rules), /^[^]*$/g);
  const redacted = kind === 'redacted' && !element.matches(SHIELDED) ? redactedTexts(element) : [];
  return redacted.length > 0 ? textLines(redacted, STARS) : [toBox(element.getBoundingClientRect())];
}

/** @param parts what of each text is meant */
function textLines(texts: readonly Node[], parts: RegExp): Box[] {
  const lines: Box[] = [];
  const found = texts.flatMap((text) =>
    Array.from((text.nodeValue ?? '').matchAll(parts), (match) => ({ text, match })),
  );
  for (const { text, match } of found) {
    const range = new Range();
    range.setStart(text, match.index);
    range.setEnd(text, match.index + match[0].length);
    for (const rect of range.getClientRects()) {
      const box = toBox(rect);
      const last = lines.at(-1);
      const continues = last && Math.abs(last.top - box.top) < 2 && box.left - last.right < JOIN_GAP;
      if (continues) lines[lines.length - 1] = { ...last, right: Math.max(last.right, box.right) };
      else lines.push(box);
    }
  }
  return lines;
}

/** What the scrollers around an element, and the viewport of its document, let through. */
function clipOf(element: Element): Box {
  const page = element.ownerDocument;
  const view = page.documentElement;
  let clip: Box = { left: 0, top: 0, right: view.clientWidth, bottom: view.clientHeight };
  for (let parent = parentOf(element); parent; parent = parentOf(parent)) {
    if (parent === page.body || parent === view) break;
    const overflow = page.defaultView?.getComputedStyle(parent).overflow ?? 'visible';
    if (overflow !== 'visible') clip = intersect(clip, toBox(parent.getBoundingClientRect()));
  }
  return clip;
}

/** The same box seen from the document around a frame, and so on to the outermost replayed page. */
function outOfFrame(box: Box, element: Element): Box[] {
  const frame = element.ownerDocument.defaultView?.frameElement;
  // The outermost replayed page is framed by the player, which lies in another tree.
  if (!frame || frame.ownerDocument === document) return [box];
  const { left, top } = frame.getBoundingClientRect();
  const dx = left + frame.clientLeft;
  const dy = top + frame.clientTop;
  const moved = { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
  const visible = intersect(moved, clipOf(frame));
  return isVisible(visible) ? outOfFrame(visible, frame) : [];
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const parent = element.parentNode;
  return element.parentElement ?? (parent && 'host' in parent ? (parent.host as Element) : null);
}

function toBox({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}

function intersect(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

function isVisible({ left, top, right, bottom }: Box): boolean {
  return right - left >= 1 && bottom - top >= 1;
}
