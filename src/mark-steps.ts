import { goToPlace, type LedPlayer, placeFrom } from './marked-places.ts';
import { RecordingSearch } from './session/recording-search.ts';
import type { ReplaySession } from './session/replay-session.ts';
import type { MarkedPlace, TimelineMarks } from './session/session-state.ts';

/** The marks of the recording in a player, and the way from one to the next. */
export class MarkSteps {
  readonly search: RecordingSearch<TimelineMarks>;
  readonly #player: LedPlayer;
  readonly #session: ReplaySession;

  /** @param changed called when the marks are known, and when they are not any more */
  constructor(player: LedPlayer, session: ReplaySession, changed: () => void) {
    this.#player = player;
    this.#session = session;
    this.search = new RecordingSearch(
      (_recording, _cover, options) => session.actions.entryMarks(options),
      changed,
    );
  }

  /** Goes to just before the next one, or the one before. They are looked for on the way, unless they are known. */
  async go(listOf: (found: TimelineMarks) => readonly MarkedPlace[], direction: 1 | -1): Promise<void> {
    const { loading, playback, actions } = this.#session;
    const entry = loading.playlist.current;
    // Why there are none is told to whoever asks for the entries.
    const found = this.search.found ?? (await actions.entryMarks({}).catch(() => null));
    if (!found || entry?.recording !== loading.playlist.current?.recording) return;
    const place = placeFrom(listOf(found), this.#player.currentTime, direction);
    if (place) goToPlace(this.#player, playback.timeline, place);
  }
}
