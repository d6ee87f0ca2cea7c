import { formatsOf } from './formats.ts';
import type { Locale } from './locale.ts';

type Partly<T> = T extends string | ((...given: never[]) => unknown)
  ? T
  : { readonly [K in keyof T]?: Partly<T[K]> };

/** Words that a page hands in: a whole table, or a part of one. */
export type OwnWords = Partly<Omit<Locale, 'tag' | 'format'>>;

/** A table with a page's own words. @param base has the words that it leaves out */
export function withOwnWords(base: Locale, tag: string, words: OwnWords): Locale {
  return { ...(over(base, words) as Locale), tag, format: formatsOf(tag) };
}

function over(base: unknown, own: unknown): unknown {
  if (!isGroup(base) || !isGroup(own)) return own ?? base;
  const keys = Object.keys({ ...base, ...own });
  return Object.fromEntries(keys.map((key) => [key, over(base[key], own[key])]));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
