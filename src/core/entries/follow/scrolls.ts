import type { EntryTarget } from '../entry.ts';
import { isDocument } from '../../rrweb/serialized-node.ts';
import type { EntryFinder, WindowContext, WindowEvent } from './window-context.ts';

/** What goes on after so short a pause is the same scroll. */
const PAUSE_MS = 2000;

interface Scroll {
  readonly at: number;
  /** Null where the whole page is scrolled. */
  readonly target: EntryTarget | null;
  endAt: number;
  x: number;
  y: number;
  distance: number;
}

/** Scrolls, from the first move to the last. */
export class Scrolls implements EntryFinder {
  readonly #window: WindowContext;
  /** How far things are scrolled, by the numbers of their nodes. */
  readonly #positions = new Map<number, { readonly x: number; readonly y: number }>();
  /** Those that go on, perhaps; pages scroll one thing along with another. */
  readonly #scrolls = new Map<number, Scroll>();

  constructor(window: WindowContext) {
    this.#window = window;
  }

  note({ kind, at, data }: WindowEvent): void {
    for (const [id, { endAt }] of this.#scrolls) if (at - endAt > PAUSE_MS) this.#release(id);
    if (kind === 'fullSnapshot') this.#begin();
    if (kind !== 'scroll') return;
    const id = Number(data['id']);
    const { x, y } = data;
    if (typeof x !== 'number' || typeof y !== 'number') return;
    const before = this.#positions.get(id) ?? { x: 0, y: 0 };
    this.#positions.set(id, { x, y });
    const scroll = this.#scrolls.get(id) ?? { at, target: this.#targetOf(id), endAt: at, x, y, distance: 0 };
    this.#scrolls.set(id, scroll);
    Object.assign(scroll, { endAt: at, x, y });
    scroll.distance += Math.hypot(x - before.x, y - before.y);
  }

  end(): void {
    for (const id of this.#scrolls.keys()) this.#release(id);
  }

  /** Numbers mean other things on another page. */
  #begin(): void {
    this.end();
    this.#positions.clear();
  }

  #targetOf(id: number): EntryTarget | null {
    const node = this.#window.tree?.find(id)?.node;
    return !node || isDocument(node) ? null : this.#window.exactTargetOf(id);
  }

  #release(id: number): void {
    const scroll = this.#scrolls.get(id);
    this.#scrolls.delete(id);
    if (!scroll) return;
    const { at, endAt, target, x, y } = scroll;
    const distance = Math.round(scroll.distance);
    if (distance > 0) this.#window.add('scroll', at, { x, y, distance }, { endAt, target });
  }
}
