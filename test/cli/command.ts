import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Around {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** Runs a command line as somebody types it, in this process. */
export async function command(
  args: readonly string[],
  { stdin = '', env = {}, signal = new AbortController().signal }: Around = {},
): Promise<Ended> {
  // Mocha requires its tests: with a static import the command and its verbs would be two copies of the same modules.
  const { run } = await import('../../src/cli/run.ts');
  const [stdout, stderr] = [new Collected(), new Collected()];
  const code = await run(args, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env, signal });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Collected extends Writable {
  readonly #chunks: Buffer[] = [];

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }

  override _write(chunk: Buffer | string, _: string, done: () => void): void {
    this.#chunks.push(Buffer.from(chunk));
    done();
  }
}

/** Values that stand in lines of JSON. */
export function linesOf(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

/** A file of the fixtures. */
export const recording = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/recordings/${name}`, import.meta.url));

/** A folder for each test of a suite, gone after it. */
export function useFolder(): (name?: string) => string {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portable-replay-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return (name = '') => join(folder, name);
}
