import { openRecordings, type Recording } from '../core/index.ts';
import { type Input, type Origin, originOf } from './inputs.ts';
import { Progress } from './progress.ts';
import { reportError } from './report-error.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, worst } from './verb.ts';

/** A recording that was read. */
export interface OpenedRecording extends Origin {
  readonly recording: Recording;
}

/**
 * Reads recordings one after the other. One that cannot be read is told of on standard error, and the next one comes.
 *
 * @param visit does what is to be done with each
 * @returns the worst code of all
 * @throws what is not about a recording, such as a result that cannot be written
 */
export async function eachRecording(
  inputs: readonly Input[],
  terminal: Terminal,
  visit: (opened: OpenedRecording) => Promise<ExitCode>,
): Promise<ExitCode> {
  const codes: ExitCode[] = [];
  for (const input of inputs) {
    terminal.signal.throwIfAborted();
    codes.push(await readAnd(visit, input, terminal));
  }
  return worst(codes);
}

async function readAnd(
  visit: (opened: OpenedRecording) => Promise<ExitCode>,
  input: Input,
  terminal: Terminal,
): Promise<ExitCode> {
  let recordings: readonly Recording[];
  try {
    recordings = await openInput(input, terminal);
  } catch (thrown) {
    return reportError(thrown, terminal, input.name);
  }
  const codes: ExitCode[] = [];
  try {
    for (const [index, recording] of recordings.entries()) {
      const origin = originOf(input, recording.info.id, index, recordings.length);
      codes.push(await visit({ recording, ...origin }));
    }
  } finally {
    for (const recording of recordings) await recording.close();
  }
  return worst(codes);
}

/** Reads an input with a bar that tells how far it is. */
export async function openInput({ name, source }: Input, terminal: Terminal): Promise<readonly Recording[]> {
  let bar: Progress | null = null;
  try {
    return await openRecordings(source, {
      signal: terminal.signal,
      onProgress: ({ loaded, total }) => {
        if (total === null) return;
        bar ??= new Progress(terminal, name, total);
        bar.update(loaded);
      },
    });
  } finally {
    (bar as Progress | null)?.stop();
  }
}
