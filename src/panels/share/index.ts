import { html } from 'lit';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { PanelDefinition } from '../panel.ts';
import { ReplayCopyCheckElement } from './replay-copy-check.ts';
import { ReplayCopyMakerElement } from './replay-copy-maker.ts';
import { ReplayLeakListElement } from './replay-leak-list.ts';
import { ReplayRedactFormElement } from './replay-redact-form.ts';
import { ReplayShareButtonElement } from './replay-share-button.ts';
import { ReplaySharePanelElement } from './replay-share-panel.ts';
import { SharePanel } from './share-panel.ts';

export const sharePanel: PanelDefinition = {
  name: 'share',
  title: ({ share }) => share.share,
  key: 's',
  place: 'over',
  button: {
    name: 'share',
    order: 40,
    room: 'wide',
    render: ({ panel, recording, shortcuts }) =>
      html`<replay-share-button
        exportparts="button: share-button"
        keyshortcuts=${ariaKeys(shortcuts, 'share')}
        ?open=${panel === 'share'}
        ?hidden=${recording === null}
      ></replay-share-button>`,
  },
  elements: [
    ['replay-leak-list', ReplayLeakListElement],
    ['replay-redact-form', ReplayRedactFormElement],
    ['replay-copy-maker', ReplayCopyMakerElement],
    ['replay-copy-check', ReplayCopyCheckElement],
    ['replay-share-button', ReplayShareButtonElement],
    ['replay-share-panel', ReplaySharePanelElement],
  ],
  create: (context) => new SharePanel(context),
};
