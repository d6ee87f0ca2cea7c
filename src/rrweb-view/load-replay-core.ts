import type { ReplayCore } from './replay-core.ts';

/** rrweb-player is most of the code, and nobody needs it before the first recording: it is a chunk of its own. */
export async function loadReplayCore(): Promise<typeof ReplayCore> {
  return (await import('./replay-core.ts')).ReplayCore;
}
