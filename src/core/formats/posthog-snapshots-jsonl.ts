import { DocumentDecoder } from '../decode/document-decoder.ts';
import { LineDecoder } from '../decode/line-decoder.ts';
import type { RecordingFormat } from '../decode/recording-format.ts';

/**
 * What PostHog's snapshots API serves: a line for each event, `[windowId, event]`; in older recordings a line
 * for each batch, `{"window_id": …, "data": [event, …]}`; in files of its tests events that name their window.
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/parse-encoded-snapshots.ts
 */
export const posthogSnapshotsJsonl: RecordingFormat = {
  id: 'posthog-snapshots-jsonl',
  sniff: ({ outline, isLines }) => {
    if (!outline) return 'no';
    const isPair =
      isLines !== null &&
      !outline.startsWith('0', '{') &&
      outline.has('1/type') &&
      outline.has('1/timestamp') &&
      !outline.has('2');
    const isBatch = (outline.has('window_id') || outline.has('windowId')) && outline.has('data/0');
    if (isPair || isBatch) return 'yes';
    const isEvent = outline.has('type') && outline.has('timestamp') && outline.has('windowId');
    if (isEvent && isLines) return 'yes';
    return isLines === false ? 'no' : 'maybe';
  },
  createDecoder: ({ isLines }, context) =>
    isLines === false ? new DocumentDecoder({ rows: [[]] }, context) : new LineDecoder(context),
};
