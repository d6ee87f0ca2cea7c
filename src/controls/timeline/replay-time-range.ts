import {
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type SVGTemplateResult,
  type TemplateResult,
} from 'lit';
import { property, query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { HiddenSpan } from '../../core/hidden/hidden-things.ts';
import type { RecordingMarker, RecordingWindow } from '../../core/recording.ts';
import { ReplaySeekRequestEvent } from '../../events.ts';
import type { TimelineMark, TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { formatClock } from '../../locale/clock.ts';
import { wholeSeconds } from '../../locale/formats.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { Note } from '../../tracks/note.ts';
import type { Chapter } from '../../tracks/tracks-state.ts';
import { PointerScrub } from './pointer-scrub.ts';
import { timeRangeStyles } from './replay-time-range.styles.ts';
import {
  drawErrors,
  drawLines,
  drawSpans,
  drawTicks,
  drawWindows,
  ERROR_SHAPE,
  percent,
  shapeOf,
} from './timeline-drawing.ts';
import { markersNear, markersOnTrack } from './timeline-markers.ts';
import { marksNear } from './timeline-marks.ts';
import { drawNotes, NOTE_SHAPE, withNotesNear } from './timeline-notes.ts';
import { chapterAt, hiddenKindsAt, shareOf, shownHidden, stretchAt } from './timeline-spans.ts';
import { windowName } from '../../locale/window-label.ts';

const STEP_SECONDS = 5;
const SMALL_STEP_SECONDS = 1;
const PAGE_SHARE = 0.1;
/** Pixels between the pointer and a tick that it names. */
const REACH = 6;
/** Seconds between the position and a marker that it is told with. */
const REACH_SECONDS = 0.5;
/** Named by the preview; a longer list would hide the picture. */
const MOST_NAMES = 3;

/** What is named, and how much more there is. */
interface NamesNear {
  readonly nearest: readonly {
    readonly name: string;
    readonly isError?: boolean;
    readonly isNote?: boolean;
  }[];
  readonly more: number;
}

/**
 * Shows and changes the position in a recording. The bar is thick where something was done and thin where
 * nothing was; a line below it has one colour for each window of the session, and ticks above it stand for
 * what happened, and triangles for errors. A dashed line below the bar is where something is hidden on the page.
 *
 * @element replay-time-range
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader chose another position; while dragging, each
 * one on the way.
 * @csspart slider - What is focused and dragged.
 * @csspart track - The bar that stands for the whole recording.
 * @csspart thumb - The knob at the position.
 * @csspart windows - The line that tells the windows apart.
 * @csspart markers - The ticks for what happened.
 * @csspart errors - The triangles for errors.
 * @csspart notes - The marks of notes.
 * @csspart chapters - The gaps between chapters.
 * @csspart hidden - The line where something is hidden.
 * @csspart preview - The time under the pointer, and the events around it.
 * @cssprop [--replay-hidden-color] - Colour of the line where something is hidden.
 */
export class ReplayTimeRangeElement extends LitElement {
  static override styles = [baseStyles, timeRangeStyles];

  readonly #scrub = new PointerScrub(this);

  @query('.track') private track!: SVGElement;
  @query('.preview') private preview!: HTMLElement | null;

  #markersOnTrack: readonly RecordingMarker[] = [];
  #hidden: readonly TimeSpan[] = [];

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** Seconds from the start of the recording. */
  @property({ type: Number }) currentTime = 0;

  /** What has been read, in order. */
  @property({ attribute: false }) buffered: readonly TimeSpan[] = [];

  /** What was done when, and in which window; in order. */
  @property({ attribute: false }) stretches: readonly TimelineStretch[] = [];

  /** The windows of the session, in the order of their numbers. */
  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Analytics events that came with the recording, by time. */
  @property({ attribute: false }) markers: readonly RecordingMarker[] = [];

  /** What happened, by time; null while it is not known. It is drawn in place of `markers`, which are among it. */
  @property({ attribute: false }) marks: readonly TimelineMark[] | null = null;

  /** Parts of the recording that have a title, by time. */
  @property({ attribute: false }) chapters: readonly Chapter[] = [];

  /** What was written about moments and stretches, by time. */
  @property({ attribute: false }) notes: readonly Note[] = [];

  /** Where something is hidden, by start; empty where that is not to be shown. */
  @property({ attribute: false }) hiddenSpans: readonly HiddenSpan[] = [];

  /** The window on screen; null when there is none. */
  @property({ attribute: 'window-id' }) windowId: string | null = null;

  /** Whether there is nothing to seek in. */
  @property({ type: Boolean }) disabled = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hiddenSpans') || changed.has('stretches')) {
      this.#hidden = shownHidden(this.hiddenSpans, this.stretches);
    }
    if (!changed.has('markers') && !changed.has('duration')) return;
    this.#markersOnTrack = markersOnTrack(this.markers, this.duration);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Not a `<clipPath>`: Chromium keeps what refers to one, and so each player that was taken out of the page.
    if (changed.has('stretches') || changed.has('duration')) {
      this.track.style.clipPath = shapeOf(this.stretches, this.duration);
    }
    this.#placePreview();
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (this.disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = this.#timeAfter(event);
    if (target === null) return;
    event.preventDefault();
    this.#requestSeek(target);
  };

  /** Where a key leads to, in seconds; null when it means nothing here. */
  #timeAfter({ key, shiftKey }: KeyboardEvent): number | null {
    const step = shiftKey ? SMALL_STEP_SECONDS : STEP_SECONDS;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return this.currentTime + step;
      case 'ArrowLeft':
      case 'ArrowDown':
        return this.currentTime - step;
      case 'PageUp':
        return this.currentTime + this.duration * PAGE_SHARE;
      case 'PageDown':
        return this.currentTime - this.duration * PAGE_SHARE;
      case 'Home':
        return 0;
      case 'End':
        return this.duration;
      default:
        return null;
    }
  }

  #requestSeek(time: number): void {
    this.dispatchEvent(new ReplaySeekRequestEvent(Math.min(Math.max(time, 0), this.duration)));
  }

  /** Left to be set by style properties alone, as a content policy may refuse style attributes. */
  #placePreview(): void {
    if (!this.preview || this.#scrub.share === null) return;
    const room = this.offsetWidth - this.preview.offsetWidth;
    const centred = this.#scrub.share * this.offsetWidth - this.preview.offsetWidth / 2;
    this.preview.style.left = `${Math.min(Math.max(centred, 0), room)}px`;
  }

  /** Called by the pointer with a place on the bar, from 0 to 1. */
  scrubTo(share: number): void {
    this.#requestSeek(share * this.duration);
  }

  protected override render(): TemplateResult {
    const { share, dragging } = this.#scrub;
    const shown = dragging && share !== null ? share * this.duration : this.currentTime;
    return html`
      <div
        class="slider ${dragging ? 'dragging' : ''}"
        part="slider"
        role="slider"
        tabindex=${this.disabled ? -1 : 0}
        aria-label=${localeOf(this).controls.timeline}
        aria-orientation="horizontal"
        aria-disabled=${this.disabled}
        aria-valuemin="0"
        aria-valuemax=${wholeSeconds(Math.round(this.duration))}
        aria-valuenow=${wholeSeconds(shown, this.duration)}
        aria-valuetext=${this.#valueText(shown)}
        aria-describedby=${this.#hidden.length > 0 ? 'hidden' : nothing}
        @keydown=${this.#handleKeyDown}
      >
        ${this.#renderMarkers()} ${this.#renderNotes()} ${this.#renderTrack(shareOf(shown, this.duration))}
        ${this.#renderChapters()} ${this.#renderHidden()} ${this.#renderWindows()}
      </div>
      ${this.#hidden.length > 0 ? html`<p class="visually-hidden" id="hidden">${this.#hiddenWords}</p>` : nothing}
      ${share === null ? nothing : this.#renderPreview(share * this.duration)}
    `;
  }

  /** The position as it is read aloud, with its chapter and the event that happened there. */
  #valueText(time: number): string {
    const { controls } = localeOf(this);
    const place = controls.position(time, this.duration);
    const chapter = chapterAt(this.chapters, time);
    const position = chapter ? controls.positionAt(place, chapter.title) : place;
    const [named] = this.#namesNear(time, REACH_SECONDS, 1).nearest;
    return named?.name ? controls.positionAt(position, named.name) : position;
  }

  /** What happened around a moment. */
  #namesNear(time: number, reach: number, most: number): NamesNear {
    const near: NamesNear = this.marks
      ? marksNear(this.marks, time, reach, most)
      : markersNear(this.#markersOnTrack, time, reach, most);
    return withNotesNear(near, this.notes, time, reach, most);
  }

  #renderTrack(played: number): TemplateResult {
    const { buffered, duration } = this;
    return html`
      <svg class="track" part="track" aria-hidden="true">
        <rect class="rest" width="100%" height="100%" />
        <g class="buffered">${guard([buffered, duration], () => drawSpans(buffered, duration))}</g>
        <rect class="played" width=${percent(played)} height="100%" />
      </svg>
      <svg class="thumb" aria-hidden="true"><circle part="thumb" cx=${percent(played)} cy="50%" /></svg>
    `;
  }

  #renderMarkers(): TemplateResult {
    const { duration, marks } = this;
    const ticks = marks?.filter(({ isError }) => !isError) ?? this.#markersOnTrack;
    const errors = marks?.filter(({ isError }) => isError) ?? [];
    return html`
      ${
        ticks.length > 0
          ? html`<svg
              class="markers"
              part="markers"
              viewBox="0 0 1 1"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <path d=${guard([marks ?? ticks, duration], () => drawTicks(ticks, duration))} />
            </svg>`
          : nothing
      }
      ${
        errors.length > 0
          ? html`<svg class="errors" part="errors" aria-hidden="true">
              ${guard([marks, duration], () => drawErrors(errors, duration))}
            </svg>`
          : nothing
      }
    `;
  }

  #renderNotes(): TemplateResult | typeof nothing {
    const { notes, duration } = this;
    if (notes.length === 0) return nothing;
    return html`<svg class="notes" part="notes" aria-hidden="true">
      ${guard([notes, duration], () => drawNotes(notes, duration))}
    </svg>`;
  }

  /** Gaps in the bar where a chapter begins. */
  #renderChapters(): TemplateResult | typeof nothing {
    const { chapters, duration } = this;
    const later = chapters.filter(({ time }) => time > 0 && time < duration);
    if (later.length === 0) return nothing;
    return html`
      <svg class="chapters" part="chapters" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <path d=${drawTicks(later, duration)} />
      </svg>
    `;
  }

  #renderHidden(): TemplateResult | typeof nothing {
    const { duration } = this;
    const hidden = this.#hidden;
    if (hidden.length === 0) return nothing;
    return html`
      <svg class="hidden" part="hidden" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <path d=${guard([hidden, duration], () => drawLines(hidden, duration))} />
      </svg>
    `;
  }

  /** For how long something is hidden; a moment counts as a second. */
  get #hiddenWords(): string {
    const seconds = this.#hidden.reduce((sum, { start, end }) => sum + end - start, 0);
    return localeOf(this).privacy.hiddenOnTimeline(Math.max(1, seconds));
  }

  #renderWindows(): TemplateResult | typeof nothing {
    const { windows, stretches, duration, windowId } = this;
    if (windows.length < 2) return nothing;
    return html`
      <svg class="windows" part="windows" aria-hidden="true">
        ${guard([windows, stretches, duration, windowId], () =>
          drawWindows(windows, stretches, duration, windowId),
        )}
      </svg>
    `;
  }

  #renderPreview(time: number): TemplateResult {
    const chapter = chapterAt(this.chapters, time);
    return html`
      <div class="preview" part="preview" aria-hidden="true">
        ${formatClock(time, this.duration)} <span class="detail">${this.#describe(time)}</span>
        ${chapter ? html`<div class="name chapter">${chapter.title}</div>` : nothing}
        ${this.#renderHiddenKinds(time)} ${this.#renderNames(time)}
      </div>
    `;
  }

  /** What is hidden at the pointer. */
  #renderHiddenKinds(time: number): TemplateResult | typeof nothing {
    const windowId = stretchAt(this.stretches, time)?.windowId ?? null;
    const reach = (REACH / this.#scrub.width) * this.duration;
    const kinds = hiddenKindsAt(this.hiddenSpans, windowId, time, reach);
    if (kinds.length === 0) return nothing;
    const { privacy } = localeOf(this);
    const names = kinds.map((kind) => privacy.masks[kind].many).join(', ');
    return html`<div class="detail name">${privacy.hiddenAt(names)}</div>`;
  }

  /** The events around the pointer. */
  #renderNames(time: number): TemplateResult | typeof nothing {
    const reach = (REACH / this.#scrub.width) * this.duration;
    const { nearest, more } = this.#namesNear(time, reach, MOST_NAMES);
    if (nearest.length === 0) return nothing;
    const flag = (shape: SVGTemplateResult) => html`<svg class="flag" viewBox="-4.5 0 9 8">${shape}</svg>`;
    return html`
      ${nearest.map(
        ({ name, isError, isNote }) =>
          html`<div class="name">
            ${isError ? flag(ERROR_SHAPE) : isNote ? flag(NOTE_SHAPE) : nothing}${name}
          </div>`,
      )}
      ${more > 0 ? html`<div class="detail">${localeOf(this).common.more(more)}</div>` : nothing}
    `;
  }

  /** What there is to know about a moment before going there. */
  #describe(time: number): string {
    const stretch = stretchAt(this.stretches, time);
    if (!stretch) return '';
    const words = localeOf(this);
    const window = this.windows.length > 1 ? windowName(words, this.windows, stretch.windowId) : '';
    return [window, stretch.isActive ? '' : words.controls.idle].filter(Boolean).join(' · ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-time-range': ReplayTimeRangeElement;
  }
}
