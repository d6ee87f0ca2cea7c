import type { TextSpan } from '../../core/index.ts';
import { formatClock } from '../../locale/clock.ts';
import { withInputs, withOutput, type WrittenOptions } from '../common-options.ts';
import { eachResult } from '../each-result.ts';
import type { InputOptions } from '../inputs.ts';
import type { Verb } from '../verb.ts';

interface SearchOptions extends InputOptions, WrittenOptions {
  readonly json?: boolean;
}

export const search: Verb<SearchOptions> = {
  args: '<text> <files...>',
  examples: ['search "Out of stock" checkout-bug.json', 'search "Out of stock" backup/ --json'],
  configure(command) {
    withInputs(command).option('--json', 'a list of {start, end, windowId} in seconds, for each recording');
    return withOutput(command, 'the list');
  },
  run([text = '', ...args], { json = false, ...options }, terminal) {
    return eachResult(
      args,
      options,
      {
        ending: json ? '.json' : '.txt',
        isForPeople: !json,
        make: async (recording) => {
          const spans = await recording.search(text, { signal: terminal.signal });
          return json ? [`${JSON.stringify(spans)}\n`] : spans.map(lineOf);
        },
      },
      terminal,
    );
  },
};

const lineOf = ({ start, end, windowId }: TextSpan) =>
  `${formatClock(start)} to ${formatClock(end)}  window ${windowId}\n`;
