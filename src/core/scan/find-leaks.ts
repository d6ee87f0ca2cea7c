import type { Job } from '../job.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { LeakFinding, LeakRule } from './leak.ts';
import { LEAK_RULES } from './rules.ts';
import { scanForLeaks } from './scan-for-leaks.ts';

/**
 * What of a recording should not have been recorded.
 *
 * @param own rules besides those that come along
 * @throws the signal's reason
 */
export function findLeaks(
  store: RecordingStore,
  own: readonly LeakRule[],
  { slicer, signal, progress }: Job,
): Promise<readonly LeakFinding[]> {
  const { person, markers } = store.description;
  const all = store.eventCount + markers.length + (person === null ? 0 : 1);
  return scanForLeaks(
    store.replayable(),
    { person, markers },
    { rules: [...own, ...LEAK_RULES], slicer, signal, progress: (done) => progress(Math.min(1, done / all)) },
  );
}
