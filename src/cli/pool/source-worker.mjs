/** The worker, from sources: a thread knows nothing of the loader for TypeScript that the main one has. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
