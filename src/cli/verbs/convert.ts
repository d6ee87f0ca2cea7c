import { withInputs, withJobs, withOutput } from '../common-options.ts';
import { COPY_ENDINGS, type CopyFormat, copyFormatOption } from '../copy-format.ts';
import { eachResult, type ResultOptions } from '../each-result.ts';
import type { Verb } from '../verb.ts';

interface ConvertOptions extends ResultOptions {
  readonly format: CopyFormat;
}

export const convert: Verb<ConvertOptions> = {
  args: '<files...>',
  examples: [
    'convert session.jsonl --out session.json',
    'convert blob-0.jsonl blob-1.jsonl --join --out session.json',
    'convert backup/ --format html --out pages/',
  ],
  configure(command) {
    withJobs(withInputs(command))
      .addOption(copyFormatOption())
      .addHelpText('after', '\nWhat is damaged in a recording is repaired on the way; `info` says what.');
    return withOutput(command, 'the copy');
  },
  run: (args, { format, ...options }, terminal) =>
    eachResult(
      args,
      options,
      {
        ending: COPY_ENDINGS[format],
        isForPeople: false,
        wanted: { type: 'copy', format, rules: {}, leaks: false },
      },
      terminal,
    ),
};
