import type { RecordingFacts } from '../decode/recording-format.ts';
import type { RecordingFile, RecordingInfo } from '../recording.ts';

/** What files say of a recording besides its events, and what is known of the files. */
export class RecordingDescription {
  #facts: RecordingFacts = {};
  #format = '';
  #packing: readonly string[] = [];
  #files: RecordingFile[] = [];
  #markers: { timestamp: number; name: string }[] = [];

  formatFound(id: string, packing: readonly string[]): void {
    // A file about the session says less of its shape than the ones with its events.
    const isMoreTelling = this.isMetadata || id === 'posthog-archive';
    if (id === '' || (this.#format !== '' && !isMoreTelling)) return;
    this.#format = id;
    this.#packing = packing;
  }

  /** Takes in what a file says; what was said first counts. */
  describe(facts: RecordingFacts): void {
    const said = Object.entries(this.#facts).filter(([, value]) => value !== '');
    this.#facts = { ...facts, ...Object.fromEntries(said) };
  }

  /** An analytics event; Unix milliseconds. */
  mark(timestamp: number, name: string): void {
    this.#markers.push({ timestamp, name });
  }

  addFile(file: RecordingFile): void {
    this.#files.push(file);
  }

  absorb(other: RecordingDescription): void {
    this.formatFound(other.#format, other.#packing);
    this.describe(other.#facts);
    const isNew = ({ sha256 }: RecordingFile) => this.#files.every((file) => file.sha256 !== sha256);
    this.#files = [...this.#files, ...other.#files.filter(isNew)];
    this.#markers = [...this.#markers, ...other.#markers];
  }

  /** PostHog's session id; empty when unknown. */
  get id(): string {
    return this.#facts.id ?? '';
  }

  /** The session's person as JSON text; null when there is none. */
  get person(): string | null {
    return this.#facts.person ?? null;
  }

  /** Analytics events; Unix milliseconds. */
  get markers(): readonly { readonly timestamp: number; readonly name: string }[] {
    return this.#markers;
  }

  /** Nothing was found but what is said of a session as a whole. */
  get isMetadata(): boolean {
    return this.#format === 'posthog-metadata';
  }

  get isMobile(): boolean {
    return this.#facts.platform === 'mobile';
  }

  /** True when these very bytes were read into it. */
  has(file: RecordingFile): boolean {
    return file.size > 0 && this.#files.some(({ sha256 }) => sha256 === file.sha256);
  }

  get files(): readonly RecordingFile[] {
    return this.#files;
  }

  /** @param startAt start of the recording, Unix milliseconds */
  info(startAt: number): Pick<RecordingInfo, 'id' | 'format' | 'packing' | 'producer' | 'files' | 'markers'> {
    const { library = '', version = '' } = this.#facts;
    const byTime = this.#markers.toSorted((a, b) => a.timestamp - b.timestamp);
    return {
      id: this.id,
      format: this.#format,
      packing: this.#packing,
      producer: { library, version },
      files: this.#files,
      markers: byTime.map(({ timestamp, name }) => ({ time: (timestamp - startAt) / 1000, name })),
    };
  }
}
