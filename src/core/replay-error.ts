/**
 * Why a recording cannot be played. Stable: pages may switch on these.
 *
 * - `network`: the address did not answer, or the browser refused the answer (CORS)
 * - `not-a-recording`: readable, but it holds no session recording
 * - `unsupported-version`: an export of a version whose shape is unknown
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

/** A `ReplayError` as it crosses the worker boundary. */
export interface ReplayErrorData {
  readonly code: ReplayErrorCode;
  readonly message: string;
}

export class ReplayError extends Error {
  override readonly name = 'ReplayError';

  constructor(
    readonly code: ReplayErrorCode,
    /** A sentence for people: what was found and what would work. */
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** Any thrown value as a `ReplayError`; an abort becomes `aborted`, the unforeseen `corrupt`. */
  static from(thrown: unknown): ReplayError {
    if (thrown instanceof ReplayError) return thrown;
    if (thrown instanceof DOMException && thrown.name === 'AbortError') {
      return new ReplayError('aborted', 'Loading was stopped before the recording was read.', {
        cause: thrown,
      });
    }
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    return new ReplayError('corrupt', `The recording could not be read (${detail}).`, { cause: thrown });
  }

  toData(): ReplayErrorData {
    return { code: this.code, message: this.message };
  }
}
