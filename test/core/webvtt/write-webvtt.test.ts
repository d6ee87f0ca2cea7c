import { expect } from 'chai';
import { cueText, plainText } from '../../../src/core/webvtt/cue-text.ts';
import { readWebVtt } from '../../../src/core/webvtt/read-webvtt.ts';
import { writeWebVtt } from '../../../src/core/webvtt/write-webvtt.ts';

const cue = (text: string, { id = '', start = 1, end = 2, settings = '' } = {}) => ({
  id,
  start,
  end,
  settings,
  text,
});

describe('writeWebVtt', () => {
  it('writes what others read', () => {
    const text = writeWebVtt(
      [cue('Pay', { id: 'a', start: 3661.0625, end: 3662, settings: 'line:0' })],
      ['Kind: chapters'],
    );
    expect(text).to.equal('WEBVTT\nKind: chapters\n\na\n01:01:01.063 --> 01:01:02.000 line:0\nPay\n');
  });

  it('writes what it reads again', () => {
    const cues = [cue('one'), cue('', { id: 'empty' }), cue('two\nlines', { start: 0, end: 0.001 })];
    expect(readWebVtt(writeWebVtt(cues))).to.deep.equal({ header: [], comments: [], cues, mistakes: [] });
  });

  for (const text of ['a < b & c > d', '-->', '<script>alert(1)</script>', '&amp;', 'NOTE x', 'ümlaut 😀']) {
    it(`keeps ${JSON.stringify(text)} as it is`, () => {
      const { cues, mistakes } = readWebVtt(writeWebVtt([cue(cueText(text))]));
      expect(cues.map((read) => plainText(read.text))).to.deep.equal([text]);
      expect(mistakes).to.deep.equal([]);
    });
  }

  it('lets no text become another cue', () => {
    const evil = 'a\n\n00:05.000 --> 00:06.000\nb';
    const written = writeWebVtt([cue(evil, { id: evil, settings: evil })], [evil]);
    expect(readWebVtt(written).cues).to.have.length(1);
  });
});
