import type { ReplaySource } from './core/source/replay-source.ts';
import { describeWarning, messageOf } from './locale/describe.ts';
import { localeOf } from './locale/locale-of.ts';
import type { WarningNote } from './core/warnings.ts';
import type { ReplaySession } from './session/replay-session.ts';
import { cuesOf, type LoadedCues } from './tracks/load-cues.ts';
import type { Notes } from './tracks/notes.ts';
import type { TextTracks } from './tracks/text-tracks.ts';
import { languageOf, roleOf, type TrackRole } from './tracks/track-role.ts';

/** How long it says what was opened. Milliseconds. */
const TOLD_MS = 6000;

/** What came of a WebVTT file that a user opened. */
export interface OpenedTrack {
  readonly file: string;
  /** Null where nothing of it could be read. */
  readonly role: TrackRole | null;
  /** How many cues it has. */
  readonly count: number;
  /** What could not be read, in words; empty where everything was. */
  readonly problem: string;
}

/** The player that files are opened in. */
export interface OpeningPlayer extends Node {
  readonly recording: object | null;
  load(source: ReplaySource | null): Promise<unknown>;
  requestUpdate(): void;
}

/**
 * Opens what a user picks, drops or pastes: recordings, and WebVTT files as text tracks of the recording that comes with
 * them, or else of the one that is there.
 */
export class TrackFiles {
  readonly #player: OpeningPlayer;
  readonly #session: ReplaySession;
  readonly #tracks: TextTracks;
  readonly #notes: Notes;
  #timer = 0;
  /** What came of the files that were opened last, for a while; what could not be read stays until it is dismissed. */
  opened: readonly OpenedTrack[] = [];

  constructor(player: OpeningPlayer, session: ReplaySession, tracks: TextTracks, notes: Notes) {
    this.#player = player;
    this.#session = session;
    this.#tracks = tracks;
    this.#notes = notes;
  }

  open(files: readonly Blob[]): void {
    const player = this.#player;
    const tracks = files.filter(isWebVtt);
    const others = files.filter((file) => !isWebVtt(file));
    // Without a recording there is nothing that they could be tracks of, which an error says.
    const source = others.length > 0 ? others : player.recording ? null : files;
    const loaded = source ? player.load([...source]) : Promise.resolve();
    // What goes wrong with a load is told by events and shown by an overlay.
    void loaded.then(
      () => (source === files ? undefined : this.#add(tracks)),
      () => undefined,
    );
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.#tell([]);
  }

  async #add(files: readonly Blob[]): Promise<void> {
    if (files.length === 0) return;
    const opened = await Promise.all(files.map((file) => this.#read(file)));
    clearTimeout(this.#timer);
    this.#tell(opened);
    if (opened.every(({ problem }) => problem === ''))
      this.#timer = window.setTimeout(() => this.dismiss(), TOLD_MS);
  }

  async #read(blob: Blob): Promise<OpenedTrack> {
    const file = nameOf(blob);
    try {
      const loaded = cuesOf(await blob.text(), file);
      const role = roleOf(loaded.header, file);
      this.#show(loaded, role, file);
      return { file, role, count: loaded.cues.length, problem: this.#leftOut(loaded, file) };
    } catch (thrown) {
      return { file, role: null, count: 0, problem: messageOf(localeOf(this.#player), thrown) };
    }
  }

  #show({ header, cues }: LoadedCues, role: TrackRole, file: string): void {
    if (role === 'notes') {
      this.#notes.open(cues);
      return;
    }
    const label = file.replace(/\.vtt$/i, '');
    this.#tracks.open({ kind: role, label, language: languageOf(header), id: '' }, cues);
  }

  /** What of it could not be read, in words. */
  #leftOut({ mistakes }: LoadedCues, file: string): string {
    const [first] = mistakes;
    if (!first) return '';
    const note: WarningNote = { code: 'bad-cue', count: mistakes.length, details: { file, ...first } };
    this.#session.warn(note);
    return describeWarning(localeOf(this.#player), note).message;
  }

  #tell(opened: readonly OpenedTrack[]): void {
    this.opened = opened;
    this.#player.requestUpdate();
  }
}

/** WebVTT by its type or its name: a recording is told by what is in it. */
function isWebVtt(file: Blob): boolean {
  return file.type === 'text/vtt' || /\.vtt$/i.test(nameOf(file));
}

function nameOf(file: Blob): string {
  return file instanceof File ? file.name : '';
}
