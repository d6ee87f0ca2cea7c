import { readFile } from 'node:fs/promises';
import { Option } from 'commander';
import { savedPage } from '../copies/saved-page.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type Recording,
  type RecordingCopy,
  type RedactRequest,
} from '../core/index.ts';
import { packForPage } from '../core/export/pack-for-page.ts';
import { english } from '../locale/en/index.ts';
import { packageFile } from './package-file.ts';

/** What copies are written as: as the core does, or as one page that plays by itself. */
export const COPY_FORMATS = [...EXPORT_FORMATS, 'html'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

export const COPY_ENDINGS: Readonly<Record<CopyFormat, string>> = {
  '2023-04-28': '.json',
  'jsonl': '.jsonl',
  'rrweb': '.json',
  'html': '.html',
};

export function copyFormatOption(): Option {
  return new Option(
    '--format <format>',
    '2023-04-28: as PostHog exports today; jsonl: as its snapshots API serves; rrweb: a list of events; html: one page that plays',
  )
    .choices(COPY_FORMATS)
    .default('2023-04-28');
}

/**
 * A copy of a recording without what the rules name.
 *
 * @throws as `Recording.redact`
 */
export async function makeCopy(
  recording: Recording,
  rules: RedactRequest,
  format: CopyFormat,
  signal: AbortSignal,
): Promise<RecordingCopy> {
  if (format !== 'html') return recording.redact(rules, { format: format satisfies ExportFormat, signal });
  const copy = await recording.redact(rules, { signal });
  const { title, redacted, notRedacted } = english.savedPage;
  const blob = savedPage({
    language: english.tag,
    title: title(recording.info.startedAt),
    notice: copy.summary ? redacted : notRedacted,
    startAt: copy.startAt,
    tracks: [],
    recording: await packForPage(copy.blob),
    player: await readFile(packageFile('dist/portable-replay.js'), 'utf8'),
  });
  return { ...copy, blob };
}
