import { latestAt, type RecordingOutline, type Segment } from '../core/recording.ts';
import { type IdleStretch, idleStretches, SHORTEST_JUMP_MS } from '../core/store/idle-stretches.ts';
import type { Position } from '../rrweb-view/position.ts';
import type { IdleMode, TimelineStretch } from './session-state.ts';

/** A page that is there after so short a wait is shown from the beginning on. */
const SHORT_WAIT_MS = 1000;

/**
 * Questions about a recording's time line. All times are Unix milliseconds.
 */
export class Timeline {
  readonly #outline: RecordingOutline;
  readonly #pinned: string | null;
  /** Windows of which there is something to show. */
  readonly #shown: ReadonlySet<string>;
  readonly #idle: readonly IdleStretch[];
  /** Stretches as they are drawn: neighbours of the same window and kind are one. Seconds. */
  readonly stretches: readonly TimelineStretch[];
  /** All of it without idle stretches. */
  readonly activeSeconds: number;

  /** @param windowChoice `auto`, or the id of the one window to show; one without a page counts as `auto` */
  constructor(outline: RecordingOutline, windowChoice: string) {
    this.#outline = outline;
    this.#shown = new Set(outline.keyframes.map(({ windowId }) => windowId));
    this.#pinned = this.#shown.has(windowChoice) ? windowChoice : null;
    this.#idle = idleStretches(outline.segments, (segment) => this.#isActive(segment));
    this.stretches = this.#findStretches();
    this.activeSeconds = this.stretches.reduce(
      (sum, { start, end, isActive }) => sum + (isActive ? end - start : 0),
      0,
    );
  }

  /** `auto`, or the window that stays on screen. */
  get windowChoice(): string {
    return this.#pinned ?? 'auto';
  }

  /** Ids of the windows of which there is something to show. */
  get shownWindows(): ReadonlySet<string> {
    return this.#shown;
  }

  get startAt(): number {
    return this.#outline.startAt;
  }

  get endAt(): number {
    return this.#outline.endAt;
  }

  get complete(): boolean {
    return this.#outline.complete;
  }

  clamp(timestamp: number): number {
    return Math.min(Math.max(timestamp, this.startAt), this.endAt);
  }

  /**
   * What is on screen at a moment. Without a full snapshot of the right window before it, the next moment that
   * has one; null when there is none either.
   */
  positionAt(timestamp: number): Position | null {
    const windowId = this.#windowAt(timestamp);
    const keyframe = windowId === null ? undefined : latestAt(this.#outline.keyframes, windowId, timestamp);
    if (windowId !== null && keyframe) return { windowId, keyframe, timestamp };
    const next = this.#outline.keyframes.find(
      (candidate) =>
        candidate.timestamp > timestamp && this.#windowAt(candidate.timestamp) === candidate.windowId,
    );
    if (next) return { windowId: next.windowId, keyframe: next, timestamp: next.timestamp };
    const last = this.#outline.keyframes.findLast(
      (candidate) =>
        candidate.timestamp <= timestamp && (this.#pinned ?? candidate.windowId) === candidate.windowId,
    );
    return last ? { windowId: last.windowId, keyframe: last, timestamp } : null;
  }

  /** True when the way from a moment to the frame that is shown for it is long enough to be worth a word. */
  isJump(timestamp: number, position: Position): boolean {
    return position.timestamp - timestamp >= SHORT_WAIT_MS;
  }

  /** The first moment that can be shown. */
  get firstAt(): number {
    const position = this.positionAt(this.startAt);
    return position && this.isJump(this.startAt, position) ? position.timestamp : this.startAt;
  }

  /** Where playback should go on from a moment inside an idle stretch; null to play on. */
  idleJump(timestamp: number, mode: IdleMode): number | null {
    if (mode === 'keep') return null;
    const stretch = this.#idle.find(({ startAt, endAt }) => startAt <= timestamp && timestamp < endAt);
    if (!stretch) return null;
    const playedMs = mode === 'skip' ? 0 : mode * 1000;
    const isDue = timestamp - stretch.startAt >= playedMs;
    return isDue && stretch.endAt - timestamp > SHORTEST_JUMP_MS ? stretch.endAt : null;
  }

  /** The next moment after `timestamp` at which another window comes on screen. */
  nextWindowChange(timestamp: number, windowId: string): number | null {
    if (this.#pinned !== null) return null;
    const next = this.#outline.segments.find(
      (segment) => segment.startAt > timestamp && this.#isShown(segment) && segment.windowId !== windowId,
    );
    return next?.startAt ?? null;
  }

  /** Since when the window that is on screen at a moment has been there, without another in between. */
  shownSince(timestamp: number): number {
    const shown = this.#outline.segments.filter(
      (segment) => segment.startAt <= timestamp && this.#isShown(segment),
    );
    const other = shown.findLastIndex(({ windowId }) => windowId !== shown.at(-1)?.windowId);
    return this.#pinned === null && other >= 0 ? (shown[other + 1]?.startAt ?? this.startAt) : this.startAt;
  }

  #findStretches(): TimelineStretch[] {
    const merged: { start: number; end: number; windowId: string | null; isActive: boolean }[] = [];
    let nextIdle = 0;
    for (const segment of this.#outline.segments) {
      while ((this.#idle[nextIdle]?.endAt ?? Infinity) <= segment.startAt) nextIdle++;
      const isActive = (this.#idle[nextIdle]?.startAt ?? Infinity) > segment.startAt;
      const end = this.#seconds(segment.endAt);
      const last = merged.at(-1);
      if (last?.windowId === segment.windowId && last.isActive === isActive) last.end = end;
      else merged.push({ start: this.#seconds(segment.startAt), end, windowId: segment.windowId, isActive });
    }
    return merged;
  }

  /** Address of the page a window shows; empty when unknown. */
  hrefAt(windowId: string, timestamp: number): string {
    return latestAt(this.#outline.pages, windowId, timestamp)?.href ?? '';
  }

  #windowAt(timestamp: number): string | null {
    if (this.#pinned !== null) return this.#pinned;
    const segments = this.#outline.segments;
    const at = segments.findLastIndex((segment) => segment.startAt <= timestamp);
    // In a gap that belongs to no window, or to one that has no page, the last page stays on screen.
    return (
      segments.findLast((segment, i) => i <= Math.max(at, 0) && this.#isShown(segment))?.windowId ?? null
    );
  }

  #isShown({ windowId }: Segment): boolean {
    return windowId !== null && this.#shown.has(windowId);
  }

  #isActive(segment: Segment): boolean {
    return segment.isActive && (this.#pinned === null || segment.windowId === this.#pinned);
  }

  #seconds(timestamp: number): number {
    return (timestamp - this.startAt) / 1000;
  }
}
