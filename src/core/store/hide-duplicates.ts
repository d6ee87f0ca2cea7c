import { findDuplicates, fingerprintsOf } from '../repair/find-duplicates.ts';
import type { EventIndex } from './event-index.ts';

/**
 * Hides the duplicates in every millisecond of an index's order.
 *
 * @param from position in the order that is new, and all behind it
 * @param isComplete false while the last millisecond may go on: it is left for later, as it may hold a million
 *   events, which would be compared again each time
 * @param bytesOf an event's JSON, by row
 * @returns how many were hidden
 */
export function hideDuplicates(
  index: EventIndex,
  from: number,
  isComplete: boolean,
  bytesOf: (row: number) => Uint8Array,
): number {
  const { order } = index;
  const timeAt = (position: number) => index.timestamp(order[position] ?? 0);
  let hidden = 0;
  let start = from > 0 ? index.lowerBound(timeAt(from - 1)) : 0;
  const stop = isComplete ? order.length : index.lowerBound(timeAt(order.length - 1));
  while (start < stop) {
    let end = start + 1;
    while (end < order.length && timeAt(end) === timeAt(start)) end++;
    if (end > start + 1) hidden += hideAmong(index, order.subarray(start, end), bytesOf);
    start = end;
  }
  return hidden;
}

function hideAmong(index: EventIndex, rows: Uint32Array, bytesOf: (row: number) => Uint8Array): number {
  if (areAllDifferent(index, rows)) return 0;
  const fingerprints = fingerprintsOf(rows.length, (i) => {
    const row = rows[i] ?? 0;
    return { json: bytesOf(row), window: index.windowIndex(row) };
  });
  let hidden = 0;
  findDuplicates(fingerprints).forEach((isDuplicate, i) => {
    const row = rows[i];
    if (row === undefined || !isDuplicate || index.isHidden(row)) return;
    index.hide(row);
    hidden++;
  });
  return hidden;
}

/** Most milliseconds hold one event, or a Meta and its snapshot: nothing to compare, so nothing is read. */
function areAllDifferent(index: EventIndex, rows: Uint32Array): boolean {
  const shapes = new Set<number>();
  for (const row of rows) {
    const shape = index.shape(row);
    if (shapes.has(shape)) return false;
    shapes.add(shape);
  }
  return true;
}
