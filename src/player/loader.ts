import type { LoadProgress, RecordingInfo, RecordingOutline } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import { type ReplaySource, toParts } from '../core/source/replay-source.ts';
import { openReader, type RecordingReader } from '../worker/recording-reader.ts';

/** Told how a load goes; nothing more once it was stopped. */
export interface LoaderListener {
  progress(progress: LoadProgress): void;
  outline(outline: RecordingOutline, reader: RecordingReader): void;
}

/** One run of loading: it can be stopped, and says nothing afterwards. */
export class Loader {
  readonly #controller = new AbortController();
  #reader: RecordingReader | null = null;

  /** Rejects once the load was stopped. */
  readonly closed = new Promise<never>((_, reject) => {
    this.#controller.signal.addEventListener('abort', () =>
      reject(ReplayError.from(this.#controller.signal.reason)),
    );
  });

  constructor() {
    // Nobody has to be waiting for it.
    this.closed.catch(() => undefined);
  }

  /**
   * Reads a whole source.
   *
   * @throws ReplayError
   */
  async load(source: ReplaySource, listener: LoaderListener): Promise<RecordingInfo> {
    const { signal } = this.#controller;
    const parts = partsOf(source);
    const reader = await openReader();
    if (signal.aborted) {
      reader.close();
      throw ReplayError.from(signal.reason);
    }
    this.#reader = reader;
    let latest: RecordingOutline | null = null;
    try {
      await reader.load(parts, {
        progress: (progress) => {
          if (!signal.aborted) listener.progress(progress);
        },
        outline: (outline) => {
          latest = outline;
          if (!signal.aborted) listener.outline(outline, reader);
        },
      });
    } catch (thrown) {
      reader.close();
      throw ReplayError.from(thrown);
    }
    return infoOf(latest);
  }

  /** Stops reading and lets go of what was read. */
  close(): void {
    this.#controller.abort();
    this.#reader?.close();
  }
}

function partsOf(source: ReplaySource) {
  try {
    return toParts(source, document.baseURI);
  } catch (cause) {
    throw new ReplayError('network', `"${shorten(source)}" is not an address that could be fetched.`, {
      cause,
    });
  }
}

function shorten(source: ReplaySource): string {
  const text = typeof source === 'string' ? source : 'The source';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function infoOf(outline: RecordingOutline | null): RecordingInfo {
  if (!outline) throw new ReplayError('empty', 'The recording holds no events.');
  return outline.info;
}
