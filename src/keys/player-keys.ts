import type { ReactiveController, ReactiveElement } from 'lit';
import { hasOpenPopover } from '../controls/open-popover.ts';
import { togglePlayback } from '../controls/player-actions.ts';
import type { LoadSession } from '../session/load-session.ts';
import type { StageInteraction } from '../stage/stage-interaction.ts';
import { PlayerShortcuts } from './player-shortcuts.ts';
import type { Shortcut, ShortcutPlayer } from './shortcuts.ts';

/** The player whose keys these are. */
export interface KeyedPlayer extends ShortcutPlayer, ReactiveElement {
  readonly hotkeys: string;
  readonly noHotkeys: boolean;
  readonly noControls: boolean;
}

/** What keys do in a player: Escape leaves what was opened last, the stage has keys of its own, all others are shortcuts. */
export class PlayerKeys implements ReactiveController {
  readonly #player: KeyedPlayer;
  readonly #loading: LoadSession;
  readonly #stage: StageInteraction;
  readonly #shortcuts = new PlayerShortcuts();

  constructor(player: KeyedPlayer, loading: LoadSession, stage: StageInteraction) {
    this.#player = player;
    this.#loading = loading;
    this.#stage = stage;
    player.addController(this);
    player.addEventListener('keydown', this.#handleKeyDown);
  }

  hostUpdate(): void {
    this.#shortcuts.follow(this.#player.hotkeys, this.#player.noHotkeys);
  }

  /** The shortcuts that work. */
  get shortcuts(): readonly Shortcut[] {
    return this.#shortcuts.working;
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#handleEscape(event);
    if (this.#stage.takesKey(event)) return;
    const run = this.#leavesKeys ? null : this.#shortcuts.of(event);
    const { canPlay, outline } = this.#loading;
    if (!run || !(run === togglePlayback ? canPlay : outline)) return;
    event.preventDefault();
    run(this.#player, event.key);
  };

  /** In the controls of media-chrome, which has keys of its own: a key would count twice. */
  get #leavesKeys(): boolean {
    const { noHotkeys, noControls, slot } = this.#player;
    return noHotkeys || (noControls && slot === 'media');
  }

  /** Leaves what was opened last: the browser closes menus, which are on top, by itself. */
  #handleEscape(event: Event): void {
    const player = this.#player;
    if (hasOpenPopover(player.renderRoot)) return;
    if (!this.#stage.escape()) {
      if (player.panel === null || !this.#loading.outline) return;
      player.panel = null;
    }
    event.preventDefault();
  }
}
