import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is no further away than the viewport is large counts as near. */
const MARGIN = '100%';

/** Whether an element is in view, near to it, or so far away that nobody sees it soon. */
export class ViewDistance implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #changed: () => void;
  #observer: IntersectionObserver | null = null;
  #isNear = false;
  #isFar = false;

  constructor(host: ReactiveControllerHost & Element, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** In view or close to it. False before that is known, and where the element is not displayed. */
  get isNear(): boolean {
    return this.#isNear;
  }

  /** Displayed within the viewport of its document. Worked out when it is asked for, with a layout. */
  get isInView(): boolean {
    const { top, right, bottom, left, width } = this.#host.getBoundingClientRect();
    return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  }

  /** Displayed far away from what is in view. */
  get isFar(): boolean {
    return this.#isFar;
  }

  hostConnected(): void {
    const init = { root: viewportOf(document), ...marginAround() };
    this.#observer = new IntersectionObserver((entries) => this.#handle(entries.at(-1)), init);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#isNear = this.#isFar = false;
  }

  #handle(entry: IntersectionObserverEntry | undefined): void {
    if (!entry) return;
    const { isIntersecting, boundingClientRect: box } = entry;
    this.#isNear = isIntersecting;
    // What a box around it cuts off may be close by all the same.
    this.#isFar = !isIntersecting && box.width > 0 && isApart(box);
    this.#changed();
  }
}

/**
 * Newer browsers have a margin around all that scrolls, the page and what scrolls within it. That of the root would come on
 * top of it, and what is three viewports away would be near.
 */
function marginAround(): { scrollMargin: string } | { rootMargin: string } {
  return 'scrollMargin' in IntersectionObserver.prototype ? { scrollMargin: MARGIN } : { rootMargin: MARGIN };
}

/** Margins count only around a viewport that may be looked at: in a frame of another origin that is the frame's own. */
function viewportOf(page: Document): Document | null {
  try {
    return window.top?.document ? null : page;
  } catch {
    return page;
  }
}

function isApart({ top, right, bottom, left }: DOMRectReadOnly): boolean {
  return right < -innerWidth || left > 2 * innerWidth || bottom < -innerHeight || top > 2 * innerHeight;
}
