import { ReplayError } from '../core/replay-error.ts';
import type { PlayedRecording } from './browser/played-recording.ts';
import { ReplayBrowser } from './browser/replay-browser.ts';
import { type Input, type Origin, originOf } from './inputs.ts';
import { reportError } from './report-error.ts';
import { HeldFiles } from './serve/held-files.ts';
import type { Terminal } from './terminal.ts';
import { type ExitCode, UsageError, worst } from './verb.ts';

/** A recording that is played. */
export interface OpenedReplay extends Origin {
  readonly replay: PlayedRecording;
}

interface PlayOptions {
  readonly masks: 'show' | 'hide';
}

/**
 * Plays recordings one after the other in one Chromium. One that cannot be read, or has no such moment or window, is told
 * of on standard error, and the next one comes.
 *
 * @param visit does what is to be done with each
 * @returns the worst code of all
 * @throws UsageError without a Chromium; what is not about a recording, such as a result that cannot be written
 */
export async function eachReplay(
  inputs: readonly Input[],
  { masks }: PlayOptions,
  terminal: Terminal,
  visit: (opened: OpenedReplay) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { signal } = terminal;
  const browser = await ReplayBrowser.launch(terminal);
  // What is asked of it then fails, and the command ends.
  const stop = () => void browser.close();
  signal.addEventListener('abort', stop);
  const held = new HeldFiles(signal);
  try {
    const codes: ExitCode[] = [];
    for (const input of inputs) {
      signal.throwIfAborted();
      codes.push(await playInput(input, { browser, held, masks }, terminal, visit));
    }
    return worst(codes);
  } finally {
    signal.removeEventListener('abort', stop);
    await held.close();
    await browser.close();
  }
}

async function playInput(
  input: Input,
  { browser, held, masks }: PlayOptions & { readonly browser: ReplayBrowser; readonly held: HeldFiles },
  terminal: Terminal,
  visit: (opened: OpenedReplay) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await browser.play(await held.hold(input.source), masks, async (replays) => {
      const codes: ExitCode[] = [];
      for (const [index, replay] of replays.entries()) {
        const origin = originOf(input, replay.info.id, index, replays.length);
        codes.push(await visitOne({ replay, ...origin }, terminal, visit));
      }
      return worst(codes);
    });
  } catch (thrown) {
    if (thrown instanceof ReplayError) return reportError(thrown, terminal, input.name);
    throw thrown;
  }
}

async function visitOne(
  opened: OpenedReplay,
  terminal: Terminal,
  visit: (opened: OpenedReplay) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await visit(opened);
  } catch (thrown) {
    if (thrown instanceof ReplayError) return reportError(thrown, terminal, opened.name);
    if (thrown instanceof RangeError) {
      const cause = new UsageError(thrown.message, { cause: thrown });
      return reportError(cause, terminal, opened.name);
    }
    throw thrown;
  }
}
