import type { JsonOutline } from '../decode/json-outline.ts';

/** One event as it was cut out of a file: its JSON, not parsed and not inflated. */
export interface RawEvent {
  /** JSON text in UTF-8 of one event object. A view that is valid until the next event is asked for. */
  readonly bytes: Uint8Array;
  /** The window when the file names it outside the event; null when the event's own `windowId` counts. */
  readonly windowId: string | null;
}

/** What a decoder finds besides events. */
export interface DecodeReport {
  /** The session id, when the file says one. */
  recordingId(id: string): void;
  /** Something was left out or repaired; called once per occurrence. */
  warn(code: string, message: string): void;
}

/** Cuts events out of bytes as they arrive. Generators, so that the caller decides when to pause. */
export interface EventDecoder {
  write(chunk: Uint8Array): Iterable<RawEvent>;
  /** Tells that no more bytes come; a file that stops in the middle is reported, not thrown. */
  end(): Iterable<RawEvent>;
}

/** The first bytes of a source, as the chooser shows them to each format. */
export interface SourceHead {
  readonly bytes: Uint8Array;
  /** What can be seen of a JSON text so far; null when the bytes do not start like JSON. */
  readonly outline: JsonOutline | null;
  /** True when `bytes` is the whole source. */
  readonly complete: boolean;
}

/** One shape a recording comes in: its test of the first bytes and its decoder. */
export interface RecordingFormat {
  /** Stable; shown to people as `RecordingInfo.format`. */
  readonly id: string;
  /** Looks at the first bytes only and never throws. `maybe` asks for more bytes. */
  sniff(head: SourceHead): 'yes' | 'maybe' | 'no';
  createDecoder(head: SourceHead, report: DecodeReport): EventDecoder;
}
