import { RuleError, type RuleErrorDetails } from './rule-error.ts';

/**
 * Why a recording cannot be played. Stable: pages may switch on these.
 *
 * - `network`: the address did not answer, or the browser refused the answer (CORS)
 * - `not-a-recording`: readable, but it holds no session recording
 * - `unsupported-version`: an export of a version whose format is unknown
 * - `corrupt`: damaged so early that nothing can be saved
 * - `empty`: a recording without events
 * - `unplayable`: events, but no full snapshot to build a page from
 * - `aborted`: a newer `load()` or an `AbortSignal` stopped it
 * - `too-large`: a limit of the player was reached
 */
export type ReplayErrorCode =
  | 'network'
  | 'not-a-recording'
  | 'unsupported-version'
  | 'corrupt'
  | 'empty'
  | 'unplayable'
  | 'aborted'
  | 'too-large';

/** What exactly can be found, and the code it belongs to. The sentences are in `locale/`. */
interface Codes {
  'not-an-address': 'network';
  'unreachable': 'network';
  'file-address': 'network';
  'refused': 'network';
  'signed-out': 'network';
  'no-file': 'network';
  'sources-list': 'not-a-recording';
  'deleted': 'not-a-recording';
  'metadata-only': 'not-a-recording';
  'recordings-list': 'not-a-recording';
  'analytics-events': 'not-a-recording';
  'har': 'not-a-recording';
  'playwright-trace': 'not-a-recording';
  'server-error': 'not-a-recording';
  'media': 'not-a-recording';
  'archive': 'not-a-recording';
  'html': 'not-a-recording';
  'sign-in-page': 'not-a-recording';
  'text': 'not-a-recording';
  'binary': 'not-a-recording';
  'other-json': 'not-a-recording';
  'not-webvtt': 'not-a-recording';
  'unknown-version': 'unsupported-version';
  'cut-off': 'corrupt';
  'damaged-packing': 'corrupt';
  'unreadable': 'corrupt';
  'empty-file': 'empty';
  'no-events': 'empty';
  'nothing-to-load': 'empty';
  'single-event': 'unplayable';
  'no-snapshot': 'unplayable';
  'damaged-snapshot': 'unplayable';
  'page-not-built': 'unplayable';
  /** The player is in a sandbox where it cannot look into its own frames. */
  'sandboxed': 'unplayable';
  'invalid-rule': 'unplayable';
  'stopped': 'aborted';
  'closed': 'aborted';
  'too-many-bytes': 'too-large';
  'too-many-events': 'too-large';
  'bomb': 'too-large';
}

export type ReplayErrorReason = keyof Codes;

/** What some reasons know. */
interface KnownFacts {
  'not-an-address': { readonly address: string };
  'unreachable': { readonly address: string };
  'file-address': { readonly address: string };
  /** `answer`: what the server says of it, where it says more. */
  'refused': { readonly address: string; readonly status: string; readonly answer?: string };
  /** Nothing was sent along that the user is known by. */
  'signed-out': { readonly address: string; readonly status: string };
  'no-file': { readonly detail: string };
  /** Where it was sent on to, with nothing that the user is known by. */
  'sign-in-page': { readonly address: string };
  /** `answer`: in the server's words. */
  'server-error': { readonly answer: string };
  'media': { readonly medium: 'image' | 'video' | 'pdf' };
  'archive': { readonly files: number };
  'text': { readonly start: string };
  'other-json': { readonly keys: readonly string[] };
  'not-webvtt': { readonly line: number };
  'unknown-version': { readonly version: string };
  'unreadable': { readonly detail: string };
  'no-snapshot': { readonly events: number };
  'page-not-built': { readonly detail: string };
  'invalid-rule': { readonly mistake: RuleErrorDetails };
  'too-many-bytes': { readonly limit: number };
  'too-many-events': { readonly limit: number };
  'bomb': { readonly ratio: number };
}

/** An error without words: plain data, which crosses the worker boundary and of which a language makes a sentence. */
export type ReplayErrorDetails = {
  [R in ReplayErrorReason]: {
    readonly code: Codes[R];
    readonly reason: R;
    /** Name of the file it was found in; empty or missing when that has none. */
    readonly file?: string;
  } & (R extends keyof KnownFacts ? KnownFacts[R] : unknown);
}[ReplayErrorReason];

/** Why a recording cannot be played: by `code` for programs, by `message` for people. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
  /** What exactly was found, as plain data; null where somebody else has made the error. */
  readonly details: ReplayErrorDetails | null;

  /** @param message what was found and what would work, in words */
  constructor(
    readonly code: ReplayErrorCode,
    message: string,
    { details = null, ...options }: ErrorOptions & { readonly details?: ReplayErrorDetails | null } = {},
  ) {
    super(message, options);
    this.details = details;
  }

  /**
   * An error of what was found.
   *
   * @param options.message the same in words; without it the error is on its way to where words are added
   */
  static of(
    details: ReplayErrorDetails,
    { message = JSON.stringify(details), ...options }: ErrorOptions & { readonly message?: string } = {},
  ): DetailedError {
    return new ReplayError(details.code, message, { ...options, details }) as DetailedError;
  }

  /**
   * Any thrown value as a `ReplayError`; an abort becomes `aborted`, the unforeseen `corrupt`.
   *
   * @param file name of the file that was being read
   */
  static from(thrown: unknown, file = ''): DetailedError {
    if (isDetailed(thrown)) {
      if (file === '' || thrown.details.file) return thrown;
      return ReplayError.of({ ...thrown.details, file }, { cause: thrown.cause });
    }
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      return ReplayError.of({ code: 'aborted', reason: 'stopped' }, { cause: thrown });
    }
    if (thrown instanceof RuleError) {
      return ReplayError.of(
        { code: 'unplayable', reason: 'invalid-rule', mistake: thrown.details },
        { cause: thrown },
      );
    }
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return ReplayError.of({ code: 'corrupt', reason: 'unreadable', detail, file }, { cause: thrown });
  }
}

/** One that says exactly what was found. */
export type DetailedError = ReplayError & { readonly details: ReplayErrorDetails };

export function isDetailed(thrown: unknown): thrown is DetailedError {
  return thrown instanceof ReplayError && thrown.details !== null;
}
