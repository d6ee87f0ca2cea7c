import { endingAt, startingAt } from '../loop-range.ts';
import type { TimeSpan } from '../session/session-state.ts';
import type { Chapter } from '../tracks/tracks-state.ts';
import { type ActedPlayer, isFullscreen, setFullscreen, stepRate, togglePlayback } from './player-actions.ts';
import { isInField } from './text-field.ts';

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

/** What a key does. */
export type Shortcut = (player: ShortcutPlayer) => void;

const step =
  (seconds: number): Shortcut =>
  (player) =>
    (player.currentTime += seconds);

const goTo =
  (share: number): Shortcut =>
  (player) =>
    (player.currentTime = player.duration * share);

/** A step back leads to the chapter before only from the first second of this one. */
const goToChapter =
  (direction: 1 | -1): Shortcut =>
  (player) => {
    const { chapters, currentTime } = player;
    const chapter =
      direction > 0
        ? chapters.find(({ time }) => time > currentTime)
        : chapters.findLast(({ time }) => time < Math.max(currentTime - 1, 0));
    player.currentTime = chapter?.time ?? (direction > 0 ? currentTime : 0);
  };

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  ' ': togglePlayback,
  'k': togglePlayback,
  'ArrowLeft': step(-5),
  'ArrowRight': step(5),
  'j': step(-10),
  'l': step(10),
  ',': (player) => player.goToChange(-1),
  '.': (player) => player.goToChange(1),
  'r': (player) => player.goToEntry(-1),
  'u': (player) => player.goToEntry(1),
  'Home': goTo(0),
  'End': goTo(1),
  '<': (player) => stepRate(player, -1),
  '>': (player) => stepRate(player, 1),
  'f': (player) => setFullscreen(player, !isFullscreen(player)),
  'p': (player) => (player.masks = player.masks === 'show' ? 'hide' : 'show'),
  't': (player) => (player.inspect = !player.inspect),
  'c': (player) => player.toggleCaptions(),
  'y': (player) => player.copyLink(),
  '[': goToChapter(-1),
  ']': goToChapter(1),
  'v': (player) => player.goToMark(-1),
  'm': (player) => player.goToMark(1),
  'a': (player) => (player.loopRange = startingAt(player.loopRange, player.currentTime, player.duration)),
  'd': (player) => (player.loopRange = endingAt(player.loopRange, player.currentTime, player.duration)),
  'x': (player) => (player.loopRange = null),
  'b': (player) => player.goToError(-1),
  'n': (player) => player.goToError(1),
};

/**
 * The keys of video players, and those of panels. Null when the key has another meaning: with a modifier, where text is
 * entered, or on a control that uses it itself.
 *
 * @param panelKeys names of panels by the key that opens and closes them
 */
export function shortcutOf(event: KeyboardEvent, panelKeys: ReadonlyMap<string, string>): Shortcut | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return null;
  if (isInField(event)) return null;
  const isControl = target.matches('button, a, summary, [role^="menu"], [role="slider"]');
  if (isControl && (event.key === ' ' || event.key.startsWith('Arrow') || event.key.length > 1)) return null;
  if (/^[0-9]$/.test(event.key)) return goTo(Number(event.key) / 10);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const panel = panelKeys.get(key);
  if (panel !== undefined) return (player) => (player.panel = player.panel === panel ? null : panel);
  return SHORTCUTS[key] ?? null;
}
