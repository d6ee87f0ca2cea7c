import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { RecordingWindow } from '../core/recording.ts';
import { ReplayWindowRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { windowsIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import type { MenuItem, ReplayMenuSelectEvent } from './replay-menu.ts';
import { windowLabel, windowName } from '../locale/window-label.ts';

/**
 * Shows and changes which browser tab of the session is on screen. Empty while there is only one to show.
 *
 * @element replay-window-menu
 * @fires {ReplayWindowRequestEvent} replay-window-request - The reader chose a window, or to follow them all.
 * @csspart button - The button that opens the list.
 * @csspart text - The words on the button.
 * @csspart menu - The list.
 */
export class ReplayWindowMenuElement extends LitElement {
  static override styles = baseStyles;

  /** The windows of the session, in the order of their numbers. */
  @property({ attribute: false }) windows: readonly RecordingWindow[] = [];

  /** Ids of those of which there is something to show; all as long as it is not known. */
  @property({ attribute: false }) shownWindows: ReadonlySet<string> | null = null;

  /** `auto`, or the id of the window that stays on screen. */
  @property({ attribute: 'window-choice' }) windowChoice = 'auto';

  /** The window on screen; null when there is none. */
  @property({ attribute: 'window-id' }) windowId: string | null = null;

  readonly #handleSelect = (event: ReplayMenuSelectEvent): void => {
    this.dispatchEvent(new ReplayWindowRequestEvent(event.value));
  };

  protected override render(): TemplateResult | typeof nothing {
    if (this.#choices.length < 2) return nothing;
    const words = localeOf(this);
    return html`
      <replay-menu
        exportparts="button, text, menu"
        label=${words.controls.windows}
        text=${windowName(words, this.windows, this.windowId)}
        value=${this.windowChoice}
        .items=${this.#items}
        @replay-menu-select=${this.#handleSelect}
        >${windowsIcon}</replay-menu
      >
    `;
  }

  get #choices(): readonly RecordingWindow[] {
    return this.windows.filter(({ id }) => this.shownWindows?.has(id) ?? true);
  }

  get #items(): readonly MenuItem[] {
    const words = localeOf(this);
    return [
      { value: 'auto', label: words.controls.followActiveWindow },
      ...this.#choices.map((window) => ({
        value: window.id,
        label: windowLabel(words, this.windows, window),
      })),
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-window-menu': ReplayWindowMenuElement;
  }
}
