import { documentsIn } from './documents-in.ts';

/** What changes a page, leads away from it, or starts to drag a part of it. */
const HELD = ['click', 'auxclick', 'submit', 'beforeinput', 'dragstart', 'dragover', 'drop', 'paste', 'cut'];
/** Elements that a press of the mouse is enough to change. */
const PRESSED = 'select, option, input[type="range"], video, audio';
const SELECTION_KEYS = /^(Arrow|Home|End|Page)/;

/**
 * Lets a replayed page be read as one reads a document: text can be selected and copied, and nothing else. The
 * frame's sandbox already keeps forms, scripts and new windows away; what is left is that a link leads the frame
 * itself elsewhere and that inputs take text.
 */
export class Inspection {
  readonly #frame: HTMLIFrameElement;
  #onLeave: (() => void) | null = null;

  constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  /** @param onLeave called when the reader wants to leave from inside of the page */
  start(onLeave: () => void): void {
    this.#onLeave = onLeave;
    this.#frame.style.pointerEvents = 'auto';
    this.watch();
  }

  stop(): void {
    if (!this.#onLeave) return;
    this.#onLeave = null;
    this.#frame.style.pointerEvents = 'none';
    const page = this.#frame.contentDocument;
    page?.getSelection()?.removeAllRanges();
    for (const inner of page ? documentsIn(page) : []) this.#listen(inner, false);
  }

  /** Call it when the page may have been written anew, or has frames that were not there before. */
  watch(): void {
    const page = this.#frame.contentDocument;
    if (!this.#onLeave || !page) return;
    for (const inner of documentsIn(page)) this.#listen(inner, true);
  }

  #listen(page: Document, on: boolean): void {
    const change = on ? page.addEventListener.bind(page) : page.removeEventListener.bind(page);
    for (const type of HELD) change(type, hold, { capture: true });
    change('mousedown', holdPress, { capture: true });
    change('keydown', this.#handleKeyDown, { capture: true });
  }

  readonly #handleKeyDown = (event: Event): void => {
    const { key, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
    if (key === 'Escape') {
      event.preventDefault();
      this.#onLeave?.();
      return;
    }
    const copies = (ctrlKey || metaKey) && /^[ac]$/i.test(key);
    const selects = shiftKey && SELECTION_KEYS.test(key);
    if (!copies && !selects && key !== 'Tab') event.preventDefault();
  };
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function holdPress(event: Event): void {
  const [target] = event.composedPath();
  // By its members: it lives in another window, whose classes are not ours.
  if (target && 'matches' in target && (target as Element).matches(PRESSED)) event.preventDefault();
}
