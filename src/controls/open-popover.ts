/**
 * Whether a list that a button has opened lies over the page, in an element or in those inside of it. Browsers close it
 * on Escape and on a press elsewhere, which is then for nothing else.
 */
export function hasOpenPopover(root: ParentNode): boolean {
  return [...root.querySelectorAll('*')].some(
    (element) =>
      element.matches(':popover-open') || (element.shadowRoot !== null && hasOpenPopover(element.shadowRoot)),
  );
}

/** Has a press that closes such a list do nothing else, for the element around all of them. */
export class ClosingPress {
  readonly capture = true;
  #closes = false;

  /** @param event `pointerdown`, and `click`, which ends the press */
  handleEvent(event: Event): void {
    if (event.type === 'pointerdown') this.#closes = closesPopover(event, event.currentTarget as Element);
    if (this.#closes) event.stopPropagation();
    if (event.type === 'click') this.#closes = false;
  }
}

/** Whether a press closes such a list. One in the list does not, nor is one on a button of the bar only for that. */
function closesPopover(press: Event, root: ParentNode): boolean {
  const path = press.composedPath().filter((one) => one instanceof Element);
  const isInBar = path.some((one) => one.localName === 'replay-control-bar');
  const isElsewhere = !path.some((one) => one.matches(isInBar ? '[popover], button' : '[popover]'));
  return isElsewhere && hasOpenPopover(root);
}
