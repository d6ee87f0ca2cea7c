import type { RecordingWindow } from '../core/recording.ts';
import { strings } from './strings.ts';

/** `Window 2`: windows go by their number, as their ids mean nothing to a reader. Empty for an unknown id. */
export function windowName(windows: readonly RecordingWindow[], id: string | null): string {
  const index = windows.findIndex((candidate) => candidate.id === id);
  return index < 0 ? '' : strings.window(index + 1);
}

/** `Window 2 – /checkout`: its name and the page it began on. */
export function windowLabel(windows: readonly RecordingWindow[], window: RecordingWindow): string {
  const name = windowName(windows, window.id);
  const path = pathOf(window.href);
  return path === '' ? name : `${name} – ${path}`;
}

function pathOf(href: string): string {
  // Mobile recordings name a screen, which is no address and is shown as it is.
  return URL.canParse(href) ? new URL(href).pathname : href;
}
