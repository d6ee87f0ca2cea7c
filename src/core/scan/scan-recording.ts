import type { Job } from '../job.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { LeakFinding, LeakReport, LeakRule } from './leak.ts';
import { LEAK_RULES } from './rules.ts';
import { scanForLeaks } from './scan-for-leaks.ts';

/** What was found in a recording when it was scanned last, values included. */
const latest = new WeakMap<RecordingStore, readonly LeakFinding[]>();

/**
 * What of a recording should not have been recorded, in the order of its first moments.
 *
 * @param own rules besides those that come along
 * @throws the signal's reason
 */
export async function scanRecording(
  store: RecordingStore,
  own: readonly LeakRule[],
  { slicer, signal, progress }: Job,
): Promise<readonly LeakReport[]> {
  const { person, markers } = store.description;
  const all = store.table.size + markers.length + (person === null ? 0 : 1);
  const findings = await scanForLeaks(
    store.replayable(),
    { person, markers },
    { rules: [...own, ...LEAK_RULES], slicer, signal, progress: (done) => progress(Math.min(1, done / all)) },
  );
  latest.set(store, findings);
  const { startAt } = store.table.bounds;
  return findings.map(({ value: _, forms: __, timestamp, ...report }) => ({
    ...report,
    time: Math.max(0, timestamp - startAt) / 1000,
  }));
}

/**
 * The texts that stand for findings of a recording's last scan.
 *
 * @throws TypeError for an id that is none of theirs
 */
export function textsOfFindings(store: RecordingStore, ids: readonly string[]): readonly string[] {
  const texts = ids.flatMap((id) => {
    const finding = latest.get(store)?.find((one) => one.id === id);
    if (!finding) throw new TypeError(`"${id}" is not a finding of the last scan of this recording.`);
    return [finding.value, ...finding.forms];
  });
  return [...new Set(texts)];
}
