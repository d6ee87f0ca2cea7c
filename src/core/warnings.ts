import type { CostKind } from './cost-kinds.ts';
import type { ReplayErrorDetails } from './replay-error.ts';
import type { WarningCode } from './warning-kinds.ts';

/**
 * Why a cue of a text track could not be read.
 *
 * - `signature`: its file does not begin with `WEBVTT`
 * - `no-times`: there is text, but no line with times
 * - `bad-times`: a line has `-->`, but not two times around it
 * - `ends-early`: it ends before it begins
 */
export type CueFault = 'signature' | 'no-times' | 'bad-times' | 'ends-early';

/** What some warnings know besides how often. */
interface KnownDetails {
  'extension-stripped': { readonly names: readonly string[] };
  'unknown-version': { readonly version: string };
  /** Why the rest could not be read. */
  'broken-off': ReplayErrorDetails;
  'too-large': ReplayErrorDetails;
  'skipped-file': ReplayErrorDetails;
  'too-costly': { readonly kinds: readonly CostKind[] };
  'bad-cue': { readonly file: string; readonly fault: CueFault; readonly line: number };
  'track-missing': ReplayErrorDetails;
  'oversized': { readonly limitBytes: number };
  'repeated-file': { readonly file: string };
  'cover-unmatched': { readonly selectors: readonly string[] };
  'no-first-page': { readonly seconds: number };
  /** Some of the sites they are on, and how many sites more there are. */
  'missing-assets': { readonly sites: readonly string[]; readonly moreSites: number };
}

export type WarningDetails<C extends WarningCode> = C extends keyof KnownDetails ? KnownDetails[C] : null;

/** The details as the last argument, for codes that have some. */
export type DetailsArgument<C extends WarningCode> = C extends keyof KnownDetails
  ? [details: KnownDetails[C]]
  : [];

/** A warning without words: plain data, of which a language makes a sentence. */
export type WarningNote = {
  readonly [C in WarningCode]: {
    readonly code: C;
    readonly details: WarningDetails<C>;
    readonly count: number;
  };
}[WarningCode];

/** Counts what was found, code by code. */
export class WarningLog {
  readonly #found = new Map<WarningCode, WarningNote>();
  #list: readonly WarningNote[] | null = null;

  /** Grows with every new warning. */
  get total(): number {
    return [...this.#found.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** @param details go into the sentence; the latest ones count */
  add<C extends WarningCode>(code: C, count = 1, ...[details]: DetailsArgument<C>): void {
    this.#note(code, (this.#found.get(code)?.count ?? 0) + count, details);
  }

  /** For what is found anew each time all of the recording is looked at. */
  set<C extends WarningCode>(code: C, count: number, ...[details]: DetailsArgument<C>): void {
    if (count > 0) {
      this.#note(code, count, details);
    } else {
      this.#found.delete(code);
      this.#list = null;
    }
  }

  absorb(other: WarningLog): void {
    for (const note of other.list()) this.addNote(note);
  }

  /** Adds what somebody else has counted. */
  addNote({ code, count, details }: WarningNote): void {
    this.#note(code, (this.#found.get(code)?.count ?? 0) + count, details);
  }

  /** The same list until something is added. */
  list(): readonly WarningNote[] {
    return (this.#list ??= [...this.#found.values()]);
  }

  #note(code: WarningCode, count: number, details: unknown = null): void {
    // Whoever adds a warning has shown that its details are those of its code.
    this.#found.set(code, { code, details, count } as WarningNote);
    this.#list = null;
  }
}
