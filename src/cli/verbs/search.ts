import { withInputs, withJobs, withOutput } from '../common-options.ts';
import { eachResult, type ResultOptions } from '../each-result.ts';
import type { Verb } from '../verb.ts';

interface SearchOptions extends ResultOptions {
  readonly json?: boolean;
}

export const search: Verb<SearchOptions> = {
  args: '<text> <files...>',
  examples: ['search "Out of stock" checkout-bug.json', 'search "Out of stock" backup/ --json'],
  configure(command) {
    withJobs(withInputs(command)).option(
      '--json',
      'a list of {start, end, windowId} in seconds, for each recording',
    );
    return withOutput(command, 'the list');
  },
  run([text = '', ...args], { json = false, ...options }, terminal) {
    return eachResult(
      args,
      options,
      {
        ending: json ? '.json' : '.txt',
        isForPeople: !json,
        wanted: { type: 'spans', text, json },
      },
      terminal,
    );
  },
};
