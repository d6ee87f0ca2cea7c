import { USER_MARKS } from '../../core/rrweb/user-marks.ts';
import { framesAmong } from './lineage.ts';
import { Mark } from './mark.ts';
import { change } from './open-popovers.ts';

const FILLING = `[${USER_MARKS.fullScreen}]:not(:root)`;

/**
 * What browsers have in their own style sheet for an element that fills the screen; and, less than any rule of the page,
 * what undoes their rules for popovers, as one it is put in front of all others.
 */
const RULES: readonly string[] = [
  `${FILLING} { position: fixed !important; inset: 0 !important; margin: 0 !important; box-sizing: border-box !important; min-width: 0 !important; max-width: none !important; min-height: 0 !important; max-height: none !important; width: 100% !important; height: 100% !important; transform: none !important; }`,
  `iframe${FILLING} { border: none !important; padding: 0 !important; }`,
  `:where(${FILLING}) { object-fit: contain; border: 0; padding: 0; overflow: visible; color: inherit; background: none; }`,
  `:where(${FILLING})::backdrop { background: black; }`,
];

/** Lets an element fill the viewport, as it did the user's screen. A page in a sandbox has no screen of its own. */
export class FullScreen {
  readonly #mark = new Mark(USER_MARKS.fullScreen);
  #element: Element | null = null;
  /** True when the element was made a popover for it. */
  #isMade = false;
  /** True when it is in front of all others. */
  #isInFront = false;
  #styles: readonly Element[] = [];

  /** @param lineage the element and all around it; nothing when none fills the screen */
  put(lineage: readonly Element[]): void {
    const [element = null] = lineage;
    // One that was taken out of the page and put in again is behind others.
    if (element === this.#element && (!this.#isInFront || element?.matches(':popover-open'))) return;
    this.#leave();
    this.#element = element;
    if (!element) return;
    const all = [element, ...hostsAround(element), ...framesAmong(lineage)];
    this.#styles = [...new Set(all.map((one) => one.getRootNode()))].map(addRules);
    this.#mark.put(all);
    // The root of a page is in full view as it is.
    if (element.matches(':root')) return;
    this.#isMade = !element.hasAttribute('popover');
    if (this.#isMade) element.setAttribute('popover', 'manual');
    this.#isInFront = change(element, 'showPopover');
  }

  #leave(): void {
    this.#mark.put([]);
    for (const style of this.#styles) style.remove();
    this.#styles = [];
    if (!this.#element) return;
    if (this.#isInFront) change(this.#element, 'hidePopover');
    if (this.#isMade) this.#element.removeAttribute('popover');
    this.#isMade = this.#isInFront = false;
  }
}

/** An element in a shadow root fills the screen together with the one that the root belongs to. */
function hostsAround(element: Element): readonly Element[] {
  const { host } = element.getRootNode() as ShadowRoot;
  // A document has none.
  return (host as Element | undefined) ? [host, ...hostsAround(host)] : [];
}

/** In front of all rules of the page, which then count more. */
function addRules(root: Node): Element {
  const page = root.ownerDocument;
  const parent = page ? root : (root as Document).documentElement;
  const style = (page ?? (root as Document)).createElement('style');
  style.textContent = RULES.join('\n');
  parent.insertBefore(style, parent.firstChild);
  return style;
}
