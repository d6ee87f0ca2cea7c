import { basename, dirname, join } from 'node:path';
import { MANIFEST, readManifest } from './pull/manifest.ts';
import type { PulledFile } from './work/verify-input.ts';

/** What stands in the manifest of a folder, if it has one. */
interface Folder {
  /** SHA-256 of its files, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly badLine: number | null;
}

/** What the manifests of `pull` say of files. Each is read once. */
export class PulledFiles {
  readonly #folders = new Map<string, Promise<Folder>>();

  /** Names of the files that should be in a folder. */
  async namesIn(folder: string): Promise<readonly string[]> {
    return [...(await this.#folder(folder)).files.keys()];
  }

  /** What is noted of a file in its own folder; undefined where nothing is. */
  async find(path: string): Promise<PulledFile | undefined> {
    const sha256 = (await this.#folder(dirname(path))).files.get(basename(path));
    return sha256 === undefined ? undefined : { path, sha256 };
  }

  /** Manifests that are damaged, and the first line that is. One without a single entry is none of `pull`. */
  async damaged(): Promise<readonly { readonly path: string; readonly line: number }[]> {
    const found = [];
    for (const [folder, reading] of this.#folders) {
      const { files, badLine } = await reading;
      if (badLine !== null && files.size > 0) found.push({ path: join(folder, MANIFEST), line: badLine });
    }
    return found;
  }

  #folder(path: string): Promise<Folder> {
    const known = this.#folders.get(path);
    if (known) return known;
    const reading = readFolder(path);
    this.#folders.set(path, reading);
    return reading;
  }
}

async function readFolder(path: string): Promise<Folder> {
  const { listed, badLine } = await readManifest(path);
  return { files: new Map(listed.map(({ file, sha256 }) => [file, sha256])), badLine };
}
