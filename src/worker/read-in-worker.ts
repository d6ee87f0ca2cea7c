import type { Answers } from '../core/engine/answers.ts';
import type { LoadListener } from '../core/engine/load-listener.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { SourcePart } from '../core/source/replay-source.ts';
import { startNodeWorker, workerThreads } from './node-worker.ts';
import { openReader, RecordingReader } from './recording-reader.ts';

/**
 * Reads sources in a thread of its own: a worker of a browser, or of Node.js. It ends when all of its recordings have
 * been let go of.
 *
 * @throws ReplayError; the signal's reason
 */
export async function readInWorker(
  parts: readonly SourcePart[],
  limits: RecordingLimits,
  listener: LoadListener,
  signal: AbortSignal,
): Promise<Answers> {
  const threads = workerThreads();
  const reader = threads ? new RecordingReader(startNodeWorker(threads)) : await openReader();
  const open = new Set<number>();
  const stop = () => reader.close();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await reader.load(parts, limits, {
      ...listener,
      outline: (outline, recording) => {
        open.add(recording);
        listener.outline(outline, recording);
      },
    });
  } catch (thrown) {
    reader.close();
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return {
    ask: (name, recording, query, { signal, progress }) =>
      reader.ask(name, recording, query, { signal, onProgress: progress }),
    close: (recording) => {
      open.delete(recording);
      if (open.size === 0) reader.close();
      else reader.letGo(recording);
    },
  };
}
