import { DocumentDecoder } from '../decode/document-decoder.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/** Where answers of PostHog's older APIs keep their events, with the key that gives them away. */
const SHAPES = [
  { mark: 'snapshot_data_by_window_id', events: ['snapshot_data_by_window_id', 'window', '*'] },
  {
    mark: 'result/snapshot_data_by_window_id',
    events: ['result', 'snapshot_data_by_window_id', 'window', '*'],
  },
  { mark: 'result/snapshots', events: ['result', 'snapshots', '*'] },
  { mark: 'result/0', events: ['result', '*'] },
] as const;

/**
 * Answers of PostHog's snapshots API before it served lines.
 * Source: PostHog/posthog: posthog/session_recordings/session_recording_api.py, earlier revisions
 */
export const posthogApiPage: RecordingFormat = {
  id: 'posthog-api-page',
  sniff: ({ outline }) => {
    if (SHAPES.some(({ mark }) => outline?.has(mark))) return 'yes';
    return outline ? 'maybe' : 'no';
  },
  createDecoder: ({ outline }, context) =>
    new DocumentDecoder(
      { events: SHAPES.filter(({ mark }) => outline?.has(mark)).map(({ events }) => events) },
      context,
    ),
};
