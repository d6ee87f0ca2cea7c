import type { CopiedTrack } from '../core/copy/copied-track.ts';
import type { RecordingCopy } from '../core/copy/copy-recording.ts';
import type { RecordingInfo } from '../core/recording.ts';
import type { Locale } from '../locale/locale.ts';
import type { JobOptions, OpenRecording } from '../worker/recording-reader.ts';
import { COPY_FORMATS, type CopyPlan } from './copy-plan.ts';
import { playerSource } from './player-source.ts';
import { savedPage } from './saved-page.ts';

/**
 * A copy of a recording that was read to its end, as a plan wants it.
 *
 * @throws TypeError for a format that is not known, and for rules that cannot be meant
 * @throws DOMException `NotSupportedError` for a page where the player does not know its own text, `AbortError` when
 *   it is called off
 */
export async function writeCopy(
  recording: OpenRecording,
  { startedAt }: Pick<RecordingInfo, 'startedAt'>,
  { format, startAt, rules, findings, tracks: isTracked }: CopyPlan,
  tracks: readonly CopiedTrack[],
  options: JobOptions,
  locale: Locale,
): Promise<RecordingCopy> {
  if (!COPY_FORMATS.includes(format))
    throw new TypeError(
      `"${format}" is not an export format. The formats are ${COPY_FORMATS.join(' and ')}.`,
    );
  const query = { rules, findings, format: '2023-04-28' as const, startAt };
  if (format !== 'html') return recording.ask('copy', { ...query, forPage: false, tracks: [] }, options);
  const player = await playerSource();
  const copy = await recording.ask(
    'copy',
    { ...query, forPage: true, tracks: isTracked ? tracks : [] },
    options,
  );
  const blob = savedPage({
    language: locale.tag,
    title: locale.savedPage.title(startedAt),
    notice: copy.summary ? locale.savedPage.redacted : locale.savedPage.notRedacted,
    startAt: copy.startAt,
    tracks: copy.tracks,
    recording: copy.blob,
    player,
  });
  return { blob, summary: copy.summary, startAt: copy.startAt };
}
