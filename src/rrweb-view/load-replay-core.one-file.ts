import { ReplayCore } from './replay-core.ts';

/** What `load-replay-core.ts` is in the one-file build, which has no chunks. */
export function loadReplayCore(): Promise<typeof ReplayCore> {
  return Promise.resolve(ReplayCore);
}
