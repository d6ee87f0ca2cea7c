import type { HiddenSpan } from '../../core/hidden/hidden-things.ts';
import { MASK_KINDS, type MaskKind } from '../../core/rrweb/mask-traces.ts';
import type { TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import type { Chapter } from '../../tracks/tracks-state.ts';
import { FINEST_SHARE, type TimelineScale } from './timeline-scale.ts';

/** A part of the timeline's width, as shares of it. */
export interface DrawnSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * The spans in view as they can be drawn: those less than a pixel apart are one, and none is narrower than a pixel. So
 * there are never more than 1000, however many the recording has, and a short moment in a long idle stretch
 * can still be seen.
 *
 * @param spans sorted by start
 */
export function drawableSpans(spans: readonly TimeSpan[], scale: TimelineScale): DrawnSpan[] {
  const drawn: { from: number; to: number }[] = [];
  for (const { start, end } of spans) {
    if (end < scale.start || start > scale.end) continue;
    const from = Math.min(Math.max(scale.shareOf(start), 0), 1 - FINEST_SHARE);
    const to = Math.min(Math.max(scale.shareOf(end), from + FINEST_SHARE), 1);
    const last = drawn.at(-1);
    if (last && from - last.to < FINEST_SHARE) last.to = Math.max(last.to, to);
    else drawn.push({ from, to });
  }
  return drawn;
}

/** The stretch that a moment lies in. */
export function stretchAt(stretches: readonly TimelineStretch[], time: number): TimelineStretch | undefined {
  return stretches.findLast(({ start, end }) => start <= time && time <= end);
}

/** Where nothing was done for a while, in whichever window: stretches that do not touch. */
export function idleSpans(stretches: readonly TimelineStretch[], duration: number): TimeSpan[] {
  const idle = stretches.filter(({ isActive, start }) => !isActive && start < duration);
  return joined(idle.map(({ start, end }) => ({ start, end: Math.min(end, duration) })));
}

/** The chapter that a moment lies in. */
export function chapterAt(chapters: readonly Chapter[], time: number): Chapter | undefined {
  return chapters.findLast((chapter) => chapter.time <= time && time < chapter.end);
}

/**
 * Where something is hidden in the window that is shown at that time, of whatever kind.
 *
 * @param hidden by start
 */
export function shownHidden(
  hidden: readonly HiddenSpan[],
  stretches: readonly TimelineStretch[],
): TimeSpan[] {
  const byWindow = new Map<string, HiddenSpan[]>();
  for (const span of hidden) {
    const own = byWindow.get(span.windowId) ?? [];
    byWindow.set(span.windowId, own);
    own.push(span);
  }
  const shown: TimeSpan[] = [];
  for (const stretch of stretches) {
    for (const span of byWindow.get(stretch.windowId ?? '') ?? []) {
      const start = Math.max(span.start, stretch.start);
      const end = Math.min(span.end, stretch.end);
      if (start <= end) shown.push({ start, end });
    }
  }
  return joined(shown);
}

/** Kinds of what is hidden in a stretch of time in a window. */
export function hiddenKindsAt(
  hidden: readonly HiddenSpan[],
  windowId: string | null,
  near: TimeSpan,
): MaskKind[] {
  const there = hidden.filter(
    (span) => span.windowId === windowId && span.start <= near.end && near.start <= span.end,
  );
  return MASK_KINDS.filter((kind) => there.some((span) => span.kind === kind));
}

function joined(spans: readonly TimeSpan[]): TimeSpan[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
