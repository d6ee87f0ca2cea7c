import { svg, type SVGTemplateResult } from 'lit';
import type { RecordingWindow } from '../../core/recording.ts';
import type { TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import { tickTimes, type Timed } from './timeline-markers.ts';
import type { TimelineScale } from './timeline-scale.ts';
import { drawableSpans } from './timeline-spans.ts';

/** Where the line is that stands for a stretch in which nothing was done. */
const THIN = { top: '32%', bottom: '68%' } as const;

/** As many as the styles have colours for. */
const WINDOW_COLOURS = 6;

/** A share of the width, as SVG attributes take it; unlike a style attribute, no content policy refuses it. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}

/** One box per span. */
export function drawSpans(spans: readonly TimeSpan[], scale: TimelineScale): SVGTemplateResult[] {
  return drawableSpans(spans, scale).map(
    ({ from, to }) => svg`<rect x=${percent(from)} width=${percent(to - from)} height="100%" />`,
  );
}

/**
 * The shape of the bar, as a polygon for `clip-path`: full where something was done, a thin line where not. While
 * nothing is known about the stretches it is full all along.
 */
export function shapeOf(stretches: readonly TimelineStretch[], scale: TimelineScale): string {
  if (stretches.length === 0) return 'none';
  const active = drawableSpans(
    stretches.filter(({ isActive }) => isActive),
    scale,
  );
  // Along the upper edge, and back along the lower one.
  const upper = active.flatMap(({ from, to }) => [
    [percent(from), THIN.top],
    [percent(from), '0%'],
    [percent(to), '0%'],
    [percent(to), THIN.top],
  ]);
  const lower = upper.map(([x, y]) => [x, y === '0%' ? '100%' : THIN.bottom]).reverse();
  const outline = [
    ['0%', THIN.top],
    ...upper,
    ['100%', THIN.top],
    ['100%', THIN.bottom],
    ...lower,
    ['0%', THIN.bottom],
  ];
  return `polygon(${outline.map((point) => point.join(' ')).join(', ')})`;
}

/** Which window is shown when: boxes in the colour of each, stronger for the one on screen. */
export function drawWindows(
  windows: readonly RecordingWindow[],
  stretches: readonly TimelineStretch[],
  scale: TimelineScale,
  onScreen: string | null,
): SVGTemplateResult[] {
  return windows.map(({ id }, index) => {
    const own = stretches.filter(({ windowId }) => windowId === id);
    return svg`<g class="window-${index % WINDOW_COLOURS} ${id === onScreen ? 'on-screen' : ''}">
      ${drawSpans(own, scale)}
    </g>`;
  });
}

/** One upright line per tick, as the data of a path in a box of 1 by 1. */
export function drawTicks(markers: readonly Timed[], scale: TimelineScale): string {
  return tickTimes(markers, scale)
    .map((time) => `M${scale.shareOf(time).toFixed(5)} 0V1`)
    .join('');
}

/** A triangle that stands on its head, for errors: it differs from ticks by its shape. */
export const ERROR_SHAPE = svg`<path class="error" d="M-4.5 0H4.5L0 8Z" />`;

/** One triangle per moment in view. */
export function drawErrors(errors: readonly Timed[], scale: TimelineScale): SVGTemplateResult[] {
  const seen = errors.filter(({ time }) => scale.contains(time));
  return seen.map(({ time }) => svg`<svg class="at" x=${percent(scale.shareOf(time))}>${ERROR_SHAPE}</svg>`);
}
