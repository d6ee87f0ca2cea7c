import { german } from '../../src/locale/de/index.ts';
import { english } from '../../src/locale/en/index.ts';
import { spanish } from '../../src/locale/es/index.ts';
import { french } from '../../src/locale/fr/index.ts';
import type { Locale } from '../../src/locale/locale.ts';
import { chinese } from '../../src/locale/zh/index.ts';

export const LANGUAGES: readonly Locale[] = [english, german, spanish, french, chinese];

/** English whose every word is two fifths longer, as those of a language to come may be. */
export const stretched = changed(english, (texts) => texts[0]!.replace(/\p{L}{2,}/gu, stretch)) as Locale;

/** Of each text, the longest that there is in any language. */
export const longest = changed(english, (texts) =>
  texts.reduce((text, other) => (other.length > text.length ? other : text)),
) as Locale;

function stretch(word: string): string {
  return word + word.slice(-1).repeat(Math.ceil(word.length * 0.4));
}

/** A table made of those of all languages. @param choose given what each says, English first */
function changed(table: Locale, choose: (texts: readonly string[]) => string): unknown {
  const { tag, format } = table;
  const groups = LANGUAGES.map(({ tag: _tag, format: _format, ...words }) => words);
  return { ...(together(groups, choose) as object), tag, format };
}

function together(values: readonly unknown[], choose: (texts: readonly string[]) => string): unknown {
  const [first] = values;
  // A sentence may depend on what it tells of in one language and not in another.
  if (values.some((value) => typeof value === 'function'))
    return (...given: unknown[]) =>
      choose(
        values.map((value) =>
          typeof value === 'function' ? (Reflect.apply(value, null, given) as string) : String(value),
        ),
      );
  if (typeof first === 'string') return choose(values as readonly string[]);
  const inner = (key: string) => values.map((value) => (value as Record<string, unknown>)[key]);
  return Object.fromEntries(Object.keys(first as object).map((key) => [key, together(inner(key), choose)]));
}
