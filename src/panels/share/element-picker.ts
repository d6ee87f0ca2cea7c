import type { StagePicker } from '../../stage/stage-mode.ts';
import { elementAt, type PickedPage } from './pick-element.ts';
import { walk, type Walk } from './page-walk.ts';

const WAYS: Readonly<Partial<Record<string, Walk>>> = {
  ArrowUp: 'parent',
  ArrowDown: 'child',
  ArrowLeft: 'before',
  ArrowRight: 'after',
};

/** The element of the replayed page that the pointer is on, or that the keys have walked to. */
export class ElementPicker implements StagePicker {
  readonly #page: () => PickedPage | null;
  readonly #onPick: (element: Element) => void;
  /** In pixels of the window: the page may move below it. */
  #pointer: readonly [x: number, y: number] | null = null;
  #walked: Element | null = null;

  /** @param page that is on screen */
  constructor(page: () => PickedPage | null, onPick: (element: Element) => void) {
    this.#page = page;
    this.#onPick = onPick;
  }

  get element(): Element | null {
    if (this.#walked?.isConnected) return this.#walked;
    const page = this.#page();
    return page && this.#pointer ? elementAt(page, ...this.#pointer) : null;
  }

  get isWalked(): boolean {
    return this.#walked !== null;
  }

  pointAt(clientX: number, clientY: number): void {
    this.#pointer = [clientX, clientY];
    this.#walked = null;
  }

  pointAway(): void {
    this.#pointer = null;
  }

  pickAt(clientX: number, clientY: number): void {
    this.pointAt(clientX, clientY);
    this.#pick();
  }

  press(key: string): boolean {
    const way = WAYS[key];
    if (way) this.#walk(way);
    else if (key === 'Enter') this.#pick();
    else return false;
    return true;
  }

  #walk(way: Walk): void {
    const page = this.#page();
    const from = this.element;
    // The first key begins at the whole page.
    const to = page && (from ? walk(page, from, way) : page.frame.contentDocument?.body);
    this.#walked = to ?? from;
  }

  #pick(): void {
    const { element } = this;
    if (element) this.#onPick(element);
  }
}
