import type { Plugin } from 'vite';

const IN_SOURCE = "new URL('./reader.worker.ts', import.meta.url)";
const IN_BUILD = "new URL('./reader.worker.js', import.meta.url)";
const PLACEHOLDER = '__READER_WORKER__';

/**
 * Keeps the expression that starts the worker as it is written, so that the bundler of whoever uses the library finds
 * it. Vite would bundle the worker by itself and write something that only browsers understand.
 */
export function keepWorkerAddress(): Plugin {
  return {
    name: 'keep-worker-address',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/reader-code.ts')) return null;
      if (!code.includes(IN_SOURCE)) throw new Error(`${id} starts its worker in another way`);
      return { code: code.replace(IN_SOURCE, PLACEHOLDER), map: null };
    },
    renderChunk(code) {
      return code.includes(PLACEHOLDER) ? { code: code.replace(PLACEHOLDER, IN_BUILD), map: null } : null;
    },
  };
}
