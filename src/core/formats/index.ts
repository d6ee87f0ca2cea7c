import type { RecordingFormat } from '../decode/recording-format.ts';
import { posthogApiPage } from './posthog-api-page.ts';
import { posthogExport20221202 } from './posthog-export-2022-12-02.ts';
import { posthogExport20230428 } from './posthog-export-2023-04-28.ts';
import { posthogIngestion } from './posthog-ingestion.ts';
import { posthogLts } from './posthog-lts.ts';
import { posthogMetadata } from './posthog-metadata.ts';
import { posthogRealtime } from './posthog-realtime.ts';
import { posthogSnapshotsJsonl } from './posthog-snapshots-jsonl.ts';
import { posthogWarehouseRows } from './posthog-warehouse-rows.ts';
import { rrwebEvents } from './rrweb-events.ts';
import { rrwebPacked } from './rrweb-packed.ts';

/** Every format that can be read, in the order in which they are asked. */
export const formats: readonly RecordingFormat[] = [
  posthogExport20230428,
  posthogExport20221202,
  posthogSnapshotsJsonl,
  posthogRealtime,
  posthogLts,
  posthogApiPage,
  posthogIngestion,
  posthogWarehouseRows,
  rrwebPacked,
  rrwebEvents,
  posthogMetadata,
];
