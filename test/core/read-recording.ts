import { RecordingEngine } from '../../src/core/engine/recording-engine.ts';
import { DEFAULT_LIMITS } from '../../src/core/limits.ts';
import type { RecordingOutline, ReplayEvent } from '../../src/core/recording.ts';
import { type ReplaySource, toParts } from '../../src/core/source/replay-source.ts';
import { eventsOf } from '../events-of.ts';

/** A source with one recording in it, and everything that the player would hand to the replay core, by window. */
export async function readRecording(source: ReplaySource): Promise<{
  readonly outline: RecordingOutline;
  readonly events: Readonly<Record<string, readonly ReplayEvent[]>>;
}> {
  const engine = new RecordingEngine(30);
  const outlines = new Map<number, RecordingOutline>();
  const { signal } = new AbortController();
  const listener = {
    progress: () => undefined,
    outline: (outline: RecordingOutline, key: number) => outlines.set(key, outline),
    blocked: () => undefined,
  };
  await engine.load(toParts(source, 'https://viewer.test/'), DEFAULT_LIMITS, listener, signal);
  const [first, second] = [...outlines];
  if (!first || second) throw new Error('Not one recording');
  const [key, outline] = first;
  const job = { signal, progress: () => undefined };
  const events = await eventsOf((name, query) => engine.ask(name, key, query, job), outline);
  // Some is told only when events are read.
  return { outline: outlines.get(key) ?? outline, events };
}
