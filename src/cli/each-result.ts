import type { Recording } from '../core/index.ts';
import type { WrittenOptions } from './common-options.ts';
import { Destination } from './destination.ts';
import { eachRecording } from './each-recording.ts';
import { findInputs, type InputOptions } from './inputs.ts';
import type { Content } from './output-file.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, type ExitCode } from './verb.ts';

/** What a verb makes of each recording. */
interface Making {
  /** Of a file in a folder, with its dot. */
  readonly ending: string;
  /** Whether results on standard output stand behind the names of their recordings, where there are several. */
  readonly isForPeople: boolean;
  readonly make: (recording: Recording) => Content | Promise<Content>;
}

/**
 * Makes a text or a file of each recording, and writes it where it is wanted.
 *
 * @throws UsageError, and what `make` throws besides `ReplayError`
 */
export async function eachResult(
  args: readonly string[],
  options: InputOptions & WrittenOptions,
  { ending, isForPeople, make }: Making,
  terminal: Terminal,
): Promise<ExitCode> {
  const inputs = await findInputs(args, options, terminal);
  const destination = await Destination.of(options, inputs.length, { ending, isForPeople }, terminal);
  return eachRecording(inputs, terminal, async ({ recording, ...origin }) => {
    await destination.write(await make(recording), origin);
    return EXIT.done;
  });
}
