import type { HiddenSpan } from '../../core/hidden/hidden-things.ts';
import { MASK_KINDS } from '../../core/rrweb/mask-traces.ts';
import type { TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import { FINEST_SHARE, type TimelineScale } from './timeline-scale.ts';
import { shownHidden } from './timeline-spans.ts';

/** As high as the line gets, in kinds. */
const HIGHEST = 4;
/** What is so small a part of a pixel comes from the rounding of numbers. */
const NOTHING = 1e-6;
/** How much a moment is of a pixel. */
const MOMENT = 1e-3;

/** Where things of each kind are hidden in the window that is shown at that time. */
export function hiddenByKind(
  hidden: readonly HiddenSpan[],
  stretches: readonly TimelineStretch[],
): readonly (readonly TimeSpan[])[] {
  return MASK_KINDS.map((kind) =>
    shownHidden(
      hidden.filter((span) => span.kind === kind),
      stretches,
    ),
  ).filter((spans) => spans.length > 0);
}

/**
 * A line that is as high as there are kinds of hidden things, on average over each pixel: where little is hidden
 * throughout, it is low throughout. Nothing is left out of it, however short. As the data of a path in a box of 1 by 1.
 *
 * @param byKind spans of each kind, none of which touches the next
 */
export function drawProfile(byKind: readonly (readonly TimeSpan[])[], scale: TimelineScale): string {
  const heights = heightsOf(byKind, scale);
  let path = '';
  for (let from = 0, to = 0; from < heights.length; from = to) {
    while (to < heights.length && heights[to] === heights[from]) to++;
    const height = heights[from] ?? 0;
    if (height === 0) continue;
    path += `M${share(from)} 1V${1 - height / HIGHEST}H${share(to)}V1Z`;
  }
  return path;
}

/** Of each pixel, in kinds. */
function heightsOf(byKind: readonly (readonly TimeSpan[])[], scale: TimelineScale): number[] {
  const pixels = new Array<number>(Math.round(1 / FINEST_SHARE)).fill(0);
  for (const { start, end } of byKind.flat()) {
    if (end < scale.start || start > scale.end) continue;
    const from = Math.max(scale.shareOf(start), 0) / FINEST_SHARE;
    const to = Math.min(scale.shareOf(end), 1) / FINEST_SHARE;
    const last = Math.min(Math.floor(from), pixels.length - 1);
    if (to - from < MOMENT) pixels[last] = (pixels[last] ?? 0) + MOMENT;
    else
      for (let at = last; at < to && at < pixels.length; at++)
        pixels[at] = (pixels[at] ?? 0) + Math.min(to, at + 1) - Math.max(from, at);
  }
  return pixels.map((kinds) => (kinds > NOTHING ? Math.min(Math.max(Math.round(kinds), 1), HIGHEST) : 0));
}

function share(pixel: number): string {
  return (pixel * FINEST_SHARE).toFixed(3);
}
