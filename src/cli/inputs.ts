import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { ReplaySource } from '../core/index.ts';
import { harmlessName } from '../core/text/harmless-name.ts';
import { MANIFEST } from './pull/manifest.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './verb.ts';

/** What a result is made of. */
export interface Origin {
  /** As messages call it: its path, its address, or `-`. */
  readonly name: string;
  /** What a file that is made of it begins with: its name without endings. */
  readonly stem: string;
}

/** A recording that was named on the command line. */
export interface Input extends Origin {
  /** As `openRecording` takes it. */
  readonly source: ReplaySource;
}

/**
 * One of the recordings in an input: as the input, unless there are several.
 *
 * @param id of its session; empty when it is not known
 * @param place among them, from 0
 */
export function originOf({ name, stem }: Input, id: string, place: number, count: number): Origin {
  if (count === 1) return { name, stem };
  return { name: `${name} (${place + 1})`, stem: harmlessName(id) || `${stem}-${place + 1}` };
}

/** What recordings in a folder end with. */
const RECORDING = /\.(?:json|jsonl|ndjson|txt|html|gz|zip|zst|snappy|bin)$/i;
/** What `pull` and `extract` write beside recordings. */
const NOT_A_RECORDING = /^manifest\.(?:json|ndjson)$/;
const ENDINGS = /(?:\.(?:json|jsonl|ndjson|txt|html|gz|zip|zst|snappy|bin))+$/i;
const STDIN = '-';

/** How the files of a command are taken. */
export interface InputOptions {
  /** They are parts of one session. */
  readonly join?: boolean;
}

/** Names of files that should be in a folder. */
type Expected = (folder: string) => Promise<readonly string[]>;

/**
 * What the arguments name: paths, folders with all recordings in them, globs, addresses, and `-`. A file that is not
 * there is an input like others, whose reading fails.
 *
 * @param expected told of each folder in which `pull` has noted what it wrote
 * @throws UsageError when nothing is named, or a glob or a folder has nothing in it
 */
export async function findInputs(
  args: readonly string[],
  { join: joins = false }: InputOptions,
  terminal: Terminal,
  expected: Expected = () => Promise.resolve([]),
): Promise<readonly Input[]> {
  const inputs = await inputsOf(args, terminal, expected);
  const [first, ...others] = inputs;
  if (!joins || !first || others.length === 0) return inputs;
  return [
    { ...first, name: inputs.map(({ name }) => name).join(' '), source: inputs.map(({ source }) => source) },
  ];
}

async function inputsOf(
  args: readonly string[],
  { stdin }: Terminal,
  expected: Expected,
): Promise<readonly Input[]> {
  if (args.length === 0) throw new UsageError('Name a recording, or - to read it from standard input.');
  const inputs: Input[] = [];
  for (const arg of args) {
    if (arg === STDIN) inputs.push({ name: STDIN, source: stdin, stem: 'stdin' });
    else if (isAddress(arg)) inputs.push({ name: arg, source: arg, stem: stemOf(new URL(arg).pathname) });
    else
      for (const path of await pathsOf(arg, expected))
        inputs.push({ name: path, source: path, stem: stemOf(path) });
  }
  if (inputs.filter(({ name }) => name === STDIN).length > 1)
    throw new UsageError('Standard input (-) can be read only once.');
  return inputs;
}

async function pathsOf(arg: string, expected: Expected): Promise<readonly string[]> {
  const found = await stat(arg).catch(() => null);
  if (found?.isDirectory()) {
    const names = await readdir(arg, { recursive: true });
    const seen = names.filter((name) => !isHidden(name));
    const recordings = new Set(
      seen.filter((name) => RECORDING.test(name) && !NOT_A_RECORDING.test(basename(name))),
    );
    for (const folder of seen.filter((name) => basename(name) === MANIFEST).map(dirname))
      for (const name of await expected(join(arg, folder))) recordings.add(join(folder, name));
    if (recordings.size === 0) throw new UsageError(`There is no recording in the folder ${arg}.`);
    return [...recordings].sort().map((name) => join(arg, name));
  }
  // A file may be named like a glob.
  if (found || !isDynamicPattern(arg)) return [arg];
  const matches = await glob(sep === '\\' ? arg.replaceAll('\\', '/') : arg, {
    expandDirectories: false,
    absolute: isAbsolute(arg),
  });
  if (matches.length === 0) throw new UsageError(`No file matches ${arg}.`);
  return matches.sort();
}

/** Whether an argument is the address of a recording, and not a path. */
export function isAddress(arg: string): boolean {
  return /^https?:/i.test(arg);
}

const isHidden = (path: string) => path.split(sep).some((part) => part.startsWith('.'));

const stemOf = (path: string) => basename(path).replace(ENDINGS, '') || 'recording';
