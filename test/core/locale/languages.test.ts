import { expect } from 'chai';
import { english } from '../../../src/locale/en/index.ts';
import { LANGUAGES, saidOf, TRANSLATIONS, wordsOf } from './table.ts';

/** Texts of the samples. */
const GIVEN = /[\w./:-]*Ω[\w-]*(\.\w+)*/g;

/** Words that a language shares with English. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  'de': [
    'about.format',
    'controls.pause',
    'inspector.columns.status',
    'inspector.element',
    'inspector.facts.status',
    'inspector.person',
    'share.rules.strings',
    'takeOut.format',
    'transcript.details.normal',
  ],
  'es': ['inspector.levels.error', 'inspector.selector', 'privacy.total', 'transcript.details.normal'],
  'fr': [
    'about.compression',
    'about.format',
    'about.kinds.annotation',
    'entries.kinds.annotation',
    'entries.kinds.console',
    'entries.kinds.page',
    'inspector.facts.type',
    'inspector.views.console',
    'inspector.views.pages',
    'inspector.views.session',
    'notes.counted',
    'notes.notes',
    'privacy.occurrences',
    'privacy.total',
    'shortcuts.groups.page',
    'takeOut.format',
    'tracks.annotations',
    'transcript.details.normal',
    'transcript.heading',
  ],
  'zh-Hans': ['shortcuts.keys.end', 'shortcuts.keys.home'],
};
/** Names, numbers and signs, which are the same everywhere. */
const EVERYWHERE = /^(SHA-256|UTC|JSON|NDJSON|CSV|Markdown|WebVTT|\d+ ms|[^\p{L}]*)$/u;

describe('the words of each language', () => {
  const keys = [...wordsOf(english).keys()].sort();

  for (const locale of LANGUAGES) {
    const { tag } = locale;
    it(`are complete in ${tag}, and no more`, () => {
      expect([...wordsOf(locale).keys()].sort()).to.deep.equal(keys);
    });

    it(`are whole sentences in ${tag}, whatever they tell of`, () => {
      const odd: string[] = [];
      for (const [path, word] of wordsOf(locale)) {
        for (const text of saidOf(path, word)) {
          const isEmpty = text.trim() === '' && path !== 'takeOut.told.nothing' && path !== 'entries.named';
          if (
            isEmpty ||
            /undefined|NaN|\bnull\b|\[object|Invalid|(^|\s)# /.test(text) ||
            / {2}| $/.test(text)
          )
            odd.push(`${path}: ${JSON.stringify(text)}`);
        }
      }
      expect(odd).to.deep.equal([]);
    });
  }

  for (const locale of TRANSLATIONS) {
    const { tag } = locale;
    it(`tell in ${tag} what they tell in English`, () => {
      const words = wordsOf(locale);
      const missing: string[] = [];
      for (const [path, word] of wordsOf(english)) {
        const said = saidOf(path, words.get(path)!);
        saidOf(path, word).forEach((text, i) => {
          const lost = (text.match(GIVEN) ?? []).filter((given) => !said[i]!.includes(given));
          if (lost.length > 0) missing.push(`${path}: ${lost.join()} in ${said[i]}`);
        });
      }
      expect(missing).to.deep.equal([]);
    });

    it(`are not left in English in ${tag}`, () => {
      const words = wordsOf(locale);
      const shared = [...wordsOf(english)]
        .filter(([path, word]) => {
          const said = saidOf(path, words.get(path)!);
          const isSame = saidOf(path, word).every((text, i) => text === said[i]);
          return isSame && !said.every((text) => EVERYWHERE.test(text.replace(GIVEN, '').trim()));
        })
        .map(([path]) => path);
      expect(shared.sort()).to.deep.equal([...SHARED[tag]!].sort());
    });
  }
});
