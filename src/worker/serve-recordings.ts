import { type LoadListener, RecordingEngine } from '../core/recording-engine.ts';
import type { Job } from '../core/job.ts';
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

/** How long each place lets the reader keep its thread at a time. */
const SLICE_MS = {
  /** Long enough to work well, short enough that a question of the page does not wait noticeably. */
  worker: 30,
  /** Half of a frame at 60 Hz is left to the page. */
  page: 8,
};

/**
 * Reads recordings for whoever speaks through `scope`, starting to listen at once. All of the reading half is
 * behind this function: the same code runs in a worker and in a page that can start none.
 */
export default function serveRecordings(scope: ServerScope, place: 'worker' | 'page'): void {
  const engine = new RecordingEngine(SLICE_MS[place]);
  const controller = new AbortController();
  /** What can be called off, by the request's number. */
  const jobs = new Map<number, AbortController>();

  scope.onmessage = ({ data }) => {
    switch (data.type) {
      case 'request':
        void answer(data);
        return;
      case 'load':
        void load(data.parts, data.limits);
        return;
      case 'cancel':
        jobs.get(data.id)?.abort();
        return;
      case 'close':
        controller.abort();
        for (const job of jobs.values()) job.abort();
    }
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
        blocked: (assets, recording) => scope.postMessage({ type: 'blocked', assets, recording }),
      };
      await engine.load(opened, limits, listener, controller.signal);
      scope.postMessage({ type: 'loaded' });
      // A page has better things to do with its time than to prepare for a seek that may never come.
      if (place === 'worker') await engine.preparePages(controller.signal);
    } catch (thrown) {
      scope.postMessage({ type: 'failed', error: ReplayError.from(thrown).toData() });
    }
  }

  async function answer(request: Request): Promise<void> {
    const { id } = request;
    const job = new AbortController();
    jobs.set(id, job);
    const progress = (share: number) => scope.postMessage({ type: 'step', id, share });
    try {
      const result = await resultOf(request, { signal: job.signal, progress });
      scope.postMessage({ type: 'answer', id, result });
    } catch (thrown) {
      // Rules are written by hand: what cannot be meant by them is nothing about the recording.
      const isMistake = request.request === 'copy' && thrown instanceof TypeError;
      if (isMistake) scope.postMessage({ type: 'mistake', id, message: thrown.message });
      else scope.postMessage({ type: 'refusal', id, error: ReplayError.from(thrown).toData() });
    } finally {
      jobs.delete(id);
    }
  }

  async function resultOf(
    { request, recording, query }: Request,
    job: Omit<Job, 'slicer'>,
  ): Promise<SentResult> {
    switch (request) {
      case 'page':
        return toSend(engine.page(recording, query));
      case 'read':
        return toSend(engine.read(recording, query));
      case 'scan':
        return engine.scan(recording, query, job);
      case 'copy':
        return engine.copy(recording, query, job);
      case 'hidden':
        return engine.hidden(recording, query, job);
    }
  }
}

function toSend(result: ReadResult): SentResult {
  return { ...result, events: JSON.stringify(result.events) };
}
