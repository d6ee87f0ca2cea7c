import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** What goes on after so short a pause is the same resize. */
const PAUSE_MS = 1000;

interface Resize {
  readonly at: number;
  endAt: number;
  width: number;
  height: number;
}

/** Changes of the viewport's size, from the first to the last of each. */
export class Resizes implements EntryFinder {
  readonly #window: WindowContext;
  #size = '';
  #resize: Resize | null = null;

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    if (this.#resize && at - this.#resize.endAt > PAUSE_MS) this.end();
    if (kind !== 'meta' && kind !== 'viewportResize') return;
    const { width, height } = data;
    if (typeof width !== 'number' || typeof height !== 'number') return;
    const size = `${width} ${height}`;
    if (size === this.#size) return;
    // Before a page was there it had no other size.
    const isFirst = this.#size === '';
    this.#size = size;
    if (isFirst) return;
    this.#resize ??= { at, endAt: at, width, height };
    Object.assign(this.#resize, { endAt: at, width, height });
  }

  end(): void {
    if (!this.#resize) return;
    const { at, endAt, width, height } = this.#resize;
    this.#resize = null;
    this.#window.add('resize', at, { width, height }, { endAt });
  }
}
