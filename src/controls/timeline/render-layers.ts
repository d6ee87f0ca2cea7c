import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { RecordingMarker, RecordingWindow } from '../../core/recording.ts';
import type { FoundOnPage } from '../../player-state.ts';
import type { TimelineMark, TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import type { Note } from '../../tracks/note.ts';
import type { Chapter } from '../../tracks/tracks-state.ts';
import { drawProfile } from './hidden-profile.ts';
import { drawErrors, drawSpans, drawTicks, drawWindows, percent } from './timeline-drawing.ts';
import { drawNotes } from './timeline-notes.ts';
import type { TimelineScale } from './timeline-scale.ts';

type Layer = TemplateResult | typeof nothing;

/** The bar, what has been read and played of it, and the knob at the position, a moment. */
export function renderTrack(
  buffered: readonly TimeSpan[],
  position: number,
  scale: TimelineScale,
): TemplateResult {
  const share = scale.shareOf(position);
  const played = Math.min(Math.max(share, 0), 1);
  return html`
    <svg class="track" part="track" aria-hidden="true">
      <rect class="rest" width="100%" height="100%" />
      <g class="buffered">${guard([buffered, scale], () => drawSpans(buffered, scale))}</g>
      <rect class="played" width=${percent(played)} height="100%" />
    </svg>
    ${
      played === share
        ? html`<svg class="thumb" aria-hidden="true">
            <circle part="thumb" cx=${percent(played)} cy="50%" />
          </svg>`
        : nothing
    }
  `;
}

/**
 * Ticks for what happened, and triangles for errors.
 *
 * @param marks null while they are not known: `markers` are drawn in their place
 */
export function renderMarkers(
  marks: readonly TimelineMark[] | null,
  markers: readonly RecordingMarker[],
  scale: TimelineScale,
): TemplateResult {
  const ticks = marks?.filter(({ isError }) => !isError) ?? markers;
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
            <path d=${guard([marks ?? ticks, scale], () => drawTicks(ticks, scale))} />
          </svg>`
        : nothing
    }
    ${
      errors.length > 0
        ? html`<svg class="errors" part="errors" aria-hidden="true">
            ${guard([marks, scale], () => drawErrors(errors, scale))}
          </svg>`
        : nothing
    }
  `;
}

/** Bubbles where a note was written. */
export function renderNotes(notes: readonly Note[], scale: TimelineScale): Layer {
  if (notes.length === 0) return nothing;
  return html`
    <svg class="notes" part="notes" aria-hidden="true">
      ${guard([notes, scale], () => drawNotes(notes, scale))}
    </svg>
  `;
}

/** Gaps in the bar where a chapter begins. */
export function renderChapters(chapters: readonly Chapter[], scale: TimelineScale): Layer {
  const later = chapters.filter(({ time }) => time > 0 && time < scale.duration);
  if (later.length === 0) return nothing;
  return html`
    <svg class="chapters" part="chapters" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <path d=${drawTicks(later, scale)} />
    </svg>
  `;
}

/**
 * A line where something is hidden, higher where more is.
 *
 * @param byKind where things of each kind are
 */
export function renderHidden(byKind: readonly (readonly TimeSpan[])[], scale: TimelineScale): Layer {
  if (byKind.length === 0) return nothing;
  return html`
    <svg class="hidden" part="hidden" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <path d=${guard([byKind, scale], () => drawProfile(byKind, scale))} />
    </svg>
  `;
}

/** A line of its own where a text was on a page. It stays for as long as a text is searched for. */
export function renderFound(found: FoundOnPage | null, scale: TimelineScale): Layer {
  if (!found || found.text === '') return nothing;
  const { spans } = found;
  return html`
    <svg class="found" part="found" aria-hidden="true">
      <rect class="rest" width="100%" height="100%" />
      ${guard([spans, scale], () => drawSpans(spans, scale))}
    </svg>
  `;
}

/** A line that tells the windows apart, where there are several. */
export function renderWindows(
  windows: readonly RecordingWindow[],
  stretches: readonly TimelineStretch[],
  onScreen: string | null,
  scale: TimelineScale,
): Layer {
  if (windows.length < 2) return nothing;
  return html`
    <svg class="windows" part="windows" aria-hidden="true">
      ${guard([windows, stretches, scale, onScreen], () => drawWindows(windows, stretches, scale, onScreen))}
    </svg>
  `;
}
