import { html } from 'lit';
import type { HiddenThing } from '../../core/hidden/hidden-things.ts';
import type { RequestHandlers } from '../../events.ts';
import { goToMoment } from '../../steps/marked-places.ts';
import type { PlayerState } from '../../player-state.ts';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { Panel, PanelContext, PanelDefinition } from '../panel.ts';
import { ReplayPrivacyButtonElement } from './replay-privacy-button.ts';
import { ReplayPrivacyPanelElement } from './replay-privacy-panel.ts';

/** Seconds after it has come in which something hidden is gone to, so that it is on the page. */
const ARRIVAL = 0.01;

/** What is hidden in the recording, and the way to each place. */
class PrivacyPanel implements Panel {
  readonly #context: PanelContext;
  readonly requests: RequestHandlers = { 'replay-hidden-request': ({ thing }) => this.#pointAt(thing) };

  constructor(context: PanelContext) {
    this.#context = context;
  }

  render(state: PlayerState) {
    const { stageMode } = state;
    return html`<replay-privacy-panel
      part="inspector"
      .findings=${state.hidden}
      .counts=${state.maskCounts}
      .windows=${state.recording?.windows ?? []}
      .duration=${state.duration}
      .clock=${state.clock.wall}
      .currentTime=${state.currentTime}
      .current=${stageMode.type === 'point' ? stageMode.thing : null}
      ?shown=${state.masksShown}
      ?complete=${state.complete}
      ?in-sight=${state.pointedAtShown}
    ></replay-privacy-panel>`;
  }

  /** Shows the moment at which something hidden has come to the page, and outlines it. */
  #pointAt(thing: HiddenThing): void {
    const { player, session, stageModes } = this.#context;
    const time = Math.min(thing.start + ARRIVAL, player.duration);
    stageModes.enter({ type: 'point', thing, end: thing.end + ARRIVAL });
    player.masks = 'show';
    goToMoment(player, session.playback.timeline, { time, windowId: thing.windowId });
  }
}

export const privacyPanel: PanelDefinition = {
  name: 'privacy',
  title: ({ privacy }) => privacy.privacy,
  key: 'h',
  place: 'over',
  showsHidden: true,
  button: {
    name: 'privacy',
    order: 28,
    room: 'any',
    render: ({ panel, masksShown, maskCounts, shortcuts }) =>
      html`<replay-privacy-button
        exportparts="button: privacy-button"
        keyshortcuts=${ariaKeys(shortcuts, 'privacy')}
        ?open=${panel === 'privacy'}
        ?shown=${masksShown}
        .count=${Object.values(maskCounts ?? {}).reduce((sum, count) => sum + count, 0)}
      ></replay-privacy-button>`,
  },
  elements: [
    ['replay-privacy-button', ReplayPrivacyButtonElement],
    ['replay-privacy-panel', ReplayPrivacyPanelElement],
  ],
  create: (context) => new PrivacyPanel(context),
};
