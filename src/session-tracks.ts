import type { ReplaySession } from './session/replay-session.ts';
import type { SessionEvent } from './session/session-host.ts';
import type { Notes } from './tracks/notes.ts';
import type { TextTracks } from './tracks/text-tracks.ts';

/** Events after which other cues may be active. */
const MOVES: ReadonlySet<SessionEvent['type']> = new Set([
  'loadedmetadata',
  'loadeddata',
  'timeupdate',
  'seeking',
  'seeked',
  'emptied',
]);

/** Keeps the text tracks of a player in step with its session. */
export class SessionTracks {
  readonly #session: ReplaySession;
  readonly #tracks: TextTracks;
  readonly #notes: Notes;
  readonly #annotations: () => string;

  /** @param annotations what the notes of a recorder are called */
  constructor(session: ReplaySession, tracks: TextTracks, notes: Notes, annotations: () => string) {
    this.#session = session;
    this.#tracks = tracks;
    this.#notes = notes;
    this.#annotations = annotations;
  }

  /** Called with each event before the page is told of it. */
  follow({ type }: SessionEvent): void {
    const { recording, playhead, loading } = this.#session;
    if (type === 'loadedmetadata') this.#tracks.notes.forEach((note) => this.#session.warn(note));
    if (type === 'emptied') {
      this.#tracks.setRecorded([], () => '');
      // What was opened with a recording is not part of its copy, and is there again with the recording.
      this.#tracks.closeOpened(loading.swap);
      this.#notes.leave();
    }
    // What it is known by may only be known at its end.
    if (recording && (type === 'loadedmetadata' || type === 'canplaythrough'))
      this.#notes.enter(
        (loading.playlist.isSubstituted ? 'copy ' : '') +
          (recording.id || String(recording.startedAt.getTime())),
      );
    if (type === 'canplaythrough') void this.#readAnnotations();
    if (MOVES.has(type)) this.#tracks.moveTo(recording ? playhead.time : NaN);
  }

  /** Most recordings have none, and are not looked through. */
  async #readAnnotations(): Promise<void> {
    const entry = this.#session.loading.playlist.current;
    if (!entry?.outline.info.counts['annotation']) return;
    // A recording that is taken out in the meantime has nothing to show.
    const found = await entry.recording.ask('annotations', null, {}).catch(() => []);
    if (this.#session.loading.playlist.current?.recording !== entry.recording) return;
    this.#tracks.setRecorded(found, this.#annotations);
  }
}
