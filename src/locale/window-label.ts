import type { RecordingWindow } from '../core/recording.ts';
import type { Locale } from './locale.ts';

/** `Window 2`; empty for an unknown id. */
export function windowName(
  { common }: Locale,
  windows: readonly RecordingWindow[],
  id: string | null,
): string {
  const index = windows.findIndex((candidate) => candidate.id === id);
  return index < 0 ? '' : common.window(index + 1);
}

/** `Window 2 – /checkout`: its name and the page it began on. */
export function windowLabel(
  words: Locale,
  windows: readonly RecordingWindow[],
  window: RecordingWindow,
): string {
  const name = windowName(words, windows, window.id);
  const path = pathOf(window.href);
  return path === '' ? name : words.common.span(name, path);
}

function pathOf(href: string): string {
  // Mobile recordings name a screen, which is no address and is shown as it is.
  return URL.canParse(href) ? new URL(href).pathname : href;
}
