import type { Locale } from '../locale/locale.ts';
import type { ShortcutGroup, ShortcutName } from '../locale/words/shortcuts.ts';
import { endingAt, startingAt } from '../loop-range.ts';
import { ReplaySizeRequestEvent } from '../events.ts';
import type { ShownShortcut } from '../player-state.ts';
import type { TimeSpan } from '../session/session-state.ts';
import type { Chapter } from '../tracks/tracks-state.ts';
import {
  type ActedPlayer,
  giveFeedback,
  isFullscreen,
  setFullscreen,
  stepRate,
  togglePlayback,
} from '../controls/player-actions.ts';
import { isInField } from '../controls/text-field.ts';

/** The player, as far as keys change it. */
export interface ShortcutPlayer extends ActedPlayer {
  /** Seconds. */
  currentTime: number;
  /** Seconds. */
  readonly duration: number;
  loopRange: TimeSpan | null;
  masks: 'show' | 'hide';
  inspect: boolean;
  panel: string | null;
  readonly chapters: readonly Chapter[];
  toggleCaptions(): void;
  copyLink(): void;
  goToError(direction: 1 | -1): void;
  goToMark(direction: 1 | -1): void;
  goToEntry(direction: 1 | -1): void;
  goToChange(direction: 1 | -1): void;
}

/** What keys do, and what that is called. */
export interface Shortcut extends ShownShortcut {
  readonly run: (player: ShortcutPlayer, key: string) => void;
}

type Run = Shortcut['run'];

const step =
  (seconds: number): Run =>
  (player) => {
    player.currentTime += seconds;
    giveFeedback(player, { type: 'skip', seconds });
  };

const goTo =
  (share: number): Run =>
  (player) =>
    (player.currentTime = player.duration * share);

/** A step back leads to the chapter before only from the first second of this one. */
const goToChapter =
  (direction: 1 | -1): Run =>
  (player) => {
    const { chapters, currentTime } = player;
    const chapter =
      direction > 0
        ? chapters.find(({ time }) => time > currentTime)
        : chapters.findLast(({ time }) => time < Math.max(currentTime - 1, 0));
    player.currentTime = chapter?.time ?? (direction > 0 ? currentTime : 0);
  };

const shortcut = (group: ShortcutGroup, name: ShortcutName, keys: readonly string[], run: Run): Shortcut => ({
  name,
  group,
  keys,
  label: ({ shortcuts }: Locale) => shortcuts.names[name],
  run,
});

/** All shortcuts but those of panels, in the order in which they are shown. */
export const SHORTCUTS: readonly Shortcut[] = [
  shortcut('playback', 'playback', [' ', 'k'], togglePlayback),
  shortcut('playback', 'slower', ['<'], (player) => stepRate(player, -1)),
  shortcut('playback', 'faster', ['>'], (player) => stepRate(player, 1)),
  shortcut(
    'playback',
    'loop-from',
    ['a'],
    (player) => (player.loopRange = startingAt(player.loopRange, player.currentTime, player.duration)),
  ),
  shortcut(
    'playback',
    'loop-to',
    ['d'],
    (player) => (player.loopRange = endingAt(player.loopRange, player.currentTime, player.duration)),
  ),
  shortcut('playback', 'loop-off', ['x'], (player) => (player.loopRange = null)),
  shortcut('moments', 'back-5', ['ArrowLeft'], step(-5)),
  shortcut('moments', 'forward-5', ['ArrowRight'], step(5)),
  shortcut('moments', 'back-10', ['j'], step(-10)),
  shortcut('moments', 'forward-10', ['l'], step(10)),
  shortcut('moments', 'start', ['Home'], goTo(0)),
  shortcut('moments', 'end', ['End'], goTo(1)),
  shortcut('moments', 'tenths', '0 1 2 3 4 5 6 7 8 9'.split(' '), (player, key) =>
    goTo(Number(key) / 10)(player, key),
  ),
  shortcut('moments', 'change-before', [','], (player) => player.goToChange(-1)),
  shortcut('moments', 'change-after', ['.'], (player) => player.goToChange(1)),
  shortcut('moments', 'entry-before', ['r'], (player) => player.goToEntry(-1)),
  shortcut('moments', 'entry-after', ['u'], (player) => player.goToEntry(1)),
  shortcut('moments', 'error-before', ['b'], (player) => player.goToError(-1)),
  shortcut('moments', 'error-after', ['n'], (player) => player.goToError(1)),
  shortcut('moments', 'mark-before', ['v'], (player) => player.goToMark(-1)),
  shortcut('moments', 'mark-after', ['m'], (player) => player.goToMark(1)),
  shortcut('moments', 'chapter-before', ['['], goToChapter(-1)),
  shortcut('moments', 'chapter-after', [']'], goToChapter(1)),
  shortcut('page', 'masks', ['p'], (player) => (player.masks = player.masks === 'show' ? 'hide' : 'show')),
  shortcut('page', 'captions', ['c'], (player) => player.toggleCaptions()),
  shortcut('page', 'size', ['z'], (player) => player.dispatchEvent(new ReplaySizeRequestEvent('next'))),
  shortcut('page', 'inspect', ['t'], (player) => (player.inspect = !player.inspect)),
  shortcut('page', 'link', ['y'], (player) => player.copyLink()),
  shortcut('page', 'fullscreen', ['f'], (player) => setFullscreen(player, !isFullscreen(player))),
];

/** Of the keys that do something else than to write: those that a button takes, and no other control. */
const PRESSES: ReadonlySet<string> = new Set([' ', 'Enter']);

/**
 * The key of an event as shortcuts have it. Null when it has another meaning: with a modifier, where text is entered, or
 * on a control that uses it itself.
 */
export function shortcutKeyOf(event: KeyboardEvent): string | null {
  const { key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const path = event.composedPath();
  const [target] = path;
  if (!(target instanceof HTMLElement) || isInField(event)) return null;
  if (target.matches('button, a, summary') && PRESSES.has(key)) return null;
  const isWriting = key.length === 1 && key !== ' ';
  const isMoving = target.matches('[role^="menu"], [role="tab"], [role="slider"], [role="separator"]');
  const isInMenu = path.some((one) => one instanceof Element && one.matches('[popover]'));
  if (!isWriting && (isMoving || isInMenu)) return null;
  return key.length === 1 ? key.toLowerCase() : key;
}
