/** The times of a recording as they came, row by row in order of arrival. */
export interface ClockRows {
  readonly length: number;
  /** Unix milliseconds as the file says. */
  timestamp(row: number): number;
  /** Rows of one stream came from one device through one file, so that their order means something. */
  stream(row: number): number;
  isKeyframe(row: number): boolean;
  /** False for what recorders date back on purpose, such as custom events. */
  isTimely(row: number): boolean;
}

/** Rows of one stream, in order of arrival. */
export type Stream = readonly number[];

/** Rows by stream, in order of arrival. */
export function streamsOf(rows: ClockRows): ReadonlyMap<number, Stream> {
  const streams = new Map<number, number[]>();
  for (let row = 0; row < rows.length; row++) {
    const stream = rows.stream(row);
    const known = streams.get(stream);
    if (known) known.push(row);
    else streams.set(stream, [row]);
  }
  return streams;
}
