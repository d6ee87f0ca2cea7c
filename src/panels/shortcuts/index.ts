import { html } from 'lit';
import { ariaKeys } from '../../shortcut-keys.ts';
import type { PanelDefinition } from '../panel.ts';
import { ReplayShortcutsButtonElement } from './replay-shortcuts-button.ts';
import { ReplayShortcutsPanelElement } from './replay-shortcuts-panel.ts';

export const shortcutsPanel: PanelDefinition = {
  name: 'shortcuts',
  title: ({ shortcuts }) => shortcuts.shortcuts,
  key: '?',
  place: 'over',
  button: {
    name: 'shortcuts',
    order: 70,
    room: 'never',
    render: ({ panel, recording, shortcuts }) =>
      html`<replay-shortcuts-button
        exportparts="button: shortcuts-button"
        keyshortcuts=${ariaKeys(shortcuts, 'shortcuts')}
        ?open=${panel === 'shortcuts'}
        ?hidden=${recording === null || shortcuts.length === 0}
      ></replay-shortcuts-button>`,
  },
  elements: [
    ['replay-shortcuts-button', ReplayShortcutsButtonElement],
    ['replay-shortcuts-panel', ReplayShortcutsPanelElement],
  ],
  create: () => ({
    requests: {},
    render: ({ shortcuts }) =>
      html`<replay-shortcuts-panel part="inspector" .shortcuts=${shortcuts}></replay-shortcuts-panel>`,
  }),
};
