import { type Shortcut, shortcutKeyOf, SHORTCUTS } from './shortcuts.ts';
import { PANELS } from '../panels/registry.ts';
import { keyName } from '../shortcut-keys.ts';

/** Every shortcut of the player. */
export const ALL_SHORTCUTS: readonly Shortcut[] = [
  ...SHORTCUTS,
  ...PANELS.map(({ name, title, key }): Shortcut => ({
    name,
    group: 'panels',
    keys: [key],
    label: title,
    run: (player) => (player.panel = player.panel === name ? null : name),
  })),
];

/** The shortcuts of one player, without the keys that its page takes away. */
export class PlayerShortcuts {
  #tokens = '';
  #working = ALL_SHORTCUTS;

  /** @param hotkeys names of keys with `no` before them, such as `nospace nok`, between spaces */
  follow(hotkeys: string, isOff: boolean): void {
    const tokens = isOff ? '*' : hotkeys.toLowerCase();
    if (tokens === this.#tokens) return;
    this.#tokens = tokens;
    const taken = new Set(tokens.split(/\s+/));
    this.#working = ALL_SHORTCUTS.map((shortcut) => ({
      ...shortcut,
      keys: isOff ? [] : shortcut.keys.filter((key) => !taken.has(`no${keyName(key)}`)),
    })).filter(({ keys }) => keys.length > 0);
  }

  get working(): readonly Shortcut[] {
    return this.#working;
  }

  /** What a key is to do; null where it means nothing, or something else. */
  of(event: KeyboardEvent): Shortcut['run'] | null {
    const key = shortcutKeyOf(event);
    if (key === null) return null;
    return this.#working.find(({ keys }) => keys.includes(key))?.run ?? null;
  }
}
