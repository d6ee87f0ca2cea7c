import { type Command, InvalidArgumentError, Option } from 'commander';
import { ENTRY_KINDS, type EntryFilter, type EntryKind } from '../core/index.ts';
import { parseTime } from '../core/parse-time.ts';
import type { InputOptions } from './inputs.ts';

/** Options that several verbs have, by the names of the public contract. */

/** Files that are given one by one, or are parts of one session. */
export function withInputs(command: Command): Command {
  return command.option('--join', 'take the files as parts of one session');
}

export interface WrittenOptions {
  readonly out?: string;
  readonly force?: boolean;
}

/** @param what the file holds, as help says it */
export function withOutput(command: Command, what: string): Command {
  return command
    .option('-o, --out <path>', `where ${what} goes: a file, a folder for several recordings, or - (default)`)
    .option('-f, --force', 'replace files that are there already');
}

export interface JobsOptions {
  readonly jobs?: number;
}

/** How many recordings are read at a time. */
export function withJobs(command: Command): Command {
  return command.addOption(
    new Option(
      '--jobs <n>',
      'so many threads at most (default: one for each core, where there is enough to read)',
    ).argParser((text: string) => countOf(text)),
  );
}

export interface RangeOptions {
  readonly from?: number;
  readonly to?: number;
  readonly window?: string;
}

export function withRange(command: Command): Command {
  return command
    .addOption(new Option('--from <time>', 'from this moment on: 12.5, 1:02, 1m2s').argParser(secondsOf))
    .addOption(new Option('--to <time>', 'up to this moment, which is not in').argParser(secondsOf))
    .option('--window <id>', 'only of this browser window; `info` lists them');
}

export interface MomentOptions extends InputOptions {
  readonly at: number;
  readonly window?: string;
}

export function withMoment(command: Command): Command {
  return withInputs(command)
    .addOption(
      new Option('--at <time>', 'the moment to show: 12.5, 1:02, 1m2s')
        .argParser(secondsOf)
        .makeOptionMandatory(),
    )
    .option('--window <id>', 'this browser window, not the one in use then; `info` lists them');
}

export interface FilterOptions extends RangeOptions {
  readonly kind?: readonly EntryKind[];
  readonly grep?: string;
}

/** As the core is asked for the same. */
export function filterOf({ from, to, window, kind, grep }: FilterOptions): EntryFilter {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(window !== undefined && { windowId: window }),
    ...(kind && { kinds: kind }),
    ...(grep !== undefined && { search: grep }),
  };
}

export function kindOption(): Option {
  return new Option(
    '--kind <kinds>',
    `only of these kinds, with commas between: ${ENTRY_KINDS.join(', ')}`,
  ).argParser((value: string, before: readonly EntryKind[] | undefined) => [
    ...(before ?? []),
    ...value.split(',').map(kindOf),
  ]);
}

function kindOf(text: string): EntryKind {
  const found = ENTRY_KINDS.find((kind) => kind === text.trim());
  if (!found) throw new InvalidArgumentError(`There is no kind "${text}".`);
  return found;
}

/** @param most the largest number that there can be */
export function countOf(text: string, most = Infinity): number {
  const count = Number(text);
  if (!(Number.isSafeInteger(count) && count >= 1 && count <= most))
    throw new InvalidArgumentError(`It is a whole number from 1${most === Infinity ? '' : ` to ${most}`}.`);
  return count;
}

/** Seconds from the start of a recording. */
export function secondsOf(text: string): number {
  const seconds = parseTime(text);
  if (seconds === null) throw new InvalidArgumentError('A time is written 12.5, 1:02, 1:02:03 or 1m2s.');
  return seconds;
}
