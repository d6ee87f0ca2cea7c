import type { RecordingFormat } from '../decode/recording-format.ts';
import { decodeRows, sniffRows } from './row-shapes.ts';

/**
 * A row about a session as a whole, such as lies beside the events in a support archive. By itself it holds
 * nothing to play.
 * Source: PostHog/posthog: posthog/temporal/export_recording/activities.py
 */
export const posthogMetadata: RecordingFormat = {
  id: 'posthog-metadata',
  // Other keys of the row may be on their way.
  sniff: (head) => (head.complete ? sniffRows(head, ['session_id']) : 'maybe'),
  createDecoder: decodeRows,
};
