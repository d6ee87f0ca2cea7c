/** The years that all readers of tables know: 0 to 9999. Unix milliseconds. */
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** As Hive calls the partition of rows that have nothing in the column. */
const NO_DATE = '__HIVE_DEFAULT_PARTITION__';

/** A moment of a recording in whole Unix milliseconds; null for one that no calendar of a reader has. */
export function momentOf(startAt: number, seconds: number): number | null {
  const moment = Math.round(startAt + seconds * 1000);
  return moment >= FIRST && moment <= LAST ? moment : null;
}

/** The day of a moment in UTC, such as `2026-01-31`, as partitions are named. */
export function dateOf(moment: number | null): string {
  return moment === null ? NO_DATE : new Date(moment).toISOString().slice(0, 10);
}
