import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ReplayMaskLayerElement } from '../masks/replay-mask-layer.ts';
import type { PlayerState } from '../player-state.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import type { HiddenSearch } from '../session/hidden-search.ts';
import type { PagePreview } from '../session/page-preview.ts';
import type { ReplaySession } from '../session/replay-session.ts';

/** The page of a moment that does not play, with what is hidden on it marked as on the stage. */
export class PagePicture {
  readonly #name: 'preview' | 'poster';
  readonly #preview: PagePreview;
  readonly #session: ReplaySession;
  readonly #hidden: HiddenSearch;
  readonly #layer = createRef<ReplayMaskLayerElement>();

  /**
   * @param name its class, part and slot
   * @param preview builds the page
   */
  constructor(
    name: 'preview' | 'poster',
    preview: PagePreview,
    session: ReplaySession,
    hidden: HiddenSearch,
  ) {
    this.#name = name;
    this.#preview = preview;
    this.#session = session;
    this.#hidden = hidden;
    preview.onReplay((replay) => this.#show(replay));
  }

  /** The styles of a stage are those of the player, and frames cannot be moved: the timeline has it in a slot. */
  render({ masksShown }: PlayerState): TemplateResult | typeof nothing {
    const { element, windowId } = this.#preview;
    if (!element) return nothing;
    return html`
      <div class=${this.#name} part=${this.#name} slot=${this.#name} aria-hidden="true">
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

  #show(replay: WindowReplay | null): void {
    this.#layer.value?.attach(
      replay && {
        frame: replay.core.frame,
        getMeta: replay.core.getMeta,
        rules: this.#session.maskingRulesAt(replay.windowId, replay.shownAt),
      },
    );
  }
}
