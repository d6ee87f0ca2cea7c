import type { RecordingLimits } from '../core/limits.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { JobOptions } from '../worker/recording-reader.ts';
import { Loader } from './loader.ts';
import type { PlaylistEntry } from './playlist.ts';

/** A copy that was made of a recording, read back by a worker of its own: the recording stays as it is. */
export class OpenedCopy {
  readonly entry: PlaylistEntry;
  readonly #loader: Loader;

  private constructor(entry: PlaylistEntry, loader: Loader) {
    this.entry = entry;
    this.#loader = loader;
  }

  /** @throws ReplayError */
  static async open(
    copy: Blob,
    limits: RecordingLimits,
    { signal, onProgress }: JobOptions,
    changed: () => void,
  ): Promise<OpenedCopy> {
    const loader = new Loader(() => true);
    const stop = () => loader.close();
    signal?.addEventListener('abort', stop);
    const entries: PlaylistEntry[] = [];
    try {
      await loader.load(
        copy,
        { limits, credentials: 'omit', preparesPages: true },
        {
          progress: ({ loaded, total }) => total && onProgress?.(loaded / total),
          outline: (outline, recording) => entries.push({ outline, recording }),
          blocked: changed,
        },
      );
      signal?.throwIfAborted();
      // What is known of it grows while it is read.
      const entry = entries.at(-1);
      if (entry) return new OpenedCopy(entry, loader);
      throw ReplayError.of({ code: 'empty', reason: 'no-events' });
    } catch (error) {
      loader.close();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Lets go of it. */
  close(): void {
    this.#loader.close();
  }
}
