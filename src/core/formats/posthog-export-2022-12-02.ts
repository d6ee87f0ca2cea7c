import { DocumentDecoder } from '../decode/document-decoder.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/**
 * PostHog's first export: a list of events for each window. Anything else in `data` is the state of the player
 * that wrote it.
 * Source: PostHog/posthog: frontend/src/scenes/session-recordings/file-playback/types.ts
 */
export const posthogExport20221202: RecordingFormat = {
  id: 'posthog-export-2022-12-02',
  sniff: ({ outline }) => {
    if (outline?.has('data/snapshotsByWindowId')) return 'yes';
    return outline ? 'maybe' : 'no';
  },
  createDecoder: (_, context) =>
    new DocumentDecoder(
      {
        events: [['data', 'snapshotsByWindowId', 'window', '*']],
        values: [{ path: ['data', 'person'], take: (json) => context.describe({ person: json }, null) }],
      },
      context,
    ),
};
