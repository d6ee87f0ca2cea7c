import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { HiddenSpan } from '../../core/hidden/hidden-things.ts';
import type { RecordingMarker, RecordingWindow } from '../../core/recording.ts';
import { ReplayPreviewRequestEvent, ReplaySeekRequestEvent } from '../../events.ts';
import { wholeSeconds } from '../../locale/formats.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { WallClock } from '../../locale/wall-clock.ts';
import type { TimelineMark, TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import type { FoundOnPage } from '../../player-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import type { Note } from '../../tracks/note.ts';
import type { Chapter } from '../../tracks/tracks-state.ts';
import { hiddenByKind } from './hidden-profile.ts';
import { PointerScrub } from './pointer-scrub.ts';
import { type BrushHandlers, renderBrush, viewWords } from './render-brush.ts';
import {
  renderChapters,
  renderHidden,
  renderFound,
  renderMarkers,
  renderNotes,
  renderTrack,
  renderWindows,
} from './render-layers.ts';
import { renderPreview } from './render-preview.ts';
import { timeRangeStyles } from './replay-time-range.styles.ts';
import { shapeOf } from './timeline-drawing.ts';
import { timeAfterKey, zoomOfKey } from './timeline-keys.ts';
import { markersNear, markersOnTrack } from './timeline-markers.ts';
import { drawableMarks, marksNear } from './timeline-marks.ts';
import { type NamesNear, withNotesNear } from './timeline-notes.ts';
import type { TimelineScale, TimelineView } from './timeline-scale.ts';
import { chapterAt, idleSpans, shownHidden } from './timeline-spans.ts';
import { TimelineZoom } from './timeline-zoom.ts';
import { ZoomGestures } from './zoom-gestures.ts';

/** How far keys lead, in seconds; a page is so much of what is in view. */
const STEPS = { step: 5, smallStep: 1 };
const PAGE_SHARE = 0.1;
/** Pixels between the pointer and a tick that it names. */
const REACH = 6;
/** Seconds between the position and a marker that it is told with. */
const REACH_SECONDS = 0.5;
/** Named by the preview; a longer list would hide the picture. */
const MOST_NAMES = 3;

/**
 * Shows and changes the position in a recording. The bar is thick where something was done and thin where
 * nothing was; a line below it has one colour for each window of the session, and ticks above it stand for
 * what happened, and triangles for errors. A line below the bar is where something is hidden on the page, higher where more is.
 * It can be zoomed; then a bar below shows which part of the recording is in view, and moves it.
 *
 * @element replay-time-range
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader chose another position; while dragging, each
 * one on the way.
 * @fires {ReplayPreviewRequestEvent} replay-preview-request - A moment is pointed at, or none any more.
 * @slot preview - A picture of the moment that is pointed at.
 * @csspart slider - What is focused and dragged.
 * @csspart track - The bar that stands for the whole recording.
 * @csspart thumb - The knob at the position.
 * @csspart windows - The line that tells the windows apart.
 * @csspart markers - The ticks for what happened.
 * @csspart errors - The triangles for errors.
 * @csspart notes - The marks of notes.
 * @csspart chapters - The gaps between chapters.
 * @csspart loop-handle - An end of the range that is repeated.
 * @csspart hidden - The line where something is hidden.
 * @csspart brush - The bar that shows which part is in view, while that is not all of the recording.
 * @csspart found - The line where a text was found.
 * @csspart preview - The time under the pointer, and the events around it.
 * @cssprop [--replay-hidden-color] - Colour of the line where something is hidden.
 */
export class ReplayTimeRangeElement extends LitElement {
  static override styles = [baseStyles, timeRangeStyles];

  readonly #scrub = new PointerScrub(this);

  @query('.track') private track!: SVGElement;
  @query('.pointed') private pointed!: HTMLElement;

  #markersOnTrack: readonly RecordingMarker[] = [];
  #hidden: readonly TimeSpan[] = [];
  #hiddenByKind: readonly (readonly TimeSpan[])[] = [];
  #pictureWish: number | null = null;
  /** As they are drawn, and the scale that they are drawn for. */
  #marks: readonly TimelineMark[] | null = null;
  #marksScale: TimelineScale | null = null;
  readonly #zoom = new TimelineZoom();
  /** What the bar's shape was made for. */
  #shaped: TimelineScale | null = null;
  /** Where the position was before it was dragged. */
  #timeBefore = 0;

  /** What is said of the view when the reader changes it. */
  @state() private viewWords = '';

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

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

  /** When a text that was searched for was on a page; null where none was. */
  @property({ attribute: false }) found: FoundOnPage | null = null;

  /** The window on screen; null when there is none. */
  @property({ attribute: 'window-id' }) windowId: string | null = null;

  /** The range that is repeated; null for none. */
  @property({ attribute: false }) loopRange: TimeSpan | null = null;

  /** The moment that the picture in the slot is of, in seconds; null where there is none. */
  @property({ attribute: false }) previewedTime: number | null = null;

  /** Whether the position is about to be elsewhere. */
  @property({ type: Boolean }) seeking = false;

  /** Whether stretches where nothing was done are drawn narrow. */
  @property({ type: Boolean, attribute: 'narrow-idle' }) narrowIdle = false;

  /** Whether there is nothing to seek in. */
  @property({ type: Boolean }) disabled = false;

  constructor() {
    super();
    this.addController(new ZoomGestures(this));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hiddenSpans') || changed.has('stretches')) {
      this.#hidden = shownHidden(this.hiddenSpans, this.stretches);
      this.#hiddenByKind = hiddenByKind(this.hiddenSpans, this.stretches);
    }
    if (changed.has('duration') || changed.has('stretches') || changed.has('narrowIdle')) {
      const { stretches, duration } = this;
      this.#zoom.setRecording(duration, this.narrowIdle ? idleSpans(stretches, duration) : []);
    }
    this.#zoom.follow(this.currentTime, this.seeking);
    if (changed.has('marks') || this.#marksScale !== this.scale) {
      this.#marksScale = this.scale;
      this.#marks = this.marks && drawableMarks(this.marks, this.scale);
    }
    if (!changed.has('markers') && !changed.has('duration')) return;
    this.#markersOnTrack = markersOnTrack(this.markers, this.duration);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Not a `<clipPath>`: Chromium keeps what refers to one, and so each player that was taken out of the page.
    if (changed.has('stretches') || this.#shaped !== this.scale) {
      this.#shaped = this.scale;
      this.track.style.clipPath = shapeOf(this.stretches, this.scale);
    }
    this.#placePreview();
    this.#wishPicture();
  }

  readonly #handleKeyDown = (event: KeyboardEvent): void => {
    if (this.disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const { start, end, isWhole } = this.scale;
    const steps = { ...STEPS, page: (end - start) * PAGE_SHARE };
    const target = timeAfterKey(event, this.currentTime, steps, this.duration);
    const zoom = zoomOfKey(event);
    if (target !== null) this.#requestSeek(target);
    else if (zoom === 0 && !isWhole) this.showView(null);
    else if (zoom) this.showView(this.#zoom.zoomed(zoom));
    else return;
    event.preventDefault();
  };

  readonly #brushed: BrushHandlers = {
    enter: () => this.#scrub.leave(),
    move: ({ from }) => this.showView(this.#zoom.from(from)),
  };

  get scale(): TimelineScale {
    return this.#zoom.scale;
  }

  showView(view: TimelineView | null): void {
    this.#zoom.show(view);
    this.viewWords = viewWords(localeOf(this), this.scale);
    this.requestUpdate();
  }

  #requestSeek(time: number): void {
    this.dispatchEvent(new ReplaySeekRequestEvent(Math.min(Math.max(time, 0), this.duration)));
  }

  /** Left to be set by style properties alone, as a content policy may refuse style attributes. */
  #placePreview(): void {
    if (this.#scrub.share === null) return;
    const room = this.offsetWidth - this.pointed.offsetWidth;
    const centred = this.#scrub.share * this.offsetWidth - this.pointed.offsetWidth / 2;
    this.pointed.style.left = `${Math.min(Math.max(centred, 0), room)}px`;
  }

  /** A finger that has only touched the bar covers what it points at. */
  #wishPicture(): void {
    const { share, hasMoved } = this.#scrub;
    const wish = share !== null && hasMoved ? this.scale.timeAt(share) : null;
    if (wish === this.#pictureWish) return;
    this.#pictureWish = wish;
    this.dispatchEvent(new ReplayPreviewRequestEvent(wish));
  }

  scrubStarts(): void {
    this.#timeBefore = this.currentTime;
  }

  scrubCancelled(): void {
    this.#requestSeek(this.#timeBefore);
  }

  /** Called by the pointer with a place on the bar, from 0 to 1. */
  scrubTo(share: number): void {
    this.#requestSeek(this.scale.timeAt(share));
  }

  protected override render(): TemplateResult {
    const { duration, scale } = this;
    const { share, dragging } = this.#scrub;
    const shown = dragging && share !== null ? scale.timeAt(share) : this.currentTime;
    return html`
      <div
        id="slider"
        class="slider ${dragging ? 'dragging' : ''}"
        part="slider"
        role="slider"
        tabindex=${this.disabled ? -1 : 0}
        aria-label=${localeOf(this).controls.timeline}
        aria-orientation="horizontal"
        aria-disabled=${this.disabled}
        aria-valuemin="0"
        aria-valuemax=${wholeSeconds(Math.round(duration))}
        aria-valuenow=${wholeSeconds(shown, duration)}
        aria-valuetext=${duration > 0 ? this.#valueText(shown) : nothing}
        aria-keyshortcuts="Plus - 0"
        aria-describedby=${this.#hidden.length > 0 ? 'hidden' : nothing}
        @keydown=${this.#handleKeyDown}
      >
        ${renderMarkers(this.#marks, this.#markersOnTrack, scale)} ${renderNotes(this.notes, scale)}
        ${renderTrack(this.buffered, shown, scale)} ${renderChapters(this.chapters, scale)}
        ${renderHidden(this.#hiddenByKind, scale)}
        ${renderWindows(this.windows, this.stretches, this.windowId, scale)} ${renderFound(this.found, scale)}
      </div>
      ${this.#hidden.length > 0 ? html`<p class="visually-hidden" id="hidden">${this.#hiddenWords}</p>` : nothing}
      <replay-loop-range
        exportparts="handle: loop-handle"
        .range=${this.loopRange}
        .scale=${scale}
        .duration=${duration}
      ></replay-loop-range>
      <div class="pointed ${share === null ? 'away' : ''}">
        <div class="picture ${share !== null && scale.timeAt(share) === this.previewedTime ? '' : 'late'}">
          <slot name="preview"></slot>
        </div>
        ${share === null ? nothing : this.#renderPreview(share)}
      </div>
      ${scale.isWhole ? nothing : renderBrush(localeOf(this), this.#zoom, shown, this.#brushed)}
      <p class="visually-hidden" role="status">${this.viewWords}</p>
    `;
  }

  /** The position as it is read aloud, with its chapter and the event that happened there. */
  #valueText(time: number): string {
    const { controls } = localeOf(this);
    const place = controls.position(time, this.duration);
    const chapter = chapterAt(this.chapters, time);
    const position = chapter ? controls.positionAt(place, chapter.title) : place;
    const near = { start: time - REACH_SECONDS, end: time + REACH_SECONDS };
    const [named] = this.#namesNear(time, near, 1).nearest;
    return named?.name ? controls.positionAt(position, named.name) : position;
  }

  /** What happened around a moment. */
  #namesNear(time: number, near: TimeSpan, most: number): NamesNear {
    const found: NamesNear = this.marks
      ? marksNear(this.marks, time, near, most)
      : markersNear(this.#markersOnTrack, time, near, most);
    return withNotesNear(found, this.notes, near, most);
  }

  /** For how long something is hidden; a moment counts as a second. */
  get #hiddenWords(): string {
    const seconds = this.#hidden.reduce((sum, { start, end }) => sum + end - start, 0);
    return localeOf(this).privacy.hiddenOnTimeline(Math.max(1, seconds));
  }

  #renderPreview(share: number): TemplateResult {
    const { scale } = this;
    const time = scale.timeAt(share);
    const reach = REACH / this.#scrub.width;
    const near = { start: scale.timeAt(share - reach), end: scale.timeAt(share + reach) };
    return renderPreview(localeOf(this), this, time, near, this.#namesNear(time, near, MOST_NAMES));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-time-range': ReplayTimeRangeElement;
  }
}
