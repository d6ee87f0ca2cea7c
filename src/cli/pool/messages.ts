/** What a worker tells: notes while it works, and how its task has ended. */
export type WorkerMessage =
  | { readonly type: 'note'; readonly note: unknown }
  | { readonly type: 'answer'; readonly answer: unknown }
  | { readonly type: 'error'; readonly error: ErrorData };

/** An error as plain data: what is thrown loses its fields on the way between threads. */
export interface ErrorData {
  readonly message: string;
  readonly stack: string;
  /** Such as `ENOSPC` or `not-a-recording`; empty where it has none. */
  readonly code: string;
}

/** Why a task has failed. */
export class TaskError extends Error {
  override readonly name = 'TaskError';
  /** As of `ErrorData`. */
  readonly code: string;

  /** @param isFatal whether the thread has died of it */
  constructor(
    { message, stack, code }: ErrorData,
    readonly isFatal: boolean,
  ) {
    super(message);
    this.stack = stack;
    this.code = code;
  }
}

export function errorData(thrown: unknown): ErrorData {
  if (!(thrown instanceof Error)) return { message: String(thrown), stack: '', code: '' };
  const { message, stack = '', code = '' } = thrown as Error & { readonly code?: unknown };
  return { message, stack, code: String(code) };
}
