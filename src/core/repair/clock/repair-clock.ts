import { type ClockRows, streamsOf } from './clock-rows.ts';
import { convertUnits } from './convert-units.ts';
import { gatherClusters } from './gather-clusters.ts';
import { undoSetBacks } from './undo-set-backs.ts';

/** What was done about wrong clocks; counts are events. */
export interface RepairedClock {
  /** Unix milliseconds of each row. */
  readonly timestamps: Float64Array;
  readonly strays: number;
  readonly jumped: number;
  readonly converted: number;
}

/**
 * Puts events right that a wrong clock has dated: single ones far away from all others, stretches behind a clock
 * that was changed, and times in seconds or microseconds among milliseconds.
 */
export function repairClock(rows: ClockRows): RepairedClock {
  const timestamps = Float64Array.from({ length: rows.length }, (_, row) => rows.timestamp(row));
  const streams = streamsOf(rows);
  const converted = convertUnits(rows, timestamps);
  const setBack = undoSetBacks(rows, streams, timestamps);
  const moved = gatherClusters(rows, streams, timestamps);
  return { timestamps, converted, strays: moved.strays, jumped: setBack + moved.jumped };
}
