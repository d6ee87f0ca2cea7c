import { type Recording, ReplayError, type ReplayErrorCode } from '../core/index.ts';
import { type Input, type Origin, originOf } from './inputs.ts';
import type { TaskError } from './pool/messages.ts';
import { reportError } from './report-error.ts';
import type { Terminal } from './terminal.ts';
import type { ExitCode } from './verb.ts';

/** Why a recording could not be read, as plain data. */
export interface ReadFailure {
  readonly code: ReplayErrorCode;
  readonly message: string;
}

/** What was found out about a recording, or why that could not be. */
export type RecordingOutcome<A> = Origin & ({ readonly answer: A } | { readonly error: ReadFailure });

/**
 * Reads an input and asks something about each recording in it, one after the other.
 *
 * @throws what is not about a recording, such as a result that cannot be written
 */
export async function* recordingOutcomes<A>(
  input: Input,
  open: () => Promise<readonly Recording[]>,
  ask: (recording: Recording, origin: Origin) => Promise<A>,
): AsyncGenerator<RecordingOutcome<A>> {
  let recordings: readonly Recording[];
  try {
    recordings = await open();
  } catch (thrown) {
    yield failed(input, readFailure(thrown));
    return;
  }
  try {
    for (const [index, recording] of recordings.entries()) {
      const origin = originOf(input, recording.info.id, index, recordings.length);
      yield await ask(recording, origin).then(
        (answer) => ({ ...origin, answer }),
        (thrown: unknown) => failed(origin, readFailure(thrown)),
      );
    }
  } finally {
    for (const recording of recordings) await recording.close();
  }
}

/** The outcome of an input that its thread has died of. */
export function fatalOutcome(input: Input, error: TaskError): RecordingOutcome<never> {
  return failed(input, fatalFailure(error));
}

/** What is said of what a thread has died of. */
export function fatalFailure({ message }: TaskError): ReadFailure {
  return { code: 'too-large', message: `Reading it took more than a thread has: ${message}` };
}

/** Says on standard error why a recording could not be read. */
export function reportFailure(
  { name, error: { code, message } }: { readonly name: string; readonly error: ReadFailure },
  terminal: Terminal,
): ExitCode {
  return reportError(new ReplayError(code, message), terminal, name);
}

function failed({ name, stem }: Origin, error: ReadFailure): RecordingOutcome<never> {
  return { name, stem, error };
}

/** @throws what is not about a recording */
function readFailure(thrown: unknown): ReadFailure {
  if (!(thrown instanceof ReplayError)) throw thrown;
  return failureOf(thrown);
}

/** Any thrown value; the unforeseen is `corrupt`. */
export function failureOf(thrown: unknown): ReadFailure {
  return {
    code: thrown instanceof ReplayError ? thrown.code : 'corrupt',
    message: thrown instanceof Error ? thrown.message : String(thrown),
  };
}
