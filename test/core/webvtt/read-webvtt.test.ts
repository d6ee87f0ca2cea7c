import { expect } from 'chai';
import { readWebVtt } from '../../../src/core/webvtt/read-webvtt.ts';
import { plainText } from '../../../src/core/webvtt/cue-text.ts';

const FILE = [
  'WEBVTT - Checkout',
  'Kind: chapters',
  'Language: en',
  '',
  'NOTE made by hand',
  'on two lines',
  '',
  'STYLE',
  '::cue { color: red }',
  '',
  'intro',
  '00:00.500 --> 00:00:12.250 align:start line:0',
  'The <b>cart</b>',
  'and what is in it',
  '',
  '100:00:01.000 --> 100:00:02.000',
  '<v Ann>Paid &amp; done',
];

describe('readWebVtt', () => {
  for (const [name, text] of [
    ['line feeds', FILE.join('\n')],
    ['CRLF', FILE.join('\r\n')],
    ['carriage returns', FILE.join('\r')],
    ['a byte order mark', `\uFEFF${FILE.join('\n')}\n`],
  ] as const) {
    it(`reads ids, times with and without hours, settings, comments and the header of a file with ${name}`, () => {
      expect(readWebVtt(text)).to.deep.equal({
        header: ['Kind: chapters', 'Language: en'],
        comments: ['made by hand\non two lines'],
        cues: [
          {
            id: 'intro',
            start: 0.5,
            end: 12.25,
            settings: 'align:start line:0',
            text: 'The <b>cart</b>\nand what is in it',
          },
          { id: '', start: 360001, end: 360002, settings: '', text: '<v Ann>Paid &amp; done' },
        ],
        mistakes: [],
      });
    });
  }

  const good = '00:01.000 --> 00:02.000\ngood';
  const bad: readonly (readonly [fault: string, line: number, text: string])[] = [
    ['signature', 1, good],
    ['signature', 1, `WEBVTTX\n\n${good}`],
    ['no-times', 3, `WEBVTT\n\nonly text\n\n${good}`],
    ['bad-times', 3, `WEBVTT\n\n1:00 --> 2:00\nbad\n\n${good}`],
    ['bad-times', 4, `WEBVTT\n\nid\n00:01,000 --> 00:02,000\nSubRip\n\n${good}`],
    ['bad-times', 3, `WEBVTT\n\n00:61.000 --> 00:62.000\nbad\n\n${good}`],
    ['ends-early', 3, `WEBVTT\n\n00:02.000 --> 00:01.000\nbad\n\n${good}`],
  ];
  for (const [fault, line, text] of bad) {
    it(`names line ${line} for ${fault} in ${JSON.stringify(text)} and reads the rest`, () => {
      const { cues, mistakes } = readWebVtt(text);
      expect(mistakes).to.deep.include({ fault, line });
      expect(cues.filter((cue) => cue.text === 'good')).to.have.length(1);
      expect(cues.filter((cue) => cue.text === 'bad')).to.deep.equal([]);
    });
  }

  it('begins another cue at each arrow', () => {
    const { cues } = readWebVtt('WEBVTT\n00:00.000 --> 00:01.000\na\n00:01.000 --> 00:02.000\nb');
    expect(cues.map(({ start, text }) => [start, text])).to.deep.equal([
      [0, 'a'],
      [1, 'b'],
    ]);
  });

  it('finds nothing in an empty file but that it has no signature', () => {
    expect(readWebVtt('')).to.deep.equal({
      header: [],
      cues: [],
      comments: [],
      mistakes: [{ fault: 'signature', line: 1 }],
    });
  });

  it('takes as long as the file, whatever stands in it', () => {
    const spaces = `WEBVTT\n\n00:01.000 -->${' '.repeat(200_000)}x`;
    expect(readWebVtt(spaces).mistakes).to.have.length(1);
  }).timeout(4000);
});

describe('plainText', () => {
  for (const [text, plain] of [
    ['<v Ann>Paid &amp; <i>done</i>', 'Paid & done'],
    ['a <00:00:01.000>b', 'a b'],
    ['1 < 2', '1 < 2'],
    ['&lt;img src=x onerror=alert(1)&gt;', '<img src=x onerror=alert(1)>'],
    ['&#65;&#x42;&unknown;&#x110000;', 'AB&unknown;&#x110000;'],
    ['&__proto__;&constructor;', '&__proto__;&constructor;'],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(plain)}`, () => {
      expect(plainText(text)).to.equal(plain);
    });
  }
});
