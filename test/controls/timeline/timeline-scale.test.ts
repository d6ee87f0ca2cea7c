import { expect } from '@open-wc/testing';
import { TimelineScale } from '../../../src/controls/timeline/timeline-scale.ts';

describe('TimelineScale', () => {
  const cases: readonly [part: number, whole: number, share: number][] = [
    [1, 4, 0.25],
    [5, 4, 1],
    [-1, 4, 0],
    [0, 0, 0],
    [3, 0, 0],
  ];
  for (const [part, whole, share] of cases) {
    it(`has ${part} s of ${whole} s at ${share}`, () => {
      expect(new TimelineScale(whole).shareOf(part)).to.equal(share);
    });
  }

  it('leads from each place back to the moment that is there, and never out of the recording', () => {
    const scale = new TimelineScale(4);
    expect([-1, 0, 0.25, 1, 2].map((share) => scale.timeAt(share))).to.deep.equal([0, 0, 1, 4, 4]);
    expect(new TimelineScale(0).timeAt(0.5)).to.equal(0);
  });

  describe('zoomed', () => {
    const whole = new TimelineScale(1000);
    const zoomed = (times: number, share: number) => new TimelineScale(1000, [], whole.zoomed(times, share));

    it('keeps what is at a place there, and shows so much less', () => {
      const scale = zoomed(4, 0.6);
      expect(scale.shareOf(600)).to.be.closeTo(0.6, 1e-9);
      expect([scale.start, scale.end]).to.deep.equal([450, 700]);
      expect(scale.isWhole).to.be.false;
    });

    it('stays within the recording', () => {
      const { start, end } = new TimelineScale(1000, [], { length: 100, time: 990, share: 0 });
      expect([start, end]).to.deep.equal([900, 1000]);
      const far = new TimelineScale(1000, [], { length: 100, time: -50, share: 0.5 });
      expect([far.start, far.end]).to.deep.equal([0, 100]);
    });

    it('shows two seconds at least, all of a shorter recording, and all of it when nothing is left out', () => {
      expect(zoomed(1e6, 0.5).length).to.equal(2);
      expect(new TimelineScale(1, [], { length: 0.1, time: 0.5, share: 0.5 }).isWhole).to.be.true;
      expect(zoomed(0.5, 0.5).isWhole).to.be.true;
    });

    it('has what is not in view beyond its ends', () => {
      const scale = zoomed(4, 0.6);
      expect(scale.shareOf(200)).to.equal(-1);
      expect(scale.shareOf(950)).to.equal(2);
      expect([449, 450, 700, 701].map((time) => scale.contains(time))).to.deep.equal([
        false,
        true,
        true,
        false,
      ]);
    });

    it('moves by shares of what is in view', () => {
      const scale = zoomed(4, 0.6);
      const { start, end } = new TimelineScale(1000, [], scale.moved(-0.5));
      expect([start, end]).to.deep.equal([325, 575]);
    });

    it('follows a moment so that most of what comes is in view', () => {
      const scale = zoomed(4, 0.6);
      const later = new TimelineScale(1000, [], scale.showing(710));
      expect(later.shareOf(710)).to.be.closeTo(0.15, 1e-9);
      const earlier = new TimelineScale(1000, [], scale.showing(440));
      expect(earlier.shareOf(440)).to.be.closeTo(0.85, 1e-9);
    });
  });

  describe('with narrow stretches', () => {
    const NARROW = [
      { start: 100, end: 500 },
      { start: 600, end: 900 },
    ];

    it('gives each the same few pixels, and the room to the rest', () => {
      const scale = new TimelineScale(1000, NARROW);
      const [first, second] = NARROW.map(({ start, end }) => scale.shareOf(end) - scale.shareOf(start));
      expect(first).to.be.closeTo(0.008, 1e-4);
      expect(second).to.be.closeTo(first!, 1e-9);
      expect(scale.shareOf(100)).to.be.closeTo(scale.shareOf(600) - scale.shareOf(500), 1e-9);
      expect([scale.shareOf(0), scale.shareOf(1000)]).to.deep.equal([0, 1]);
    });

    it('leads back from each place to its moment', () => {
      const scale = new TimelineScale(1000, NARROW);
      for (const time of [0, 50, 100, 300, 500, 555.5, 899, 950, 1000])
        expect(scale.timeAt(scale.shareOf(time))).to.be.closeTo(time, 1e-6);
    });

    it('draws none wider than it is', () => {
      const scale = new TimelineScale(1000, [{ start: 500, end: 501 }]);
      expect(scale.shareOf(501) - scale.shareOf(500)).to.be.closeTo(0.001, 1e-9);
    });

    it('leaves most of the room to the rest, however many there are', () => {
      const many = Array.from({ length: 400 }, (_, i) => ({ start: i * 10 + 1, end: i * 10 + 10 }));
      const scale = new TimelineScale(4000, many);
      const narrow = many.reduce((sum, { start, end }) => sum + scale.shareOf(end) - scale.shareOf(start), 0);
      expect(narrow).to.be.closeTo(0.3, 0.01);
    });

    it('keeps them as narrow when zoomed, around what is at the pointer', () => {
      const whole = new TimelineScale(1000, NARROW);
      const scale = new TimelineScale(1000, NARROW, whole.zoomed(2, whole.shareOf(500)));
      expect(scale.shareOf(500) - scale.shareOf(100)).to.be.closeTo(0.008, 1e-4);
      expect(scale.shareOf(500)).to.be.closeTo(whole.shareOf(500), 1e-6);
    });

    it('draws a recording in which there is nothing else as it is', () => {
      const scale = new TimelineScale(100, [{ start: 0, end: 100 }]);
      expect(scale.shareOf(25)).to.equal(0.25);
    });
  });
});
