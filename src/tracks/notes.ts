import { writeWebVtt } from '../core/webvtt/write-webvtt.ts';
import { cueOfNote, isNotes, type Note, NOTES_ID, notesOf, type NoteText } from './note.ts';
import type { ReplayTextTrack } from './replay-text-track.ts';
import type { TextTracks } from './text-tracks.ts';

/** Notes of a recording that is not in the player now. */
interface KeptNotes {
  readonly cues: readonly VTTCue[];
  readonly isUnsaved: boolean;
}

/**
 * The notes on the recording in the player: those of its tracks, and those that are written in it, which stand in a
 * track of their own. They are kept for as long as the page is there and stored nowhere; of a recording that comes back
 * they are there again.
 */
export class Notes {
  readonly #tracks: TextTracks;
  readonly #label: () => string;
  readonly #kept = new Map<string, KeptNotes>();
  #own: ReplayTextTrack | null = null;
  #recording = '';
  #isChanged = false;

  /** @param label what their track is called */
  constructor(tracks: TextTracks, label: () => string) {
    this.#tracks = tracks;
    this.#label = label;
  }

  /** By time. */
  get all(): readonly Note[] {
    return notesOf(this.#tracks.list);
  }

  /** Whether some were written or changed and not saved since. */
  get isUnsaved(): boolean {
    return this.#isChanged && this.all.length > 0;
  }

  /** How many notes on other recordings are there that were not saved. */
  get unsavedElsewhere(): number {
    const counts = [...this.#kept.values()].map(({ cues, isUnsaved }) => (isUnsaved ? cues.length : 0));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  add(note: NoteText): void {
    this.#isChanged = true;
    this.#ownTrack().addCue(cueOfNote(note));
  }

  /** Puts a note in place of another one; adds it where that one is gone. */
  replace({ cue }: Note, note: NoteText): void {
    this.#isChanged = true;
    const track = this.#trackOf(cue) ?? this.#ownTrack();
    track.replaceCues([...track.everyCue.filter((other) => other !== cue), cueOfNote(note)]);
  }

  remove({ cue }: Note): void {
    this.#isChanged = true;
    this.#trackOf(cue)?.removeCue(cue);
  }

  /** Adds notes of a file to those that are there; ones that are there already do not come twice. */
  open(cues: readonly VTTCue[]): void {
    const known = new Set(this.all.map(({ cue }) => keyOf(cue)));
    const track = this.#ownTrack();
    track.replaceCues([...track.everyCue, ...cues.filter((cue) => !known.has(keyOf(cue)))]);
  }

  /** All of them as a WebVTT file. */
  write(): string {
    const cues = this.all.map(({ cue: { startTime, endTime, text } }) => ({
      id: '',
      start: startTime,
      end: endTime,
      settings: '',
      text,
    }));
    return writeWebVtt(cues, ['Kind: metadata']);
  }

  /** They have been saved as they are. */
  markSaved(): void {
    this.#isChanged = false;
  }

  /** A recording is in the player. @param recording what tells it from others */
  enter(recording: string): void {
    this.#recording = recording;
    const kept = this.#kept.get(recording);
    if (!kept) return;
    this.#kept.delete(recording);
    this.#isChanged ||= kept.isUnsaved;
    this.open(kept.cues);
  }

  /** The recording leaves the player. */
  leave(): void {
    const own = this.#own;
    const cues = own?.everyCue ?? [];
    if (cues.length > 0) this.#kept.set(this.#recording, { cues, isUnsaved: this.isUnsaved });
    this.#own = null;
    this.#isChanged = false;
    if (own) this.#tracks.remove(own);
  }

  #trackOf(cue: VTTCue): ReplayTextTrack | undefined {
    return [...this.#tracks.list].find((track) => isNotes(track) && track.everyCue.includes(cue));
  }

  #ownTrack(): ReplayTextTrack {
    const label = this.#label;
    this.#own ??= this.#tracks.add({
      kind: 'metadata',
      language: '',
      id: NOTES_ID,
      get label() {
        return label();
      },
    });
    return this.#own;
  }
}

function keyOf({ startTime, endTime, text }: VTTCue): string {
  return [startTime, endTime, text].join('|');
}
