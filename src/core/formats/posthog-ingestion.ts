import type { RecordingFormat } from '../decode/recording-format.ts';
import { decodeRows, sniffRows } from './row-shapes.ts';

/**
 * `$snapshot` events as the SDK sends them, and `$snapshot_items` as the capture service passes them on: one, a
 * list, a request's body, or lines.
 * Source: PostHog/posthog-js: packages/browser/src/extensions/replay/external/lazy-loaded-session-recorder.ts,
 * PostHog/posthog: rust/capture/src/events/recordings.rs
 */
export const posthogIngestion: RecordingFormat = {
  id: 'posthog-ingestion',
  sniff: (head) => sniffRows(head, ['event', 'properties']),
  createDecoder: decodeRows,
};
