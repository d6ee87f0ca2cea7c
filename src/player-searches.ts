import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RecordingInfo } from './core/recording.ts';
import { localeOf } from './locale/locale-of.ts';
import type { PlayerPanels } from './panels/player-panels.ts';
import type { InterfaceState } from './player-state.ts';
import { CoverSearch } from './session/cover-search.ts';
import { HiddenSearch } from './session/hidden-search.ts';
import type { ReplaySession } from './session/replay-session.ts';
import { ShownClock } from './shown-clock.ts';
import { MarkSteps } from './steps/mark-steps.ts';
import type { LedPlayer } from './steps/marked-places.ts';

/** The player, as far as it says what is looked for. */
interface SearchingPlayer extends ReactiveControllerHost, Node, LedPlayer {
  readonly masks: 'show' | 'hide';
  readonly noControls: boolean;
  readonly recording: RecordingInfo | null;
}

/** What the recording in a player is looked through for, once it is read and as soon as the interface shows it. */
export class PlayerSearches implements ReactiveController {
  /** What is hidden in it. */
  readonly hidden: HiddenSearch;
  /** What is marked on the timeline. */
  readonly marks: MarkSteps;
  /** Where it was made, to tell the time there. */
  readonly clock: ShownClock;
  readonly #cover: CoverSearch;
  readonly #player: SearchingPlayer;
  readonly #session: ReplaySession;
  readonly #panels: PlayerPanels;

  constructor(player: SearchingPlayer, session: ReplaySession, panels: PlayerPanels) {
    const changed = () => player.requestUpdate();
    this.hidden = new HiddenSearch(changed);
    this.marks = new MarkSteps(player, session, changed);
    this.clock = new ShownClock(changed);
    this.#cover = new CoverSearch((unmatched) => session.warnUnmatched(unmatched));
    this.#player = player;
    this.#session = session;
    this.#panels = panels;
    player.addController(this);
  }

  hostUpdate(): void {
    const { readyState, preload, loading, coverSelectors: cover } = this.#session;
    const { masks, noControls } = this.#player;
    const { open, showsHidden, onTimeline } = this.#panels;
    const isLookedThrough = preload.worksAhead || open !== null;
    const entry = readyState === 4 && isLookedThrough ? loading.playlist.current : null;
    const recording = entry?.recording ?? null;
    this.hidden.follow(recording, cover, showsHidden || (masks === 'show' && !noControls));
    this.#cover.follow(recording, cover, cover.length > 0);
    this.clock.follow(recording, cover, !noControls);
    this.marks.follow(recording, cover, !noControls, onTimeline.kinds ?? []);
  }

  get state(): Pick<InterfaceState, 'hidden' | 'marks' | 'clock'> {
    return {
      hidden: this.hidden.found,
      marks: this.marks.found,
      clock: this.clock.state(localeOf(this.#player), this.#player.recording),
    };
  }
}
