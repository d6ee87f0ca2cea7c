import { html, nothing, type TemplateResult } from 'lit';
import type { PlayerState } from '../player-state.ts';
import { canDrag } from '../styles/can-drag.ts';
import { overlayFor } from './overlay-for.ts';

/** What the page has chosen that overlays go by. */
export interface OverlayOptions {
  readonly noDrop: boolean;
  readonly noOpen: boolean;
  readonly noControls: boolean;
  /** A picture of the page's own is in sight before the first frame. */
  readonly overPicture: boolean;
}

/** What lies over the picture. A new overlay is an element, a line in `elements.ts`, a state in `overlayFor`, and a case here. */
export function renderOverlay(
  state: PlayerState,
  { noDrop, noOpen, noControls, overPicture }: OverlayOptions,
): TemplateResult | typeof nothing {
  switch (overlayFor(state)) {
    case 'drop':
      return html`<replay-drop-overlay part="overlay"></replay-drop-overlay>`;
    case 'empty':
      return html`<replay-empty-overlay
        part="overlay"
        ?no-drop=${noDrop || noOpen || !canDrag()}
        ?no-open=${noOpen}
      ></replay-empty-overlay>`;
    case 'loading':
      return html`<replay-loading-overlay
        part="overlay"
        ?over-picture=${overPicture}
        .progress=${state.progress}
      ></replay-loading-overlay>`;
    case 'error':
      return html`<replay-error-overlay
        part="overlay"
        ?no-open=${noOpen}
        .error=${state.error}
      ></replay-error-overlay>`;
    case 'waiting':
      return html`<replay-waiting-overlay part="overlay"></replay-waiting-overlay>`;
    case 'start':
      // It is a control, too.
      if (noControls) return nothing;
      return html`<replay-start-overlay part="overlay" .ended=${state.ended}></replay-start-overlay>`;
    case null:
      return nothing;
  }
}
