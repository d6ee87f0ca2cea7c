import { LineDecoder } from '../decode/line-decoder.ts';
import type { RecordingFormat } from './format.ts';

/**
 * What PostHog's snapshots API serves: a line for each event, `[windowId, event]`; in older recordings a line
 * for each batch, `{"window_id": …, "data": [event, …]}`.
 * Source: PostHog/posthog: common/replay-shared/src/snapshot-processing/parse-encoded-snapshots.ts
 */
export const posthogSnapshotsJsonl: RecordingFormat = {
  id: 'posthog-snapshots-jsonl',
  sniff: ({ bytes, outline, complete }) => {
    if (!outline) return 'no';
    const isPair =
      bytes[0] === 0x5b && !outline.has('0/type') && outline.has('1/type') && outline.has('1/timestamp');
    const isBatch = (outline.has('window_id') || outline.has('windowId')) && outline.has('data/0/type');
    if (isPair || isBatch) return 'yes';
    if (outline.has('type') && outline.has('timestamp') && hasSecondLine(bytes)) return 'yes';
    return complete ? 'no' : 'maybe';
  },
  createDecoder: (_, report) => new LineDecoder(report),
};

/** A line break between two objects: in one object that is merely indented, none stands before a brace. */
function hasSecondLine(bytes: Uint8Array): boolean {
  return /\}\r?\n\{/.test(new TextDecoder().decode(bytes));
}
