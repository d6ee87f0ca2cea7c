import { Option } from 'commander';
import type { TranscriptDetail, TranscriptFormat } from '../../core/index.ts';
import { withInputs, withOutput, type WrittenOptions } from '../common-options.ts';
import { eachResult } from '../each-result.ts';
import type { InputOptions } from '../inputs.ts';
import type { Verb } from '../verb.ts';

interface TranscriptVerbOptions extends InputOptions, WrittenOptions {
  readonly format: TranscriptFormat;
  readonly detail: TranscriptDetail;
  readonly seen?: boolean;
  readonly json?: boolean;
}

const ENDINGS: Readonly<Record<TranscriptFormat, string>> = {
  text: '.txt',
  markdown: '.md',
  vtt: '.vtt',
  json: '.json',
};

export const transcript: Verb<TranscriptVerbOptions> = {
  args: '<files...>',
  examples: [
    'transcript checkout-bug.json',
    'transcript checkout-bug.json --format markdown --seen | llm "What went wrong?"',
    'transcript checkout-bug.json --format vtt --out checkout-bug.vtt',
  ],
  configure(command) {
    withInputs(command)
      .addOption(
        new Option('--format <format>', 'how it is written').choices(Object.keys(ENDINGS)).default('text'),
      )
      .addOption(
        new Option('--detail <detail>', 'brief: what users did and what went wrong; full: everything')
          .choices(['brief', 'normal', 'full'])
          .default('normal'),
      )
      .option('--seen', 'also what was on the page, as accessibility outlines')
      .option('--json', 'as --format json');
    return withOutput(command, 'the transcript');
  },
  run(args, { json = false, format: wanted, detail, seen = false, ...options }, terminal) {
    const format = json ? 'json' : wanted;
    return eachResult(
      args,
      options,
      {
        ending: ENDINGS[format],
        isForPeople: format === 'text' || format === 'markdown',
        make: async (recording) => {
          const text = await recording.transcript({ format, detail, seen }, { signal: terminal.signal });
          return [text.endsWith('\n') ? text : `${text}\n`];
        },
      },
      terminal,
    );
  },
};
