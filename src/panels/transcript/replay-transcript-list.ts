import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingWindow } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { windowName } from '../../locale/window-label.ts';
import { type WallClock, writeMoment, zoneName } from '../../locale/wall-clock.ts';
import { FixedRowListElement } from '../fixed-row-list.ts';
import { iconOf } from '../icon-of-entry.ts';
import { ReplayTranscriptChoiceRequestEvent, ReplayTranscriptLineRequestEvent } from './events.ts';
import { renderFoundIn } from './render-found-in.ts';
import type { TranscriptState } from './transcript-state.ts';

/**
 * The lines of a session in words. Follows playback until the reader scrolls.
 *
 * @element replay-transcript-list
 * @fires {ReplayTranscriptLineRequestEvent} replay-transcript-line-request - The reader chose a line.
 * @fires {ReplayTranscriptChoiceRequestEvent} replay-transcript-choice-request - The reader scrolls, so the list lets go of playback.
 * @csspart row - A line.
 */
export class ReplayTranscriptListElement extends FixedRowListElement {
  static override styles = [
    ...FixedRowListElement.styles,
    css`
      mark {
        color: #14161a;
        background: #ffd54a;
      }
    `,
  ];

  protected override readonly layout = 'words';
  protected override readonly headHeight = 0;

  @property({ attribute: false }) transcript!: TranscriptState;

  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  protected override get list(): TranscriptState {
    return this.transcript;
  }

  protected override get label(): string {
    return localeOf(this).transcript.transcript;
  }

  protected override choose(index: number): void {
    this.dispatchEvent(new ReplayTranscriptLineRequestEvent(index));
  }

  protected override letGo(): void {
    this.dispatchEvent(new ReplayTranscriptChoiceRequestEvent({ follows: false }));
  }

  protected override classOf(index: number): string {
    return this.transcript.lines[index]?.level ?? '';
  }

  protected override renderCells(index: number): TemplateResult | typeof nothing {
    const line = this.transcript.lines[index];
    if (!line) return nothing;
    const words = localeOf(this);
    const { time, windowId, level = 'info', title } = line;
    const window = this.windows.length > 1 ? windowName(words, this.windows, windowId) : '';
    return html`
      <span class="time" role="gridcell" title=${zoneName(words, this.clock, time) || nothing}
        >${writeMoment(words, this.clock, time, this.duration)}</span
      >
      <span role="gridcell"
        >${iconOf(line)}<span class="visually-hidden"
          >${level === 'info' ? '' : words.inspector.levels[level]}</span
        ></span
      >
      <span class="kind" role="gridcell">${window}</span>
      <span class="title" role="gridcell" title=${title}
        >${renderFoundIn(title, this.transcript.search)}</span
      >
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-transcript-list': ReplayTranscriptListElement;
  }
}
