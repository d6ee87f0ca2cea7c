import type { HiddenSpan } from '../../core/hidden/hidden-things.ts';
import { MASK_KINDS, type MaskKind } from '../../core/rrweb/mask-traces.ts';
import type { TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import type { Chapter } from '../../tracks/tracks-state.ts';

/** Share of the timeline that is too narrow to be told from its surroundings: about a pixel. */
export const FINEST_SHARE = 1 / 1000;

/**
 * The spans as they can be drawn: those less than a pixel apart are one, and none is narrower than a pixel. So
 * there are never more than 1000, however many the recording has, and a short moment in a long idle stretch
 * can still be seen.
 *
 * @param spans sorted by start
 */
export function drawableSpans(spans: readonly TimeSpan[], duration: number): TimeSpan[] {
  const finest = duration * FINEST_SHARE;
  const drawn: TimeSpan[] = [];
  for (const { start, end } of spans) {
    const last = drawn.at(-1);
    const visibleEnd = Math.max(end, start + finest);
    if (last && start - last.end < finest) {
      drawn[drawn.length - 1] = { start: last.start, end: Math.max(last.end, visibleEnd) };
    } else {
      drawn.push({ start, end: visibleEnd });
    }
  }
  return drawn;
}

/** The stretch that a moment lies in. */
export function stretchAt(stretches: readonly TimelineStretch[], time: number): TimelineStretch | undefined {
  return stretches.findLast(({ start, end }) => start <= time && time <= end);
}

/** The chapter that a moment lies in. */
export function chapterAt(chapters: readonly Chapter[], time: number): Chapter | undefined {
  return chapters.findLast((chapter) => chapter.time <= time && time < chapter.end);
}

/** A part of a whole, from 0 to 1; 0 of nothing is 0. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.min(Math.max(part / whole, 0), 1) : 0;
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

/** Kinds of what is hidden at a moment in a window. */
export function hiddenKindsAt(
  hidden: readonly HiddenSpan[],
  windowId: string | null,
  time: number,
  reach: number,
): MaskKind[] {
  const there = hidden.filter(
    (span) => span.windowId === windowId && span.start - reach <= time && time <= span.end + reach,
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
