import type { PanelContext } from './panel.ts';

/** Seeks to a moment in a window: seconds from the start of the recording. */
export function goToMoment({ player, session }: PanelContext, time: number, windowId: string): void {
  const { timeline } = session.playback;
  const position = timeline?.positionAt(timeline.startAt + time * 1000);
  // Which window is shown then is the reader's choice, unless it is not the one to see.
  if (windowId !== '' && position && position.windowId !== windowId) player.windowId = windowId;
  player.currentTime = time;
}

/** Seconds before something that its moment begins: what led to it is seen. */
const LEAD = 0.1;

/** Seeks to just before something that happened. */
export function goToBefore(
  context: PanelContext,
  { time, windowId }: { readonly time: number; readonly windowId: string },
): void {
  goToMoment(context, Math.max(0, time - LEAD), windowId);
}
