import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { countOf, type JobsOptions, withJobs } from '../common-options.ts';
import {
  extract as extractTables,
  type ExtractSummary,
  OtherRecordingsError,
  type Shard,
} from '../extract/extract.ts';
import { hasOtherThings } from '../extract/output-folder.ts';
import { TABLE_FORMATS, type TableFormat } from '../extract/part-file.ts';
import { TABLE_NAMES, type TableName } from '../extract/tables.ts';
import { findInputs, isAddress } from '../inputs.ts';
import { Progress } from '../progress.ts';
import { reportFailure } from '../recording-outcome.ts';
import { write, type Terminal } from '../terminal.ts';
import { type ExitCode, UsageError, type Verb, worst } from '../verb.ts';

interface ExtractOptions extends JobsOptions {
  readonly out: string;
  readonly format: TableFormat;
  readonly tables: readonly TableName[];
  readonly batch: number;
  readonly shard: Shard;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** More than this opens too many files at a time, one for each table and day. */
const LARGEST_BATCH = 1000;

export const extract: Verb<ExtractOptions> = {
  args: '<files...>',
  examples: [
    'extract recordings/ --out tables/',
    'extract "recordings/*.json.gz" --out tables/ --shard 2/8',
    'extract recordings/ --out tables/ --format ndjson --tables sessions,requests',
  ],
  configure: (command) =>
    withJobs(command)
      .requiredOption('-o, --out <folder>', 'the folder that gets the tables')
      .addOption(new Option('--format <format>', 'as what').choices(TABLE_FORMATS).default('parquet'))
      .addOption(
        new Option('--tables <tables>', `which, with commas between: ${TABLE_NAMES.join(', ')}`)
          .argParser(tablesOf)
          .default(TABLE_NAMES, 'all'),
      )
      .addOption(
        new Option('--shard <i/n>', 'only the i-th of n shares, for several machines')
          .argParser(shardOf)
          .default({ index: 1, count: 1 }, '1/1'),
      )
      .addOption(
        new Option('--batch <n>', 'so many recordings go into a file of each table and day')
          .argParser((text: string) => countOf(text, LARGEST_BATCH))
          .default(64),
      )
      .option('-f, --force', 'do everything again, and replace what is there')
      .option('--json', 'what was done, as a line of JSON')
      .addHelpText(
        'after',
        '\nA run that was stopped goes on where it was: batches that are done are left alone, unless their recordings\nhave changed. The documentation explains the tables and how to read them.',
      ),
  async run(
    args,
    { batch, jobs = availableParallelism(), json = false, force = false, ...options },
    terminal,
  ) {
    const { out, signal } = { ...options, ...terminal };
    const files = await filesOf(args, out, terminal);
    if (!force && (await hasOtherThings(out)))
      throw new UsageError(`${out} has other things in it. Name another folder, or --force to add tables.`);
    const bar = new Progress(terminal, 'recordings', files.length);
    try {
      const summary = await extractTables({
        ...options,
        files,
        force,
        batchSize: batch,
        jobs,
        signal,
        onProgress: (done, total) => bar.update(files.length - total + done),
      });
      bar.stop();
      await write(terminal.stdout, json ? `${JSON.stringify(summary)}\n` : inWords(summary));
      return reportDamaged(summary, terminal);
    } catch (thrown) {
      throw asUsage(thrown, out);
    } finally {
      bar.stop();
    }
  },
};

/** @throws UsageError for what is no file */
async function filesOf(args: readonly string[], out: string, terminal: Terminal): Promise<readonly string[]> {
  const inputs = await findInputs(args, {}, terminal);
  const streamed = inputs.find(({ source, name }) => source !== name || isAddress(name));
  if (streamed) throw new UsageError(`${streamed.name} is no file: extract reads files, also again.`);
  const isResult = (file: string) => !/^\.\.(?:$|[/\\])/.test(relative(out, file));
  const files = [...new Set(inputs.map(({ name }) => name))].filter((file) => !isResult(file));
  if (files.length === 0) throw new UsageError('There is no recording besides what extract has written.');
  return files;
}

function reportDamaged({ damaged }: ExtractSummary, terminal: Terminal): ExitCode {
  return worst(damaged.map(({ file, ...error }) => reportFailure({ name: file, error }, terminal)));
}

function inWords({ sessions, batches, unchanged, rows, damaged }: ExtractSummary): string {
  const counts = Object.entries(rows).map(([table, count]) => `${table.padEnd(9)} ${count}\n`);
  const files = damaged.length === 0 ? '' : `, ${damaged.length} unreadable files`;
  return `${counts.join('')}${sessions} recordings${files}; ${batches} batches, ${unchanged} of them done before\n`;
}

function asUsage(thrown: unknown, out: string): unknown {
  if (thrown instanceof OtherRecordingsError)
    return new UsageError(
      `${out} has tables of ${thrown.count} recordings that are not among these, such as ${thrown.first}. ` +
        'Name these too, or another folder, or --force to replace them.',
    );
  return thrown;
}

function tablesOf(text: string): readonly TableName[] {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.find((name) => !TABLE_NAMES.some((table) => table === name));
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no table "${unknown}".`);
  return TABLE_NAMES.filter((table) => named.includes(table));
}

function shardOf(text: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  if (!(shard.index >= 1 && shard.index <= shard.count))
    throw new InvalidArgumentError('A shard is written i/n, from 1/n to n/n.');
  return shard;
}
