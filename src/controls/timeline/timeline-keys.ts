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

/** How far keys lead, in seconds. */
export interface KeySteps {
  readonly step: number;
  /** With Shift. */
  readonly smallStep: number;
  readonly page: number;
}

/** Where a key leads to from a moment, in seconds, also beyond the ends; null when it means nothing on a timeline. */
export function timeAfterKey(
  { key, shiftKey }: KeyboardEvent,
  time: number,
  { step, smallStep, page }: KeySteps,
  duration: number,
): number | null {
  const by = shiftKey ? smallStep : step;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return time + by;
    case 'ArrowLeft':
    case 'ArrowDown':
      return time - by;
    case 'PageUp':
      return time + page;
    case 'PageDown':
      return time - page;
    case 'Home':
      return 0;
    case 'End':
      return duration;
    default:
      return null;
  }
}
