/** The place on an element that the pointer is at, or next to, from 0 (left) to 1. */
export function shareUnder({ clientX }: MouseEvent, element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return width > 0 ? Math.min(Math.max((clientX - left) / width, 0), 1) : 0;
}
