import { openRecordings, type Recording } from '../core/index.ts';
import type { Input, Origin } from './inputs.ts';
import { Progress } from './progress.ts';
import { recordingOutcomes, reportFailure } from './recording-outcome.ts';
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
    const open = () => openInput(input, terminal);
    for await (const outcome of recordingOutcomes(input, open, (recording, origin) =>
      visit({ recording, ...origin }),
    ))
      codes.push('error' in outcome ? reportFailure(outcome, terminal) : outcome.answer);
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
