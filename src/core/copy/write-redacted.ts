import type { ExportFormat } from '../export/export-formats.ts';
import { writeSession, type WrittenSession } from '../export/write-export.ts';
import type { Session } from '../recording.ts';
import { redactSession } from '../redact/redact-session.ts';
import type { RedactionSummary, WantedRules } from '../redact/rules.ts';
import { type CopiedTrack, editTexts } from './copied-track.ts';
import type { TimeSlicer } from '../time-slicer.ts';

/** Name of the summary among the members of an export's `data`. */
const SUMMARY_MEMBER = 'redaction';

/**
 * A session without what is to be removed; an export of PostHog's has a summary of that in it. Texts of tracks are masked
 * as those of the session are.
 *
 * @throws TypeError for rules that cannot be meant
 * @throws the signal's reason when it is aborted
 */
export async function writeRedacted(
  session: Session,
  rules: WantedRules,
  format: ExportFormat,
  slicer: TimeSlicer,
  signal?: AbortSignal,
  tracks: readonly CopiedTrack[] = [],
): Promise<WrittenSession & { readonly summary: RedactionSummary; readonly tracks: readonly CopiedTrack[] }> {
  const redacted = await redactSession(session, rules, slicer, signal);
  // Before the summary is written, which counts them.
  const masked = await editTexts(tracks, (text) => redacted.maskText(text));
  const more = () => ({ [SUMMARY_MEMBER]: redacted.summary() });
  const written = await writeSession({ ...redacted, more }, format, slicer, signal);
  return { ...written, summary: redacted.summary(), tracks: masked };
}
