import { ReplayAssetsNoticeElement } from './replay-assets-notice.ts';
import { ReplayDropOverlayElement } from './replay-drop-overlay.ts';
import { ReplayEmptyOverlayElement } from './replay-empty-overlay.ts';
import { ReplayErrorOverlayElement } from './replay-error-overlay.ts';
import { ReplayFeedbackElement } from './replay-feedback.ts';
import { ReplayLoadingOverlayElement } from './replay-loading-overlay.ts';
import { ReplayStartOverlayElement } from './replay-start-overlay.ts';
import { ReplayWaitingOverlayElement } from './replay-waiting-overlay.ts';

/** The tags of the overlays. Two of them show a `replay-open-button`, so the controls are registered first. */
export const overlayElements: readonly (readonly [tag: string, element: CustomElementConstructor])[] = [
  ['replay-empty-overlay', ReplayEmptyOverlayElement],
  ['replay-loading-overlay', ReplayLoadingOverlayElement],
  ['replay-waiting-overlay', ReplayWaitingOverlayElement],
  ['replay-error-overlay', ReplayErrorOverlayElement],
  ['replay-start-overlay', ReplayStartOverlayElement],
  ['replay-drop-overlay', ReplayDropOverlayElement],
  ['replay-assets-notice', ReplayAssetsNoticeElement],
  ['replay-feedback', ReplayFeedbackElement],
];
