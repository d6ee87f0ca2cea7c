import type { Locale } from './locale.ts';

/**
 * The languages besides English, by their tags, and how their words are loaded. Each is a chunk of its own: nobody
 * loads the words of a language that no player on the page speaks.
 */
export const LANGUAGES: Readonly<Partial<Record<string, () => Promise<Locale>>>> = {
  'de': async () => (await import('./de/index.ts')).german,
  'es': async () => (await import('./es/index.ts')).spanish,
  'fr': async () => (await import('./fr/index.ts')).french,
  'zh-Hans': async () => (await import('./zh/index.ts')).chinese,
};
