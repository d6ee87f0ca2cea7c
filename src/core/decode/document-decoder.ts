import type { DecodeReport, EventDecoder, RawEvent } from '../formats/format.ts';
import { JsonCutter, type JsonChoice, type JsonPath } from './json-cutter.ts';

const OPEN_OBJECT = 0x7b;

/** Where events stand in a JSON document. `*` is any key or index, `window` any key, which is the window's id. */
export interface DocumentShape {
  readonly events: readonly (readonly string[])[];
  /** Values besides events that are looked at: where they stand, and who is told their text. */
  readonly values?: readonly { readonly path: readonly string[]; readonly take: (text: string) => void }[];
  /** Called when all of the document has been read. */
  readonly onEnd?: () => void;
}

/** Cuts events out of one JSON document. */
export class DocumentDecoder implements EventDecoder {
  readonly #shape: DocumentShape;
  readonly #report: DecodeReport;
  readonly #cutter = new JsonCutter((path) => this.#choose(path));

  constructor(shape: DocumentShape, report: DecodeReport) {
    this.#shape = shape;
    this.#report = report;
  }

  *write(chunk: Uint8Array): Generator<RawEvent> {
    for (const { path, bytes } of this.#cutter.write(chunk)) {
      const value = this.#shape.values?.find((candidate) => matches(candidate.path, path) === 'whole');
      const pattern = this.#shape.events.find((events) => matches(events, path) === 'whole');
      if (value) value.take(textOf(bytes));
      else if (pattern && bytes[0] === OPEN_OBJECT) yield { bytes, windowId: windowIn(pattern, path) };
    }
  }

  *end(): Generator<RawEvent> {
    yield* [];
    this.#shape.onEnd?.();
    if (!this.#cutter.isComplete) {
      this.#report.warn('truncated', 'The file stops in the middle; everything up to there plays.');
    }
  }

  #choose(path: JsonPath): JsonChoice {
    const { events, values = [] } = this.#shape;
    const found = [...events, ...values.map((value) => value.path)].map((pattern) => matches(pattern, path));
    if (found.includes('whole')) return 'cut';
    return found.includes('start') ? 'enter' : 'skip';
  }
}

function matches(pattern: readonly string[], path: JsonPath): 'whole' | 'start' | 'no' {
  if (path.length > pattern.length) return 'no';
  const fits = path.every((step, i) => pattern[i] === '*' || pattern[i] === 'window' || pattern[i] === step);
  if (!fits) return 'no';
  return path.length === pattern.length ? 'whole' : 'start';
}

function windowIn(pattern: readonly string[], path: JsonPath): string | null {
  const step = path[pattern.indexOf('window')];
  // Recordings that stand side by side in one array have no ids of their own: they are numbered from 1.
  return step === undefined ? null : typeof step === 'number' ? String(step + 1) : step;
}

function textOf(bytes: Uint8Array): string {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
