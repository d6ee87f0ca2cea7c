import {
  filterOf,
  type FilterOptions,
  withInputs,
  withOutput,
  withRange,
  type WrittenOptions,
} from '../common-options.ts';
import { eachResult } from '../each-result.ts';
import type { InputOptions } from '../inputs.ts';
import type { Verb } from '../verb.ts';

type HarOptions = FilterOptions & InputOptions & WrittenOptions;

export const har: Verb<HarOptions> = {
  args: '<files...>',
  examples: [
    'har checkout-bug.json --out checkout-bug.har',
    'har checkout-bug.json --grep api/ | jq .log.entries[].time',
  ],
  configure(command) {
    withRange(withInputs(command))
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
        make: (recording) =>
          recording.exportEntries({ ...filterOf(options), format: 'har' }, { signal: terminal.signal }),
      },
      terminal,
    ),
};
