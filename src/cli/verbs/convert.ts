import { withInputs, withOutput, type WrittenOptions } from '../common-options.ts';
import { COPY_ENDINGS, type CopyFormat, copyFormatOption, makeCopy } from '../copy-format.ts';
import { eachResult } from '../each-result.ts';
import type { InputOptions } from '../inputs.ts';
import type { Verb } from '../verb.ts';

interface ConvertOptions extends InputOptions, WrittenOptions {
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
    withInputs(command)
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
        make: async (recording) => (await makeCopy(recording, {}, format, terminal.signal)).blob,
      },
      terminal,
    ),
};
