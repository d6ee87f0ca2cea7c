import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingWindow } from '../../core/recording.ts';
import { localeOf } from '../../locale/locale-of.ts';
import { type WallClock, zoneName } from '../../locale/wall-clock.ts';
import { FixedRowListElement } from '../fixed-row-list.ts';
import { ROW_HEIGHT } from '../fixed-row-list.styles.ts';
import {
  ReplayEntryFollowRequestEvent,
  ReplayEntryRangeRequestEvent,
  ReplayEntryRequestEvent,
} from './events.ts';
import type { InspectorState } from './inspector-state.ts';
import { renderEntryCells } from './render-entry-cells.ts';
import { entryListStyles } from './replay-entry-list.styles.ts';

/**
 * A list of entries of any length, of which only what is in sight is made. Follows playback until the reader scrolls.
 *
 * @element replay-entry-list
 * @fires {ReplayEntryRequestEvent} replay-entry-request - The reader chose an entry.
 * @fires {ReplayEntryRangeRequestEvent} replay-entry-range-request - These entries are in sight, or nearly.
 * @fires {ReplayEntryFollowRequestEvent} replay-entry-follow-request - The reader scrolls, so the list lets go of playback.
 * @csspart row - An entry.
 */
export class ReplayEntryListElement extends FixedRowListElement {
  static override styles = [...FixedRowListElement.styles, entryListStyles];

  @property({ attribute: false }) inspector!: InspectorState;

  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  protected override get list(): InspectorState {
    return this.inspector;
  }

  protected override get label(): string {
    return localeOf(this).inspector.views[this.inspector.view];
  }

  protected override get layout(): string {
    return this.inspector.view;
  }

  protected override get headHeight(): number {
    return this.inspector.view === 'network' ? ROW_HEIGHT : 0;
  }

  /** Answers are let go of in time: what is in sight is asked for whenever the list has changed. */
  protected override need(first: number, last: number): void {
    for (let i = first; i < last; i++) {
      if (this.inspector.entryAt(i)) continue;
      this.dispatchEvent(new ReplayEntryRangeRequestEvent(first, last));
      return;
    }
  }

  protected override choose(index: number): void {
    this.dispatchEvent(new ReplayEntryRequestEvent(index));
  }

  protected override letGo(): void {
    this.dispatchEvent(new ReplayEntryFollowRequestEvent(false));
  }

  protected override classOf(index: number): string {
    return this.inspector.entryAt(index)?.level ?? '';
  }

  protected override renderHead(): TemplateResult | typeof nothing {
    if (this.inspector.view !== 'network') return nothing;
    const words = localeOf(this);
    const { columns } = words.inspector;
    const zone = zoneName(words, this.clock, 0);
    const time = zone === '' ? columns.time : words.inspector.timeIn(zone);
    const names = [time, columns.status, columns.request, columns.duration, columns.waterfall];
    return html`
      <div class="head" role="row">
        ${names.map((name) => html`<span role="columnheader">${name}</span>`)}
      </div>
    `;
  }

  protected override renderCells(index: number): TemplateResult | typeof nothing {
    const entry = this.inspector.entryAt(index);
    if (!entry) return nothing;
    const { windows, duration, clock } = this;
    const context = { words: localeOf(this), windows, duration, clock };
    return renderEntryCells(entry, this.inspector.view, context);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-entry-list': ReplayEntryListElement;
  }
}
