import { appendFile, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRecord } from '../../core/json.ts';
import { parsedJson } from '../json-file.ts';
import { isSystemError } from '../report-error.ts';
import { UsageError } from '../verb.ts';

/** What the manifest says of a session. */
export interface ManifestEntry {
  readonly id: string;
  /** The name of its file, in the same folder. */
  readonly file: string;
  /** ISO dates of its first and last event, as PostHog told them; null when it did not. */
  readonly start: string | null;
  readonly end: string | null;
  /** Size of the file. */
  readonly bytes: number;
  /** Of the file, in hexadecimal digits. */
  readonly sha256: string;
  /** Where PostHog had it: `blob_v2`, `blob_v2_lts`, `blob`, `realtime`, `pages`. */
  readonly sources: readonly string[];
  /** Blocks that PostHog lists but could not read. */
  readonly missingBlocks: number;
  /** False for what was still being recorded, or has blocks missing: it is read again by the next run. */
  readonly complete: boolean;
}

const NAME = 'manifest.ndjson';

/**
 * The list of the sessions in a folder: `manifest.ndjson`, a line each. A line is added once the file of its session is
 * there. A line that a killed run has left unfinished is dropped, and its session read again.
 */
export class Manifest {
  readonly #folder: string;
  readonly #entries: Map<string, ManifestEntry>;

  private constructor(folder: string, entries: Map<string, ManifestEntry>) {
    this.#folder = folder;
    this.#entries = entries;
  }

  /** @throws UsageError when the file is not a manifest */
  static async open(folder: string): Promise<Manifest> {
    const text = await readFile(join(folder, NAME), 'utf8').catch((thrown: unknown) => {
      if (isSystemError(thrown) && thrown.code === 'ENOENT') return '';
      throw thrown;
    });
    const lines = text.split('\n');
    const unfinished = lines.pop();
    const listed = lines.map((line, i) => entryIn(line, i + 1));
    const entries = new Map(listed.map((entry) => [entry.id, entry]));
    const manifest = new Manifest(folder, entries);
    // Two runs at once may have added the same session.
    if (unfinished !== '' || entries.size < lines.length) await manifest.#rewrite();
    return manifest;
  }

  /** What is kept of a session; undefined when its file is not there as it was written. */
  async find(id: string): Promise<ManifestEntry | undefined> {
    const entry = this.#entries.get(id);
    if (!entry) return undefined;
    const found = await stat(join(this.#folder, entry.file)).catch(() => null);
    return found?.size === entry.bytes ? entry : undefined;
  }

  /** Notes a session whose file is there, in the place of what was noted of it before. */
  async set(entry: ManifestEntry): Promise<void> {
    const isNew = !this.#entries.has(entry.id);
    this.#entries.set(entry.id, entry);
    await (isNew ? this.#append(entry) : this.#rewrite());
  }

  async #append(entry: ManifestEntry): Promise<void> {
    const file = await open(join(this.#folder, NAME), 'a');
    try {
      await appendFile(file, lineOf(entry));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #rewrite(): Promise<void> {
    const part = join(this.#folder, `.${NAME}.${process.pid}.part`);
    await writeFile(part, [...this.#entries.values()].map(lineOf).join(''), { flush: true });
    await rename(part, join(this.#folder, NAME));
  }
}

const lineOf = (entry: ManifestEntry) => `${JSON.stringify(entry)}\n`;

function entryIn(line: string, number: number): ManifestEntry {
  const fields = asRecord(parsedJson(line));
  if (typeof fields['id'] !== 'string' || typeof fields['file'] !== 'string')
    throw new UsageError(`Line ${number} of ${NAME} is not an entry. Mend it, or begin in an empty folder.`);
  return fields as unknown as ManifestEntry;
}
