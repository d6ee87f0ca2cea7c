import { html } from 'lit';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { PanelDefinition } from '../panel.ts';
import { ReplayFoundListElement } from './replay-found-list.ts';
import { ReplayTranscriptButtonElement } from './replay-transcript-button.ts';
import { ReplayTranscriptListElement } from './replay-transcript-list.ts';
import { ReplayTranscriptPanelElement } from './replay-transcript-panel.ts';
import { TranscriptPanel } from './transcript-panel.ts';

export const transcriptPanel: PanelDefinition = {
  name: 'transcript',
  title: ({ transcript }) => transcript.transcript,
  key: 'w',
  place: 'beside',
  button: {
    name: 'transcript',
    order: 26,
    room: 'wide',
    render: ({ panel, recording, shortcuts }) =>
      html`<replay-transcript-button
        exportparts="button: transcript-button"
        keyshortcuts=${ariaKeys(shortcuts, 'transcript')}
        ?open=${panel === 'transcript'}
        ?hidden=${recording === null}
      ></replay-transcript-button>`,
  },
  elements: [
    ['replay-found-list', ReplayFoundListElement],
    ['replay-transcript-list', ReplayTranscriptListElement],
    ['replay-transcript-button', ReplayTranscriptButtonElement],
    ['replay-transcript-panel', ReplayTranscriptPanelElement],
  ],
  create: (context) => new TranscriptPanel(context),
};
