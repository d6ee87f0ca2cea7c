import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something in a row that can give way: a class that the row gets then, or an item, which goes from the row. */
export type GivingWay = string | HTMLElement;

interface FittedRow {
  /** All of it on one line. */
  readonly row: HTMLElement;
  /** Leads to the items that have gone; it is shown only while there are any. */
  readonly more: HTMLElement;
  /** Items that are never in the row. */
  readonly never: readonly HTMLElement[];
  /** What gives way while there is too little room, first to last. */
  readonly givingWay: readonly GivingWay[];
}

/** Class of an item that has gone from the row. */
const GONE = 'gone';

/**
 * Keeps a row on one line, whatever its width and whatever is in it: it is measured, and what gives way does so one
 * after the other until the rest fits.
 */
export class RowFit implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => FittedRow | null;
  readonly #changed: (gone: readonly HTMLElement[]) => void;
  readonly #watcher = new ResizeObserver((entries) => this.#handleResize(entries));
  readonly #watched = new Set<Element>();
  #frame = 0;

  /**
   * @param find the row; null while it is not there
   * @param changed told which items are not in the row
   */
  constructor(
    host: ReactiveControllerHost,
    find: () => FittedRow | null,
    changed: (gone: readonly HTMLElement[]) => void,
  ) {
    this.#host = host;
    this.#find = find;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const row = this.#find()?.row;
    if (!row) return;
    for (const element of [row, ...row.children]) {
      if (this.#watched.has(element)) continue;
      this.#watched.add(element);
      this.#watcher.observe(element);
    }
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#watcher.disconnect();
    this.#watched.clear();
  }

  #handleResize(entries: readonly ResizeObserverEntry[]): void {
    const row = this.#find()?.row;
    if (entries.some(({ target }) => target === row)) this.#fit();
    // An observer that changes what lies as deep as what it was told of is told of that only in the next frame, and
    // browsers report it as an error.
    else this.refit();
  }

  /** Measures again with the next frame. */
  refit(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#fit());
  }

  #fit(): void {
    const found = this.#find();
    if (!found) return;
    const { row, more, never, givingWay } = found;
    const items = givingWay.filter((one) => typeof one !== 'string');
    const focused = [more, ...items].find((item) => item.matches(':focus-within'));
    for (const one of givingWay) {
      if (typeof one === 'string') row.classList.remove(one);
      else one.classList.remove(GONE);
    }
    for (const item of never) item.classList.remove(GONE);
    const gone = never.filter((item) => item.offsetWidth > 0);
    for (const item of never) item.classList.add(GONE);
    more.hidden = gone.length === 0;
    const isAway = focused === more && more.hidden;
    for (const one of givingWay) {
      if (row.scrollWidth <= row.clientWidth) break;
      if (typeof one === 'string') {
        row.classList.add(one);
      } else if (one.offsetWidth > 0) {
        one.classList.add(GONE);
        gone.push(one);
        more.hidden = false;
      }
    }
    // The focus goes with what has it, even when that was not there for a moment alone.
    const isLost = isAway || focused?.classList.contains(GONE);
    if (isLost && !more.hidden) more.focus();
    this.#changed(gone);
  }
}
