import { copySelection } from './copy-selection.ts';

/**
 * Selects and copies text of a page from outside of its frame, where the page itself cannot be reached: in an engine
 * that calls no listener in a frame without scripts, nothing could keep a click there from following a link.
 */
export class OutsideSelection {
  readonly #frame: HTMLIFrameElement;
  readonly #listening = new AbortController();

  /** @param surface what the pointer meets over the frame */
  constructor(frame: HTMLIFrameElement, surface: HTMLElement) {
    this.#frame = frame;
    const { signal } = this.#listening;
    surface.addEventListener('pointerdown', this.#handleDown, { signal });
    surface.addEventListener('pointermove', this.#handleMove, { signal });
    const page = surface.ownerDocument;
    page.addEventListener('beforecopy', this.#handleBeforeCopy, { signal });
    page.addEventListener('copy', this.#handleCopy, { signal });
  }

  stop(): void {
    this.#listening.abort();
  }

  readonly #handleDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    if (event.shiftKey) this.#extendTo(event);
    else {
      const [node, offset] = this.#caretAt(event) ?? [null];
      this.#selection?.collapse(node, offset);
    }
  };

  readonly #handleMove = (event: PointerEvent): void => {
    if ((event.buttons & 1) === 1) this.#extendTo(event);
  };

  /** Without a selection in the page around there is nothing to copy but for this. */
  readonly #handleBeforeCopy = (event: Event): void => {
    if (this.#text) event.preventDefault();
  };

  readonly #handleCopy = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    if (!this.#text || !this.#selection || !clipboardData) return;
    copySelection(this.#selection, clipboardData);
    event.preventDefault();
  };

  get #text(): string {
    return this.#selection?.toString() ?? '';
  }

  get #selection(): Selection | null | undefined {
    return this.#frame.contentDocument?.getSelection();
  }

  #extendTo(event: PointerEvent): void {
    const caret = this.#caretAt(event);
    if (caret && this.#selection?.anchorNode) this.#selection.extend(...caret);
  }

  #caretAt({ clientX, clientY }: PointerEvent): [node: Node, offset: number] | null {
    const box = this.#frame.getBoundingClientRect();
    const scale = box.width / (this.#frame.offsetWidth || 1);
    const [x, y] = [(clientX - box.left) / scale, (clientY - box.top) / scale];
    // What takes its place is in Safari since 18.4.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const range = this.#frame.contentDocument?.caretRangeFromPoint(x, y);
    return range ? [range.startContainer, range.startOffset] : null;
  }
}
