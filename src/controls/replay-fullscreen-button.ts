import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ReplayFullscreenRequestEvent } from '../events.ts';
import { IconButtonElement, type IconButtonFace } from '../styles/icon-button.ts';
import { enterFullscreenIcon, exitFullscreenIcon } from '../styles/icons.ts';
import { localeOf } from '../locale/locale-of.ts';

/**
 * Fills the screen with the player and gives it back. Empty where the browser or the frame around the page
 * does not allow it.
 *
 * @element replay-fullscreen-button
 * @fires {ReplayFullscreenRequestEvent} replay-fullscreen-request - The reader wants to enter or leave it.
 * @csspart button - The button.
 */
export class ReplayFullscreenButtonElement extends IconButtonElement {
  /** Whether the player fills the screen. */
  @property({ type: Boolean }) fullscreen = false;

  protected override press(): void {
    this.dispatchEvent(new ReplayFullscreenRequestEvent(!this.fullscreen));
  }

  protected override get face(): IconButtonFace {
    const { enterFullscreen, exitFullscreen } = localeOf(this).controls;
    return this.fullscreen
      ? { icon: exitFullscreenIcon, label: exitFullscreen }
      : { icon: enterFullscreenIcon, label: enterFullscreen };
  }

  protected override render(): TemplateResult | typeof nothing {
    return document.fullscreenEnabled ? super.render() : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'replay-fullscreen-button': ReplayFullscreenButtonElement;
  }
}
