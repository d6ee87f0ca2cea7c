import { type Question, QUESTIONS } from '../core/engine/questions.ts';
import type { LoadListener } from '../core/engine/load-listener.ts';
import { RecordingEngine } from '../core/engine/recording-engine.ts';
import type { RecordingLimits } from '../core/limits.ts';
import { ReplayError } from '../core/replay-error.ts';
import { RuleError } from '../core/rule-error.ts';
import { memoryShare } from './device.ts';
import type { FromWorker, SentAnswer, SentPart, SentQuestion, ToWorker } from './messages.ts';
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
  const engine = new RecordingEngine(SLICE_MS[place], memoryShare());
  const controller = new AbortController();
  /** What can be called off, by the question's number. */
  const jobs = new Map<number, AbortController>();
  /** Aborted when pages are not to be prepared for now. */
  let preparing = new AbortController();
  let handleRead = (): void => undefined;
  const allRead = new Promise<void>((resolve) => (handleRead = resolve));

  scope.onmessage = ({ data }) => {
    switch (data.type) {
      case 'question':
        void answer(data);
        return;
      case 'load':
        void load(data.parts, data.limits);
        return;
      case 'prepare-pages':
        preparing.abort();
        preparing = new AbortController();
        void preparePages(preparing.signal);
        return;
      case 'pause-preparing':
        preparing.abort();
        return;
      case 'let-go':
        engine.close(data.recording);
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
        progress: (progress) => scope.postMessage({ type: 'load-progress', progress }),
        outline: (outline, recording) => scope.postMessage({ type: 'outline', outline, recording }),
        blocked: (assets, recording) => scope.postMessage({ type: 'blocked', assets, recording }),
      };
      await engine.load(opened, limits, listener, controller.signal);
      scope.postMessage({ type: 'loaded' });
      handleRead();
    } catch (thrown) {
      scope.postMessage({ type: 'load-error', error: ReplayError.from(thrown).details });
    }
  }

  async function preparePages(signal: AbortSignal): Promise<void> {
    await allRead;
    // A page has better things to do with its time than to prepare for a seek that may never come.
    if (place === 'worker') await engine.preparePages(signal);
  }

  async function answer({ id, question, recording, query }: SentQuestion): Promise<void> {
    const job = new AbortController();
    jobs.set(id, job);
    const progress = (share: number) => scope.postMessage({ type: 'progress', id, share });
    const { hasRules }: Question = QUESTIONS[question];
    try {
      const answer = await engine.ask(question, recording, query, { signal: job.signal, progress });
      const sent: SentAnswer =
        'events' in answer ? { ...answer, events: JSON.stringify(answer.events) } : answer;
      scope.postMessage({ type: 'answer', id, answer: sent });
    } catch (thrown) {
      const isAboutRules = hasRules && thrown instanceof TypeError;
      if (isAboutRules) {
        const error = thrown instanceof RuleError ? thrown.details : thrown.message;
        scope.postMessage({ type: 'type-error', id, error });
      } else scope.postMessage({ type: 'error', id, error: ReplayError.from(thrown).details });
    } finally {
      jobs.delete(id);
    }
  }
}
