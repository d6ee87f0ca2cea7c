import { expect } from '@open-wc/testing';
import { addSpan, TimeSpans } from '../../src/session/time-spans.ts';

describe('TimeSpans', () => {
  it('has the shape of TimeRanges', () => {
    const spans = new TimeSpans([
      { start: 1, end: 2 },
      { start: 5, end: 8 },
    ]);
    expect([spans.length, spans.start(1), spans.end(1)]).to.deep.equal([2, 5, 8]);
    expect(() => spans.start(2))
      .to.throw(DOMException)
      .with.property('name', 'IndexSizeError');
  });

  it('joins spans that touch and keeps the others apart', () => {
    const played = addSpan(addSpan([{ start: 0, end: 2 }], { start: 10, end: 12 }), { start: 2, end: 3 });
    expect(played).to.deep.equal([
      { start: 0, end: 3 },
      { start: 10, end: 12 },
    ]);
    expect(addSpan(played, { start: 1, end: 11 })).to.deep.equal([{ start: 0, end: 12 }]);
  });
});
