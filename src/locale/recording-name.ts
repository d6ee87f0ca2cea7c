import type { RecordingInfo } from '../core/recording.ts';
import type { Locale } from './locale.ts';

/** `shop.example/checkout`: a recording goes by its first page, else by the id of its session or its number. */
export function recordingName({ controls }: Locale, { windows, id }: RecordingInfo, number: number): string {
  const href = windows[0]?.href ?? '';
  return pageName(href) || id || controls.unnamedRecording(number);
}

function pageName(href: string): string {
  // Mobile recordings name a screen, which is no address and is shown as it is.
  if (!URL.canParse(href)) return href;
  const { host, pathname } = new URL(href);
  return host + pathname;
}
