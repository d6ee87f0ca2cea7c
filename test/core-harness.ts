import type { ReplayEvent } from '../src/core/recording.ts';
import { ReplayCore, type ReplayCoreOptions } from '../src/rrweb-view/replay-core.ts';

/** The replay core by itself, given all events at once, for as long as `work` takes. */
export async function withCore<T>(
  events: readonly ReplayEvent[],
  work: (core: ReplayCore) => T | Promise<T>,
  options: Partial<ReplayCoreOptions> = {},
): Promise<T> {
  const parent = document.body.appendChild(document.createElement('div'));
  const core = new ReplayCore(parent, {
    remoteAssets: 'block',
    pageCost: 1,
    cover: [],
    styleRules: [],
    onBuild: () => undefined,
    onDropped: () => undefined,
    ...options,
  });
  try {
    await core.append(events);
    return await work(core);
  } finally {
    core.destroy();
    parent.remove();
  }
}
