import type { RecordingFormat } from '../decode/recording-format.ts';
import { decodeRows, sniffRows } from './row-shapes.ts';

/**
 * Rows of the table that PostHog kept recordings in, as ClickHouse or a warehouse writes them: `FORMAT JSON`, a
 * list, or lines.
 * Source: PostHog/posthog: posthog/session_recordings/sql/session_recording_event_sql.py
 */
export const posthogWarehouseRows: RecordingFormat = {
  id: 'posthog-warehouse-rows',
  sniff: (head) => sniffRows(head, ['snapshot_data']),
  createDecoder: decodeRows,
};
