/** What the longest menu takes, in CSS pixels. */
const ROOM_FOR_MENU = 290;
const GAP = 6;
const MARGIN = 8;

/**
 * Puts a popover of the top layer next to the button that opens it: above, as controls stand below the picture,
 * unless there is too little room. Its place is counted from the start of the document, so it scrolls along.
 */
export function placePopup(popup: HTMLElement, anchor: Element): void {
  const box = anchor.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const above = box.top - GAP - MARGIN;
  const below = clientHeight - box.bottom - GAP - MARGIN;
  const opensUp = above >= Math.min(ROOM_FOR_MENU, below);
  const alignsLeft = box.left + box.right < clientWidth;
  const { style } = popup;
  style.top = opensUp ? 'auto' : `${box.bottom + GAP + scrollY}px`;
  style.bottom = opensUp ? `${clientHeight - box.top + GAP - scrollY}px` : 'auto';
  style.left = alignsLeft ? `${Math.max(box.left, MARGIN) + scrollX}px` : 'auto';
  style.right = alignsLeft ? 'auto' : `${Math.max(clientWidth - box.right, MARGIN) - scrollX}px`;
  style.maxHeight = `${opensUp ? above : below}px`;
  style.maxWidth = `${(alignsLeft ? clientWidth - box.left : box.right) - MARGIN}px`;
}
