import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingInfo } from '../core/recording.ts';
import { ReplayRecordingRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { formatLength } from '../locale/clock.ts';
import { nextIcon, playlistIcon, previousIcon } from '../styles/icons.ts';
import type { Locale } from '../locale/locale.ts';
import { localeOf } from '../locale/locale-of.ts';
import { recordingName } from '../locale/recording-name.ts';
import type { MenuItem, ReplayMenuSelectEvent } from './replay-menu.ts';

const styles = css`
  :host {
    display: inline-flex;
    align-items: center;
  }
`;

/**
 * Shows and changes which of several recordings plays. Empty while there is only one.
 *
 * @element replay-playlist-controls
 * @fires {ReplayRecordingRequestEvent} replay-recording-request - The reader wants to see another recording.
 * @csspart previous - The button to the recording before.
 * @csspart next - The button to the recording after.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on that button.
 * @csspart menu - The list.
 */
export class ReplayPlaylistControlsElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, styles];

  /** All recordings that were opened together. */
  @property({ attribute: false }) recordings: readonly RecordingInfo[] = [];

  /** Place of the one that plays, from 0. */
  @property({ type: Number }) index = 0;

  readonly #handleSelect = (event: ReplayMenuSelectEvent): void => this.#ask(Number(event.value));

  #ask(index: number): void {
    if (index in this.recordings) this.dispatchEvent(new ReplayRecordingRequestEvent(index));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { recordings, index } = this;
    if (recordings.length < 2) return nothing;
    const { controls } = localeOf(this);
    return html`
      ${this.#renderStep('previous', controls.previousRecording, previousIcon, index - 1)}
      <replay-menu
        exportparts="button, text, menu"
        label=${controls.recordings}
        text=${controls.recordingOf(index + 1, recordings.length)}
        value=${index}
        .items=${this.#items}
        @replay-menu-select=${this.#handleSelect}
        >${playlistIcon}</replay-menu
      >
      ${this.#renderStep('next', controls.nextRecording, nextIcon, index + 1)}
    `;
  }

  #renderStep(part: string, name: string, icon: TemplateResult, index: number): TemplateResult {
    return html`
      <button
        class="button"
        part=${part}
        type="button"
        aria-disabled=${!(index in this.recordings)}
        aria-label=${name}
        title=${name}
        @click=${() => this.#ask(index)}
      >
        ${icon}
      </button>
    `;
  }

  get #items(): readonly MenuItem[] {
    const words = localeOf(this);
    return this.recordings.map((recording, index) => ({
      value: String(index),
      label: itemLabel(words, recording, index + 1),
    }));
  }
}

function itemLabel(words: Locale, recording: RecordingInfo, number: number): string {
  const { startedAt, duration } = recording;
  const name = recordingName(words, recording, number);
  return words.controls.recordingItem(number, name, formatLength(duration), startedAt);
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-playlist-controls': ReplayPlaylistControlsElement;
  }
}
