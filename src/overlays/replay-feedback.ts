import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Feedback } from '../player-state.ts';
import { baseStyles } from '../styles/base-styles.ts';
import { backIcon, forwardIcon, pauseIcon, playIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

const styles = css`
  :host {
    display: grid;
    position: absolute;
    inset: 0;
    place-items: center;
    pointer-events: none;
    /* As the timeline, in every page. */
    direction: ltr;
  }

  .feedback {
    display: grid;
    place-items: center;
    align-content: center;
    min-inline-size: 72px;
    block-size: 72px;
    padding: 0 12px;
    border-radius: 36px;
    color: #fff;
    background: rgb(0 0 0 / 0.62);
    font: 600 16px/1.2 var(--_font);
    font-variant-numeric: tabular-nums;
    opacity: 0;
    animation: show 700ms;
  }

  .feedback svg.icon {
    inline-size: 30px;
    block-size: 30px;
  }

  .back {
    margin-inline-end: 50%;
  }

  .forward {
    margin-inline-start: 50%;
  }

  .back svg.icon,
  .forward svg.icon {
    inline-size: 22px;
    block-size: 22px;
  }

  @keyframes show {
    from,
    60% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .feedback {
      animation-name: show, grow;
    }
  }

  @keyframes grow {
    from {
      scale: 0.8;
    }
    to {
      scale: 1.15;
    }
  }
`;

/**
 * Shows for a moment what the user just did: played, paused, skipped, changed the speed. For eyes only: screen readers are
 * told by the controls.
 *
 * @element replay-feedback
 */
export class ReplayFeedbackElement extends LitElement {
  static override styles = [baseStyles, styles];

  /** What to show; another object shows it again. */
  @property({ attribute: false }) feedback: Feedback | null = null;

  protected override render(): unknown {
    const { feedback } = this;
    return feedback ? keyed(feedback, this.#renderFeedback(feedback)) : nothing;
  }

  #renderFeedback(feedback: Feedback): TemplateResult {
    const { shortcuts, controls } = localeOf(this);
    switch (feedback.type) {
      case 'play':
        return html`<div class="feedback">${playIcon}</div>`;
      case 'pause':
        return html`<div class="feedback">${pauseIcon}</div>`;
      case 'rate':
        return html`<div class="feedback">${controls.rate(feedback.rate)}</div>`;
      case 'skip': {
        const [side, icon] = feedback.seconds < 0 ? ['back', backIcon] : ['forward', forwardIcon];
        return html`<div class="feedback ${side}">${icon} ${shortcuts.skipped(feedback.seconds)}</div>`;
      }
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-feedback': ReplayFeedbackElement;
  }
}
