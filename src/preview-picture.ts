import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ReplayMaskLayerElement } from './masks/replay-mask-layer.ts';
import type { PlayerState } from './player-state.ts';
import type { WindowReplay } from './rrweb-view/window-replay.ts';
import type { HiddenSearch } from './session/hidden-search.ts';
import type { ReplaySession } from './session/replay-session.ts';

/** The picture of the moment that is pointed at, with what is hidden on it marked as on the stage. */
export class PreviewPicture {
  readonly #session: ReplaySession;
  readonly #hidden: HiddenSearch;
  readonly #layer = createRef<ReplayMaskLayerElement>();

  constructor(session: ReplaySession, hidden: HiddenSearch) {
    this.#session = session;
    this.#hidden = hidden;
  }

  /** Another page is in the picture; null for none. */
  show(replay: WindowReplay | null): void {
    const layer = this.#layer.value;
    if (!replay) {
      layer?.detach();
      return;
    }
    const { frame, getMeta } = replay.core;
    const rules = this.#session.maskingRulesAt(replay.windowId, replay.shownAt);
    layer?.attach({ frame, getMeta, rules });
  }

  /** It is slotted into the timeline: the styles of a stage are those of the player, and frames cannot be moved. */
  render({ masksShown }: PlayerState): TemplateResult | typeof nothing {
    const { element, windowId } = this.#session.preview;
    if (!element) return nothing;
    return html`
      <div slot="preview" class="preview" aria-hidden="true">
        ${element}
        <replay-mask-layer
          ${ref(this.#layer)}
          class="masks"
          .shown=${masksShown}
          .emptyCanvases=${this.#hidden.emptyCanvases(windowId)}
          .exposedInputs=${this.#hidden.exposedInputs(windowId)}
        ></replay-mask-layer>
      </div>
    `;
  }
}
