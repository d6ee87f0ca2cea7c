import { MASK_KINDS, type MaskKind } from '../rrweb/mask-traces.ts';

/** Something that is hidden in a recording. */
export interface HiddenThing {
  readonly kind: MaskKind;
  readonly windowId: string;
  /** Seconds from the start of the recording: when it was on the page first, and last. */
  readonly start: number;
  readonly end: number;
  /** Number of its element on the page; null for what is not on a page. */
  readonly nodeId: number | null;
  /** Such as `p#address.ph-mask` or `POST https://shop.example/pay`; from the recording. */
  readonly name: string;
}

/** A stretch of time in which something of a kind is on the page of a window. Seconds. */
export interface HiddenSpan {
  readonly kind: MaskKind;
  readonly windowId: string;
  readonly start: number;
  readonly end: number;
}

/** What is hidden in a recording. */
export interface HiddenThings {
  /** Different things of each kind. */
  readonly counts: Readonly<Record<MaskKind, number>>;
  /** By start; those of one kind and window do not touch. */
  readonly spans: readonly HiddenSpan[];
  /** By start, and no more than a reader could step through. */
  readonly things: readonly HiddenThing[];
}

/** Tells whether an input was masked in vain, by its number and when it was there, Unix milliseconds. */
export type IsExposed = (windowId: string, nodeId: number, from: number, to: number) => boolean;

/** More are counted, but not listed. */
const MOST_THINGS = 2000;
/** Spans closer than this part of the recording are one: they could not be told apart on a timeline. */
const FINEST_SHARE = 1 / 2000;
/** So many spans are gathered before they are joined. */
const SPANS_AT_ONCE = 10_000;

type Changeable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Gathers what is hidden. A thing counts once per page however often it comes and goes, and goes on counting as the same
 * when the recorder sends the page again: then its element has the number and the name that it had.
 */
export class HiddenLog {
  readonly #startAt: number;
  readonly #finest: number;
  readonly #isExposed: IsExposed;
  readonly #counts = Object.fromEntries(MASK_KINDS.map((kind) => [kind, 0])) as Record<MaskKind, number>;
  readonly #things: Changeable<HiddenThing>[] = [];
  /** By window, and then by kind and number. */
  readonly #known = new Map<string, Map<string, Changeable<HiddenThing>>>();
  #spans: Changeable<HiddenSpan>[] = [];
  #spansWhole = 0;

  /** @param startAt of the recording, Unix milliseconds, as `endAt` */
  constructor(startAt: number, endAt: number, isExposed: IsExposed) {
    this.#isExposed = isExposed;
    this.#startAt = startAt;
    this.#finest = ((endAt - startAt) / 1000) * FINEST_SHARE;
  }

  /** Numbers of elements mean others from now on. */
  beginPage(windowId: string): void {
    this.#known.delete(windowId);
  }

  /** @param from when it came, Unix milliseconds, as `to`, when it went */
  add(windowId: string, as: MaskKind, nodeId: number | null, name: string, from: number, to: number): void {
    const [start, end] = [this.#seconds(from), this.#seconds(to)];
    const isInVain = as === 'input' && nodeId !== null && this.#isExposed(windowId, nodeId, from, to);
    const kind = isInVain ? 'exposed' : as;
    this.#spans.push({ kind, windowId, start, end });
    if (this.#spans.length > this.#spansWhole + SPANS_AT_ONCE) this.#joinSpans();
    const known = this.#known.get(windowId) ?? new Map<string, Changeable<HiddenThing>>();
    this.#known.set(windowId, known);
    const key = `${as} ${nodeId}`;
    const before = nodeId === null ? undefined : known.get(key);
    if (before?.name === name) {
      before.start = Math.min(before.start, start);
      before.end = Math.max(before.end, end);
      if (isInVain && before.kind === as) this.#expose(before);
      return;
    }
    const thing = { kind, windowId, start, end, nodeId, name };
    if (nodeId !== null) known.set(key, thing);
    this.#counts[kind]++;
    if (this.#things.length < MOST_THINGS) this.#things.push(thing);
  }

  things(): HiddenThings {
    this.#joinSpans();
    // Of some it was not known yet when they went.
    for (const thing of this.#things) if (this.#isInVain(thing)) this.#expose(thing);
    return {
      counts: this.#counts,
      spans: this.#spans,
      things: this.#things.sort((a, b) => a.start - b.start),
    };
  }

  #isInVain({ kind, windowId, nodeId, start, end }: HiddenThing): boolean {
    if (kind !== 'input' || nodeId === null) return false;
    const [from, to] = [this.#startAt + start * 1000, this.#startAt + end * 1000];
    return this.#isExposed(windowId, nodeId, from, to);
  }

  #expose(thing: Changeable<HiddenThing>): void {
    thing.kind = 'exposed';
    this.#counts.input--;
    this.#counts.exposed++;
  }

  #joinSpans(): void {
    const last = new Map<string, Changeable<HiddenSpan>>();
    this.#spans = this.#spans
      .sort((a, b) => a.start - b.start)
      .filter((span) => {
        const key = `${span.kind} ${span.windowId}`;
        const before = last.get(key);
        if (before && span.start - before.end <= this.#finest) {
          before.end = Math.max(before.end, span.end);
          return false;
        }
        last.set(key, span);
        return true;
      });
    this.#spansWhole = this.#spans.length;
  }

  #seconds(timestamp: number): number {
    return Math.max(0, timestamp - this.#startAt) / 1000;
  }
}
