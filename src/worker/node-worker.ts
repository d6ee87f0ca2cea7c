import type { FromWorker } from './messages.ts';
import type { ReaderPort } from './reader-port.ts';

/** What Node.js has for workers, as far as it is used. */
interface NodeWorker {
  on(event: 'message', listener: (data: FromWorker) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  postMessage(message: unknown, transfer: readonly unknown[]): void;
  terminate(): Promise<number>;
}
interface WorkerThreads {
  readonly Worker: new (script: URL) => NodeWorker;
  readonly parentPort: NodePort | null;
}

/** What a worker speaks through to whoever started it. */
export interface NodePort {
  on(event: 'message', listener: (data: unknown) => void): void;
  postMessage(message: unknown): void;
}

/** Null outside of Node.js. Asked for at run time: bundlers for browsers must not follow it. */
export function workerThreads(): WorkerThreads | null {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => WorkerThreads } };
  return process?.getBuiltinModule?.('node:worker_threads') ?? null;
}

/** A worker thread of Node.js that reads, behind the same messages as in browsers. */
export function startNodeWorker({ Worker }: WorkerThreads): ReaderPort {
  // Not written as an address in one piece: bundlers would take it for a worker of a page.
  const script = './reader.worker.js';
  const worker = new Worker(new URL(script, import.meta.url));
  const port: ReaderPort = {
    onmessage: null,
    onerror: null,
    postMessage: (message, transfer = []) => worker.postMessage(message, transfer),
    terminate: () => void worker.terminate(),
  };
  worker.on('message', (data) => port.onmessage?.({ data } as MessageEvent<FromWorker>));
  worker.on('error', ({ message }) =>
    port.onerror?.({ message, preventDefault: () => undefined } as ErrorEvent),
  );
  return port;
}
