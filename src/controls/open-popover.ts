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
