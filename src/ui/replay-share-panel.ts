import { html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { type ReplayCopyRequestEvent, ReplayPlanRequestEvent, ReplayShareRequestEvent } from '../events.ts';
import type { CopyPlan, ShareState } from '../share/share-state.ts';
import { baseStyles } from '../shared/base-styles.ts';
import { buttonStyles } from '../shared/button-styles.ts';
import { strings } from '../shared/strings.ts';
import { PanelController } from './panel-controller.ts';
import { panelStyles } from './panel.styles.ts';
import type { ReplayLeakListElement } from './replay-leak-list.ts';
import type { ReplayRedactFormElement } from './replay-redact-form.ts';

/**
 * The way to a copy of the recording that can be handed on: what is in it that should not be, what is to be removed,
 * and what it is saved as.
 *
 * @element replay-share-panel
 * @fires {ReplayShareRequestEvent} replay-share-request - The reader wants the panel to close.
 * @fires {ReplayPlanRequestEvent} replay-plan-request - The reader wants a copy to be made, or no longer.
 * @csspart heading - The heading.
 * @csspart close - The button that closes the panel.
 */
export class ReplaySharePanelElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, panelStyles];

  readonly #panel = new PanelController(this, () => new ReplayShareRequestEvent(false));

  @query('replay-leak-list') private leaks!: ReplayLeakListElement;
  @query('replay-redact-form') private form!: ReplayRedactFormElement;
  @state() private mistake = '';

  @property({ attribute: false }) share: ShareState | null = null;

  /** Seconds. */
  @property({ type: Number }) duration = 0;

  /** Seconds. */
  @property({ type: Number, attribute: false }) currentTime = 0;

  /** Whether the whole file has been read. */
  @property({ type: Boolean }) complete = false;

  constructor() {
    super();
    this.addEventListener('replay-copy-request', this.#handleCopy);
  }

  readonly #handleCopy = (event: ReplayCopyRequestEvent): void => {
    event.stopPropagation();
    this.mistake = '';
    try {
      this.dispatchEvent(new ReplayPlanRequestEvent(event.copy && this.#planOf(event.copy)));
    } catch (error) {
      this.mistake = error instanceof Error ? error.message : String(error);
    }
  };

  #planOf({ format, fromNow }: NonNullable<ReplayCopyRequestEvent['copy']>): CopyPlan {
    const startAt = fromNow ? this.currentTime : 0;
    return { format, startAt, rules: this.form.rules, findings: this.leaks.ticked };
  }

  protected override render(): TemplateResult {
    const { share } = this;
    return this.#panel.render(
      strings.share,
      html`
        <div class="content">
          <p class="quiet">${strings.shareExplained}</p>
          <replay-leak-list
            .scan=${share?.scan ?? { step: 'idle' }}
            .duration=${this.duration}
            ?complete=${this.complete}
          ></replay-leak-list>
          <replay-redact-form
            .picked=${share?.picked ?? []}
            .currentTime=${this.currentTime}
            .duration=${this.duration}
          ></replay-redact-form>
          <replay-copy-maker
            .copy=${share?.copy ?? { step: 'idle' }}
            .mistake=${this.mistake}
            ?complete=${this.complete}
          ></replay-copy-maker>
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
