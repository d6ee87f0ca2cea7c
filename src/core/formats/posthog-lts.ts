import { DocumentDecoder } from '../decode/document-decoder.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/**
 * PostHog's first long-term storage, as it is after base64, gzip and UTF-16 have been taken off.
 * Source: PostHog/posthog: posthog/session_recordings/snapshots/convert_legacy_snapshots.py
 */
export const posthogLts: RecordingFormat = {
  id: 'posthog-lts',
  sniff: ({ outline }) => {
    if (!outline) return 'no';
    if (!outline.has('snapshot_data_by_window_id')) return 'maybe';
    return outline.textAt('version') === '2022-12-22' ? 'yes' : 'no';
  },
  createDecoder: (_, context) =>
    new DocumentDecoder({ events: [['snapshot_data_by_window_id', 'window', '*']] }, context),
};
