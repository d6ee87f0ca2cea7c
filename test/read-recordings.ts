import { DEFAULT_LIMITS, type RecordingLimits } from '../src/core/limits.ts';
import type { RecordingOutline, ReplayEvent } from '../src/core/recording.ts';
import { type ReplaySource, toParts } from '../src/core/source/replay-source.ts';
import { eventsOf } from './events-of.ts';
import { OpenRecording, openReader, type RecordingReader } from '../src/worker/recording-reader.ts';

/** A recording with everything that the player would hand to the replay core, by window. */
export interface WholeRecording {
  readonly outline: RecordingOutline;
  readonly events: Readonly<Record<string, readonly ReplayEvent[]>>;
  readonly recording: OpenRecording;
}

/** Loads a source; resolves to the latest outline of each recording in it, by number. */
export async function load(
  reader: RecordingReader,
  source: ReplaySource,
  { limits = {}, onOutline = () => undefined }: LoadSettings = {},
): Promise<Map<number, RecordingOutline>> {
  const outlines = new Map<number, RecordingOutline>();
  await reader.load(
    toParts(source, location.href),
    { ...DEFAULT_LIMITS, ...limits },
    {
      progress: () => undefined,
      outline: (outline, number) => {
        outlines.set(number, outline);
        onOutline(outline);
      },
      blocked: () => undefined,
    },
  );
  return outlines;
}

interface LoadSettings {
  readonly limits?: Partial<RecordingLimits>;
  readonly onOutline?: (outline: RecordingOutline) => void;
}

/** Everything that is made of a source. The reader is left open. */
export async function readRecordings(
  source: ReplaySource,
  reader?: RecordingReader,
  limits: Partial<RecordingLimits> = {},
): Promise<readonly WholeRecording[]> {
  const opened = reader ?? (await openReader());
  const outlines = await load(opened, source, { limits });
  const whole: WholeRecording[] = [];
  for (const [number, outline] of outlines) {
    const recording = new OpenRecording(opened, number);
    whole.push({
      outline,
      recording,
      events: await eventsOf((...question) => recording.ask(...question), outline),
    });
  }
  return whole;
}

/** The same for a source with one recording in it. Closes its reader. */
export async function readRecording(
  source: ReplaySource,
  reader?: RecordingReader,
  limits: Partial<RecordingLimits> = {},
): Promise<WholeRecording> {
  const opened = reader ?? (await openReader());
  try {
    const [first, second] = await readRecordings(source, opened, limits);
    if (!first || second) throw new Error('Not one recording');
    return first;
  } finally {
    opened.close();
  }
}
