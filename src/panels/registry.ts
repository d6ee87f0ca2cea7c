import { aboutPanel } from './about/index.ts';
import { inspectorPanel } from './inspector/index.ts';
import { notesPanel } from './notes/index.ts';
import type { PanelDefinition } from './panel.ts';
import { privacyPanel } from './privacy/index.ts';
import { ReplayPanelDockElement } from './replay-panel-dock.ts';
import { sharePanel } from './share/index.ts';
import { shortcutsPanel } from './shortcuts/index.ts';
import { transcriptPanel } from './transcript/index.ts';

/** All panels. A new one is a folder with an `index.ts` and a line here. */
export const PANELS: readonly PanelDefinition[] = [
  inspectorPanel,
  transcriptPanel,
  notesPanel,
  privacyPanel,
  aboutPanel,
  sharePanel,
  shortcutsPanel,
];

/** The tags of the panels and of their buttons. Registering them is left to the importer. */
export const panelElements = [
  ['replay-panel-dock', ReplayPanelDockElement] as const,
  ...PANELS.flatMap(({ elements }) => elements),
];

export function panelNamed(name: string | null): PanelDefinition | null {
  return PANELS.find((panel) => panel.name === name) ?? null;
}
