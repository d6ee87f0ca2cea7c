import { ReplayCaptionsMenuElement } from './replay-captions-menu.ts';
import { ReplayChapterMenuElement } from './replay-chapter-menu.ts';
import { ReplayControlBarElement } from './replay-control-bar.ts';
import { ReplayFullscreenButtonElement } from './replay-fullscreen-button.ts';
import { ReplayIdleMenuElement } from './replay-idle-menu.ts';
import { ReplayInspectButtonElement } from './replay-inspect-button.ts';
import { ReplayLinkButtonElement } from './replay-link-button.ts';
import { ReplayMasksButtonElement } from './replay-masks-button.ts';
import { ReplayMenuElement } from './replay-menu.ts';
import { ReplayMoreMenuElement } from './replay-more-menu.ts';
import { ReplayOpenButtonElement } from './replay-open-button.ts';
import { ReplayPlayButtonElement } from './replay-play-button.ts';
import { ReplayPlaylistControlsElement } from './replay-playlist-controls.ts';
import { ReplaySizeMenuElement } from './replay-size-menu.ts';
import { ReplaySpeedMenuElement } from './replay-speed-menu.ts';
import { ReplayTimeDisplayElement } from './replay-time-display.ts';
import { ReplayLoopRangeElement } from './timeline/replay-loop-range.ts';
import { ReplayTimelineBrushElement } from './timeline/replay-timeline-brush.ts';
import { ReplayTimeRangeElement } from './timeline/replay-time-range.ts';
import { ReplayWindowMenuElement } from './replay-window-menu.ts';

/** The tags of the controls, each after those that it uses itself. Registering them is left to the importer. */
export const controlElements: readonly (readonly [tag: string, element: CustomElementConstructor])[] = [
  ['replay-menu', ReplayMenuElement],
  ['replay-play-button', ReplayPlayButtonElement],
  ['replay-loop-range', ReplayLoopRangeElement],
  ['replay-timeline-brush', ReplayTimelineBrushElement],
  ['replay-time-range', ReplayTimeRangeElement],
  ['replay-time-display', ReplayTimeDisplayElement],
  ['replay-window-menu', ReplayWindowMenuElement],
  ['replay-idle-menu', ReplayIdleMenuElement],
  ['replay-speed-menu', ReplaySpeedMenuElement],
  ['replay-size-menu', ReplaySizeMenuElement],
  ['replay-chapter-menu', ReplayChapterMenuElement],
  ['replay-captions-menu', ReplayCaptionsMenuElement],
  ['replay-masks-button', ReplayMasksButtonElement],
  ['replay-link-button', ReplayLinkButtonElement],
  ['replay-inspect-button', ReplayInspectButtonElement],
  ['replay-open-button', ReplayOpenButtonElement],
  ['replay-fullscreen-button', ReplayFullscreenButtonElement],
  ['replay-playlist-controls', ReplayPlaylistControlsElement],
  ['replay-more-menu', ReplayMoreMenuElement],
  ['replay-control-bar', ReplayControlBarElement],
];
