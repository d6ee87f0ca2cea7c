import { svg, type SVGTemplateResult } from 'lit';
import type { RecordingMarker, RecordingWindow } from '../core/recording.ts';
import type { TimelineStretch, TimeSpan } from '../player/playback-state.ts';
import { tickTimes } from './timeline-markers.ts';
import { drawableSpans, shareOf } from './timeline-spans.ts';

/** As many as the styles have colours for. */
const WINDOW_COLOURS = 6;

/** A share of the width, as SVG attributes take it; unlike a style attribute, no content policy refuses it. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

/** One box per span, on a scale of `duration` seconds. */
export function drawSpans(spans: readonly TimeSpan[], duration: number): SVGTemplateResult[] {
  return drawableSpans(spans, duration).map(
    ({ start, end }) => svg`<rect
      x=${percent(shareOf(start, duration))}
      width=${percent(shareOf(end - start, duration))}
      height="100%"
    />`,
  );
}

/**
 * The shape of the bar: full where something was done, a thin line where not. While nothing is known about the
 * stretches it is full all along.
 */
export function drawShape(stretches: readonly TimelineStretch[], duration: number): SVGTemplateResult {
  if (stretches.length === 0) return svg`<rect width="100%" height="100%" />`;
  return svg`
    <rect y="32%" width="100%" height="36%" />
    ${drawSpans(
      stretches.filter(({ isActive }) => isActive),
      duration,
    )}
  `;
}

/** Which window is shown when: boxes in the colour of each, stronger for the one on screen. */
export function drawWindows(
  windows: readonly RecordingWindow[],
  stretches: readonly TimelineStretch[],
  duration: number,
  onScreen: string | null,
): SVGTemplateResult[] {
  return windows.map(({ id }, index) => {
    const own = stretches.filter(({ windowId }) => windowId === id);
    return svg`<g class="window-${index % WINDOW_COLOURS} ${id === onScreen ? 'on-screen' : ''}">
      ${drawSpans(own, duration)}
    </g>`;
  });
}

/** One upright line per tick, as the data of a path in a box of 1 by 1. */
export function drawTicks(markers: readonly RecordingMarker[], duration: number): string {
  return tickTimes(markers, duration)
    .map((time) => `M${shareOf(time, duration).toFixed(5)} 0V1`)
    .join('');
}
