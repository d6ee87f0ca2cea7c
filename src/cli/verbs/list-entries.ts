import { Option } from 'commander';
import {
  ENTRY_EXPORT_FORMATS,
  type EntryExportFormat,
  type EntryFilter,
  type EntryKind,
} from '../../core/index.ts';
import {
  filterOf,
  type FilterOptions,
  kindOption,
  withInputs,
  withJobs,
  withOutput,
  withRange,
} from '../common-options.ts';
import { eachResult, type ResultOptions } from '../each-result.ts';
import type { Verb } from '../verb.ts';

interface EntriesOptions extends FilterOptions, ResultOptions {
  readonly format: EntryExportFormat;
  readonly json?: boolean;
}

const ENDINGS: Readonly<Record<EntryExportFormat, string>> = {
  json: '.json',
  ndjson: '.ndjson',
  csv: '.csv',
  text: '.txt',
  markdown: '.md',
  vtt: '.vtt',
  har: '.har',
};
const FOR_PEOPLE: readonly EntryExportFormat[] = ['text', 'markdown'];

/**
 * A verb that lists what happened in a session.
 *
 * @param only what it lists of that; everything by default, of which `--kind` chooses
 */
function listVerb(
  examples: readonly string[],
  only?: Pick<EntryFilter, 'kinds' | 'levels'>,
): Verb<EntriesOptions> {
  return {
    args: '<files...>',
    examples,
    configure(command) {
      withRange(withJobs(withInputs(command)));
      if (!only) command.addOption(kindOption());
      command
        .option('--grep <words>', 'only those in which all these words occur, in either case')
        .addOption(
          new Option('--format <format>', 'how they are written')
            .choices(ENTRY_EXPORT_FORMATS)
            .default('text'),
        )
        .option('--json', 'as --format json: a list of entries, for each recording');
      return withOutput(command, 'the list');
    },
    run(args, { json = false, format: wanted, ...options }, terminal) {
      const format = json ? 'json' : wanted;
      const query = { ...filterOf(options), ...only, format };
      return eachResult(
        args,
        options,
        {
          ending: ENDINGS[format],
          isForPeople: FOR_PEOPLE.includes(format),
          wanted: { type: 'entries', query },
        },
        terminal,
      );
    },
  };
}

const of = (...kinds: EntryKind[]) => ({ kinds });

export const entries = listVerb([
  'entries checkout-bug.json',
  'entries checkout-bug.json --from 1:30 --to 2:00 --kind click,input',
  'entries *.json.gz --format ndjson --out entries/',
]);
export const console = listVerb(
  ['console checkout-bug.json', 'console checkout-bug.json --grep TypeError --json'],
  of('console'),
);
export const requests = listVerb(
  ['requests checkout-bug.json', 'requests checkout-bug.json --grep "api/order 500"'],
  of('request'),
);
export const errors = listVerb(
  ['errors checkout-bug.json', "errors 'backup/*.json' --format csv --out errors/"],
  // Lines of the console, requests and signals can be of that level, too.
  { levels: ['error'] },
);
export const pages = listVerb(['pages checkout-bug.json', 'pages checkout-bug.json --json'], of('page'));
