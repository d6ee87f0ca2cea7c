import type { RecordingOutline, Segment } from '../../src/core/recording.ts';
import { Timeline } from '../../src/session/timeline.ts';

export type Row = readonly [start: number, end: number, windowId: string | null, isActive: boolean];

/** A recording that starts at 0, from rows in seconds. */
export function timelineOf(
  rows: readonly Row[],
  keyframes: readonly (readonly [string, number])[],
  windowChoice = 'auto',
) {
  const segments = rows.map(([start, end, windowId, isActive]): Segment => ({
    startAt: start * 1000,
    endAt: end * 1000,
    windowId,
    isActive,
  }));
  const ids = [...new Set(rows.flatMap(([, , id]) => (id === null ? [] : [id])))];
  const outline: RecordingOutline = {
    info: {
      id: '',
      format: '',
      platform: 'web',
      startedAt: new Date(0),
      duration: rows.at(-1)![1],
      eventCount: 2,
      counts: {},
      windows: ids.map((id) => ({ id, start: 0, end: 0, href: '', pages: [] })),
      warnings: [],
      packing: [],
      producer: { library: '', version: '' },
      files: [],
      markers: [],
    },
    startAt: 0,
    endAt: rows.at(-1)![1] * 1000,
    segments,
    keyframes: keyframes.map(([windowId, time]) => ({ windowId, timestamp: time * 1000 })),
    pages: [],
    maskingRules: [],
    definingWindows: [],
    complete: true,
  };
  return new Timeline(outline, windowChoice);
}
