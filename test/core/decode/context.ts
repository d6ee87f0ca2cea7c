import { ChunkAssembler } from '../../../src/core/decode/chunk-assembler.ts';
import type { DecodeContext, RawEvent } from '../../../src/core/decode/recording-format.ts';
import { DEFAULT_LIMITS, type RecordingLimits } from '../../../src/core/limits.ts';
import { textOf } from '../unpack/pieces.ts';

/** An event as it was found: the window, the recording and its JSON text. */
export type Found = readonly [windowId: string | null, recording: string | null, event: string];

/** What a decoder told besides events. */
export interface Told {
  readonly warnings: string[];
  readonly facts: (readonly [recording: string | null, facts: object])[];
  readonly markers: (readonly [timestamp: number, name: string, recording: string | null])[];
}

/** A context that writes down what it is told. */
export function listener(limits: Partial<RecordingLimits> = {}): { context: DecodeContext; told: Told } {
  const told: Told = { warnings: [], facts: [], markers: [] };
  const context: DecodeContext = {
    limits: { ...DEFAULT_LIMITS, ...limits },
    chunks: new ChunkAssembler(),
    describe: (facts, recording) => void told.facts.push([recording, facts]),
    marker: (...marker) => void told.markers.push(marker),
    warn: (code) => void told.warnings.push(code),
  };
  return { context, told };
}

export function foundIn(events: Iterable<RawEvent>): Found[] {
  return Array.from(
    events,
    ({ windowId, recording, bytes }) => [windowId, recording, textOf(bytes)] as const,
  );
}
