import type { ChunkAssembler } from './chunk-assembler.ts';
import type { JsonOutline } from './json-outline.ts';
import type { ScannedEvent } from './scan-event.ts';
import type { RecordingLimits } from '../limits.ts';
import type { WarningCode } from '../warning-kinds.ts';
import type { DetailsArgument } from '../warnings.ts';

/** One event as it was cut out of a file: its JSON, not inflated. */
export interface RawEvent {
  /** JSON text in UTF-8 of one event object. A view that is valid until the next event is asked for. */
  readonly bytes: Uint8Array;
  /** The window when the file names it outside the event; null when the event's own `windowId` counts. */
  readonly windowId: string | null;
  /** Which recording of the file it belongs to; null in a file that holds one. */
  readonly recording: string | null;
  /** What was read of it while it was cut, so that nothing is read twice. */
  readonly scanned?: ScannedEvent;
  /** The same where it had to be parsed. */
  readonly value?: unknown;
}

/** What a file says of a recording besides its events. */
export interface RecordingFacts {
  /** PostHog's session id. */
  readonly id?: string;
  readonly library?: string;
  readonly version?: string;
  readonly platform?: 'web' | 'mobile';
  /** PostHog's person as JSON text; kept for a repaired copy, never shown. */
  readonly person?: string;
}

/** Told of what decoding finds besides events. `recording` is as in `RawEvent`. */
export interface DecodeContext {
  readonly limits: RecordingLimits;
  /** Batches that come in several rows, which may stand in several files. */
  readonly chunks: ChunkAssembler;
  describe(facts: RecordingFacts, recording: string | null): void;
  /** An analytics event of the session; Unix milliseconds. */
  marker(timestamp: number, name: string, recording: string | null): void;
  /** Something was left out or repaired; called once per occurrence. */
  warn<C extends WarningCode>(code: C, ...details: DetailsArgument<C>): void;
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
  /** True when the first line is JSON by itself, so that every line may be; null when that cannot be told yet. */
  readonly isLines: boolean | null;
  /** True when `bytes` is the whole source. */
  readonly complete: boolean;
  /** True when no more bytes are shown to anybody: `maybe` is a no. */
  readonly isAll: boolean;
}

/** One shape a recording comes in: its test of the first bytes and its decoder. */
export interface RecordingFormat {
  /** Stable; shown to people as `RecordingInfo.format`. */
  readonly id: string;
  /** Looks at the first bytes only and never throws. `maybe` asks for more bytes. */
  sniff(head: SourceHead): 'yes' | 'maybe' | 'no';
  createDecoder(head: SourceHead, context: DecodeContext): EventDecoder;
}
