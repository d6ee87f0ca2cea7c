import { expect } from 'chai';
import { isMasked, LEAK_RULES } from '../../../src/core/scan/rules.ts';
import { passesVerhoeff } from '../../../src/core/scan/checksums.ts';
import { scanForLeaks } from '../../../src/core/scan/scan-for-leaks.ts';
import { TextSearcher } from '../../../src/core/scan/text-searcher.ts';
import { TimeSlicer } from '../../../src/core/time-slicer.ts';

const MEGABYTE = 1024 * 1024;
const PIECES =
  'a|1|1 |0|@|a.|a@a.|+|+1 |1-|1.|(0|-|_|.|\'|=|\\|%25|&amp;|password=|token=|Bearer |Basic aaaaaa |eyJ|eyJaaaaaaaaaaaa.|AB12 |DE89 3704 |://|://a:a|a://|http://a.|http://a@|-----BEGIN |-----BEGIN PRIVATE KEY-----|-----BEGIN A A A |sk-|sk-a|xoxb-|SG.a|AIza|deadbeef12|4111 1111 |200-555-|ü|ü.|ü@ü.|a[at]a.|jane [at] |1-1 |1_|password is |username: |"name":"pin","value":"|token key |/reset/aaaa|tel. tel |電話|0171/|DE00-AB.';

function textsOf(length: number): readonly string[] {
  return PIECES.split('|').map((piece) => piece.repeat(length / piece.length));
}

describe('LEAK_RULES', () => {
  it('have names of their own', () => {
    expect(new Set(LEAK_RULES.map(({ name }) => name)).size).to.equal(LEAK_RULES.length);
  });

  // A pattern that goes back over all that it has read needs minutes for any of these.
  for (const rule of LEAK_RULES) {
    it(`${rule.name} gets through anything, however long`, () => {
      for (const text of textsOf(MEGABYTE / 8)) {
        rule.hint?.test(text);
        for (const { 0: found } of text.matchAll(rule.pattern)) expect(found).to.not.equal('');
      }
    });
  }

  it('get through a megabyte of anything', async () => {
    const texts = textsOf(MEGABYTE).map((text) => ({
      type: 5,
      timestamp: 1,
      data: { tag: 'a', payload: text },
    }));
    let done = 0;
    await scanForLeaks(
      texts.map((event) => ({ windowId: 'w', event })),
      { person: null, markers: [] },
      {
        slicer: new TimeSlicer(() => 1000),
        signal: new AbortController().signal,
        progress: (count) => (done = count),
      },
    );
    expect(done).to.equal(texts.length);
  });

  it('get through a text in which much is found', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `person${i}@example.org`).join(' ');
    expect(new TextSearcher(LEAK_RULES).search(text, 'text')).to.have.length(1000);
  });

  for (const value of [
    'j***@example.org',
    '••••1111',
    'xxxxx@mail.example',
    'redacted',
    '[Filtered]',
    '<masked>',
  ]) {
    it(`take ${value} for masked`, () => expect(isMasked(value)).to.be.true);
  }

  for (const value of ['jane@example.org', 'a*b', 'xoxo@mail.example']) {
    it(`do not take ${value} for masked`, () => expect(isMasked(value)).to.be.false);
  }
});

describe('passesVerhoeff', () => {
  it('tells each wrong digit of a number', () => {
    const right = Array.from({ length: 10 }, (_, digit) => `23423423423${digit}`).filter(passesVerhoeff);
    expect(right).to.have.length(1);
    for (let i = 0; i < 12; i++) {
      for (let by = 1; by < 10; by++) {
        const digits = [...right[0]!];
        digits[i] = String((Number(digits[i]) + by) % 10);
        expect(passesVerhoeff(digits.join('')), digits.join('')).to.be.false;
      }
    }
    // The example of Verhoeff's method that is found everywhere.
    expect(passesVerhoeff('2363')).to.be.true;
  });
});
