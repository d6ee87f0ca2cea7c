import type { RecordingInfo } from '../core/recording.ts';
import type { CopyFormat } from './copy-plan.ts';

/** Hands bytes to the reader as a download. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the address over once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Hands a copy of a recording to the reader as a download, named as PostHog names its exports. */
export function saveExport(blob: Blob, format: CopyFormat, recording: RecordingInfo | null): void {
  saveFile(blob, `${exportName(recording)}.${format === 'html' ? 'html' : 'json'}`);
}

/** The name that PostHog gives to its exports, but for `.json`, by session or by the time it was recorded. */
export function exportName(recording: RecordingInfo | null): string {
  const id = recording?.id.replace(/[^\w-]/g, '') ?? '';
  const name = id === '' ? (recording?.startedAt.toISOString().replace(/[:.]/g, '-') ?? 'recording') : id;
  return `export-${name}-ph-recording`;
}
