import type { TimeSpan } from './session-state.ts';

/** Spans of time in the shape of `TimeRanges`, which scripts cannot make. Seconds. */
export class TimeSpans implements TimeRanges {
  readonly #spans: readonly TimeSpan[];

  constructor(spans: readonly TimeSpan[]) {
    this.#spans = spans;
  }

  get length(): number {
    return this.#spans.length;
  }

  start(index: number): number {
    return this.#at(index).start;
  }

  end(index: number): number {
    return this.#at(index).end;
  }

  #at(index: number): TimeSpan {
    const span = this.#spans[index];
    if (!span) throw new DOMException(`There is no span ${index}`, 'IndexSizeError');
    return span;
  }
}

/** `spans` with one more: sorted, and those that touch joined. */
export function addSpan(spans: readonly TimeSpan[], added: TimeSpan): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const span of [...spans, added].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && span.start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}
