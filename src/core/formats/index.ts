import type { RecordingFormat } from './format.ts';
import { posthogApiPage } from './posthog-api-page.ts';
import { posthogExport20221202 } from './posthog-export-2022-12-02.ts';
import { posthogExport20230428 } from './posthog-export-2023-04-28.ts';
import { posthogSnapshotsJsonl } from './posthog-snapshots-jsonl.ts';
import { rrwebEvents } from './rrweb-events.ts';

/** Every format that can be read, in the order in which they are asked. */
export const formats: readonly RecordingFormat[] = [
  posthogExport20230428,
  posthogExport20221202,
  posthogSnapshotsJsonl,
  posthogApiPage,
  rrwebEvents,
];
