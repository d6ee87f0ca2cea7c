import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { NOTHING_SHARED } from './share-state.ts';
import { baseStyles } from '../../styles/base-styles.ts';
import { buttonStyles } from '../../styles/button-styles.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { WallClock } from '../../locale/wall-clock.ts';
import { PanelController } from '../panel-controller.ts';
import { panelStyles } from '../panel.styles.ts';

/**
 * The way to a copy of the recording to share: what it should not contain, what is to be removed,
 * and what it is saved as.
 *
 * @element replay-share-panel
 * @fires {ReplayPanelRequestEvent} replay-panel-request - The reader wants the panel to close.
 * @csspart heading - The heading.
 * @csspart close - The button that closes the panel.
 */
export class ReplaySharePanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, panelStyles];

  readonly #panel = new PanelController(this);

  @property({ attribute: false }) share = NOTHING_SHARED;

  /** Seconds. */
  @property({ type: Number }) duration = 0;

  /** How moments are told; null for the time that has gone by. */
  @property({ attribute: false }) clock: WallClock | null = null;

  /** Seconds. */
  @property({ type: Number, attribute: false }) currentTime = 0;

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  protected override render(): TemplateResult {
    const { scan, draft, copy, check, picking, hasTracks } = this.share;
    const { share } = localeOf(this);
    const checkCopy =
      copy.step === 'done'
        ? html`<replay-copy-check
            .check=${check}
            .duration=${this.duration}
            .clock=${this.clock}
          ></replay-copy-check>`
        : nothing;
    // What was filled in is about the recording: it is there again with that.
    if (check.isOpen) return this.#panel.render(share.share, html`<div class="content">${checkCopy}</div>`);
    return this.#panel.render(
      share.share,
      html`
        <div class="content">
          <p class="quiet">${share.explained}</p>
          <replay-leak-list
            .scan=${scan}
            .draft=${draft}
            .duration=${this.duration}
            .clock=${this.clock}
            ?complete=${this.complete}
          ></replay-leak-list>
          <replay-redact-form
            .draft=${draft}
            .currentTime=${this.currentTime}
            .duration=${this.duration}
            ?picking=${picking}
          ></replay-redact-form>
          <replay-copy-maker
            .copy=${copy}
            .draft=${draft}
            ?has-tracks=${hasTracks}
            ?complete=${this.complete}
          ></replay-copy-maker>
          ${checkCopy}
        </div>
      `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-share-panel': ReplaySharePanelElement;
  }
}
