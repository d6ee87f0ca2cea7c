import type { FromWorker, ToWorker } from '../src/worker/messages.ts';

/** The workers that are started from now on, which make all requests, and what they are told. */
export function watchWorkers() {
  const before = window.Worker;
  let started = 0;
  const running = new Set<Worker>();
  /** Names of questions, and types of all other messages. */
  const told: string[] = [];
  const open = new Map<number, string>();
  window.Worker = class extends before {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      started++;
      running.add(this);
      this.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'answer') open.delete(data.id);
      });
    }

    override postMessage(message: ToWorker, options?: StructuredSerializeOptions | Transferable[]): void {
      told.push(message.type === 'question' ? message.question : message.type);
      if (message.type === 'question') open.set(message.id, message.question);
      super.postMessage(message, options as Transferable[]);
    }

    override terminate(): void {
      running.delete(this);
      super.terminate();
    }
  };
  return {
    started: () => started,
    running: () => running.size,
    told,
    /** Names of the questions that have no answer yet. */
    unanswered: () => [...open.values()],
    stop: () => (window.Worker = before),
  };
}
