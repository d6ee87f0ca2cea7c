import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { shareUnder } from './share-under.ts';

/** The host of a `PointerScrub`: its whole width is the scale. */
export interface PointerScrubHost extends ReactiveControllerHost, HTMLElement {
  readonly disabled: boolean;
  /** Called when a drag begins. */
  scrubStarts(): void;
  /** Called when a second finger comes: what the first one asked for is not wanted. */
  scrubCancelled(): void;
  /** Called when a drag has moved, at most once a frame, with the place on the scale from 0 to 1. */
  scrubTo(share: number): void;
}

/** Follows the pointer over its host and tells where a drag has moved to. */
export class PointerScrub implements ReactiveController {
  /** Where the pointer is, from 0 (left) to 1; null while it is elsewhere. */
  share: number | null = null;
  /** How wide the host was when the pointer moved last, in pixels. */
  width = 0;
  /** The pointer has moved since it came. */
  hasMoved = false;
  /** The pointer that drags. */
  #pointer: number | null = null;
  readonly #host: PointerScrubHost;
  #frame = 0;

  constructor(host: PointerScrubHost) {
    this.#host = host;
    host.addController(this);
  }

  get dragging(): boolean {
    return this.#pointer !== null;
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#handlePointerDown);
    this.#host.addEventListener('pointermove', this.#handlePointerMove);
    this.#host.addEventListener('pointerup', this.#handlePointerUp);
    this.#host.addEventListener('pointerleave', this.#handlePointerLeave);
    this.#host.addEventListener('lostpointercapture', this.#handleLostCapture);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#handlePointerDown);
    this.#host.removeEventListener('pointermove', this.#handlePointerMove);
    this.#host.removeEventListener('pointerup', this.#handlePointerUp);
    this.#host.removeEventListener('pointerleave', this.#handlePointerLeave);
    this.#host.removeEventListener('lostpointercapture', this.#handleLostCapture);
    this.#stop();
  }

  readonly #handlePointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || this.#host.disabled) return;
    if (this.#pointer !== null) {
      this.leave();
      this.#host.scrubCancelled();
      return;
    }
    // The second of two fingers stays when the first goes.
    if (!event.isPrimary) return;
    this.#host.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
    this.#host.scrubStarts();
    this.#follow(event);
    this.#report();
  };

  readonly #handlePointerMove = (event: PointerEvent): void => {
    if (this.#host.disabled) return;
    // A finger points at nothing while it does not drag.
    if (event.pointerType === 'touch' && event.pointerId !== this.#pointer) return;
    this.hasMoved = true;
    this.#follow(event);
    if (this.dragging && this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#report());
  };

  readonly #handlePointerUp = (): void => {
    // The frame that would tell of the last move has not come yet.
    if (this.#frame !== 0) this.#report();
  };

  readonly #handlePointerLeave = (): void => {
    this.share = null;
    this.hasMoved = false;
    this.#host.requestUpdate();
  };

  /** Lets go of the pointer, wherever it is. */
  leave(): void {
    this.#stop();
    this.#handlePointerLeave();
  }

  /** Comes after the release, and after the browser took the pointer away to scroll the page. */
  readonly #handleLostCapture = ({ pointerId }: PointerEvent): void => {
    if (pointerId !== this.#pointer) return;
    this.#stop();
    this.#host.requestUpdate();
  };

  #follow(event: PointerEvent): void {
    this.width = this.#host.getBoundingClientRect().width;
    this.share = shareUnder(event, this.#host);
    this.#host.requestUpdate();
  }

  #report(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.share !== null) this.#host.scrubTo(this.share);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#pointer = null;
  }
}
