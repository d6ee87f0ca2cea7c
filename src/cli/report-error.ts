import { ReplayError } from '../core/replay-error.ts';
import { isMisuse } from './misuse.ts';
import { TaskError } from './pool/messages.ts';
import { coloured, printable, type Terminal } from './terminal.ts';
import { EXIT, type ExitCode } from './verb.ts';

/**
 * Says what went wrong, on standard error.
 *
 * @param name of the file it was about
 * @returns the exit code that belongs to it
 */
export function reportError(thrown: unknown, terminal: Terminal, name = ''): ExitCode {
  // Who stops a command knows that it has stopped.
  if (terminal.signal.aborted) return EXIT.unreadable;
  const about = name === '' ? '' : `${name}: `;
  const say = (text: string) => complain(about + text, terminal);
  if (thrown instanceof ReplayError) {
    say(`${thrown.message} (${thrown.code})`);
    return EXIT.unreadable;
  }
  if (isMisuse(thrown) || (thrown instanceof TaskError && thrown.isMisuse)) {
    say(thrown.message);
    return EXIT.misused;
  }
  say(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
  return EXIT.unreadable;
}

/** Writes a sentence about something that is wrong. */
export function complain(text: string, { stderr }: Terminal): void {
  stderr.write(`${coloured(stderr, 'red', 'portable-replay:')} ${printable(text)}\n`);
}
