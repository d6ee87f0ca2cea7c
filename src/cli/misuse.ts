import { UsageError } from './verb.ts';

/** Whether an error is one of who typed the command: rules that cannot be meant, or files that cannot be written. */
export function isMisuse(thrown: unknown): thrown is Error {
  return thrown instanceof UsageError || thrown instanceof TypeError || isSystemError(thrown);
}

/** What the operating system refused, such as to write a file. */
export function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'syscall' in thrown && 'code' in thrown;
}
