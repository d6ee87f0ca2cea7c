import { type Recording, type RecordingWarning, ReplayError } from '../../core/index.ts';
import type { WarningCode } from '../../core/warning-kinds.ts';
import { withInputs } from '../common-options.ts';
import { openInput } from '../each-recording.ts';
import { findInputs, type Input, type InputOptions } from '../inputs.ts';
import { reportError } from '../report-error.ts';
import { coloured, printable, type Terminal, write } from '../terminal.ts';
import { EXIT, type ExitCode, type Verb, worst } from '../verb.ts';

interface VerifyOptions extends InputOptions {
  readonly json?: boolean;
}

/** What is wrong with a file, in the words and with the code of the warning or the error. */
interface Problem {
  readonly code: string;
  readonly message: string;
}

/**
 * Warnings that tell of data that is damaged or not there. All others tell of what was put right, or of what recorders
 * leave out of sound recordings, too.
 */
const DAMAGE: ReadonlySet<string> = new Set<WarningCode>([
  'undecodable',
  'bad-line',
  'truncated',
  'broken-off',
  'trailing-garbage',
  'bad-block',
  'missing-chunks',
  'oversized',
  'too-large',
  'too-deep',
  'unreplayable',
  'damaged-screens',
  'skipped-file',
  'no-first-page',
]);

export const verify: Verb<VerifyOptions> = {
  args: '<files...>',
  examples: ['verify backup/', 'verify backup/*.json.gz --json | jq -r "select(.ok | not).file"'],
  configure: (command) =>
    withInputs(command)
      .option('--json', 'one line of JSON for each file: {"file", "ok", "problems"}')
      .addHelpText(
        'after',
        '\nEvery event is read. It ends with 1 when a file is damaged, incomplete or cannot be played.',
      ),
  async run(args, { json = false, ...options }, terminal) {
    const codes: ExitCode[] = [];
    for (const input of await findInputs(args, options, terminal)) {
      terminal.signal.throwIfAborted();
      codes.push(await verifyInput(input, json, terminal));
    }
    return worst(codes);
  },
};

async function verifyInput(input: Input, json: boolean, terminal: Terminal): Promise<ExitCode> {
  let problems: readonly Problem[];
  try {
    problems = await problemsOf(input, terminal);
  } catch (thrown) {
    const isDamage = thrown instanceof ReplayError && thrown.code !== 'network' && thrown.code !== 'aborted';
    if (!isDamage) return reportError(thrown, terminal, input.name);
    problems = [{ code: thrown.code, message: thrown.message }];
  }
  const isOk = problems.length === 0;
  const { stdout } = terminal;
  if (json) await write(stdout, `${JSON.stringify({ file: input.name, ok: isOk, problems })}\n`);
  else {
    const verdict = isOk ? coloured(stdout, 'green', 'ok') : coloured(stdout, 'red', 'not ok');
    const lines = problems.map(({ code, message }) => `    ${printable(message)} (${code})\n`);
    await write(stdout, `${verdict} ${printable(input.name)}\n${lines.join('')}`);
  }
  return isOk ? EXIT.done : EXIT.found;
}

async function problemsOf(input: Input, terminal: Terminal): Promise<readonly Problem[]> {
  const recordings = await openInput(input, terminal);
  try {
    const found = [];
    for (const recording of recordings) found.push(...(await damageOf(recording, terminal.signal)));
    return found.map(({ code, message }) => ({ code, message }));
  } finally {
    for (const recording of recordings) await recording.close();
  }
}

/** Damage within compressed events is found when these are read. */
async function damageOf(recording: Recording, signal: AbortSignal): Promise<readonly RecordingWarning[]> {
  const events = recording.events();
  while (!(await events.next()).done) signal.throwIfAborted();
  return recording.info.warnings.filter(({ code }) => DAMAGE.has(code));
}
