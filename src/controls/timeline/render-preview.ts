import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { HiddenSpan } from '../../core/hidden/hidden-things.ts';
import type { RecordingWindow } from '../../core/recording.ts';
import type { Locale } from '../../locale/locale.ts';
import { windowName } from '../../locale/window-label.ts';
import type { FoundOnPage } from '../../player-state.ts';
import { type WallClock, writeMoment, zoneName } from '../../locale/wall-clock.ts';
import type { TimelineStretch, TimeSpan } from '../../session/session-state.ts';
import type { Chapter } from '../../tracks/tracks-state.ts';
import { ERROR_SHAPE } from './timeline-drawing.ts';
import { type NamesNear, NOTE_SHAPE } from './timeline-notes.ts';
import { chapterAt, hiddenKindsAt, stretchAt } from './timeline-spans.ts';

/** What there is to know about moments of a recording. */
export interface PreviewContent {
  /** Seconds. */
  readonly duration: number;
  /** How moments are told; null for the time that has gone by. */
  readonly clock: WallClock | null;
  readonly stretches: readonly TimelineStretch[];
  readonly windows: readonly RecordingWindow[];
  readonly chapters: readonly Chapter[];
  readonly hiddenSpans: readonly HiddenSpan[];
  readonly found: FoundOnPage | null;
}

/**
 * What there is to know about a moment before going there.
 *
 * @param time seconds
 * @param near stretch of time around it, of which `names` says what happened
 */
export function renderPreview(
  words: Locale,
  content: PreviewContent,
  time: number,
  near: TimeSpan,
  names: NamesNear,
): TemplateResult {
  const chapter = chapterAt(content.chapters, time);
  const stretch = stretchAt(content.stretches, time);
  return html`
    <div class="preview" part="preview" aria-hidden="true">
      ${writeMoment(words, content.clock, time, content.duration)} ${zoneName(words, content.clock, time)}
      <span class="detail">${stretch ? describe(words, content.windows, stretch) : ''}</span>
      ${chapter ? html`<div class="name chapter">${chapter.title}</div>` : nothing}
      ${renderHiddenKinds(words, hiddenKindsAt(content.hiddenSpans, stretch?.windowId ?? null, near))}
      ${renderFound(words, content.found, near)} ${renderNames(words, names)}
    </div>
  `;
}

function describe(words: Locale, windows: readonly RecordingWindow[], stretch: TimelineStretch): string {
  const window = windows.length > 1 ? windowName(words, windows, stretch.windowId) : '';
  return [window, stretch.isActive ? '' : words.controls.idle].filter(Boolean).join(' · ');
}

function renderHiddenKinds(
  { privacy }: Locale,
  kinds: ReturnType<typeof hiddenKindsAt>,
): TemplateResult | typeof nothing {
  if (kinds.length === 0) return nothing;
  const names = kinds.map((kind) => privacy.masks[kind].many).join(', ');
  return html`<div class="detail name">${privacy.hiddenAt(names)}</div>`;
}

function renderFound(
  { transcript }: Locale,
  found: FoundOnPage | null,
  near: TimeSpan,
): TemplateResult | typeof nothing {
  const isThere = found?.spans.some(({ start, end }) => start <= near.end && near.start <= end);
  return found && isThere ? html`<div class="detail name">${transcript.foundAt(found.text)}</div>` : nothing;
}

function renderNames({ common }: Locale, { nearest, more }: NamesNear): TemplateResult | typeof nothing {
  if (nearest.length === 0) return nothing;
  const flag = (shape: SVGTemplateResult) => html`<svg class="flag" viewBox="-4.5 0 9 8">${shape}</svg>`;
  return html`
    ${nearest.map(
      ({ name, isError, isNote }) =>
        html`<div class="name">
          ${isError ? flag(ERROR_SHAPE) : isNote ? flag(NOTE_SHAPE) : nothing}${name}
        </div>`,
    )}
    ${more > 0 ? html`<div class="detail">${common.more(more)}</div>` : nothing}
  `;
}
