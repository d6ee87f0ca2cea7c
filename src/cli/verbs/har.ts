import {
  filterOf,
  type FilterOptions,
  withInputs,
  withJobs,
  withOutput,
  withRange,
} from '../common-options.ts';
import { eachResult, type ResultOptions } from '../each-result.ts';
import type { Verb } from '../verb.ts';

type HarOptions = FilterOptions & ResultOptions;

export const har: Verb<HarOptions> = {
  args: '<files...>',
  examples: [
    'har checkout-bug.json --out checkout-bug.har',
    'har checkout-bug.json --grep api/ | jq .log.entries[].time',
  ],
  configure(command) {
    withRange(withJobs(withInputs(command)))
      .option('--grep <words>', 'only requests in which all these words occur, in either case')
      .option('--json', 'changes nothing: an HTTP Archive is JSON');
    return withOutput(command, 'the HTTP Archive');
  },
  run: (args, options, terminal) =>
    eachResult(
      args,
      options,
      {
        ending: '.har',
        isForPeople: false,
        wanted: { type: 'entries', query: { ...filterOf(options), format: 'har' } },
      },
      terminal,
    ),
};
