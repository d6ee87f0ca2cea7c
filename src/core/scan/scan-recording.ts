import type { Job } from '../job.ts';
import { FIELD_KINDS, MaskedInputs } from '../masked-inputs/masked-inputs.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { FindingTexts } from '../text/finding-texts.ts';
import type { LeakFinding, LeakReport, LeakRule } from './leak.ts';
import { LEAK_RULES } from './rules.ts';
import { scanForLeaks } from './scan-for-leaks.ts';

/** Shorter values, such as the code of a card, stand in other texts by chance. */
const SHORTEST_STRING = 5;

/** Part of the work that looking for fields is, about. */
const FIELDS_SHARE = 0.2;

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
  const inputs = new MaskedInputs();
  let seen = 0;
  for (const { windowId, event } of store.inflated({ kinds: FIELD_KINDS })) {
    signal.throwIfAborted();
    inputs.look({ windowId, event: { ...event } });
    seen++;
    if (!slicer.isDue) continue;
    progress((FIELDS_SHARE * seen) / all);
    await slicer.checkpoint();
  }
  const findings = await scanForLeaks(
    store.replayable(),
    { person, markers },
    {
      rules: [...own, ...LEAK_RULES],
      inputs,
      slicer,
      signal,
      progress: (done) => progress(Math.min(1, FIELDS_SHARE + ((1 - FIELDS_SHARE) * done) / all)),
    },
  );
  latest.set(store, findings);
  const { startAt } = store.table.bounds;
  return findings.map(({ value: _, forms: __, timestamp, ...report }) => ({
    ...report,
    time: Math.max(0, timestamp - startAt) / 1000,
  }));
}

/**
 * The texts that stand for findings of a recording's last scan, of each in turn.
 *
 * @throws TypeError for an id that is none of theirs
 */
export function textsOfFindings(store: RecordingStore, ids: readonly string[]): readonly FindingTexts[] {
  return ids.map((id) => {
    const finding = latest.get(store)?.find((one) => one.id === id);
    if (!finding) throw new TypeError(`"${id}" is not a finding of the last scan of this recording.`);
    const { kind, value, forms } = finding;
    if (kind === 'masked-input') return { strings: [], words: [], maskedValues: [value] };
    const texts = [...new Set([value, ...forms])];
    return {
      strings: texts.filter((text) => text.length >= SHORTEST_STRING),
      words: texts.filter((text) => text.length < SHORTEST_STRING),
      maskedValues: [],
    };
  });
}
