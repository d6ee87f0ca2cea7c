/**
 * Attributes that stand on the replayed page for what the user did. The real states are the viewer's own, who must not
 * reach into the page; attributes count as much in a selector as pseudo-classes do, and no recorded change of a class
 * takes them away.
 */
export const USER_MARKS = {
  hover: 'data-replay-hover',
  active: 'data-replay-active',
  focus: 'data-replay-focus',
  focusWithin: 'data-replay-focus-within',
  focusVisible: 'data-replay-focus-visible',
  fullScreen: 'data-replay-full-screen',
} as const;

export type UserMark = keyof typeof USER_MARKS;
