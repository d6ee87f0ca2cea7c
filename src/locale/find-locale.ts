import { english } from './en/index.ts';
import { LANGUAGES } from './languages.ts';
import type { Locale } from './locale.ts';
import { type OwnWords, withOwnWords } from './own-words.ts';

/** A language's words, as far as they are there already. */
interface Known {
  readonly locale: Locale;
  /** Resolves with words that fit better; undefined where there are none to wait for. */
  readonly loading?: Promise<Locale>;
}

const own = new Map<string, OwnWords>();
/** Tables that were loaded or put together, by tag. A page's own words make those of its language obsolete. */
const loaded = new Map<string, Locale>([['en', english]]);
const made = new Map<string, Locale>();
const followers = new Set<() => void>();

/**
 * Hands in words of your own for players of a language: a new one, or others for one that they speak. What the table
 * leaves out is said in the player's own words of that language, or in English. Players that are there already take it
 * on.
 *
 * @param tag of the language by BCP 47, as in `lang`
 * @param words a whole table, or a part of one; sentences about what is counted or measured are functions
 * @throws RangeError for a tag that is none
 */
export function registerLocale(tag: string, words: OwnWords): void {
  own.set(new Intl.Locale(tag).baseName, words);
  made.clear();
  for (const follow of followers) follow();
}

/** Calls back after each `registerLocale`. @returns what ends it */
export function followOwnWords(follow: () => void): () => void {
  followers.add(follow);
  return () => followers.delete(follow);
}

/** The words for a language; English for one that nobody has words for. @param tag by BCP 47, as in `lang` */
export function findLocale(tag: string): Known {
  const tags = tagsFor(tag);
  const ownTag = tags.find((candidate) => own.has(candidate));
  const base = findLoaded(tags);
  if (ownTag === undefined) return base;
  return {
    locale: withOwn(ownTag, base.locale),
    ...(base.loading && { loading: base.loading.then((locale) => withOwn(ownTag, locale)) }),
  };
}

function findLoaded(tags: readonly string[]): Known {
  for (const tag of tags) {
    const locale = loaded.get(tag);
    if (locale) return { locale };
    const loading = LANGUAGES[tag]?.().then((locale) => {
      loaded.set(tag, locale);
      return locale;
    });
    if (loading) return { locale: english, loading };
  }
  return { locale: english };
}

/** The same object until other words are handed in. */
function withOwn(tag: string, base: Locale): Locale {
  const key = `${tag} ${base.tag}`;
  const locale = made.get(key) ?? withOwnWords(base, tag, own.get(tag) ?? {});
  made.set(key, locale);
  return locale;
}

/** Tags whose words fit a language, those that fit best first; of another script none fits: `zh-TW` is not `zh-Hans`. */
function tagsFor(tag: string): readonly string[] {
  const wanted = localeNamed(tag);
  if (!wanted) return [];
  const parts = wanted.baseName.split('-');
  const { language, script } = wanted.maximize();
  const shorter = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  // Of a rare language nobody knows the script.
  const likely = script === undefined ? language : `${language}-${script}`;
  return [...shorter, likely, language].filter(
    (candidate) => new Intl.Locale(candidate).maximize().script === script,
  );
}

/** What a page says in `lang` may be anything. */
function localeNamed(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}
