import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from '../styles/base-styles.ts';
import { lockIcon, uploadIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import { overlayStyles } from './overlay-styles.ts';

const styles = css`
  :host {
    background: var(--_surface);
  }

  .content::before {
    content: '';
    position: absolute;
    inset: 12px;
    border: 1.5px dashed color-mix(in srgb, var(--_text) 22%, transparent);
    border-radius: var(--_radius);
    pointer-events: none;
  }

  :host([no-drop]) .content::before {
    display: none;
  }

  .safe {
    display: flex;
    align-items: center;
    gap: 6px;
  }

  .safe svg.icon {
    flex: none;
    inline-size: 15px;
    block-size: 15px;
  }

  @container (height < 280px) {
    .content::before {
      inset: 6px;
    }
  }
`;

/**
 * Says how to open a recording.
 *
 * @element replay-empty-overlay
 * @fires {ReplayOpenRequestEvent} replay-open-request - The reader picked one file or more.
 */
export class ReplayEmptyOverlayElement extends LitElement {
  static override styles = [baseStyles, overlayStyles, styles];

  /** Nothing can be dropped or pasted here: only a file picked. */
  @property({ type: Boolean, attribute: 'no-drop', reflect: true }) noDrop = false;

  /** Nothing can be opened here at all. */
  @property({ type: Boolean, attribute: 'no-open', reflect: true }) noOpen = false;

  protected override render(): TemplateResult {
    const { overlays } = localeOf(this);
    if (this.noOpen) return html`<div class="content"><h2>${overlays.nothingToPlay}</h2></div>`;
    return html`
      <div class="content">
        ${uploadIcon}
        <h2>${this.noDrop ? overlays.openRecording : overlays.dropHere}</h2>
        <div class="actions">
          <replay-open-button appearance="filled" label=${overlays.chooseFile}></replay-open-button>
          ${this.noDrop ? nothing : html`<span class="quiet">${overlays.orPaste}</span>`}
        </div>
        <p class="quiet">${overlays.acceptedFiles}</p>
        <p class="quiet safe">${lockIcon} ${overlays.staysHere}</p>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-empty-overlay': ReplayEmptyOverlayElement;
  }
}
