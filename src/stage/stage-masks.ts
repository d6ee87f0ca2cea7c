import { html, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { ReplayMaskLayerElement } from '../masks/replay-mask-layer.ts';
import type { InterfaceState, PlayerState } from '../player-state.ts';
import type { WindowReplay } from '../rrweb-view/window-replay.ts';
import type { HiddenSearch } from '../session/hidden-search.ts';
import type { ReplaySession } from '../session/replay-session.ts';
import { highlightedIn } from './stage-mode.ts';

/** What is hidden on the page on the stage, marked there. */
export class StageMasks {
  readonly #session: ReplaySession;
  readonly #hidden: HiddenSearch;
  readonly #changed: () => void;
  readonly #layer = createRef<ReplayMaskLayerElement>();

  /** @param changed called when other things are marked */
  constructor(session: ReplaySession, hidden: HiddenSearch, changed: () => void) {
    this.#session = session;
    this.#hidden = hidden;
    this.#changed = changed;
  }

  /** Another page is on the stage; null for none. */
  show(replay: WindowReplay | null): void {
    this.#layer.value?.attach(
      replay && {
        frame: replay.core.frame,
        getMeta: replay.core.getMeta,
        rules: this.#session.maskingRules,
      },
    );
  }

  /** What is on the page may be elsewhere now. */
  refresh(): void {
    this.#layer.value?.refresh();
  }

  get state(): Pick<InterfaceState, 'maskCounts' | 'pointedAtShown'> {
    const layer = this.#layer.value;
    return { maskCounts: layer?.counts ?? null, pointedAtShown: layer?.highlightShown ?? false };
  }

  render(state: PlayerState): TemplateResult {
    return html`<replay-mask-layer
      ${ref(this.#layer)}
      class="masks"
      exportparts="mask, redacted"
      .shown=${state.masksShown}
      .highlighted=${highlightedIn(state)}
      .emptyCanvases=${this.#hidden.emptyCanvases(state.windowId)}
      .exposedInputs=${this.#hidden.exposedInputs(state.windowId)}
      @replay-masks-change=${this.#changed}
    ></replay-mask-layer>`;
  }
}
