/** What the list of keyboard shortcuts is divided into. */
export type ShortcutGroup = 'playback' | 'moments' | 'page' | 'panels';

/** What keys do, but for those of panels, which are called like these. */
export type ShortcutName =
  | 'playback'
  | 'back-5'
  | 'forward-5'
  | 'back-10'
  | 'forward-10'
  | 'start'
  | 'end'
  | 'tenths'
  | 'slower'
  | 'faster'
  | 'loop-from'
  | 'loop-to'
  | 'loop-off'
  | 'change-before'
  | 'change-after'
  | 'entry-before'
  | 'entry-after'
  | 'error-before'
  | 'error-after'
  | 'mark-before'
  | 'mark-after'
  | 'chapter-before'
  | 'chapter-after'
  | 'masks'
  | 'captions'
  | 'size'
  | 'inspect'
  | 'link'
  | 'fullscreen';

/** Keys that have a name, in small letters. */
export type NamedKey = 'space' | 'home' | 'end' | 'arrowleft' | 'arrowright';

export interface ShortcutWords {
  readonly shortcuts: string;
  /** What closes, which needs no line of its own. */
  readonly escape: string;
  readonly groups: Readonly<Record<ShortcutGroup, string>>;
  /** Seconds that were skipped, negative ones back. */
  readonly skipped: (seconds: number) => string;
  readonly names: Readonly<Record<ShortcutName, string>>;
  /** Keys by what they are called on a keyboard; all others by what they write. */
  readonly keys: Readonly<Record<NamedKey, string>>;
}
