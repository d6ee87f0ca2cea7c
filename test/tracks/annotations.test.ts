import { expect } from '@open-wc/testing';
import { eventually, player, recordingOf, seek, shadowOf } from '../player-harness.ts';

const annotation = (at: number, data: object) => ({ type: 8, timestamp: 1000 + at, data });
const ANNOTATED = [
  ...recordingOf([
    [1000, 'one'],
    [9000, 'end'],
  ]),
  annotation(2000, { caption: '<b>Look</b> here', timelineMarker: true }),
  annotation(3000, { caption: 'and here' }),
  annotation(4000, { caption: 5, timelineMarker: false }),
  annotation(5000, { timelineMarker: true }),
];

describe('annotations of a recording', () => {
  it('are captions and chapters of its own, as text, and go with it', async () => {
    const element = await player(ANNOTATED);
    await eventually(() => element.textTracks.length === 2);
    expect([...element.textTracks].map(({ kind, label, mode }) => [kind, label, mode])).to.deep.equal([
      ['captions', 'Annotations', 'showing'],
      ['chapters', 'Annotations', 'hidden'],
    ]);
    const cues = [...element.textTracks[0]!.cues!];
    expect(cues.map(({ startTime, endTime }) => [startTime, endTime])).to.deep.equal([
      [2, 3],
      [3, 9],
    ]);
    expect(element.chapters.map(({ time, title }) => [time, title])).to.deep.equal([
      [2, '<b>Look</b> here'],
      [5, ''],
    ]);
    await seek(element, 2.5);
    await element.updateComplete;
    expect(shadowOf(element).querySelector('[part="captions"]')!.textContent.trim()).to.equal(
      '<b>Look</b> here',
    );
    await element.load(recordingOf([[1000, 'other']]));
    expect(element.textTracks.length).to.equal(0);
  });

  it('give way to the chapters that a page sets', async () => {
    const element = await player(ANNOTATED);
    await eventually(() => element.chapters.length === 2);
    element.chapters = [{ time: 1, title: 'Set' }];
    expect(element.chapters.map(({ title }) => title)).to.deep.equal(['Set']);
  });
});
