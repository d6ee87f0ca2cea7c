import type { TemplateResult } from 'lit';
import type { RequestHandlers } from '../events.ts';
import type { PageOutlines } from '../page-outline.ts';
import type { PlayerState } from '../player-state.ts';
import type { Panel, PanelContext, PanelOnTimeline } from './panel.ts';
import { PANELS, panelNamed } from './registry.ts';

/** The panels of one player, and which of them is open. */
export class PlayerPanels {
  readonly #panels: ReadonlyMap<string, Panel>;
  #open: string | null = null;

  constructor(context: PanelContext) {
    this.#panels = new Map(PANELS.map(({ name, create }) => [name, create(context)]));
  }

  get requests(): readonly RequestHandlers[] {
    return [...this.#panels.values()].map(({ requests }) => requests);
  }

  /** Name of the open one; null for none. Any other name counts as none. */
  get open(): string | null {
    return this.#open;
  }

  set open(name: string | null) {
    this.#open = panelNamed(name)?.name ?? null;
  }

  /** The player speaks another language. */
  languageChanged(): void {
    for (const panel of this.#panels.values()) panel.languageChanged?.();
  }

  /** What the open one shows on the timeline. */
  get onTimeline(): PanelOnTimeline {
    return this.#panels.get(this.#open ?? '')?.onTimeline ?? {};
  }

  /** What the open one outlines on the page. */
  get outlines(): PageOutlines | null {
    return this.#panels.get(this.#open ?? '')?.outlines ?? null;
  }

  /** The open one, where its place is the one that is asked about. */
  render(place: 'over' | 'beside', state: PlayerState): TemplateResult | undefined {
    const panel = panelNamed(state.panel);
    return panel?.place === place ? this.#panels.get(panel.name)?.render(state) : undefined;
  }
}
