import type { ReactiveController } from 'lit';
import { shareUnder } from './share-under.ts';
import type { TimelineScale, TimelineView } from './timeline-scale.ts';

/** The host of `ZoomGestures`: its whole width is the scale. */
export interface ZoomGesturesHost extends HTMLElement {
  readonly disabled: boolean;
  readonly scale: TimelineScale;
  showView(view: TimelineView): void;
}

/** How much a step of a wheel changes, where it counts pixels, lines or pages. */
const WHEEL_STEPS = [0.02, 0.5, 10] as const;
/** No turn of a wheel makes things more than so many times as wide, in powers of two. */
const MOST_AT_ONCE = 0.5;
/** Fingers closer than this share of the width count as so far apart. */
const CLOSEST = 0.02;

/** Looks closer at a part of a timeline with the wheel or two fingers, and moves along it with the wheel. */
export class ZoomGestures implements ReactiveController {
  readonly #host: ZoomGesturesHost;
  /** Where fingers are, by pointer. */
  readonly #fingers = new Map<number, number>();

  constructor(host: ZoomGesturesHost) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#host.addEventListener('wheel', this.#handleWheel, { passive: false });
    this.#host.addEventListener('pointerdown', this.#handlePointerDown);
    this.#host.addEventListener('pointermove', this.#handlePointerMove);
    for (const type of ['pointerup', 'pointercancel'] as const)
      this.#host.addEventListener(type, this.#handlePointerEnd);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('wheel', this.#handleWheel);
    this.#host.removeEventListener('pointerdown', this.#handlePointerDown);
    this.#host.removeEventListener('pointermove', this.#handlePointerMove);
    for (const type of ['pointerup', 'pointercancel'] as const)
      this.#host.removeEventListener(type, this.#handlePointerEnd);
    this.#fingers.clear();
  }

  /** Browsers tell two fingers on a trackpad as a wheel with Ctrl. */
  readonly #handleWheel = (event: WheelEvent): void => {
    const { disabled, scale } = this.#host;
    if (disabled) return;
    const { ctrlKey, metaKey, deltaX, deltaY, deltaMode } = event;
    if (ctrlKey || metaKey) {
      const by = -deltaY * (WHEEL_STEPS[deltaMode] ?? 0);
      const times = 2 ** Math.min(Math.max(by, -MOST_AT_ONCE), MOST_AT_ONCE);
      this.#host.showView(scale.zoomed(times, shareUnder(event, this.#host)));
    } else if (!scale.isWhole && Math.abs(deltaX) > Math.abs(deltaY)) {
      const pixels = deltaMode === 0 ? deltaX : Math.sign(deltaX) * 40;
      this.#host.showView(scale.moved(pixels / this.#host.offsetWidth));
    } else return;
    // The page would be zoomed, or left for the one before.
    event.preventDefault();
  };

  readonly #handlePointerDown = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' || this.#host.disabled || this.#fingers.size === 2) return;
    // The bar is narrow: a finger may leave it.
    this.#host.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, shareUnder(event, this.#host));
  };

  readonly #handlePointerMove = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    if (before === undefined) return;
    const at = shareUnder(event, this.#host);
    this.#fingers.set(event.pointerId, at);
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other === undefined) return;
    const apart = (share: number) => Math.max(Math.abs(share - other), CLOSEST);
    const { scale } = this.#host;
    // What was between the fingers stays between them.
    const { length, time } = scale.zoomed(apart(at) / apart(before), (before + other) / 2);
    this.#host.showView({ length, time, share: (at + other) / 2 });
  };

  readonly #handlePointerEnd = ({ pointerId }: PointerEvent): void => {
    this.#fingers.delete(pointerId);
  };
}
