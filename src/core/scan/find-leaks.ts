import type { Job } from '../job.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { LeakFinding } from './leak.ts';
import { scanForLeaks } from './scan-for-leaks.ts';

/** What of a recording should not have been recorded. @throws the signal's reason */
export function findLeaks(
  store: RecordingStore,
  { slicer, signal, progress }: Job,
): Promise<readonly LeakFinding[]> {
  const { person, markers } = store.description;
  const all = store.eventCount + markers.length + (person === null ? 0 : 1);
  return scanForLeaks(
    store.replayable(),
    { person, markers },
    { slicer, signal, progress: (done) => progress(Math.min(1, done / all)) },
  );
}
