import type { Job } from '../job.ts';
import type { SessionEvent } from '../recording.ts';
import { redactRecording } from '../redact/redact-recording.ts';
import type { RedactionSummary, RedactRules } from '../redact/rules.ts';
import type { LeakFinding } from '../scan/leak.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { packForPage } from '../export/pack-for-page.ts';
import { writeSession } from '../export/write-export.ts';

/** What a copy of a recording is to be. */
export interface CopyQuery {
  readonly rules: RedactRules;
  /** Ids of findings of the last scan whose values are to be removed. */
  readonly findings: readonly string[];
  /** As text that can stand in a page. */
  readonly forPage: boolean;
}

/** A copy of a recording that was made. */
export interface RecordingCopy {
  readonly blob: Blob;
  /** What was removed; null when nothing was to be. */
  readonly summary: RedactionSummary | null;
}

/**
 * A repaired copy of a recording as an export of PostHog's, without what is to be removed.
 *
 * @param found by the last scan
 * @throws TypeError for rules that cannot be meant
 * @throws the signal's reason when it is aborted
 */
export async function copyRecording(
  store: RecordingStore,
  { rules, findings, forPage }: CopyQuery,
  found: readonly LeakFinding[],
  { slicer, signal, progress }: Job,
): Promise<RecordingCopy> {
  const wanted = withFindings(rules, findings, found);
  const isRedacted = Object.values(wanted).some((rule) => !Array.isArray(rule) || rule.length > 0);
  let passes = 0;
  function* events(): Generator<SessionEvent> {
    const before = passes++;
    let done = 0;
    for (const event of store.replayable()) {
      yield event;
      // How often it has to be gone through depends on the rules.
      if (++done % 500 === 0) progress((before + done / store.eventCount) / (before + (isRedacted ? 2 : 1)));
    }
  }
  const { id, person } = store.description;
  const session = { id, person, windowIds: store.windowIds, events };
  const copy = isRedacted
    ? await redactRecording(session, wanted, slicer, signal)
    : { blob: await writeSession({ ...session, events: events() }, slicer, signal), summary: null };
  return forPage ? { ...copy, blob: await packForPage(copy.blob) } : copy;
}

function withFindings(
  rules: RedactRules,
  findings: readonly string[],
  found: readonly LeakFinding[],
): RedactRules {
  const values = findings.flatMap((id) => {
    const finding = found.find((one) => one.id === id);
    if (!finding) throw new TypeError(`"${id}" is no finding of the last scan of this recording.`);
    return [finding.value, ...finding.forms];
  });
  return values.length === 0 ? rules : { ...rules, strings: [...(rules.strings ?? []), ...new Set(values)] };
}
