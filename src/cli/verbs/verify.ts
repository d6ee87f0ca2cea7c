import { type JobsOptions, withInputs, withJobs } from '../common-options.ts';
import { eachInThreads, threadsFor } from '../each-in-threads.ts';
import { openInput } from '../each-recording.ts';
import { findInputs, type InputOptions, isAddress } from '../inputs.ts';
import { PulledFiles } from '../pulled-files.ts';
import { reportFailure } from '../recording-outcome.ts';
import { coloured, printable, type Terminal, write } from '../terminal.ts';
import { EXIT, type ExitCode, type Verb, worst } from '../verb.ts';
import { type Problem, verifyInput, type VerifyTask } from '../work/verify-input.ts';

interface VerifyOptions extends InputOptions, JobsOptions {
  readonly json?: boolean;
}

/** Says what was found out about an input. */
type Judge = (problems: readonly Problem[], input: { readonly name: string }) => Promise<ExitCode>;

export const verify: Verb<VerifyOptions> = {
  args: '<files...>',
  examples: ['verify backup/', 'verify backup/*.json.gz --json | jq -r "select(.ok | not).file"'],
  configure: (command) =>
    withJobs(withInputs(command))
      .option('--json', 'one line of JSON for each file: {"file", "ok", "problems"}')
      .addHelpText(
        'after',
        `
Every event is read. It ends with 1 when a file is damaged, incomplete or cannot be played. In a folder that \`pull\`
has filled, files are compared with manifest.ndjson as well: those that have changed, and those that are missing.`,
      ),
  async run(args, { json = false, jobs: wanted, ...options }, terminal) {
    const files = new PulledFiles();
    const inputs = await findInputs(args, options, terminal, (folder) => files.namesIn(folder));
    const tasks: VerifyTask[] = [];
    for (const input of inputs) {
      const paths = [input.source]
        .flat()
        .filter((part): part is string => typeof part === 'string' && !isAddress(part));
      const pulled = await Promise.all(paths.map((path) => files.find(path)));
      tasks.push({ input, pulled: pulled.filter((file) => file !== undefined) });
    }
    const judge: Judge = (problems, { name }) => tellVerdict(name, problems, json, terminal);
    const codes: ExitCode[] = [];
    const jobs = await threadsFor(inputs, wanted);
    if (jobs > 0) codes.push(await eachInThreads('verify', tasks, { jobs, terminal }, judge));
    else codes.push(...(await verifyHere(tasks, terminal, judge)));
    for (const { path, line } of await files.damaged())
      codes.push(
        await judge([{ code: 'bad-line', message: `Line ${line} is not an entry.` }], { name: path }),
      );
    return worst(codes);
  },
};

async function verifyHere(
  tasks: readonly VerifyTask[],
  terminal: Terminal,
  judge: Judge,
): Promise<readonly ExitCode[]> {
  const codes: ExitCode[] = [];
  for (const task of tasks) {
    terminal.signal.throwIfAborted();
    const outcome = await verifyInput(task, () => openInput(task.input, terminal), terminal.signal);
    codes.push('error' in outcome ? reportFailure(outcome, terminal) : await judge(outcome.answer, outcome));
  }
  return codes;
}

async function tellVerdict(
  name: string,
  problems: readonly Problem[],
  json: boolean,
  { stdout }: Terminal,
): Promise<ExitCode> {
  const isOk = problems.length === 0;
  if (json) await write(stdout, `${JSON.stringify({ file: name, ok: isOk, problems })}\n`);
  else {
    const verdict = isOk ? coloured(stdout, 'green', 'ok') : coloured(stdout, 'red', 'not ok');
    const lines = problems.map(({ code, message }) => `    ${printable(message)} (${code})\n`);
    await write(stdout, `${verdict} ${printable(name)}\n${lines.join('')}`);
  }
  return isOk ? EXIT.done : EXIT.found;
}
