import { Option } from 'commander';
import type { LeakPattern, LeakReport } from '../../core/index.ts';
import { formatClock } from '../../locale/clock.ts';
import { withInputs, withOutput, type WrittenOptions } from '../common-options.ts';
import { Destination } from '../destination.ts';
import { eachRecording } from '../each-recording.ts';
import { findInputs, type InputOptions } from '../inputs.ts';
import { readJson } from '../json-file.ts';
import { isRecord } from '../../core/json.ts';
import { EXIT, UsageError, type Verb } from '../verb.ts';

interface ScanOptions extends InputOptions, WrittenOptions {
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
    withInputs(command)
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
    return eachRecording(inputs, terminal, async ({ recording, ...origin }) => {
      const found = await recording.scan(patterns, { signal: terminal.signal });
      const findings = found.filter((finding) => kind?.includes(finding.kind) ?? true);
      const report = { file: origin.name, session: recording.info.id, findings };
      await destination.write(json ? [`${JSON.stringify(report)}\n`] : findings.map(lineOf), origin);
      return findings.length > 0 ? EXIT.found : EXIT.done;
    });
  },
};

function lineOf({ time, kind, rule, excerpt, places }: LeakReport): string {
  const where = Object.entries(places).map(([place, count]) => (count > 1 ? `${place} ${count}×` : place));
  return `${formatClock(time)}  ${kind}  ${excerpt}  (${rule}; ${where.join(', ')})\n`;
}

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
