import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReplayError, ReplayErrorCode } from '../core/replay-error.ts';
import { ReplayRetryRequestEvent } from '../events.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { buttonStyles } from '../styles/button-styles.ts';
import { alertIcon } from '../styles/icons.ts';
import { adviceFor, whatWasFound } from '../locale/describe.ts';
import { localeOf } from '../locale/locale-of.ts';
import { overlayStyles } from './overlay-styles.ts';

/** What can go better the next time, with the same file. */
const PASSING: readonly ReplayErrorCode[] = ['network', 'aborted'];

const styles = css`
  :host {
    background: var(--_surface);
  }

  .content > svg.icon {
    color: light-dark(#b3261e, #ff9a90);
  }
`;

/**
 * Says what went wrong and what to do now.
 *
 * @element replay-error-overlay
 * @fires {ReplayRetryRequestEvent} replay-retry-request - The reader wants to load the same recording again.
 * @fires {ReplayOpenRequestEvent} replay-open-request - The reader picked one file or more.
 */
export class ReplayErrorOverlayElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, overlayStyles, styles];

  /** What went wrong; nothing is drawn before it is set. */
  @property({ attribute: false }) error: ReplayError | null = null;

  /** No other file can be opened here. */
  @property({ type: Boolean, attribute: 'no-open' }) noOpen = false;

  readonly #handleRetry = (): void => {
    this.dispatchEvent(new ReplayRetryRequestEvent());
  };

  protected override render(): TemplateResult | typeof nothing {
    if (!this.error) return nothing;
    const { code, details, message } = this.error;
    const words = localeOf(this);
    const canRetry = PASSING.includes(code);
    return html`
      <div class="content">
        ${alertIcon}
        <div role="alert">
          <h2>${words.errors.headings[code]}</h2>
          <p>${details ? whatWasFound(words, details) : message}</p>
        </div>
        <p class="quiet">${adviceFor(words, this.error)}</p>
        <div class="actions">
          ${canRetry ? this.#renderRetry() : nothing}
          ${
            this.noOpen
              ? nothing
              : html`<replay-open-button
                  appearance=${canRetry ? 'outlined' : 'filled'}
                  label=${words.overlays.chooseAnother}
                ></replay-open-button>`
          }
        </div>
      </div>
    `;
  }

  #renderRetry(): TemplateResult {
    return html`
      <button class="button filled" type="button" @click=${this.#handleRetry}>
        ${localeOf(this).overlays.retry}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-error-overlay': ReplayErrorOverlayElement;
  }
}
