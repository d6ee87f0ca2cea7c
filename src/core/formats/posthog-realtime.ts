import { DocumentDecoder } from '../decode/document-decoder.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/**
 * What the snapshots API answered for a session still going on: batches of events in one list.
 * Source: PostHog/posthog: posthog/session_recordings/session_recording_api.py, earlier revisions
 */
export const posthogRealtime: RecordingFormat = {
  id: 'posthog-realtime',
  sniff: ({ outline }) => {
    if (!outline) return 'no';
    const isBatch = outline.has('snapshots/0/window_id') || outline.has('snapshots/0/windowId');
    return isBatch && outline.has('snapshots/0/data') ? 'yes' : 'maybe';
  },
  createDecoder: (_, context) => new DocumentDecoder({ rows: [['snapshots', '*']] }, context),
};
