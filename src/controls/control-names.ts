/** The controls of the bar but for the buttons of panels, which have the names of their panels. */
export const CONTROL_NAMES = [
  'play',
  'playlist',
  'time',
  'window',
  'idle',
  'speed',
  'chapters',
  'captions',
  'inspect',
  'link',
  'open',
  'fullscreen',
] as const;

/** Buttons that are no controls by themselves. */
const OTHER_BUTTONS = ['previous', 'next', 'more'];

/** The buttons of controls as parts, to be exported. */
export function buttonParts(names: readonly string[]): string {
  return [...names, ...OTHER_BUTTONS].map((name) => `${name}-button`).join(', ');
}
