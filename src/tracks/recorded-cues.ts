import type { RecordedAnnotation } from '../core/annotations/find-annotations.ts';
import { cueText } from '../core/webvtt/cue-text.ts';
import { cuesOfChapters } from './chapters.ts';

/** A caption is read for so long where no other one comes before. Seconds. */
const CAPTION_SECONDS = 6;

/** Annotations that have a place on the timeline, as chapters. */
export function markedChapters(annotations: readonly RecordedAnnotation[]): readonly VTTCue[] {
  return cuesOfChapters(
    annotations.filter(({ isMarker }) => isMarker).map(({ time, caption }) => ({ time, title: caption })),
  );
}

/** Annotations that have a text, as captions. */
export function recordedCaptions(annotations: readonly RecordedAnnotation[]): readonly VTTCue[] {
  const captions = annotations.filter(({ caption }) => caption !== '');
  return captions.map(({ time, caption }, i) => {
    const end = Math.min(time + CAPTION_SECONDS, captions[i + 1]?.time ?? Infinity);
    return new VTTCue(time, end, cueText(caption));
  });
}
