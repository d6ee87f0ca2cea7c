import type { ImportOutcome } from '../../src/library/library-archive.ts';
import type { LibraryProblem } from '../../src/library/library-error.ts';
import type { LanguageTag } from './toolbar-words.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { french } from './words/fr.ts';
import { chinese } from './words/zh.ts';

/** Problems that the browser tells, or that have something to fill in. */
export interface ProblemWords extends Record<Exclude<LibraryProblem['code'], 'no-list'>, string> {
  /** There is no room. */
  readonly 'full': string;
  /** The browser keeps nothing here. */
  readonly 'unavailable': string;
  /** A file cannot be read any more. */
  readonly 'unreadable': string;
  /** @param found names of some files in it, and how many more there are */
  readonly 'no-list': (found: readonly string[], more: number) => string;
}

/** Every word of the library in one language. Sizes are bytes, counts numbers. */
export interface LibraryWords {
  readonly library: string;
  readonly stays: string;
  readonly search: string;
  readonly import: string;
  readonly export: string;
  readonly deleteAll: string;
  readonly open: string;
  readonly openNamed: (name: string) => string;
  readonly remove: string;
  readonly removeNamed: (name: string) => string;
  readonly tagsOf: (name: string) => string;
  readonly addTag: string;
  readonly addTagTo: (name: string) => string;
  readonly removeTag: (tag: string) => string;
  /** Of one that has neither pages nor an id. */
  readonly unnamed: string;
  readonly recordings: (count: number) => string;
  readonly found: (count: number) => string;
  readonly files: (count: number) => string;
  readonly used: (used: number) => string;
  /** @param quota what the browser offers in all */
  readonly usedOf: (used: number, quota: number) => string;
  readonly nothingKept: string;
  readonly howToKeep: string;
  readonly nothingFound: string;
  readonly askRemove: (name: string) => string;
  readonly askDeleteAll: (count: number) => string;
  readonly cannotBeUndone: string;
  readonly deletedAll: string;
  readonly removed: (name: string) => string;
  readonly importing: string;
  readonly exporting: string;
  readonly exported: (count: number) => string;
  readonly imported: (outcome: Pick<ImportOutcome, 'kept' | 'known'>) => string;
  /** @param names as far as they are known */
  readonly damaged: (count: number, names: readonly string[]) => string;
  readonly problems: ProblemWords;
}

const WORDS: Readonly<Record<LanguageTag, LibraryWords>> = {
  'en': english,
  'de': german,
  'fr': french,
  'es': spanish,
  'zh-Hans': chinese,
};

/** @param tag of a table of the player */
export function libraryWords(tag: string): LibraryWords {
  return WORDS[tag as LanguageTag];
}
