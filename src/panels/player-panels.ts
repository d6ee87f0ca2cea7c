import type { TemplateResult } from 'lit';
import type { RequestHandlers } from '../events.ts';
import type { InterfaceState, PlayerState } from '../player-state.ts';
import type { Panel, PanelContext, PanelOnTimeline } from './panel.ts';
import { PANELS, panelNamed } from './registry.ts';

const BUTTONS = PANELS.map(({ button }) => button);

/** The panels of one player, and which of them is open. */
export class PlayerPanels {
  readonly #context: PanelContext;
  readonly #panels: ReadonlyMap<string, Panel>;
  #open: string | null = null;

  constructor(context: PanelContext) {
    this.#context = context;
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
    const before = this.#open;
    this.#open = panelNamed(name)?.name ?? null;
    // What is picked, or pointed at, belongs to the panel that was open.
    if (before !== this.#open) this.#context.stageModes.leave('pick', 'point');
  }

  /** The player speaks another language. */
  languageChanged(): void {
    for (const panel of this.#panels.values()) panel.languageChanged?.();
  }

  /** What the open one shows on the timeline. */
  get onTimeline(): PanelOnTimeline {
    return this.#panels.get(this.#open ?? '')?.onTimeline ?? {};
  }

  /** The open one shows what is hidden in the recording. */
  get showsHidden(): boolean {
    return panelNamed(this.#open)?.showsHidden === true;
  }

  /** A panel shows as soon as there is a recording. */
  get state(): Pick<InterfaceState, 'panel' | 'panelButtons' | 'outlines' | 'found'> {
    return {
      panel: this.#context.player.recording ? this.#open : null,
      panelButtons: BUTTONS,
      outlines: this.#panels.get(this.#open ?? '')?.outlines ?? null,
      found: this.onTimeline.found ?? null,
    };
  }

  /** The open one, where its place is the one that is asked about. */
  render(place: 'over' | 'beside', state: PlayerState): TemplateResult | undefined {
    const panel = panelNamed(state.panel);
    return panel?.place === place ? this.#panels.get(panel.name)?.render(state) : undefined;
  }
}
