import { type LoadListener, RecordingEngine } from '../core/recording-engine.ts';
import type { RecordingLimits } from '../core/limits.ts';
import type { ReadResult } from '../core/recording.ts';
import { ReplayError } from '../core/replay-error.ts';
import type { FromWorker, Request, SentPart, SentResult, ToWorker } from './messages.ts';
import { receiveStream } from './stream-port.ts';

/** What is served through: the global scope of a worker, or the page's side of a pair. */
export interface ServerScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/**
 * Reads recordings for whoever speaks through `scope`, starting to listen at once. All of the reading half is
 * behind this function: the build keeps it whole, so that its text can start a worker and the function itself do
 * the same work in a page that allows none, with one copy of the code for both.
 *
 * @param sliceMs how long it may keep its thread at a time
 * @param preparesPages whether there is time to make pages quick to read before anybody asks for one
 */
export default function serveRecordings(scope: ServerScope, sliceMs: number, preparesPages: boolean): void {
  const engine = new RecordingEngine(sliceMs);
  const controller = new AbortController();

  scope.onmessage = ({ data }) => {
    if (data.type === 'request') void answer(data);
    else if (data.type === 'load') void load(data.parts, data.limits);
    else controller.abort();
  };
  scope.postMessage({ type: 'ready' });

  async function load(parts: readonly SentPart[], limits: RecordingLimits): Promise<void> {
    try {
      const opened = parts.map((part) =>
        part.kind === 'port' ? { ...part, kind: 'stream' as const, stream: receiveStream(part.port) } : part,
      );
      const listener: LoadListener = {
        progress: (progress) => scope.postMessage({ type: 'progress', progress }),
        outline: (outline, recording) => scope.postMessage({ type: 'outline', outline, recording }),
      };
      await engine.load(opened, limits, listener, controller.signal);
      scope.postMessage({ type: 'loaded' });
      if (preparesPages) await engine.preparePages(controller.signal);
    } catch (thrown) {
      scope.postMessage({ type: 'failed', error: ReplayError.from(thrown).toData() });
    }
  }

  async function answer(request: Request): Promise<void> {
    const { id } = request;
    try {
      scope.postMessage({ type: 'answer', id, result: await resultOf(request) });
    } catch (thrown) {
      scope.postMessage({ type: 'refusal', id, error: ReplayError.from(thrown).toData() });
    }
  }

  async function resultOf({ request, recording, query }: Request): Promise<SentResult> {
    switch (request) {
      case 'page':
        return toSend(engine.page(recording, query));
      case 'read':
        return toSend(engine.read(recording, query));
      case 'hidden':
        return engine.hidden(recording, controller.signal);
      case 'export':
        return engine.export(recording);
    }
  }
}

function toSend(result: ReadResult): SentResult {
  return { ...result, events: JSON.stringify(result.events) };
}
