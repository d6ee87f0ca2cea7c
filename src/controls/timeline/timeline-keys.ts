const STEP_SECONDS = 5;
const SMALL_STEP_SECONDS = 1;
const PAGE_SHARE = 0.1;
const ZOOM = 1.5;

/** What is a key's to do to the view: so many times as close, or 0 for all of the recording; null when it means nothing. */
export function zoomOfKey({ key }: KeyboardEvent): number | null {
  switch (key) {
    case '+':
    case '=':
      return ZOOM;
    case '-':
      return 1 / ZOOM;
    case '0':
      return 0;
    default:
      return null;
  }
}

/**
 * Where a key leads to from a position, in seconds, also beyond the ends; null when it means nothing on a timeline.
 *
 * @param seen seconds that are in view
 */
export function timeAfterKey(
  { key, shiftKey }: KeyboardEvent,
  currentTime: number,
  seen: number,
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
      return currentTime + seen * PAGE_SHARE;
    case 'PageDown':
      return currentTime - seen * PAGE_SHARE;
    case 'Home':
      return 0;
    case 'End':
      return duration;
    default:
      return null;
  }
}
