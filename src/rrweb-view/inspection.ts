import { copySelection } from './copy-selection.ts';
import { documentsIn } from './documents-in.ts';
import { OutsideSelection } from './outside-selection.ts';

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
  readonly #surface: HTMLElement;
  #onLeave: (() => void) | null = null;
  /** Instead of all else, where the page cannot be kept from doing what it must not. */
  #outside: OutsideSelection | null = null;

  /** @param surface what the pointer meets where the page is out of reach */
  constructor(frame: HTMLIFrameElement, surface: HTMLElement) {
    this.#frame = frame;
    this.#surface = surface;
  }

  /**
   * @param onLeave called when the reader wants to leave from inside of the page
   * @returns whether the page may be reached; where not, its text is selected from outside
   */
  start(onLeave: () => void): boolean {
    if (!isHeard(this.#frame)) {
      this.#outside = new OutsideSelection(this.#frame, this.#surface);
      return false;
    }
    this.#onLeave = onLeave;
    this.watch();
    this.#frame.style.pointerEvents = 'auto';
    return true;
  }

  stop(): void {
    if (!this.#onLeave && !this.#outside) return;
    this.#onLeave = null;
    this.#outside?.stop();
    this.#outside = null;
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
    const change = (type: string, listener: (event: Event) => void) =>
      page[on ? 'addEventListener' : 'removeEventListener'](type, listener, { capture: true });
    for (const type of HELD) change(type, hold);
    change('mousedown', holdPress);
    change('copy', copy);
    change('keydown', this.#handleKeyDown);
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

/** WebKit calls no listener in a frame without scripts, not even one of the page around. */
function isHeard({ contentDocument: page }: HTMLIFrameElement): boolean {
  let isCalled = false;
  const event = new Event('replay-probe');
  page?.addEventListener(event.type, () => (isCalled = true), { once: true });
  page?.dispatchEvent(event);
  return isCalled;
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What is selected in an input is the recording's text as well, and has no links. */
function copy(event: Event): void {
  const { clipboardData } = event as ClipboardEvent;
  const [target] = event.composedPath();
  const selection = (target as Node).ownerDocument?.getSelection();
  if (!clipboardData || !selection || selection.isCollapsed) return;
  copySelection(selection, clipboardData);
  event.preventDefault();
}

function holdPress(event: Event): void {
  const [target] = event.composedPath();
  // By its members: it lives in another window, whose classes are not ours.
  if (target && 'matches' in target && (target as Element).matches(PRESSED)) event.preventDefault();
}
