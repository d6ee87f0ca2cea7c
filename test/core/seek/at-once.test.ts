import { expect } from 'chai';
import { incrementalEvent } from '../../../src/core/recording.ts';
import { atOnce } from '../../../src/core/seek/at-once.ts';

const film = (at: number, type: number, fields: object = {}) =>
  incrementalEvent(at, { source: 7, id: 7, type, ...fields });
const timesIn = (events: ReturnType<typeof atOnce>) =>
  events.map(({ data }) => (data as { readonly currentTime?: number }).currentTime);

describe('atOnce', () => {
  it('has all happen at one moment, and a pointer where it was last', () => {
    const positions = [
      { x: 1, y: 1, id: 4, timeOffset: -50 },
      { x: 2, y: 2, id: 4, timeOffset: -10 },
    ];
    const events = [
      incrementalEvent(100, { source: 3, id: 4, x: 0, y: 9 }),
      incrementalEvent(200, { source: 1, positions }),
    ];
    expect(atOnce(events, 900)).to.deep.equal([
      incrementalEvent(900, { source: 3, id: 4, x: 0, y: 9 }),
      incrementalEvent(900, { source: 1, positions: [{ x: 2, y: 2, id: 4, timeOffset: 0 }] }),
    ]);
    expect(events[0]?.timestamp).to.equal(100);
  });

  it('lets a film that plays be as far as it is by then', () => {
    expect(timesIn(atOnce([film(1000, 0, { currentTime: 3 })], 5000))).to.deep.equal([7]);
    expect(timesIn(atOnce([film(1000, 0, { currentTime: 3, playbackRate: 2 })], 5000))).to.deep.equal([11]);
  });

  it('lets a film that was paused stay, and one that was moved or slowed go on', () => {
    const play = film(1000, 0, { currentTime: 3 });
    expect(timesIn(atOnce([play, film(2000, 1, { currentTime: 4 })], 5000))).to.deep.equal([7, 4]);
    expect(timesIn(atOnce([play, film(2000, 2, { currentTime: 60 })], 5000))).to.deep.equal([7, 63]);
    expect(timesIn(atOnce([play, film(3000, 4, { currentTime: 5, playbackRate: 0.5 })], 5000))).to.deep.equal(
      [7, 6],
    );
    expect(timesIn(atOnce([film(1000, 2, { currentTime: 9 })], 5000))).to.deep.equal([9]);
  });
});
