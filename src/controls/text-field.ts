/** Whether an event happens where something is entered: keys and what is pasted are for the field then. */
export function isInField(event: Event): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}
