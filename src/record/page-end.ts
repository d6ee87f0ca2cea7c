/** Tells whether the page may be gone before its next task. Needs no page to be made. */
export class PageEnd {
  #near = new AbortController();
  #isLeft = false;

  /** @param onChange the page is left, or comes back from the cache of the browser */
  constructor(onChange: () => void) {
    if (!('document' in globalThis)) return;
    // Phones end hidden pages without another word. Those that are shown again go on.
    const update = () => {
      const isNear = this.#isLeft || document.visibilityState === 'hidden';
      if (isNear) this.#near.abort();
      else if (this.#near.signal.aborted) this.#near = new AbortController();
    };
    const change = (isLeft: boolean) => {
      this.#isLeft = isLeft;
      update();
      onChange();
    };
    document.addEventListener('visibilitychange', update);
    addEventListener('pagehide', () => change(true));
    addEventListener('pageshow', () => change(false));
    update();
  }

  /** Aborted when the end is near. */
  get near(): AbortSignal {
    return this.#near.signal;
  }

  /** Whether the user has gone to another page, or has closed the tab. */
  get isLeft(): boolean {
    return this.#isLeft;
  }
}
