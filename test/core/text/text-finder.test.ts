import { expect } from 'chai';
import { RuleError } from '../../../src/core/rule-error.ts';
import { SoughtTexts } from '../../../src/core/text/sought-texts.ts';
import { TextFinder, type TextKind } from '../../../src/core/text/text-finder.ts';
import { starsInstead } from '../../../src/core/text/stars.ts';
import { patternsOf } from '../../../src/core/redact/text-patterns.ts';
import type { RedactRules, RuleRef } from '../../../src/core/redact/rules.ts';

const RULE: RuleRef = { rule: 'selectors', index: 0 };
const EMAIL = 'zoë.quint+1@example.org';
const NAME = 'Zoë "Q" Quint & Söhne';
const BASE64 = btoa(String.fromCharCode(...new TextEncoder().encode(`{"user":"${EMAIL}"}`)));

function masked(hidden: readonly string[], text: string, kind: TextKind = 'content'): string {
  const sought = new SoughtTexts<RuleRef>();
  for (const content of hidden) sought.addContent(content, RULE);
  return starsInstead(text, new TextFinder(sought, []).find(text, kind));
}

describe('TextFinder', () => {
  const found: readonly (readonly [title: string, hidden: string, text: string, left: string])[] = [
    ['as it is', NAME, `by ${NAME}.`, 'by *** *** ***** * *****.'],
    ['in capitals', NAME, `by ${NAME.toUpperCase()}.`, 'by *** *** ***** * *****.'],
    ['a word as long as a text', 'quint'.repeat(60), `a ${'quint'.repeat(60)} z`, `a ${'*'.repeat(300)} z`],
    ['with other spaces', 'Jane van Roe', 'a Jane\n  van\u00a0Roe z', 'a ****\n  ***\u00a0*** z'],
    ['with a soft hyphen', 'Jane van Roe', 'Jane v\u00adan Roe', '**** **** ***'],
    [
      'percent-encoded',
      EMAIL,
      `?m=${encodeURIComponent(EMAIL)}&x=1`,
      `?m=${'*'.repeat(encodeURIComponent(EMAIL).length)}&x=1`,
    ],
    ['percent-encoded in lower case', 'Zoë Quint', '?m=zo%c3%ab%20quint', `?m=${'*'.repeat(16)}`],
    ['percent-encoded in Latin-1', 'Zoë Quint', '?n=Zo%EB%20Quint', `?n=${'*'.repeat(13)}`],
    [
      'form-encoded',
      NAME,
      new URLSearchParams({ n: NAME }).toString(),
      `n=${'*'.repeat(new URLSearchParams({ n: NAME }).toString().length - 2)}`,
    ],
    [
      'encoded twice',
      EMAIL,
      encodeURIComponent(encodeURIComponent(EMAIL)),
      '*'.repeat(encodeURIComponent(encodeURIComponent(EMAIL)).length),
    ],
    ['HTML-escaped', 'Tom & "Jo"', '<b>Tom &amp; &quot;Jo&quot;</b>', '<b>*** ***** **************</b>'],
    [
      'as references',
      'Zoë Quint',
      'Zo&euml; Quint, Zo&#235; Quint, Zo&#xEB; Quint',
      '******** *****, ******** *****, ******** *****',
    ],
    ['JSON-escaped', NAME, JSON.stringify({ n: NAME }), '{"n":"*** ***** ***** * *****"}'],
    ['with escaped letters', 'Zoë Quint', '{"n":"Zo\\u00eb Quint"}', '{"n":"******** *****"}'],
    ['in JSON in JSON', NAME, JSON.stringify(JSON.stringify(NAME)), '"\\"*** ********* ***** * *****\\""'],
    ['composed otherwise', 'Zoë Quint', 'Zoe\u0308 Quint', '**** *****'],
    ['in base64', EMAIL, `Basic ${BASE64}`, `Basic ${'*'.repeat(BASE64.length)}`],
    ['a number in groups', '4111111111111111', 'card 4111 1111 1111 1111!', 'card **** **** **** ****!'],
    ['a number out of its groups', '+49 170 1234567', 'tel:+491701234567', 'tel:+************'],
    [
      'what is telling in a sentence',
      `Call ${EMAIL} or 555-0199, please`,
      `{"m":"${EMAIL}","t":"555-0199"}`,
      `{"m":"${'*'.repeat(EMAIL.length)}","t":"********"}`,
    ],
    ['one line of several', 'Jane Roe\n12 Elm Street', 'at 12 Elm Street', 'at ** *** ******'],
    ['a word by itself', 'Anna', 'Anna, /anna/ and savannah', '****, /****/ and savannah'],
    ['two characters of Chinese', '王伟', '你好王伟先生', '你好**先生'],
    ['nothing too short', 'Bo', 'Bo', 'Bo'],
    ['nothing too common', 'true', '{"a":true}', '{"a":true}'],
  ];
  for (const [title, hidden, text, left] of found) {
    it(`finds ${title}`, () => {
      expect(masked([hidden], text)).to.equal(left);
    });
  }

  it('keeps the length of every text', () => {
    for (const [, hidden, text] of found) expect(masked([hidden], text)).to.have.lengthOf(text.length);
  });

  it('finds texts that overlap', () => {
    expect(masked(['Jane Roe', 'Roe Street 5'], 'at Jane Roe Street 5!')).to.equal('at **** *** ****** *!');
  });

  it('leaves ordinary words in names and style sheets, but not in what these write', () => {
    expect(masked(['hero'], 'hero-image', 'name')).to.equal('hero-image');
    expect(masked(['Hero'], 'Hero_x1', 'name')).to.equal('****_x1');
    expect(masked(['janeroe99'], 'user-janeroe99', 'name')).to.equal('user-*********');
    const css = '.hero{content:"hero";background:url(/hero.png)}/* hero */';
    expect(masked(['hero'], css, 'style')).to.equal(
      '.hero{content:"****";background:url(/****.png)}/* **** */',
    );
  });

  it('reads the escapes of style sheets', () => {
    const css = 'a::after{content:"\\4a ane R\\6f e"}';
    expect(masked(['Jane Roe'], css, 'style')).to.equal(
      'a::after{content:"******* ******"}'.replace('******* ******', starsOver('\\4a ane R\\6f e')),
    );
  });

  it('does not look into the bytes of pictures, and knows a picture when it comes again', () => {
    const picture = 'data:image/png;base64,iVBOabc1+/abc1==';
    expect(masked(['abc1'], picture)).to.equal(picture);
    const sought = new SoughtTexts<RuleRef>();
    sought.addAddress(picture, RULE);
    const css = `a{background:url(${picture})}`;
    expect(starsInstead(css, new TextFinder(sought, []).find(css, 'style'))).to.equal(
      `a{background:url(${'*'.repeat(picture.length)})}`,
    );
  });

  it('takes of addresses what is telling', () => {
    const sought = new SoughtTexts<RuleRef>();
    sought.addAddress('https://shop.test/users/jane-roe/orders/AB-4711?tab=all', RULE);
    const text = '/users/jane-roe/orders/ab-4711 at shop.test, all';
    expect(starsInstead(text, new TextFinder(sought, []).find(text, 'content'))).to.equal(
      '/users/********/orders/******* at shop.test, all',
    );
  });

  function matched(rules: RedactRules, text: string, kind: TextKind = 'content'): string {
    return starsInstead(text, new TextFinder(new SoughtTexts<RuleRef>(), patternsOf(rules)).find(text, kind));
  }

  it('finds patterns, also where they are encoded', () => {
    const patterns = ['[\\w.]+@[\\w.]+', /iban (?<value>\w+)/];
    expect(matched({ patterns }, 'to a.b@c.de')).to.equal('to ********');
    expect(matched({ patterns }, '?m=a.b%40c.de')).to.equal('?m=**********');
    expect(matched({ patterns }, 'iban DE00 x')).to.equal('iban **** x');
    expect(matched({ patterns: ['\\d{4}'] }, 'a{width:1024px;content:"1234"}', 'style')).to.equal(
      'a{width:1024px;content:"****"}',
    );
  });

  it('finds the values of parameters', () => {
    const named = { urlParameters: ['token', 'user[email]'] };
    expect(matched(named, 'https://x.test/?a=1&token=abc#z')).to.equal('https://x.test/?a=1&token=***#z');
    expect(matched(named, '/go?to=https%3A%2F%2Fy.test%2F%3Ftoken%3Dabc%26b%3D1')).to.equal(
      '/go?to=https%3A%2F%2Fy.test%2F%3Ftoken%3D***%26b%3D1',
    );
    expect(matched(named, 'user%5Bemail%5D=a%40b.c&k=v')).to.equal('user%5Bemail%5D=*******&k=v');
    expect(matched(named, '<a href="/?x=1&amp;token=abc">')).to.equal('<a href="/?x=1&amp;token=***">');
    expect(matched(named, '/?mytoken=abc')).to.equal('/?mytoken=abc');
    expect(matched({ urlParameters: ['*'] }, '/p?a=1&b=two#c=3')).to.equal('/p?a=*&b=***#c=*');
  });

  it('refuses what is no pattern', () => {
    expect(() => patternsOf({ patterns: ['('] }))
      .to.throw(RuleError)
      .with.nested.property('details.rule', '(');
  });
});

function starsOver(text: string): string {
  return text.replace(/\S/g, '*');
}
