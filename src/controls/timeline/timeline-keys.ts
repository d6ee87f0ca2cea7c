const STEP_SECONDS = 5;
const SMALL_STEP_SECONDS = 1;
const PAGE_SHARE = 0.1;

/** Where a key leads to from a position, in seconds, also beyond the ends; null when it means nothing on a timeline. */
export function timeAfterKey(
  { key, shiftKey }: KeyboardEvent,
  currentTime: number,
  duration: number,
): number | null {
  const step = shiftKey ? SMALL_STEP_SECONDS : STEP_SECONDS;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return currentTime + step;
    case 'ArrowLeft':
    case 'ArrowDown':
      return currentTime - step;
    case 'PageUp':
      return currentTime + duration * PAGE_SHARE;
    case 'PageDown':
      return currentTime - duration * PAGE_SHARE;
    case 'Home':
      return 0;
    case 'End':
      return duration;
    default:
      return null;
  }
}
