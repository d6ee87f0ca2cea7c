import { expect } from 'chai';
import { english } from '../../../src/locale/en/index.ts';
import { findLocale, followOwnWords, registerLocale } from '../../../src/locale/find-locale.ts';
import type { Locale } from '../../../src/locale/locale.ts';

async function foundFor(tag: string): Promise<Locale> {
  const { locale, loading } = findLocale(tag);
  return (await loading) ?? locale;
}

describe('findLocale', () => {
  const found = [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch-1996', 'de'],
    ['de-DE-u-co-phonebk', 'de'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-SG', 'zh-Hans'],
    ['zh-TW', 'en'],
    ['zh-Hant', 'en'],
    ['nl', 'en'],
    ['tlh', 'en'],
    ['', 'en'],
    ['de_DE', 'en'],
    ['no language', 'en'],
    ['constructor', 'en'],
  ] as const;
  for (const [tag, expected] of found) {
    it(`finds ${expected} for “${tag}”`, async () => {
      expect((await foundFor(tag)).tag).to.equal(expected);
    });
  }

  it('has words at once that were loaded before', async () => {
    const german = await foundFor('de');
    expect(findLocale('de-AT')).to.deep.equal({ locale: german });
  });
});

describe('registerLocale', () => {
  it('adds a language, in which what is left out is English', async () => {
    registerLocale('nl-NL', { controls: { play: 'Afspelen', rate: (rate) => `${rate} keer` } });
    const dutch = await foundFor('nl-NL');
    expect(dutch.tag).to.equal('nl-NL');
    expect(dutch.controls.play).to.equal('Afspelen');
    expect(dutch.controls.rate(2)).to.equal('2 keer');
    expect(dutch.controls.pause).to.equal('Pause');
    expect(dutch.format.number(1234.5)).to.equal('1.234,5');
    expect((await foundFor('nl-BE')).controls.play).to.equal('Play');
    expect(await foundFor('nl-NL')).to.equal(dutch);
  });

  it('puts other words in place of those of a language, of which the rest stays', async () => {
    registerLocale('de-AT', { share: { fields: { strings: { label: 'Wörter' } } } });
    const austrian = await foundFor('de-AT');
    expect(austrian.share.fields.strings).to.deep.equal({
      label: 'Wörter',
      hint: 'Einer pro Zeile. Werden überall entfernt.',
    });
    expect(austrian.controls.play).to.equal('Abspielen');
    expect((await foundFor('de')).share.fields.strings.label).to.equal('Texte');
  });

  it('serves a script by any tag of it', async () => {
    registerLocale('zh-Hant', { controls: { play: '播放影片' } });
    expect((await foundFor('zh-TW')).controls.play).to.equal('播放影片');
    expect((await foundFor('zh-CN')).controls.play).to.equal('播放');
  });

  it('takes the last words that were handed in, and says so', async () => {
    let calls = 0;
    const end = followOwnWords(() => calls++);
    registerLocale('en', { controls: { play: 'Go' } });
    registerLocale('EN', { controls: { pause: 'Halt' } });
    end();
    registerLocale('en', {});
    expect(calls).to.equal(2);
    expect((await foundFor('en')).controls).to.deep.equal(english.controls);
  });

  it('refuses what is no tag', () => {
    expect(() => registerLocale('no tag', {})).to.throw(RangeError);
  });
});
