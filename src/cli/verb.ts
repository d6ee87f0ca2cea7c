import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/**
 * What a command ends with:
 *
 * - `done`: everything was done
 * - `found`: something was found, where finding is the question: `scan`, `verify`, `check`
 * - `misused`: wrong options, or files that cannot be written
 * - `unreadable`: a recording could not be read; others were
 */
export const EXIT = { done: 0, found: 1, misused: 2, unreadable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One verb of the command line: `portable-replay <verb>`. */
export interface Verb<Options extends object = object> {
  /** As help shows its arguments, in the notation of commander: `<file...>`. */
  readonly args: string;
  /** Gives the command its options, and longer words for its help. */
  readonly configure: (command: Command) => Command;
  /** Command lines as somebody would type them, without the name of the program. */
  readonly examples: readonly string[];
  /**
   * @param args those of the command line, options taken out
   * @throws UsageError, and what else goes wrong
   */
  readonly run: (args: readonly string[], options: Options, terminal: Terminal) => Promise<ExitCode>;
}

/** A verb, whatever its options are. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- commander gives each verb the options it declared
export type AnyVerb = Verb<any>;

/** A mistake of who typed the command: what was wrong, and what would work. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The code of several files together. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce<ExitCode>((most, code) => (code > most ? code : most), EXIT.done);
}
