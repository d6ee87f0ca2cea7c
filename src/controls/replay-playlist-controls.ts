import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingInfo } from '../core/recording.ts';
import { ReplayRecordingRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { formatClock, formatDate, formatTimeOfDay } from '../locale/format-time.ts';
import { nextIcon, playlistIcon, previousIcon } from '../styles/icons.ts';
import { strings } from '../locale/strings.ts';
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
    return html`
      ${this.#renderStep('previous', strings.previousRecording, previousIcon, index - 1)}
      <replay-menu
        exportparts="button, text, menu"
        label=${strings.recordings}
        text=${strings.recordingOf(index + 1, recordings.length)}
        value=${index}
        .items=${this.#items}
        @replay-menu-select=${this.#handleSelect}
        >${playlistIcon}</replay-menu
      >
      ${this.#renderStep('next', strings.nextRecording, nextIcon, index + 1)}
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
    return this.recordings.map((recording, index) => ({
      value: String(index),
      label: itemLabel(recording, index + 1),
    }));
  }
}

function itemLabel(recording: RecordingInfo, number: number): string {
  const { startedAt, duration } = recording;
  const moment = strings.moment(formatDate(startedAt), formatTimeOfDay(startedAt));
  return strings.recordingItem(number, recordingName(recording, number), formatClock(duration), moment);
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-playlist-controls': ReplayPlaylistControlsElement;
  }
}
