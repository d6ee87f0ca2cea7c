import { expect } from 'chai';
import { entry, logged, page, written } from './made.ts';

describe('entries as WebVTT', () => {
  it('are cues', async () => {
    const idle = entry('idle', 3700.5, 'idle for 1 minute', { seconds: 60 }, { end: 3760.5 });
    expect(await written('vtt', page(12.3456, '/checkout'), idle)).to.equal(
      [
        'WEBVTT',
        '',
        'page-12346',
        '00:00:12.346 --> 00:00:15.346',
        'opened /checkout',
        '',
        'idle-3700500',
        '01:01:40.500 --> 01:02:40.500',
        'idle for 1 minute',
        '',
      ].join('\n'),
    );
  });

  it('of recordings of days have hours of three digits', async () => {
    expect(await written('vtt', page(400_000, '/'))).to.contain('111:06:40.000 --> 111:06:43.000');
  });

  it('are none of a recording in which nothing happened', async () => {
    expect(await written('vtt')).to.equal('WEBVTT\n');
  });

  it('hold no tags, no other cues and no blank lines of a recording', async () => {
    const text = '<c.red>&amp;</c>\n\n\nevil\n00:00:00.000 --> 99:00:00.000\nNOTE <b>';
    expect(await written('vtt', logged(text))).to.equal(
      [
        'WEBVTT',
        '',
        'console-33000',
        '00:00:33.000 --> 00:00:36.000',
        'console log: &lt;c.red&gt;&amp;amp;&lt;/c&gt;',
        'evil',
        '00:00:00.000 --&gt; 99:00:00.000',
        'NOTE &lt;b&gt;',
        '',
      ].join('\n'),
    );
  });

  it('end later than they begin', async () => {
    const brief = entry('scroll', 1, 'scrolled', { x: 0, y: 0, distance: 1 }, { end: 1.0004 });
    expect(await written('vtt', brief)).to.contain('00:00:01.000 --> 00:00:04.000');
  });
});
