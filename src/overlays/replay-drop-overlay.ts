import { css, html, LitElement, type TemplateResult } from 'lit';
import { baseStyles } from '../styles/base-styles.ts';
import { uploadIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';
import { overlayStyles } from './overlay-styles.ts';

const styles = css`
  :host {
    background: color-mix(in srgb, var(--_accent) 10%, var(--_surface));
    /* The drag goes on over what lies below, so that it does not seem to leave the player. */
    pointer-events: none;
  }

  .content::before {
    content: '';
    position: absolute;
    inset: 8px;
    border: 2px dashed var(--_accent);
    border-radius: var(--_radius);
  }
`;

/**
 * Says that a file dragged over the player can be let go.
 *
 * @element replay-drop-overlay
 */
export class ReplayDropOverlayElement extends LitElement {
  static override styles = [baseStyles, overlayStyles, styles];

  protected override render(): TemplateResult {
    return html`<div class="content">
      ${uploadIcon}
      <h2>${localeOf(this).overlays.dropToOpen}</h2>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-drop-overlay': ReplayDropOverlayElement;
  }
}
