import { Option } from 'commander';
import type { LeakPattern } from '../../core/index.ts';
import { withInputs, withJobs, withOutput } from '../common-options.ts';
import { Destination } from '../destination.ts';
import { type ResultOptions, writeResults } from '../each-result.ts';
import { findInputs } from '../inputs.ts';
import { readJson } from '../json-file.ts';
import { isRecord } from '../../core/json.ts';
import { EXIT, UsageError, type Verb } from '../verb.ts';
import type { ResultNote, Wanted } from '../work/make-result.ts';

interface ScanOptions extends ResultOptions {
  readonly rules?: string;
  readonly kind?: readonly string[];
  readonly json?: boolean;
}

export const scan: Verb<ScanOptions> = {
  args: '<files...>',
  examples: [
    'scan checkout-bug.json',
    'scan recordings/ --kind card,password,token --json',
    'scan checkout-bug.json --rules our-customers.json',
  ],
  configure(command) {
    withJobs(withInputs(command))
      .addOption(
        new Option(
          '--kind <kinds>',
          'only of these kinds, with commas between, such as email,card',
        ).argParser((value: string) => value.split(',')),
      )
      .option(
        '--rules <file>',
        'JSON: a list of {"name", "pattern", "near"?, "unless"?}, regular expressions',
      )
      .option('--json', '{"file", "session", "findings"} for each recording')
      .addHelpText('after', '\nValues themselves are not printed. It ends with 1 when something was found.');
    return withOutput(command, 'the list');
  },
  async run(args, { rules, kind, json = false, ...options }, terminal) {
    const inputs = await findInputs(args, options, terminal);
    const patterns = rules === undefined ? [] : patternsOf(await readJson(rules), rules);
    const result = { ending: json ? '.json' : '.txt', isForPeople: !json };
    const destination = await Destination.of(options, inputs.length, result, terminal);
    const wanted: Wanted = { type: 'leaks', rules: patterns, ...(kind && { kinds: kind }), json };
    const tell = ({ leaks = 0 }: ResultNote) => (leaks > 0 ? EXIT.found : EXIT.done);
    return writeResults(inputs, wanted, { destination, jobs: options.jobs, tell }, terminal);
  },
};

/** @throws UsageError for what is no list of rules */
function patternsOf(given: unknown, file: string): readonly LeakPattern[] {
  if (!Array.isArray(given)) throw new UsageError(`${file} is no list of rules.`);
  return given.map((rule: unknown) => {
    if (!isRecord(rule) || typeof rule['name'] !== 'string')
      throw new UsageError(`A rule in ${file} has no name.`);
    const { name } = rule;
    const expression = (key: string) => {
      const source = rule[key];
      try {
        if (typeof source === 'string') return new RegExp(source, 'iu');
      } catch {
        // Said below, as for what is no text.
      }
      throw new UsageError(`"${key}" of the rule "${name}" in ${file} is no regular expression.`);
    };
    return {
      name,
      pattern: expression('pattern'),
      ...(rule['near'] !== undefined && { near: expression('near') }),
      ...(rule['unless'] !== undefined && { unless: expression('unless') }),
    };
  });
}
