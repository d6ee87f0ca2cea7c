import { html } from 'lit';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { PanelDefinition } from '../panel.ts';
import { InspectorPanel } from './inspector-panel.ts';
import { ReplayEntryDetailsElement } from './replay-entry-details.ts';
import { ReplayEntryListElement } from './replay-entry-list.ts';
import { ReplayInspectorButtonElement } from './replay-inspector-button.ts';
import { ReplayInspectorPanelElement } from './replay-inspector-panel.ts';
import { ReplaySessionFactsElement } from './replay-session-facts.ts';
import { ReplayValueElement } from './replay-value.ts';

export const inspectorPanel: PanelDefinition = {
  name: 'inspector',
  title: ({ inspector }) => inspector.inspector,
  key: 'e',
  place: 'beside',
  button: {
    name: 'inspector',
    order: 25,
    room: 'always',
    render: ({ panel, recording, shortcuts }) =>
      html`<replay-inspector-button
        exportparts="button: inspector-button"
        keyshortcuts=${ariaKeys(shortcuts, 'inspector')}
        ?open=${panel === 'inspector'}
        ?hidden=${recording === null}
      ></replay-inspector-button>`,
  },
  elements: [
    ['replay-value', ReplayValueElement],
    ['replay-entry-details', ReplayEntryDetailsElement],
    ['replay-entry-list', ReplayEntryListElement],
    ['replay-session-facts', ReplaySessionFactsElement],
    ['replay-inspector-button', ReplayInspectorButtonElement],
    ['replay-inspector-panel', ReplayInspectorPanelElement],
  ],
  create: (context) => new InspectorPanel(context),
};
