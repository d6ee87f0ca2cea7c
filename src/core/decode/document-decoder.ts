import type { DecodeContext, EventDecoder, RawEvent } from './recording-format.ts';
import { asText } from '../json.ts';
import { JsonCutter, type JsonChoice, type JsonPath } from './json-cutter.ts';
import { RowReader } from './row-reader.ts';

const OPEN_OBJECT = 0x7b;

/**
 * Where things stand in a JSON document. In a path `*` is any key or index, `window` any key, which is the window's
 * id, and `recording` any index, whose items are a recording each.
 */
export interface DocumentShape {
  /** Events, each an object. */
  readonly events?: readonly (readonly string[])[];
  /** Rows that `RowReader` finds the events in. */
  readonly rows?: readonly (readonly string[])[];
  /** Values besides events that are looked at: where they stand, and who is told their JSON text. */
  readonly values?: readonly { readonly path: readonly string[]; readonly take: (json: string) => void }[];
  /** Called when all of the document has been read. */
  readonly onEnd?: () => void;
}

/** Cuts events out of one JSON document, or of several that follow each other. */
export class DocumentDecoder implements EventDecoder {
  readonly #shape: DocumentShape;
  readonly #context: DecodeContext;
  readonly #rows: RowReader;
  readonly #cutter: JsonCutter;
  readonly #text = new TextDecoder();

  constructor(shape: DocumentShape, context: DecodeContext) {
    this.#shape = shape;
    this.#context = context;
    this.#rows = new RowReader(context);
    this.#cutter = new JsonCutter((path) => this.#choose(path), {
      bytes: context.limits.eventBytes,
      onOversized: () => context.warn('oversized'),
    });
  }

  *write(chunk: Uint8Array): Generator<RawEvent> {
    const { events = [], rows = [], values = [] } = this.#shape;
    for (const { path, bytes } of this.#cutter.write(chunk)) {
      const pattern = events.find((candidate) => matches(candidate, path) === 'whole');
      if (pattern) yield* this.#event(pattern, path, bytes);
      else if (rows.some((candidate) => matches(candidate, path) === 'whole')) yield* this.#row(bytes);
      else
        values.find((candidate) => matches(candidate.path, path) === 'whole')?.take(this.#text.decode(bytes));
    }
  }

  *end(): Generator<RawEvent> {
    yield* [];
    this.#shape.onEnd?.();
    if (!this.#cutter.isComplete) this.#context.warn('truncated');
    if (this.#cutter.hasTrailing) this.#context.warn('trailing-garbage');
  }

  *#event(pattern: readonly string[], path: JsonPath, bytes: Uint8Array): Generator<RawEvent> {
    // Null and numbers among the events are padding of whoever wrote the file.
    if (bytes[0] !== OPEN_OBJECT) return;
    const step = (name: string) => path[pattern.indexOf(name)];
    const [windowId, recording] = [step('window'), step('recording')];
    yield {
      bytes,
      windowId: windowId === undefined ? null : String(windowId),
      recording: recording === undefined ? null : String(recording),
    };
  }

  *#row(bytes: Uint8Array): Generator<RawEvent> {
    let row: unknown;
    try {
      row = JSON.parse(this.#text.decode(bytes));
    } catch {
      this.#context.warn('undecodable');
      return;
    }
    yield* this.#rows.read(row);
  }

  #choose(path: JsonPath): JsonChoice {
    const { events = [], rows = [], values = [] } = this.#shape;
    let choice: JsonChoice = 'skip';
    for (const pattern of [...events, ...rows, ...values.map((value) => value.path)]) {
      const match = matches(pattern, path);
      if (match === 'whole') return 'cut';
      if (match === 'start') choice = 'enter';
    }
    return choice;
  }
}

function matches(pattern: readonly string[], path: JsonPath): 'whole' | 'start' | 'no' {
  if (path.length > pattern.length) return 'no';
  const fits = path.every((step, i) => fitsStep(pattern[i] ?? '', step));
  if (!fits) return 'no';
  return path.length === pattern.length ? 'whole' : 'start';
}

function fitsStep(pattern: string, step: string | number): boolean {
  return pattern === '*' || pattern === 'window' || pattern === 'recording' || pattern === step;
}

/** The string in a JSON text; empty when it holds something else. */
export function stringIn(json: string): string {
  try {
    return asText(JSON.parse(json));
  } catch {
    return '';
  }
}
