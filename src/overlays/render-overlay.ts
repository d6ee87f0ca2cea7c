import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerState } from '../player-state.ts';
import { canDrag } from '../styles/can-drag.ts';
import { overlayFor } from './overlay-for.ts';

/** What lies over the picture. A new overlay is an element, a line in `elements.ts`, a state in `overlayFor`, and a case here. */
export function renderOverlay(state: PlayerState, noDrop: boolean): TemplateResult | typeof nothing {
  switch (overlayFor(state)) {
    case 'drop':
      return html`<replay-drop-overlay part="overlay"></replay-drop-overlay>`;
    case 'empty':
      return html`<replay-empty-overlay
        part="overlay"
        ?no-drop=${noDrop || !canDrag()}
      ></replay-empty-overlay>`;
    case 'loading':
      return html`<replay-loading-overlay
        part="overlay"
        .progress=${state.progress}
      ></replay-loading-overlay>`;
    case 'error':
      return html`<replay-error-overlay part="overlay" .error=${state.error}></replay-error-overlay>`;
    case 'waiting':
      return html`<replay-waiting-overlay part="overlay"></replay-waiting-overlay>`;
    case 'start':
      return html`<replay-start-overlay part="overlay" .ended=${state.ended}></replay-start-overlay>`;
    case null:
      return nothing;
  }
}
