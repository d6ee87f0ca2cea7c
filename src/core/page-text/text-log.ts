import { normalText, STEP } from './normal-text.ts';
import { intersectionOf, type Spans, unionOf } from './text-spans.ts';

interface LoggedText {
  /** So many places show it now. */
  places: number;
  /** Since when, if any does. */
  since: number;
  readonly spans: [start: number, end: number][];
}

/** The texts of one window, and when each of them was there. Times are seconds from the start of the recording. */
export class TextLog {
  readonly #texts = new Map<string, LoggedText>();

  /** A text came to one more place. */
  show(text: string, at: number): void {
    const known = this.#texts.get(text);
    if (!known) {
      this.#texts.set(text, { places: 1, since: at, spans: [] });
    } else if (known.places++ === 0) {
      // One that was taken out and put in again at the same time was there all along.
      const before = known.spans.at(-1)?.[1] === at ? known.spans.pop() : undefined;
      known.since = before?.[0] ?? at;
    }
  }

  /** A text went from one of its places. */
  hide(text: string, at: number): void {
    const known = this.#texts.get(text);
    if (!known || known.places === 0) return;
    known.places--;
    if (known.places === 0 && at > known.since) known.spans.push([known.since, at]);
  }

  /** When a text that a reader typed was there. @param end of what has not gone */
  find(text: string, end: number): Spans {
    const wanted = normalText(text);
    if (wanted === '') return [];
    const pieces: string[] = [];
    for (let at = 0; at < wanted.length; at += STEP) pieces.push(wanted.slice(at, at + STEP));
    return pieces.map((piece) => this.#containing(piece, end)).reduce(intersectionOf);
  }

  #containing(piece: string, end: number): Spans {
    const found: (readonly [number, number])[] = [];
    for (const [text, { places, since, spans }] of this.#texts) {
      if (!text.includes(piece)) continue;
      for (const span of spans) found.push(span);
      if (places > 0) found.push([since, Math.max(since, end)]);
    }
    return unionOf(found);
  }
}
