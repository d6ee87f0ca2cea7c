import { WarningLog, type WarningNote } from '../core/warnings.ts';

/** Tells of warnings about the recording in the player, each kind once, and keeps those found while it plays. */
export class WarningTeller {
  readonly #onWarning: (warning: WarningNote) => void;
  readonly #told = new Set<string>();
  /** What is found while playing; the rest is in the outline. */
  #found = new WarningLog();

  constructor(onWarning: (warning: WarningNote) => void) {
    this.#onWarning = onWarning;
  }

  /** What was found while playing. */
  get found(): readonly WarningNote[] {
    return this.#found.list();
  }

  /** Set where the policy of the page around refuses recorded styles. */
  get stylesRefused(): WarningNote | undefined {
    return this.found.find(({ code }) => code === 'styles-refused');
  }

  /** Adds what was found while playing to what is known of the recording. */
  add(code: 'unreplayable' | 'styles-refused'): void {
    if (code === 'styles-refused' && this.stylesRefused) return;
    this.#found.add(code);
    this.tell(this.found);
  }

  /** Adds what was found in something that belongs to the player, such as a text track. */
  addNote(note: WarningNote): void {
    this.#found.addNote(note);
    this.tell(this.found);
  }

  /** Tells which selectors of `cover` hide nothing; none of what was told of others before. */
  setUnmatched(selectors: readonly string[]): void {
    this.#found.set('cover-unmatched', selectors.length, { selectors });
    this.#told.delete('cover-unmatched');
    this.tell(this.found);
  }

  tell(warnings: readonly WarningNote[]): void {
    for (const warning of warnings) {
      if (this.#told.has(warning.code)) continue;
      this.#told.add(warning.code);
      this.#onWarning(warning);
    }
  }

  /** Another recording comes. */
  reset(): void {
    this.#told.clear();
    this.#found = new WarningLog();
  }
}
