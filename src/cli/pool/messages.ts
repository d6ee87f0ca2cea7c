import { isMisuse } from '../misuse.ts';

/** What a worker tells: notes while it works, and how its task has ended. */
export type WorkerMessage =
  | { readonly type: 'note'; readonly note: unknown }
  | { readonly type: 'answer'; readonly answer: unknown }
  | { readonly type: 'error'; readonly error: ErrorData };

/** An error as plain data: what is thrown loses its class and its fields on the way between threads. */
export interface ErrorData {
  readonly message: string;
  readonly stack: string;
  /** As `isMisuse` has it. */
  readonly isMisuse: boolean;
}

/** Why a task has failed. */
export class TaskError extends Error {
  override readonly name = 'TaskError';
  /** As of `ErrorData`. */
  readonly isMisuse: boolean;

  /** @param isFatal whether the thread has died of it */
  constructor(
    { message, stack, isMisuse }: ErrorData,
    readonly isFatal: boolean,
  ) {
    super(message);
    this.stack = stack;
    this.isMisuse = isMisuse;
  }
}

export function errorData(thrown: unknown): ErrorData {
  if (!(thrown instanceof Error)) return { message: String(thrown), stack: '', isMisuse: false };
  const { message, stack = '' } = thrown;
  return { message, stack, isMisuse: isMisuse(thrown) };
}
