import type { CopiedTrack } from '../core/copy/copied-track.ts';
import type { RecordedAnnotation } from '../core/annotations/find-annotations.ts';
import type { ReplayError } from '../core/replay-error.ts';
import { type Credentials, nameIn } from '../core/source/replay-source.ts';
import { plainText } from '../core/webvtt/cue-text.ts';
import type { WarningNote } from '../core/warnings.ts';
import { copiedTracks } from './copied-tracks.ts';
import { type ChapterInit, chaptersOf, cuesOfChapters } from './chapters.ts';
import type { LoadedCues } from './load-cues.ts';
import { type Note, notesOf } from './note.ts';
import { markedChapters, recordedCaptions } from './recorded-cues.ts';
import { ReplayTextTrack, type TrackFacts } from './replay-text-track.ts';
import { ReplayTextTrackList } from './replay-text-track-list.ts';
import { isCaptions, TrackElements } from './track-elements.ts';
import type { CaptionChoice, Chapter, TracksState } from './tracks-state.ts';

/** Whoever has text tracks. */
export interface TextTracksHost {
  readonly element: HTMLElement;
  /** What is sent along to the addresses of files. */
  credentials(): Credentials;
  /** What is shown of tracks has changed. */
  changed(): void;
  /** Something of a track could not be read. */
  warn(note: WarningNote): void;
  inWords(error: ReplayError): ReplayError;
  /** What captions without a label are called. @param number from 1 */
  unnamed(number: number): string;
}

/** The text tracks of a player: those of its `<track>` children, of scripts, and of the recording itself. */
export class TextTracks {
  readonly list = new ReplayTextTrackList(() => this.#all);
  readonly #host: TextTracksHost;
  readonly #elements: TrackElements;
  #others: readonly ReplayTextTrack[] = [];
  /** Of the recording itself. */
  #recorded: readonly ReplayTextTrack[] = [];
  /** Of files that were opened with the recording, the newest first. */
  #opened: readonly ReplayTextTrack[] = [];
  /** The same of a recording whose copy is in the player. */
  #aside: readonly ReplayTextTrack[] = [];
  #own: ReplayTextTrack | null = null;
  #time = NaN;
  #notes: readonly WarningNote[] = [];
  #chapters: readonly Chapter[] | null = null;
  #written: readonly Note[] | null = null;
  #copied: readonly CopiedTrack[] | null = null;
  /** Captions that were shown last, to be shown again. */
  #lastShown: ReplayTextTrack | null = null;

  constructor(host: TextTracksHost) {
    this.#host = host;
    this.#elements = new TrackElements({
      element: host.element,
      credentials: () => host.credentials(),
      told: (type, track) => this.#handleList(type, track),
      trackChanged: (what, track) => this.#handleTrack(what, track),
      loaded: (address, loaded) => this.#handleLoaded(nameIn(address), loaded),
      failed: (error) => this.#handleFailure(error),
    });
  }

  connect(): void {
    this.#elements.connect();
  }

  disconnect(): void {
    this.#elements.disconnect();
  }

  /** Loads files again that were loaded with other credentials. */
  reload(): void {
    this.#elements.read();
  }

  get #all(): readonly ReplayTextTrack[] {
    return [...this.#elements.tracks, ...this.#others, ...this.#opened, ...this.#recorded];
  }

  /** What was found so far that could not be read. */
  get notes(): readonly WarningNote[] {
    return this.#notes;
  }

  add(facts: TrackFacts): ReplayTextTrack {
    const track = this.#make(facts, 'hidden');
    this.#others = [...this.#others, track];
    this.#handleList('addtrack', track);
    return track;
  }

  /**
   * Puts the annotations of a recording in place of those of the one before: captions and chapters, where it has any.
   *
   * @param label of their tracks
   */
  setRecorded(annotations: readonly RecordedAnnotation[], label: () => string): void {
    const before = this.#recorded;
    this.#recorded = [];
    for (const track of before) this.#handleList('removetrack', track);
    const found = [
      ['captions', 'showing', recordedCaptions(annotations)],
      ['chapters', 'hidden', markedChapters(annotations)],
    ] as const;
    for (const [kind, mode, cues] of found) {
      if (cues.length === 0) continue;
      const facts = {
        kind,
        language: '',
        id: '',
        get label() {
          return label();
        },
      };
      const track = this.#make(facts, mode);
      this.#recorded = [...this.#recorded, track];
      track.replaceCues(cues);
      this.#handleList('addtrack', track);
    }
  }

  #make(facts: TrackFacts, mode: TextTrackMode): ReplayTextTrack {
    const track: ReplayTextTrack = new ReplayTextTrack(facts, mode, (what) => this.#handleTrack(what, track));
    return track;
  }

  remove(track: ReplayTextTrack): void {
    this.#others = this.#others.filter((other) => other !== track);
    this.#handleList('removetrack', track);
  }

  /** Makes the cues of a moment the active ones. Seconds; NaN for none. */
  moveTo(time: number): void {
    this.#time = time;
    for (const track of this.#all) track.activateAt(time);
  }

  /**
   * Adds a track of a file that was opened with the recording, and shows it: its chapters take the place of others, and
   * its captions those of others.
   */
  open(facts: TrackFacts, cues: readonly VTTCue[]): void {
    const track = this.#make(facts, isCaptions(facts.kind) ? 'disabled' : 'hidden');
    track.replaceCues(cues);
    this.#opened = [track, ...this.#opened];
    this.#handleList('addtrack', track);
    if (isCaptions(facts.kind)) this.showCaptions(this.#captions.indexOf(track));
  }

  /**
   * Takes out what was opened with a recording.
   *
   * @param swap `copy` keeps it while a copy is in the place of the recording, `original` then brings it back
   */
  closeOpened(swap: 'copy' | 'original' | null): void {
    const before = this.#opened;
    this.#opened = swap === 'original' ? this.#aside : [];
    this.#aside = swap === 'copy' ? before : [];
    for (const track of before) this.#handleList('removetrack', track);
    for (const track of this.#opened) this.#handleList('addtrack', track);
  }

  /** The chapters in force: of the first chapters track that has any and is not disabled; those of files come first. */
  get chapters(): readonly Chapter[] {
    this.#chapters ??= chaptersOf([...this.#opened, ...this.#all]);
    return this.#chapters;
  }

  /** Puts chapters in place of those that a script gave before. @throws TypeError for what is none */
  setChapters(chapters: readonly ChapterInit[]): void {
    const cues = cuesOfChapters(chapters);
    if (this.#own) this.remove(this.#own);
    this.#own = null;
    if (cues.length === 0) return;
    this.#own = this.add({ kind: 'chapters', label: '', language: '', id: '' });
    this.#own.replaceCues(cues);
  }

  /**
   * What goes along with a copy of the recording: chapters, captions and notes, but for what the recording holds itself.
   * The same object as long as nothing of it changes.
   */
  get copied(): readonly CopiedTrack[] {
    this.#copied ??= copiedTracks([...this.#opened, ...this.#elements.tracks, ...this.#others]);
    return this.#copied;
  }

  /** @param place among the captions of the state; null for none */
  showCaptions(place: number | null): void {
    const captions = this.#captions;
    const shown = place === null ? undefined : captions[place];
    for (const track of captions) if (track !== shown) track.mode = 'disabled';
    if (shown) shown.mode = 'showing';
  }

  /** Hides the captions that are shown, or shows those that were shown last. */
  toggleCaptions(): void {
    const captions = this.#captions;
    const isShown = captions.some(({ mode }) => mode === 'showing');
    const last = this.#lastShown ? captions.indexOf(this.#lastShown) : 0;
    this.showCaptions(isShown || captions.length === 0 ? null : Math.max(0, last));
  }

  get state(): TracksState {
    const captions = this.#captions;
    return {
      chapters: this.chapters,
      captions: captions.map((track, i): CaptionChoice => ({
        label: track.label || track.language || this.#host.unnamed(i + 1),
        isShown: track.mode === 'showing',
      })),
      notes: this.#notesNow,
      captionLines: captions
        .filter(({ mode }) => mode === 'showing')
        .flatMap((track) => [...(track.activeCues ?? [])].map(({ text }) => plainText(text)))
        .filter((line) => line.trim() !== ''),
    };
  }

  get #notesNow(): readonly Note[] {
    this.#written ??= notesOf(this.#all);
    return this.#written;
  }

  get #captions(): readonly ReplayTextTrack[] {
    return this.#all.filter(({ kind }) => isCaptions(kind));
  }

  #handleList(type: 'addtrack' | 'removetrack', track: ReplayTextTrack): void {
    this.#handleTrack('cues', track);
    this.list.tell(type, track);
  }

  #handleTrack(what: 'mode' | 'cues', track: ReplayTextTrack): void {
    this.#chapters = null;
    this.#written = null;
    this.#copied = null;
    if (isCaptions(track.kind) && track.mode === 'showing') this.#lastShown = track;
    track.activateAt(this.#time);
    if (what === 'mode') this.list.dispatchEvent(new Event('change'));
    this.#host.changed();
  }

  #handleLoaded(file: string, { mistakes }: LoadedCues): void {
    const [first] = mistakes;
    if (!first) return;
    this.#note({ code: 'bad-cue', count: mistakes.length, details: { file, ...first } });
  }

  #handleFailure(error: ReplayError): ReplayError {
    if (error.details) this.#note({ code: 'track-missing', count: 1, details: error.details });
    return this.#host.inWords(error);
  }

  #note(note: WarningNote): void {
    this.#notes = [...this.#notes, note];
    this.#host.warn(note);
  }
}
