import { Option } from 'commander';
import type { TranscriptDetail, TranscriptFormat } from '../../core/index.ts';
import { withInputs, withJobs, withOutput } from '../common-options.ts';
import { eachResult, type ResultOptions } from '../each-result.ts';
import type { Verb } from '../verb.ts';

interface TranscriptVerbOptions extends ResultOptions {
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
    withJobs(withInputs(command))
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
        wanted: { type: 'transcript', options: { format, detail, seen } },
      },
      terminal,
    );
  },
};
