import type { EntryKind } from '../core/entries/entry.ts';
import {
  firstAfter,
  goToPlace,
  lastBefore,
  type LedPlayer,
  placeFrom,
  placesApart,
  withNotes,
} from './marked-places.ts';
import { RecordingSearch } from '../session/recording-search.ts';
import type { ReplaySession } from '../session/replay-session.ts';
import type { MarkedPlace, TimelineMarks } from '../session/session-state.ts';
import type { OpenRecording } from '../worker/recording-reader.ts';

/** The marks of the recording in a player, and the way from one to the next. */
export class MarkSteps {
  readonly #usual: RecordingSearch<TimelineMarks>;
  /** Of the kinds that were chosen. */
  readonly #chosen: RecordingSearch<TimelineMarks>;
  readonly #player: LedPlayer;
  readonly #session: ReplaySession;
  #kinds: readonly EntryKind[] = [];

  /** @param changed called when the marks are known, and when they are not any more */
  constructor(player: LedPlayer, session: ReplaySession, changed: () => void) {
    this.#player = player;
    this.#session = session;
    this.#usual = new RecordingSearch(
      (_recording, _cover, job) => session.actions.entryMarks([], job),
      changed,
    );
    this.#chosen = new RecordingSearch(
      (_recording, _cover, job) => session.actions.entryMarks(this.#kinds, job),
      changed,
    );
  }

  /** Null while they are not known. The usual ones stand in for those of chosen kinds until these are known. */
  get found(): TimelineMarks | null {
    return (this.#kinds.length > 0 ? this.#chosen.found : null) ?? this.#usual.found;
  }

  /**
   * @param recording the one in the player, read to its end; null for none
   * @param cover selectors of what the viewer hides in it
   * @param kinds those to mark; none for the usual ones
   */
  follow(
    recording: OpenRecording | null,
    cover: readonly string[],
    isWanted: boolean,
    kinds: readonly EntryKind[],
  ): void {
    this.#kinds = kinds;
    this.#usual.follow(recording, cover, isWanted);
    this.#chosen.follow(recording, cover, isWanted && kinds.length > 0, kinds.join());
  }

  /** The player speaks another language, in which what is marked has other names. */
  languageChanged(): void {
    this.#usual.forget();
    this.#chosen.forget();
  }

  /** Goes to just before the next error, or the one before. */
  goToError(direction: 1 | -1): Promise<void> {
    return this.#go(({ errors }) => errors, direction);
  }

  /** Goes to just before the next mark or note, or the one before. */
  goToMark(direction: 1 | -1, notes: readonly { readonly time: number }[]): Promise<void> {
    return this.#go(({ marks }) => withNotes(placesApart(marks, this.#player.duration), notes), direction);
  }

  /** Goes to just before the next entry, or the one before, of the kinds that are chosen. */
  async goToEntry(direction: 1 | -1): Promise<void> {
    const { loading, playback, actions } = this.#session;
    const { currentTime } = this.#player;
    const recording = loading.playlist.current?.recording;
    const filter = this.#kinds.length > 0 ? { kinds: this.#kinds } : {};
    const found =
      direction > 0
        ? actions
            .entries({ ...filter, from: firstAfter(currentTime), limit: 1 }, {})
            .then(({ entries }) => entries[0])
        : actions.entryAt(lastBefore(currentTime), filter, {}).then(({ entry }) => entry);
    const place = await found.catch(() => null);
    if (!place || recording !== loading.playlist.current?.recording) return;
    goToPlace(this.#player, playback.timeline, place);
  }

  /** What is gone to is looked for on the way, unless it is known. */
  async #go(listOf: (found: TimelineMarks) => readonly MarkedPlace[], direction: 1 | -1): Promise<void> {
    const { loading, playback, actions } = this.#session;
    const entry = loading.playlist.current;
    // Why there are none is told to whoever asks for the entries.
    const found = this.found ?? (await actions.entryMarks(this.#kinds, {}).catch(() => null));
    if (!found || entry?.recording !== loading.playlist.current?.recording) return;
    const place = placeFrom(listOf(found), this.#player.currentTime, direction);
    if (place) goToPlace(this.#player, playback.timeline, place);
  }
}
