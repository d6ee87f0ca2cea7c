import { appendFile, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRecord } from '../../core/json.ts';
import { parsedJson } from '../json-file.ts';
import { isSystemError } from '../misuse.ts';
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

export const MANIFEST = 'manifest.ndjson';

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
    const { listed, badLine, isFinished } = await readManifest(folder);
    if (badLine !== null)
      throw new UsageError(
        `Line ${badLine} of ${MANIFEST} is not an entry. Mend it, or begin in an empty folder.`,
      );
    const entries = new Map(listed.map((entry) => [entry.id, entry]));
    const manifest = new Manifest(folder, entries);
    // Two runs at once may have added the same session.
    if (!isFinished || entries.size < listed.length) await manifest.#rewrite();
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
    const file = await open(join(this.#folder, MANIFEST), 'a');
    try {
      await appendFile(file, lineOf(entry));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #rewrite(): Promise<void> {
    const part = join(this.#folder, `.${MANIFEST}.${process.pid}.part`);
    await writeFile(part, [...this.#entries.values()].map(lineOf).join(''), { flush: true });
    await rename(part, join(this.#folder, MANIFEST));
  }
}

const lineOf = (entry: ManifestEntry) => `${JSON.stringify(entry)}\n`;

/** What stands in a manifest. */
interface ManifestText {
  readonly listed: readonly ManifestEntry[];
  /** Number of the first line that is no entry; null when all are. */
  readonly badLine: number | null;
  /** False when its last line was not written to the end. */
  readonly isFinished: boolean;
}

/** Reads the manifest of a folder, which may have none. */
export async function readManifest(folder: string): Promise<ManifestText> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((thrown: unknown) => {
    if (isSystemError(thrown) && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')) return '';
    throw thrown;
  });
  const lines = text.split('\n');
  const isFinished = lines.pop() === '';
  const found = lines.map(entryIn);
  const bad = found.indexOf(null);
  return { listed: found.filter((entry) => entry !== null), badLine: bad < 0 ? null : bad + 1, isFinished };
}

function entryIn(line: string): ManifestEntry | null {
  const fields = asRecord(parsedJson(line));
  const isEntry = ['id', 'file', 'sha256'].every((name) => typeof fields[name] === 'string');
  return isEntry ? (fields as unknown as ManifestEntry) : null;
}
