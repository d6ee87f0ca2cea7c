import { once } from 'node:events';
import { ReplayError } from '../../core/index.ts';
import { isPartList } from '../../core/source/replay-source.ts';
import { withInputs } from '../common-options.ts';
import { openInput } from '../each-recording.ts';
import { findInputs, type Input, type InputOptions } from '../inputs.ts';
import { reportError } from '../report-error.ts';
import { type HeldFile, HeldFiles } from '../serve/held-files.ts';
import { openBrowser } from '../serve/open-browser.ts';
import { serveViewer } from '../serve/viewer.ts';
import { type Terminal, write } from '../terminal.ts';
import { EXIT, type Verb } from '../verb.ts';

interface OpenOptions extends InputOptions {
  readonly browser: boolean;
}

/** Nobody looks at more at once. The addresses of all are printed. */
const MOST_TABS = 10;

export const open: Verb<OpenOptions> = {
  args: '<files...>',
  examples: [
    'open checkout-bug.json',
    'open blob-0.jsonl blob-1.jsonl --join',
    'open - --no-browser < checkout-bug.json',
  ],
  configure: (command) =>
    withInputs(command)
      .option('--no-browser', 'only print the addresses')
      .addHelpText(
        'after',
        `
Each recording has a tab of its own, ${MOST_TABS} at most, and an address of its own on standard output. Nobody but
this computer can reach them, until you press Ctrl-C.`,
      ),
  async run(args, { browser, ...options }, terminal) {
    const { signal, stdout } = terminal;
    const held = new HeldFiles(signal);
    try {
      const files = await holdAll(await findInputs(args, options, terminal), held, terminal);
      if (!files) return EXIT.unreadable;
      const viewer = await serveViewer(files);
      try {
        for (const address of viewer.addresses) await write(stdout, `${address}\n`);
        const shown = browser ? viewer.addresses.slice(0, MOST_TABS) : [];
        for (const address of shown) await openBrowser(address, terminal);
        if (!signal.aborted) await once(signal, 'abort');
      } finally {
        await viewer.close();
      }
    } finally {
      await held.close();
    }
    return EXIT.done;
  },
};

/** The files of all inputs; null when one of them cannot be read, of which is told. */
async function holdAll(
  inputs: readonly Input[],
  held: HeldFiles,
  terminal: Terminal,
): Promise<readonly HeldFile[] | null> {
  const files: HeldFile[] = [];
  let isMissing = false;
  for (const input of inputs) {
    try {
      files.push(
        ...(isPartList(input.source) ? await joined(input, held, terminal) : await held.hold(input.source)),
      );
    } catch (thrown) {
      if (!(thrown instanceof ReplayError)) throw thrown;
      reportError(thrown, terminal, input.name);
      isMissing = true;
    }
  }
  return isMissing ? null : files;
}

/** Parts of one session as one file: the address of the viewer names one. */
async function joined(input: Input, held: HeldFiles, terminal: Terminal): Promise<readonly HeldFile[]> {
  const { signal } = terminal;
  const recordings = await openInput(input, terminal);
  try {
    return await Promise.all(
      recordings.map(async (recording) =>
        held.add(`${recording.info.id || input.stem}.json`, await recording.export({ signal })),
      ),
    );
  } finally {
    for (const recording of recordings) await recording.close();
  }
}
