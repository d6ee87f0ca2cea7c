import type { Job } from '../job.ts';
import type { SessionEvent } from '../recording.ts';
import type { RedactionSummary, RedactRules } from '../redact/rules.ts';
import { textsOfFindings } from '../scan/scan-recording.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { ExportFormat } from '../export/export-formats.ts';
import { packForPage } from '../export/pack-for-page.ts';
import { writeSession } from '../export/write-export.ts';
import { type CopiedTrack, cutTracks, secondsInto } from './copied-track.ts';
import { writeRedacted } from './write-redacted.ts';

/** What a copy of a recording is to be. */
export interface CopyQuery {
  readonly rules: RedactRules;
  /** Ids of findings of the last scan whose values are to be removed. */
  readonly findings: readonly string[];
  readonly format: ExportFormat;
  /** As text that can stand in a page. */
  readonly forPage: boolean;
  /** A moment that is to be found in the copy again, in seconds from the start of the recording. */
  readonly startAt: number;
  /** Text tracks that go along with it. */
  readonly tracks: readonly CopiedTrack[];
}

/** A copy of a recording that was made. */
export interface RecordingCopy {
  readonly blob: Blob;
  /** What was removed; null when nothing was to be. */
  readonly summary: RedactionSummary | null;
  /**
   * The moment that was asked for, in seconds from the start of the copy, which may begin later than the recording;
   * the nearest one that was kept.
   */
  readonly startAt: number;
}

export interface TrackedCopy extends RecordingCopy {
  /** The text tracks that go along, without what was to be removed, at the times of the copy. */
  readonly tracks: readonly CopiedTrack[];
}

/**
 * A repaired copy of a recording, without what is to be removed.
 *
 * @throws TypeError for rules that cannot be meant
 * @throws the signal's reason when it is aborted
 */
export async function copyRecording(
  store: RecordingStore,
  { rules, findings, format, forPage, startAt, tracks }: CopyQuery,
  { slicer, signal, progress }: Job,
): Promise<TrackedCopy> {
  const wanted = { ...rules, findings: textsOfFindings(store, findings) };
  const isRedacted = Object.values(wanted).some((rule) => !Array.isArray(rule) || rule.length > 0);
  let passes = 0;
  function* events(): Generator<SessionEvent> {
    const before = passes++;
    let done = 0;
    for (const event of store.replayable()) {
      yield event;
      // How often it has to be gone through depends on the rules.
      if (++done % 500 === 0) progress((before + done / store.table.size) / (before + (isRedacted ? 2 : 1)));
    }
  }
  const { id, person, markers } = store.description;
  const { windowIds, bounds } = store.table;
  const session = { id, person, windowIds, moments: () => store.table.events(), events };
  // Nobody looks through their names for what is to be removed: redacted copies are without them.
  const more = (): Record<string, unknown> => (markers.length > 0 ? { markers } : {});
  const written = isRedacted
    ? await writeRedacted(session, wanted, format, slicer, signal, tracks)
    : { ...(await writeSession({ ...session, more }, format, slicer, signal)), summary: null, tracks };
  const { blob, span, summary } = written;
  return {
    blob: forPage ? await packForPage(blob) : blob,
    summary,
    startAt: span ? secondsInto(span, bounds.startAt + startAt * 1000) : 0,
    tracks: span ? cutTracks(written.tracks, span, bounds.startAt) : [],
  };
}
