import { expect } from '@open-wc/testing';
import { formatsOf } from '../../src/locale/formats.ts';

const { number, percent, bytes, duration, date, timeOfDay, list, plural } = formatsOf('en');

describe('formatsOf', () => {
  it('writes large numbers in groups', () => {
    expect(number(1_234_567)).to.equal('1,234,567');
    expect(number(0.25)).to.equal('0.25');
  });

  it('writes a share in percent', () => {
    expect(percent(0.16)).to.equal('16%');
  });

  it('writes one thing and several as the language has them', () => {
    const files = plural({ one: '# file', other: '# files' });
    expect([0, 1, 2, 1200].map(files)).to.deep.equal(['0 files', '1 file', '2 files', '1,200 files']);
  });

  it('joins a list in words', () => {
    expect(list(['images'])).to.equal('images');
    expect(list(['images', 'fonts'])).to.equal('images and fonts');
  });

  it('writes the date and the time of day where the user is, down to the second', () => {
    const moment = new Date(2026, 2, 4, 5, 6, 7);
    expect(date(moment)).to.include('2026');
    expect(timeOfDay(moment)).to.include('5:06:07');
  });

  it('writes in the language that was asked for', () => {
    const german = formatsOf('de');
    expect(german.bytes(12_300_000)).to.equal('12,3 MB');
    expect(german.duration(3661)).to.equal('1 Stunde 1 Minute 1 Sekunde');
    expect(german.list(['Bilder', 'Schriften'])).to.equal('Bilder und Schriften');
    expect(german.plural({ one: '# Datei', other: '# Dateien' })(1200)).to.equal('1.200 Dateien');
  });

  describe('bytes', () => {
    const cases: readonly [size: number, text: string][] = [
      [0, '0 bytes'],
      [1, '1 byte'],
      [999, '999 bytes'],
      [1000, '1 kB'],
      [12_345, '12.3 kB'],
      [99_949, '99.9 kB'],
      [99_950, '100 kB'],
      [999_499, '999 kB'],
      [999_500, '1 MB'],
      [12_300_000, '12.3 MB'],
      [75_000_000, '75 MB'],
      [2_500_000_000, '2.5 GB'],
      [5_000_000_000_000, '5,000 GB'],
    ];
    for (const [size, text] of cases) {
      it(`writes ${size} as ${text}`, () => {
        expect(bytes(size)).to.equal(text);
      });
    }
  });

  describe('duration', () => {
    const cases: readonly [seconds: number, words: string][] = [
      [0, '0 seconds'],
      [1, '1 second'],
      [62, '1 minute 2 seconds'],
      [120, '2 minutes'],
      [3600, '1 hour'],
      [3661, '1 hour 1 minute 1 second'],
      [7325.9, '2 hours 2 minutes 5 seconds'],
      [NaN, '0 seconds'],
    ];
    for (const [seconds, words] of cases) {
      it(`reads ${seconds} s as "${words}"`, () => {
        expect(duration(seconds)).to.equal(words);
      });
    }
  });
});
