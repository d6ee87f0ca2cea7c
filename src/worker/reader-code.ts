import type serveRecordings from './serve-recordings.ts';

/**
 * Where the reading half is: a script of its own for the worker, and a module that the page loads when no worker can
 * start. Bundlers find the worker by the exact form of this expression.
 *
 * @throws when the script belongs to another origin, or the page was bundled without `import.meta`
 */
export function createWorker(): Worker {
  return new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
}

export async function loadServer(): Promise<typeof serveRecordings> {
  return (await import('./serve-recordings.ts')).default;
}
