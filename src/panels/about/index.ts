import { html } from 'lit';
import { saveExport } from '../../copies/save-file.ts';
import { LatestJob } from '../../core/latest-job.ts';
import type { RequestHandlers } from '../../events.ts';
import { messageOf } from '../../locale/describe.ts';
import { localeOf } from '../../locale/locale-of.ts';
import type { PlayerState } from '../../player-state.ts';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { Panel, PanelContext, PanelDefinition, PanelPlayer } from '../panel.ts';
import { ReplayAboutButtonElement } from './replay-about-button.ts';
import { ReplayAboutPanelElement } from './replay-about-panel.ts';
import { ReplayCopyTextElement } from './replay-copy-text.ts';

/** What is known about the recording, and the way to a repaired copy of it. */
class AboutPanel implements Panel {
  readonly #player: PanelPlayer;
  readonly #session: PanelContext['session'];
  readonly #saving: LatestJob<void>;
  readonly requests: RequestHandlers = {
    'replay-save-request': () => this.#save(),
    'replay-costly-request': () => this.#session.costConsent.give(),
  };

  constructor({ player, session }: PanelContext) {
    this.#player = player;
    this.#session = session;
    this.#saving = new LatestJob(
      () => player.requestUpdate(),
      (thrown) => messageOf(localeOf(player), thrown),
    );
    player.addEventListener('emptied', () => this.#saving.stop());
  }

  render({ recording, complete, blocked, activeDuration, clock }: PlayerState) {
    const { state } = this.#saving;
    return html`<replay-about-panel
      part="inspector"
      .recording=${recording}
      .activeDuration=${activeDuration}
      .clock=${clock.wall}
      .blocked=${blocked}
      ?complete=${complete}
      ?shows-costly=${this.#session.costConsent.given}
      ?saving=${state.step === 'running'}
      .saveError=${state.step === 'failed' ? state.message : ''}
    ></replay-about-panel>`;
  }

  #save(): void {
    void this.#saving.start(async (controls) => {
      const blob = await this.#player.exportRecording({ format: '2023-04-28', ...controls });
      saveExport(blob, '2023-04-28', this.#player.recording);
    });
  }
}

export const aboutPanel: PanelDefinition = {
  name: 'about',
  title: ({ about }) => about.about,
  key: 'i',
  place: 'over',
  button: {
    name: 'about',
    order: 55,
    room: 'never',
    render: ({ panel, recording, shortcuts }) =>
      html`<replay-about-button
        exportparts="button: about-button"
        keyshortcuts=${ariaKeys(shortcuts, 'about')}
        ?open=${panel === 'about'}
        ?hidden=${recording === null}
        .count=${recording?.warnings.length ?? 0}
      ></replay-about-button>`,
  },
  elements: [
    ['replay-copy-text', ReplayCopyTextElement],
    ['replay-about-button', ReplayAboutButtonElement],
    ['replay-about-panel', ReplayAboutPanelElement],
  ],
  create: (context) => new AboutPanel(context),
};
