import { ReplayAboutButtonElement } from './about/replay-about-button.ts';
import { ReplayAboutPanelElement } from './about/replay-about-panel.ts';
import { ReplayCopyTextElement } from './about/replay-copy-text.ts';
import { ReplayPrivacyButtonElement } from './privacy/replay-privacy-button.ts';
import { ReplayPrivacyPanelElement } from './privacy/replay-privacy-panel.ts';
import { ReplayCopyMakerElement } from './share/replay-copy-maker.ts';
import { ReplayLeakListElement } from './share/replay-leak-list.ts';
import { ReplayRedactFormElement } from './share/replay-redact-form.ts';
import { ReplayShareButtonElement } from './share/replay-share-button.ts';
import { ReplaySharePanelElement } from './share/replay-share-panel.ts';

/** The tags of the panels, of what they are made of, and of the buttons that open them. Registering them is left to the importer. */
export const panelElements: readonly (readonly [tag: string, element: CustomElementConstructor])[] = [
  ['replay-privacy-button', ReplayPrivacyButtonElement],
  ['replay-privacy-panel', ReplayPrivacyPanelElement],
  ['replay-leak-list', ReplayLeakListElement],
  ['replay-redact-form', ReplayRedactFormElement],
  ['replay-copy-maker', ReplayCopyMakerElement],
  ['replay-share-button', ReplayShareButtonElement],
  ['replay-share-panel', ReplaySharePanelElement],
  ['replay-copy-text', ReplayCopyTextElement],
  ['replay-about-button', ReplayAboutButtonElement],
  ['replay-about-panel', ReplayAboutPanelElement],
];
