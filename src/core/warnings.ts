import type { ReplayErrorDetails } from './replay-error.ts';

/**
 * - `repaired`: plays as it was meant
 * - `dropped`: could not be used and was left out
 * - `missing`: the file never had it
 * - `noted`: worth knowing
 */
export type WarningKind = 'repaired' | 'dropped' | 'missing' | 'noted';

/** Everything that can be said about a recording. The sentences are in `locale/`. */
export const WARNING_KINDS = {
  'missing-meta': 'repaired',
  'duplicates': 'repaired',
  'wild-timestamps': 'repaired',
  'clock-jump': 'repaired',
  'seconds': 'repaired',
  'duplicate-nodes': 'repaired',
  'extension-stripped': 'repaired',
  'synthetic-snapshot': 'repaired',
  'unknown-version': 'repaired',
  'undecodable': 'dropped',
  'bad-line': 'dropped',
  'truncated': 'dropped',
  'broken-off': 'dropped',
  'trailing-garbage': 'dropped',
  'bad-block': 'dropped',
  'missing-chunks': 'dropped',
  'oversized': 'dropped',
  'too-large': 'dropped',
  'too-deep': 'dropped',
  'cut-text': 'dropped',
  'unreplayable': 'dropped',
  'skipped-file': 'dropped',
  'repeated-file': 'dropped',
  'no-first-page': 'missing',
  'missing-assets': 'missing',
  'unrecorded-frames': 'missing',
  'webgl': 'missing',
  'styles-refused': 'missing',
  'several-recordings': 'noted',
  'no-worker': 'noted',
} as const satisfies Record<string, WarningKind>;

export type WarningCode = keyof typeof WARNING_KINDS;

/** What some warnings know besides how often. */
interface KnownDetails {
  'extension-stripped': { readonly names: readonly string[] };
  'unknown-version': { readonly version: string };
  /** Why the rest could not be read. */
  'broken-off': ReplayErrorDetails;
  'too-large': ReplayErrorDetails;
  'skipped-file': ReplayErrorDetails;
  'oversized': { readonly limitBytes: number };
  'repeated-file': { readonly file: string };
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
    readonly kind: WarningKind;
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
    for (const { code, count, details } of other.list())
      this.#note(code, (this.#found.get(code)?.count ?? 0) + count, details);
  }

  /** The same list until something is added. */
  list(): readonly WarningNote[] {
    return (this.#list ??= [...this.#found.values()]);
  }

  #note(code: WarningCode, count: number, details: unknown = null): void {
    // Whoever adds a warning has shown that its details are those of its code.
    this.#found.set(code, { code, kind: WARNING_KINDS[code], details, count } as WarningNote);
    this.#list = null;
  }
}
