import { pageName } from '../core/page-name.ts';
import type { RecordingInfo } from '../core/recording.ts';
import type { Locale } from './locale.ts';

/** `shop.example/checkout`: a recording goes by its first page, else by the id of its session or its number. */
export function recordingName({ controls }: Locale, { windows, id }: RecordingInfo, number: number): string {
  const href = windows[0]?.href ?? '';
  return pageName(href) || id || controls.unnamedRecording(number);
}
