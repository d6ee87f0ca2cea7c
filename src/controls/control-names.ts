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
  'masks',
  'inspect',
  'size',
  'link',
  'open',
  'fullscreen',
] as const;

export type ControlName = (typeof CONTROL_NAMES)[number];

/** Buttons of the playlist, besides the one that has its name. */
const STEPS = ['previous', 'next'];

/** The buttons of controls as parts, to be exported. */
export function buttonParts(names: readonly string[]): string {
  return [...names, ...STEPS].map((name) => `${name}-button`).join(', ');
}
