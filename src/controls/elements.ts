import { ReplayAboutButtonElement } from '../panels/about/replay-about-button.ts';
import { ReplayAboutPanelElement } from '../panels/about/replay-about-panel.ts';
import { ReplayControlBarElement } from './replay-control-bar.ts';
import { ReplayCopyTextElement } from '../panels/about/replay-copy-text.ts';
import { ReplayFullscreenButtonElement } from './replay-fullscreen-button.ts';
import { ReplayIdleMenuElement } from './replay-idle-menu.ts';
import { ReplayInspectButtonElement } from './replay-inspect-button.ts';
import { ReplayMenuElement } from './replay-menu.ts';
import { ReplayOpenButtonElement } from './replay-open-button.ts';
import { ReplayPlayButtonElement } from './replay-play-button.ts';
import { ReplayPlaylistControlsElement } from './replay-playlist-controls.ts';
import { ReplayPrivacyButtonElement } from '../panels/privacy/replay-privacy-button.ts';
import { ReplayPrivacyPanelElement } from '../panels/privacy/replay-privacy-panel.ts';
import { ReplayCopyMakerElement } from '../panels/share/replay-copy-maker.ts';
import { ReplayLeakListElement } from '../panels/share/replay-leak-list.ts';
import { ReplayRedactFormElement } from '../panels/share/replay-redact-form.ts';
import { ReplayShareButtonElement } from '../panels/share/replay-share-button.ts';
import { ReplaySharePanelElement } from '../panels/share/replay-share-panel.ts';
import { ReplaySpeedMenuElement } from './replay-speed-menu.ts';
import { ReplayTimeDisplayElement } from './replay-time-display.ts';
import { ReplayTimeRangeElement } from './timeline/replay-time-range.ts';
import { ReplayWindowMenuElement } from './replay-window-menu.ts';

/** The tags of the controls, each after those that it uses itself. Registering them is left to the importer. */
export const controlElements: readonly (readonly [tag: string, element: CustomElementConstructor])[] = [
  ['replay-menu', ReplayMenuElement],
  ['replay-play-button', ReplayPlayButtonElement],
  ['replay-time-range', ReplayTimeRangeElement],
  ['replay-time-display', ReplayTimeDisplayElement],
  ['replay-window-menu', ReplayWindowMenuElement],
  ['replay-idle-menu', ReplayIdleMenuElement],
  ['replay-speed-menu', ReplaySpeedMenuElement],
  ['replay-inspect-button', ReplayInspectButtonElement],
  ['replay-privacy-button', ReplayPrivacyButtonElement],
  ['replay-privacy-panel', ReplayPrivacyPanelElement],
  ['replay-leak-list', ReplayLeakListElement],
  ['replay-redact-form', ReplayRedactFormElement],
  ['replay-copy-maker', ReplayCopyMakerElement],
  ['replay-share-button', ReplayShareButtonElement],
  ['replay-share-panel', ReplaySharePanelElement],
  ['replay-open-button', ReplayOpenButtonElement],
  ['replay-fullscreen-button', ReplayFullscreenButtonElement],
  ['replay-copy-text', ReplayCopyTextElement],
  ['replay-about-button', ReplayAboutButtonElement],
  ['replay-about-panel', ReplayAboutPanelElement],
  ['replay-playlist-controls', ReplayPlaylistControlsElement],
  ['replay-control-bar', ReplayControlBarElement],
];
