import { Command, CommanderError } from 'commander';
import { VERSION } from '../core/version.ts';
import { reportError } from './report-error.ts';
import type { Terminal } from './terminal.ts';
import { type AnyVerb, EXIT, type ExitCode } from './verb.ts';
import { VERBS } from './verbs/index.ts';

const NAME = 'portable-replay';

/**
 * Runs a command line.
 *
 * @param args without the program's name
 * @returns the exit code; nothing is thrown
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = new Command(NAME)
    .description(
      'Opens, questions and converts recorded sessions of PostHog and rrweb. Nothing leaves this computer.',
    )
    .version(VERSION, '-V, --version')
    .helpCommand('help [verb]', 'shows the help of a verb')
    .addHelpText('after', EXIT_CODES);
  prepare(program, terminal);
  // Only what runs is loaded: a verb may need much.
  const wanted = args.find((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const { name, about, load } of VERBS) {
    const command = program.command(name).description(about);
    prepare(command, terminal);
    if (name === wanted) configure(command, await load(), terminal, (ended) => (code = ended));
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (thrown) {
    // It has written what there was to say, be it help or a mistake.
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.done : EXIT.misused;
    return reportError(thrown, terminal);
  }
}

function prepare(command: Command, { stdout, stderr }: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    outputError: (text, print) => print(text.replace(/^error: /, `${NAME}: `)),
  });
  const typed = command.parent ? `${NAME} ${command.name()}` : NAME;
  command.showHelpAfterError(`Try: ${typed} --help`);
}

function configure(
  command: Command,
  verb: AnyVerb,
  terminal: Terminal,
  ended: (code: ExitCode) => void,
): void {
  command.arguments(verb.args);
  verb.configure(command);
  const examples = verb.examples.map((line) => `  $ ${NAME} ${line}`);
  command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`);
  command.action(async (...given: unknown[]) => {
    // Arguments of the command line, one or a list each; then the options, then the command.
    const args = given
      .slice(0, -2)
      .flat()
      .filter((arg) => typeof arg === 'string');
    ended(await verb.run(args, command.opts(), terminal));
  });
}

const EXIT_CODES = `
Files are paths, folders, globs, addresses, or - for standard input.

Exit codes:
  0  done
  1  found something, where that is the question: scan, verify, check
  2  wrong use
  3  a recording cannot be read`;
