import { german } from './de/index.ts';
import { spanish } from './es/index.ts';
import { french } from './fr/index.ts';
import type { Locale } from './locale.ts';
import { chinese } from './zh/index.ts';

/** What `languages.ts` is in the one-file build, which has no chunks. */
export const LANGUAGES: Readonly<Partial<Record<string, () => Promise<Locale>>>> = {
  'de': () => Promise.resolve(german),
  'es': () => Promise.resolve(spanish),
  'fr': () => Promise.resolve(french),
  'zh-Hans': () => Promise.resolve(chinese),
};
