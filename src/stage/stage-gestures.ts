import type { Stage } from '../rrweb-view/stage.ts';
import { type StageView, viewOf, zoomedAt } from '../rrweb-view/stage-view.ts';

/** A press that moves further is a drag, in CSS pixels. */
const DRAG = 6;
/** Two taps are one double tap when they are no further apart, in milliseconds and CSS pixels. */
const DOUBLE_MS = 300;
const DOUBLE_APART = 30;
const DOUBLE_ZOOM = 2.5;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Lets fingers pinch, double-tap and drag the page on a stage, and a mouse drag it and turn its wheel, where it is larger
 * than the stage.
 */
export class StageGestures {
  readonly #stage: Stage;
  readonly #changed: () => void;
  /** Where fingers, or the pressed mouse, are; by pointer. */
  readonly #pointers = new Map<number, Place>();
  #start: Place = { x: 0, y: 0 };
  #hasDragged = false;
  #lastTap = { x: 0, y: 0, at: -Infinity };

  /** @param changed told when other parts of the page are in view */
  constructor(stage: Stage, changed: () => void) {
    this.#stage = stage;
    this.#changed = changed;
  }

  /** Takes the events of the element that the stage is in, which may be prevented. */
  handleEvent(event: Event): void {
    // What lies over the page scrolls by itself.
    const isOnPage = event.target === event.currentTarget || (event.target as Element).closest('.pages');
    if (!isOnPage) return;
    if (event instanceof WheelEvent) this.#turn(event);
    else if (event.type === 'touchmove') this.#hold(event);
    else if (event instanceof PointerEvent) this.#point(event);
  }

  /** Whether a click ends a drag, which it is then part of. */
  get isDrag(): boolean {
    return this.#hasDragged;
  }

  #point(event: PointerEvent): void {
    if (event.type === 'pointerdown') this.#press(event);
    else if (event.type === 'pointermove') this.#move(event);
    else this.#release(event);
  }

  #press(event: PointerEvent): void {
    if (event.isPrimary) {
      this.#pointers.clear();
      this.#hasDragged = false;
      this.#start = this.#placeOf(event);
    }
    if (event.button === 0 && this.#pointers.size < 2)
      this.#pointers.set(event.pointerId, this.#placeOf(event));
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    // It was let go of elsewhere.
    if (event.buttons === 0) this.#pointers.delete(event.pointerId);
    if (!before || event.buttons === 0) return;
    const at = this.#placeOf(event);
    this.#pointers.set(event.pointerId, at);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.#hasDragged ||= other !== undefined || (this.#stage.isLarger && distance(at, this.#start) > DRAG);
    if (!this.#hasDragged) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const { view } = this.#stage;
    const by = other ? distance(at, other) / Math.max(distance(before, other), 1) : 1;
    const moved = zoomedAt(view, by, other ?? at);
    const [x, y] = other ? [0, 0] : [at.x - before.x, at.y - before.y];
    this.#show({ ...moved, x: moved.x + x, y: moved.y + y });
  }

  #show(view: StageView): void {
    this.#stage.view = view;
    this.#changed();
  }

  #release(event: PointerEvent): void {
    const at = this.#pointers.get(event.pointerId);
    this.#pointers.delete(event.pointerId);
    if (!at || event.type !== 'pointerup' || event.pointerType !== 'touch' || this.#hasDragged) return;
    const isDouble =
      event.timeStamp - this.#lastTap.at < DOUBLE_MS && distance(at, this.#lastTap) < DOUBLE_APART;
    this.#lastTap = { ...at, at: isDouble ? -Infinity : event.timeStamp };
    if (isDouble) this.#zoomAt(at);
  }

  #zoomAt(at: Place): void {
    const { view } = this.#stage;
    this.#show(view.zoom > 1 ? viewOf(view.size) : zoomedAt(view, DOUBLE_ZOOM, at));
  }

  /** Two fingers on a trackpad come as a wheel with Ctrl. */
  #turn(event: WheelEvent): void {
    const { ctrlKey, deltaX, deltaY, deltaMode } = event;
    const pixels = deltaMode === 0 ? 1 : 16;
    const { view } = this.#stage;
    if (ctrlKey) {
      event.preventDefault();
      this.#show(zoomedAt(view, 2 ** (-deltaY * pixels * 0.01), this.#placeOf(event)));
    } else if (this.#stage.isLarger) {
      this.#show({ ...view, x: view.x - deltaX * pixels, y: view.y - deltaY * pixels });
      const { x, y } = this.#stage.view;
      // At its edge the page around scrolls on, as it does around any area that scrolls.
      if (x !== view.x || y !== view.y) event.preventDefault();
    }
  }

  /** The page around would be scrolled or zoomed instead. */
  #hold(event: Event): void {
    if (event.cancelable && (this.#pointers.size > 1 || this.#stage.isLarger)) event.preventDefault();
  }

  /** From the middle of the stage. */
  #placeOf({ clientX, clientY }: MouseEvent): Place {
    const { left, top, width, height } = this.#stage.element.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
