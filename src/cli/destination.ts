import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WrittenOptions } from './common-options.ts';
import type { Origin } from './inputs.ts';
import { chunksOf, type Content, movePart, refuseExisting, writeFileWhole } from './output-file.ts';
import { coloured, printable, type Terminal, write } from './terminal.ts';
import { UsageError } from './verb.ts';

/** What kind of results a verb writes. */
interface ResultKind {
  /** Of a file in a folder, with its dot. */
  readonly ending: string;
  /** Whether results on standard output stand behind the names of what they are of, as `tail` has it. */
  readonly isForPeople: boolean;
}

/** Where the results of a command go: standard output, a file, or a file for each in a folder. */
export class Destination {
  readonly #out: string | null;
  readonly #isFolder: boolean;
  readonly #force: boolean;
  readonly #terminal: Terminal;
  readonly #kind: ResultKind;
  readonly #headings: boolean;
  readonly #taken = new Map<string, number>();
  #written = 0;

  private constructor(
    options: WrittenOptions,
    isFolder: boolean,
    headings: boolean,
    kind: ResultKind,
    terminal: Terminal,
  ) {
    const { out, force = false } = options;
    this.#out = out === undefined || out === '-' ? null : out;
    this.#isFolder = isFolder;
    this.#force = force;
    this.#headings = headings && kind.isForPeople;
    this.#kind = kind;
    this.#terminal = terminal;
  }

  /**
   * Looks at what was asked for before any work is done.
   *
   * @param inputs how many there are
   * @throws UsageError where several results would go into one file, or a file is in the way
   */
  static async of(
    options: WrittenOptions,
    inputs: number,
    kind: ResultKind,
    terminal: Terminal,
  ): Promise<Destination> {
    const { out, force = false } = options;
    const isFile = out !== undefined && out !== '-';
    const isFolder =
      isFile && (/[/\\]$/.test(out) || ((await stat(out).catch(() => null))?.isDirectory() ?? false));
    if (isFile && !isFolder) {
      if (inputs > 1) throw oneFileFor(out);
      if (!force) await refuseExisting(out);
    }
    return new Destination(options, isFolder, inputs > 1, kind, terminal);
  }

  /** True when what is written does not go to standard output. */
  get isFile(): boolean {
    return this.#out !== null;
  }

  /**
   * Writes the result of a recording.
   *
   * @throws UsageError as `of`; the signal's reason
   */
  async write(content: Content, { name, stem }: Origin): Promise<void> {
    if (this.#out === null) return this.#print(content, name);
    const { signal } = this.#terminal;
    await writeFileWhole(this.#pathFor(this.#out, stem), content, { force: this.#force, signal });
  }

  /**
   * Has threads write results into a folder of their own, from which `take` brings each to its place. It is gone
   * afterwards, with what was not taken.
   *
   * @param use gets the path of that folder, which is there once something is in it
   */
  async withParts<T>(use: (folder: string) => Promise<T>): Promise<T> {
    // On the same disk as what is made, and hidden; what is printed is nobody else's on this machine.
    const folder =
      this.#out === null
        ? await mkdtemp(join(tmpdir(), 'portable-replay-'))
        : join(this.#out, `.portable-replay-${randomBytes(8).toString('hex')}`);
    try {
      return await use(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /**
   * Brings the result of a recording from such a folder to its place.
   *
   * @throws as `write`
   */
  async take(part: string, { name, stem }: Origin): Promise<void> {
    if (this.#out !== null) return movePart(part, this.#pathFor(this.#out, stem), { force: this.#force });
    await this.#print(createReadStream(part), name);
    await rm(part);
  }

  #pathFor(out: string, stem: string): string {
    if (this.#isFolder) return this.#pathIn(out, stem);
    if (this.#written++ > 0) throw oneFileFor(out);
    return out;
  }

  #pathIn(folder: string, stem: string): string {
    const times = (this.#taken.get(stem) ?? 0) + 1;
    this.#taken.set(stem, times);
    return join(folder, `${stem}${times === 1 ? '' : `-${times}`}${this.#kind.ending}`);
  }

  async #print(content: Content, name: string): Promise<void> {
    const { stdout } = this.#terminal;
    const isFirst = this.#written++ === 0;
    if (this.#headings)
      await write(
        stdout,
        `${isFirst ? '' : '\n'}${coloured(stdout, 'bold', `==> ${printable(name)} <==`)}\n`,
      );
    const decoder = new TextDecoder();
    for await (const chunk of chunksOf(content)) {
      this.#terminal.signal.throwIfAborted();
      // A terminal would obey what is in a recording; a file or another program gets it as it is.
      const textOf = () => (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
      await write(stdout, stdout.isTTY ? printable(textOf()) : chunk);
    }
  }
}

function oneFileFor(out: string): UsageError {
  return new UsageError(`Several recordings do not go into one file: name a folder, as --out ${out}/`);
}
