import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplaySeekRequestEvent } from '../events.ts';
import { localeOf } from '../locale/locale-of.ts';
import { type WallClock, writeMoment } from '../locale/wall-clock.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { chaptersIcon } from '../styles/icons.ts';
import type { Chapter } from '../tracks/tracks-state.ts';
import type { ReplayMenuSelectEvent } from './replay-menu.ts';

/**
 * Shows which chapter plays, and leads to the start of another one. Empty where there are none.
 *
 * @element replay-chapter-menu
 * @fires {ReplaySeekRequestEvent} replay-seek-request - The reader chose a chapter.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplayChapterMenuElement extends LitElement {
  static override styles = baseStyles;

  /** By time. */
  @property({ attribute: false }) chapters: readonly Chapter[] = [];

  /** Seconds from the start of the recording. */
  @property({ type: Number }) currentTime = 0;

  /** Length of the recording, in seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  readonly #handleSelect = ({ value }: ReplayMenuSelectEvent): void => {
    const chapter = this.chapters[Number(value)];
    if (chapter) this.dispatchEvent(new ReplaySeekRequestEvent(chapter.time));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { chapters, currentTime, duration } = this;
    if (chapters.length === 0) return nothing;
    const words = localeOf(this);
    const { tracks } = words;
    const current = chapters.findLastIndex(({ time, end }) => time <= currentTime && currentTime < end);
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${tracks.chapters}
        text=${chapters[current]?.title ?? tracks.noChapter}
        value=${current}
        .items=${chapters.map(({ time, title }, i) => ({
          value: String(i),
          label: tracks.chapterItem(writeMoment(words, this.clock, time, duration), title),
        }))}
        @replay-menu-select=${this.#handleSelect}
        >${chaptersIcon}</replay-menu
      >
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-chapter-menu': ReplayChapterMenuElement;
  }
}
