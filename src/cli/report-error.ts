import { ReplayError } from '../core/replay-error.ts';
import { coloured, printable, type Terminal } from './terminal.ts';
import { EXIT, type ExitCode, UsageError } from './verb.ts';

/**
 * Says what went wrong, on standard error.
 *
 * @param name of the file it was about
 * @returns the exit code that belongs to it
 */
export function reportError(thrown: unknown, { stderr, signal }: Terminal, name = ''): ExitCode {
  // Who stops a command knows that it has stopped.
  if (signal.aborted) return EXIT.unreadable;
  const about = name === '' ? '' : `${name}: `;
  const say = (text: string) =>
    stderr.write(`${coloured(stderr, 'red', 'portable-replay:')} ${printable(about + text)}\n`);
  if (thrown instanceof ReplayError) {
    say(`${thrown.message} (${thrown.code})`);
    return EXIT.unreadable;
  }
  if (thrown instanceof UsageError || thrown instanceof TypeError || isSystemError(thrown)) {
    say(thrown.message);
    return EXIT.misused;
  }
  say(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  return EXIT.unreadable;
}

/** What the operating system refused, such as to write a file. */
export function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return thrown instanceof Error && 'syscall' in thrown && 'code' in thrown;
}
