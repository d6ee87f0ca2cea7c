import { german } from '../../../src/locale/de/index.ts';
import { english } from '../../../src/locale/en/index.ts';
import { spanish } from '../../../src/locale/es/index.ts';
import { french } from '../../../src/locale/fr/index.ts';
import type { Locale } from '../../../src/locale/locale.ts';
import { chinese } from '../../../src/locale/zh/index.ts';
import { samplesOf } from './samples.ts';

export const LANGUAGES: readonly Locale[] = [english, german, spanish, french, chinese];
export const TRANSLATIONS = LANGUAGES.filter((locale) => locale !== english);

type Word = string | ((...given: readonly unknown[]) => string);

/** The words of a table by their paths, such as `controls.play`. */
export function wordsOf({ tag: _tag, format: _format, ...groups }: Locale): ReadonlyMap<string, Word> {
  return new Map(wordsIn('', groups));
}

function* wordsIn(path: string, value: object): Generator<[string, Word]> {
  for (const [key, inner] of Object.entries(value)) {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof inner === 'object') yield* wordsIn(here, inner as object);
    else yield [here, inner as Word];
  }
}

/** What is said under a path, with each of its samples. */
export function saidOf(path: string, word: Word): readonly string[] {
  return typeof word === 'string' ? [word] : samplesOf(path).map((given) => word(...given));
}
