import { html, type TemplateResult } from 'lit';
import { formatClock } from '../../locale/clock.ts';
import type { Locale } from '../../locale/locale.ts';
import type { ReplayBrushEvent } from './replay-timeline-brush.ts';
import type { TimelineScale } from './timeline-scale.ts';
import type { TimelineZoom } from './timeline-zoom.ts';

export interface BrushHandlers {
  /** The pointer comes from the timeline. */
  readonly enter: () => void;
  readonly move: (event: ReplayBrushEvent) => void;
}

/** What of a recording is in view. */
export function viewWords({ controls }: Locale, { start, end, duration, isWhole }: TimelineScale): string {
  if (isWhole) return controls.wholeInView;
  return controls.partInView(formatClock(start, duration), formatClock(end, duration));
}

/** The bar that shows which part is in view, a scroll bar of the element `slider`. */
export function renderBrush(
  words: Locale,
  { scale, whole }: TimelineZoom,
  position: number,
  { enter, move }: BrushHandlers,
): TemplateResult {
  const [from, to] = [whole.shareOf(scale.start), whole.shareOf(scale.end)];
  return html`
    <replay-timeline-brush
      part="brush"
      role="scrollbar"
      tabindex="0"
      aria-label=${words.controls.brush}
      aria-controls="slider"
      aria-orientation="horizontal"
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${Math.round((from / (1 - (to - from))) * 100)}
      aria-valuetext=${viewWords(words, scale)}
      .from=${from}
      .to=${to}
      .position=${whole.shareOf(position)}
      @replay-brush=${move}
      @pointerenter=${enter}
    ></replay-timeline-brush>
  `;
}
