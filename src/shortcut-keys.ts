import type { ShownShortcut } from './player-state.ts';

/** A key as attributes name it, in small letters: `space`, `arrowleft`, `k`. */
export function keyName(key: string): string {
  return key === ' ' ? 'space' : key.toLowerCase();
}

/** The keys of a shortcut for `aria-keyshortcuts`; empty where it has none. */
export function ariaKeys(shortcuts: readonly ShownShortcut[], name: string): string {
  const keys = shortcuts.find((shortcut) => shortcut.name === name)?.keys ?? [];
  return keys.map((key) => (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key)).join(' ');
}
