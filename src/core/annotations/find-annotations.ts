import type { Job } from '../job.ts';
import { asRecord, asText } from '../json.ts';
import type { EventKind } from '../rrweb/event-kind.ts';
import type { RecordingStore } from '../store/recording-store.ts';

const KINDS: ReadonlySet<EventKind> = new Set(['annotation']);

/** A note that the recorder was given, which rrweb has since 2.2. */
export interface RecordedAnnotation {
  /** Seconds from the start of the recording. */
  readonly time: number;
  /** What is to be read at that moment; empty for nothing. */
  readonly caption: string;
  /** Whether it has a place on the timeline. */
  readonly isMarker: boolean;
}

/**
 * The annotations of a recording, by time. What has neither text nor place is left out.
 *
 * @throws the signal's reason
 */
export async function findAnnotations(
  store: RecordingStore,
  _query: null,
  { slicer, signal }: Job,
): Promise<readonly RecordedAnnotation[]> {
  const { startAt } = store.table.bounds;
  const found: RecordedAnnotation[] = [];
  for (const { event } of store.inflated({ kinds: KINDS })) {
    signal.throwIfAborted();
    const data = asRecord(event.data);
    const caption = asText(data['caption']).trim();
    const isMarker = data['timelineMarker'] !== undefined && Boolean(data['timelineMarker']);
    if (caption !== '' || isMarker)
      found.push({ time: (event.timestamp - startAt) / 1000, caption, isMarker });
    if (slicer.isDue) await slicer.checkpoint();
  }
  return found.sort((a, b) => a.time - b.time);
}
