import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../locale/locale.ts';
import type { PlayerState } from '../player-state.ts';

/**
 * What is said at the lower edge of the picture.
 *
 * @param stopPicking called when the button of the hint is pressed
 */
export function renderNotices(
  { notice, phase, blocked, canLoadAssets, assetsDismissed, stageMode }: PlayerState,
  { common, overlays, share }: Locale,
  stopPicking: (event: Event) => void,
): TemplateResult {
  return html`
    <div class="notices">
      ${
        notice
          ? html`<p class="notice" part="notice" role="status">
              ${notice.type === 'passed-over' ? overlays.passedOver(notice.seconds) : notice.warning.message}
            </p>`
          : nothing
      }
      ${
        stageMode.type === 'pick'
          ? html`<p class="notice with-button" part="notice" role="status">
              ${share.pickHint}
              <button class="button" type="button" @click=${stopPicking}>${common.stop}</button>
            </p>`
          : nothing
      }
      ${
        phase === 'ready' && blocked.length > 0 && !assetsDismissed
          ? html`<replay-assets-notice
              part="notice"
              .assets=${blocked}
              ?can-load=${canLoadAssets}
            ></replay-assets-notice>`
          : nothing
      }
    </div>
  `;
}
