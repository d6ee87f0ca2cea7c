import { join } from 'node:path';
import type { JobsOptions, WrittenOptions } from './common-options.ts';
import { Destination } from './destination.ts';
import { eachInThreads, threadsFor } from './each-in-threads.ts';
import { eachRecording } from './each-recording.ts';
import { findInputs, type Input, type InputOptions, type Origin } from './inputs.ts';
import type { Terminal } from './terminal.ts';
import { EXIT, type ExitCode } from './verb.ts';
import { makeResult, type ResultNote, type Wanted } from './work/make-result.ts';

export type ResultOptions = InputOptions & WrittenOptions & JobsOptions;

/** What a verb makes of each recording. */
interface Making {
  /** Of a file in a folder, with its dot. */
  readonly ending: string;
  /** Whether results on standard output stand behind the names of their recordings, where there are several. */
  readonly isForPeople: boolean;
  readonly wanted: Wanted;
}

/**
 * Makes a text or a file of each recording, and writes it where it is wanted.
 *
 * @throws UsageError, and what `makeResult` throws besides `ReplayError`
 */
export async function eachResult(
  args: readonly string[],
  options: ResultOptions,
  { ending, isForPeople, wanted }: Making,
  terminal: Terminal,
): Promise<ExitCode> {
  const inputs = await findInputs(args, options, terminal);
  const destination = await Destination.of(options, inputs.length, { ending, isForPeople }, terminal);
  return writeResults(inputs, wanted, { destination, jobs: options.jobs }, terminal);
}

interface WritingOptions {
  readonly destination: Destination;
  readonly jobs?: number | undefined;
  /** Says what there is to say of a result that was written. */
  readonly tell?: (note: ResultNote, origin: Origin) => ExitCode | Promise<ExitCode>;
}

/**
 * As `eachResult`: in threads where there are several recordings, but in their order.
 *
 * @throws as `eachResult`
 */
export async function writeResults(
  inputs: readonly Input[],
  wanted: Wanted,
  { destination, jobs: wantedJobs, tell = () => EXIT.done }: WritingOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const jobs = await threadsFor(inputs, wantedJobs);
  if (jobs === 0) {
    const { signal } = terminal;
    return eachRecording(inputs, terminal, async ({ recording, ...origin }) => {
      const { content, note } = await makeResult(recording, wanted, { name: origin.name, signal });
      await destination.write(content, origin);
      return tell(note, origin);
    });
  }
  return destination.withParts((folder) => {
    const flush = destination.isFile;
    const tasks = inputs.map((input, i) => ({ input, wanted, parts: join(folder, String(i)), flush }));
    return eachInThreads('results', tasks, { jobs, terminal }, async ({ part, note }, origin) => {
      await destination.take(part, origin);
      return tell(note, origin);
    });
  });
}
