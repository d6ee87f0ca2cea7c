import { nextTask } from '../core/time-slicer.ts';

/** Resolves when what was changed is on screen; soon, in a page that is not visible and never painted. */
export async function nextPaint(): Promise<void> {
  if (document.visibilityState !== 'hidden') await new Promise(requestAnimationFrame);
  // The frame is painted in the task that this one follows.
  await nextTask();
}
