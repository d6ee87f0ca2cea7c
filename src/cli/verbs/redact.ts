import { Option } from 'commander';
import type { RedactionSummary, RedactKind, RedactRules } from '../../core/index.ts';
import { isRecord } from '../../core/json.ts';
import { type RangeOptions, secondsOf, withInputs, withJobs, withOutput } from '../common-options.ts';
import { COPY_ENDINGS, type CopyFormat, copyFormatOption } from '../copy-format.ts';
import { Destination } from '../destination.ts';
import { type ResultOptions, writeResults } from '../each-result.ts';
import { findInputs, type Origin } from '../inputs.ts';
import { readJson } from '../json-file.ts';
import { tellRemoved } from '../tell-removed.ts';
import { write } from '../terminal.ts';
import { EXIT, UsageError, type Verb } from '../verb.ts';
import type { ResultNote, Wanted } from '../work/make-result.ts';

interface RedactOptions extends ResultOptions, Pick<RangeOptions, 'from' | 'to'> {
  readonly selector?: readonly string[];
  readonly string?: readonly string[];
  readonly pattern?: readonly string[];
  readonly urlParameter?: readonly string[];
  readonly kind?: readonly RedactKind[];
  readonly rules?: string;
  readonly leaks?: boolean;
  readonly format: CopyFormat;
  readonly json?: boolean;
}

export const redact: Verb<RedactOptions> = {
  args: '<files...>',
  examples: [
    'redact checkout-bug.json --selector .account --string "Ada Lovelace" --out shared.json',
    'redact checkout-bug.json --rules rules.json --leaks --format html --out shared.html',
    'redact backup/ --kind network-bodies,person --url-parameter "*" --out redacted/',
  ],
  configure(command) {
    withJobs(withInputs(command))
      .addOption(several('--selector <css>', 'elements that are removed, with all in them'))
      .addOption(
        several('--string <text>', 'a text that is removed wherever it stands, however it is encoded'),
      )
      .addOption(several('--pattern <regex>', 'texts of a form; a group named "value" is what is removed'))
      .addOption(several('--url-parameter <name>', 'values of a parameter of addresses; * for all'))
      .addOption(
        several(
          '--kind <kinds>',
          'console, network, network-bodies, network-headers, config, custom, person, masked-inputs',
          (value) => value.split(','),
        ),
      )
      .addOption(
        new Option('--from <time>', 'keeps only what comes from this moment on').argParser(secondsOf),
      )
      .addOption(new Option('--to <time>', 'keeps only what comes before this moment').argParser(secondsOf))
      .option('--leaks', 'also all that `scan` finds')
      .option(
        '--rules <file>',
        'JSON with these lists: selectors, strings, patterns, urlParameters, kinds; and range',
      )
      .addOption(copyFormatOption())
      .option('--json', 'the counts as JSON on standard output, where the copy goes to a file')
      .addHelpText('after', '\nWhat was removed is counted on standard error.');
    return withOutput(command, 'the copy');
  },
  async run(args, { format, json = false, leaks = false, rules: file, ...options }, terminal) {
    const inputs = await findInputs(args, options, terminal);
    const named = file === undefined ? {} : rulesOf(await readJson(file), file);
    const rules = joined(named, options);
    if (!leaks && Object.keys(rules).length === 0)
      throw new UsageError(
        'Without rules nothing would be removed. Name what is to be removed; `convert` copies.',
      );
    const result = { ending: COPY_ENDINGS[format], isForPeople: false };
    const destination = await Destination.of(options, inputs.length, result, terminal);
    if (json && !destination.isFile)
      throw new UsageError(
        '--json writes the counts to standard output: name a file for the copy with --out.',
      );
    const { stdout, stderr } = terminal;
    const tell = async ({ removed }: ResultNote, { name }: Origin) => {
      if (json) await write(stdout, `${JSON.stringify({ file: name, ...removed })}\n`);
      else await write(stderr, `${name}: ${tellRemoved(removed ?? NOTHING, rules)}\n`);
      return EXIT.done;
    };
    const wanted: Wanted = { type: 'copy', format, rules, leaks };
    return writeResults(inputs, wanted, { destination, jobs: options.jobs, tell }, terminal);
  },
};

/** A leak scan that finds nothing leaves no rule. */
const NOTHING: RedactionSummary = {
  version: 1,
  rules: [],
  places: {},
  kinds: {},
  outOfRange: null,
  skipped: 0,
};

function several(
  flags: string,
  about: string,
  split: (value: string) => readonly string[] = (value) => [value],
): Option {
  return new Option(flags, about).argParser((value: string, before: readonly string[] | undefined) => [
    ...(before ?? []),
    ...split(value),
  ]);
}

const LISTS = ['selectors', 'strings', 'patterns', 'urlParameters', 'kinds'] as const;

/** @throws UsageError for what is not a set of rules: a rule that is not understood would remove nothing */
function rulesOf(given: unknown, file: string): RedactRules {
  if (!isRecord(given)) throw new UsageError(`${file} is no set of rules: it must be an object with lists.`);
  for (const [name, value] of Object.entries(given)) {
    if (name === 'range') continue;
    if (!LISTS.some((list) => list === name))
      throw new UsageError(
        `${file} has the rule "${name}", which there is not. There are ${LISTS.join(', ')} and range.`,
      );
    if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
      throw new UsageError(`"${name}" in ${file} must be a list of texts.`);
  }
  const { range } = given;
  if (range !== undefined && !(isRecord(range) && isTime(range['start']) && isTime(range['end'])))
    throw new UsageError(`"range" in ${file} must be {"start", "end"} in seconds.`);
  return given;
}

const isTime = (value: unknown) => typeof value === 'number' && value >= 0;

/** The rules of a file and those of the command line together, without empty lists. */
function joined(named: RedactRules, options: Omit<RedactOptions, 'format' | 'rules'>): RedactRules {
  const { selector, string, pattern, urlParameter, kind, from, to } = options;
  const lists = {
    selectors: [...(named.selectors ?? []), ...(selector ?? [])],
    strings: [...(named.strings ?? []), ...(string ?? [])],
    patterns: [...(named.patterns ?? []), ...(pattern ?? [])],
    urlParameters: [...(named.urlParameters ?? []), ...(urlParameter ?? [])],
    kinds: [...(named.kinds ?? []), ...(kind ?? [])],
  };
  const isCut = from !== undefined || to !== undefined;
  const range = isCut ? { start: from ?? 0, end: to ?? Number.MAX_SAFE_INTEGER } : named.range;
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(range && { range }),
  };
}
