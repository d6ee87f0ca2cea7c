/** A stretch of time in which a text was on the page of a window. */
export interface TextSpan {
  /** Seconds from the start of the recording. */
  readonly start: number;
  readonly end: number;
  readonly windowId: string;
}

/** Beginning and end of stretches, one behind the other; seconds. */
export type Spans = readonly (readonly [start: number, end: number])[];

/** All that is in one of these stretches, in as few as possible. */
export function unionOf(spans: Spans): Spans {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** What is in stretches of both; each of them joined, and by time. */
export function intersectionOf(a: Spans, b: Spans): Spans {
  return a.flatMap(([start, end]) =>
    b
      .filter((other) => other[0] <= end && other[1] >= start)
      .map((other): readonly [number, number] => [Math.max(start, other[0]), Math.min(end, other[1])]),
  );
}
