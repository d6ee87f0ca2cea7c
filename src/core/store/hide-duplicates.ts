import { findDuplicates, fingerprintsOf } from '../normalise/find-duplicates.ts';
import type { EventIndex } from './event-index.ts';

/**
 * Hides the duplicates in every millisecond of an index's order.
 *
 * @param from position in the order that is new, and all behind it
 * @param textOf an event's JSON, by row
 * @returns how many were hidden
 */
export function hideDuplicates(index: EventIndex, from: number, textOf: (row: number) => string): number {
  const { order } = index;
  const timeAt = (position: number) => index.timestamp(order[position] ?? 0);
  let hidden = 0;
  let start = from > 0 ? index.lowerBound(timeAt(from - 1)) : 0;
  while (start < order.length) {
    let end = start + 1;
    while (end < order.length && timeAt(end) === timeAt(start)) end++;
    hidden += hideAmong(index, order.subarray(start, end), textOf);
    start = end;
  }
  return hidden;
}

function hideAmong(index: EventIndex, rows: Uint32Array, textOf: (row: number) => string): number {
  if (areAllDifferent(index, rows)) return 0;
  const events = Array.from(rows, (row) => ({ json: textOf(row), window: index.windowIndex(row) }));
  let hidden = 0;
  findDuplicates(fingerprintsOf(events)).forEach((isDuplicate, i) => {
    const row = rows[i];
    if (row === undefined || !isDuplicate || index.isHidden(row)) return;
    index.hide(row);
    hidden++;
  });
  return hidden;
}

/** Most milliseconds hold one event, or a Meta and its snapshot: nothing to compare, so nothing is read. */
function areAllDifferent(index: EventIndex, rows: Uint32Array): boolean {
  if (rows.length === 1) return true;
  const shapes = new Set<string>();
  for (const row of rows) shapes.add(`${index.windowIndex(row)} ${index.kind(row)}`);
  return shapes.size === rows.length;
}
