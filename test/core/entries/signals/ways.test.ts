import { expect } from 'chai';
import { TestSession } from './test-session.ts';

describe('signals: scroll-thrash', () => {
  /** To these places, one a second. */
  const scrolled = (places: readonly number[], every = 1) =>
    places.reduce((session, y, i) => session.scroll(5 + i * every, y), new TestSession());

  it('tells of scrolling up and down and up again', () => {
    const [signal, ...more] = scrolled([0, 600, 100, 700, 100, 800, 200]).signals();
    expect(more).to.deep.equal([]);
    expect(signal?.detail.measured).to.deep.equal({
      ...{ turns: 5, seconds: 4, leastTurns: 4, withinSeconds: 10, leastPixels: 500 },
    });
  });

  const misses: readonly [what: string, session: TestSession][] = [
    ['reading down and up once', scrolled([0, 300, 600, 900, 600, 300, 0])],
    ['small movements', scrolled([0, 200, 0, 200, 0, 200, 0, 200])],
    ['the same at leisure', scrolled([0, 600, 100, 700, 100, 800, 200], 4)],
    ['two things that are scrolled by turns', scrolled([0, 400, 800, 1200, 1600])],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('scroll-thrash')).to.deep.equal([]));
});

describe('signals: quick-back', () => {
  const [A, B, C] = ['https://x.test/list', 'https://x.test/item', 'https://x.test/more'];
  const visited = (...visits: readonly (readonly [number, string])[]) =>
    visits.reduce((session, [time, href]) => session.page(time, href), new TestSession());

  it('tells of a page that was left at once for the one before it', () => {
    const [signal, ...more] = visited([5, A], [20, B], [23, A]).nothing(60).signals();
    expect(more).to.deep.equal([]);
    expect(signal).to.include({ time: 20, end: 23 });
    expect(signal?.detail).to.deep.equal({
      rule: 'quick-back',
      from: ['page-5000', 'page-20000', 'page-23000'],
      measured: { seconds: 3, mostSeconds: 5, leastSeconds: 0.5 },
    });
  });

  const misses: readonly [what: string, session: TestSession][] = [
    ['a page that was read', visited([5, A], [20, B], [27, A])],
    ['going on', visited([5, A], [20, B], [23, C])],
    ['a page that leads back by itself', visited([5, A], [20, B], [20.3, A])],
    ['another part of the same page', visited([5, A], [20, `${A}?tab=2#x`], [23, A])],
    ['a page where something was filled in', visited([5, A], [20, B], [23, A]).type(21, 'field', 'x')],
    ['a page that sent something', visited([5, A], [20, B], [23, A]).request(22, B, { method: 'POST' })],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('quick-back')).to.deep.equal([]));
});

describe('signals: form-given-up', () => {
  const filled = () => new TestSession().type(5, 'field', 'Ada').type(8, 'email', 'ada@x.test', 'email');
  const left = (session: TestSession) =>
    session.click(20, 'link').page(20.4, 'https://x.test/other').nothing(40);

  it('tells of a page that was left after fields were filled in', () => {
    const [signal, ...more] = left(filled()).signals();
    expect(more).to.deep.equal([]);
    expect(signal?.time).to.equal(20.4);
    expect(signal?.detail).to.deep.equal({
      rule: 'form-given-up',
      from: ['input-5000', 'input-8000'],
      measured: { fields: 2, seconds: 12.4, leastFields: 2, sendingSeconds: 2 },
    });
  });

  it('tells of a page that was left by the browser’s back button', () => {
    const session = filled().page(20, 'https://x.test/other');
    expect(session.of('form-given-up')).to.have.length(1);
  });

  const misses: readonly [what: string, session: TestSession][] = [
    ['one field, such as a search', left(new TestSession().type(5, 'field', 'a').type(8, 'field', 'ab'))],
    [
      'filters',
      left(
        new TestSession()
          .type(5, 'box', 'on', 'checkbox')
          .type(6, 'menu', '3', 'select')
          .type(7, 'field', 'x'),
      ),
    ],
    ['a button', filled().click(9, 'button').page(9.5, 'https://x.test/thanks')],
    ['a request that took it', left(filled().request(9, 'https://x.test/save', { method: 'PUT' }))],
    ['the return key', filled().page(9, 'https://x.test/thanks')],
    [
      'fields that were emptied again',
      left(new TestSession().type(5, 'field', '').type(6, 'email', '', 'email')),
    ],
    ['the end of the recording', filled().nothing(60)],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('form-given-up')).to.deep.equal([]));
});

describe('signals: freeze', () => {
  it('tells by the recorder’s own timer that the page stood still', () => {
    const session = new TestSession()
      .moving(1, 5)
      .click(5.3, 'button')
      .moves(5, 5.3, 9.3)
      .change(9.3)
      .moving(9.4, 12);
    const [signal] = session.of('freeze');
    expect(signal).to.include({ time: 5.3, end: 9.3 });
    expect(signal?.detail).to.deep.equal({
      rule: 'freeze',
      from: ['click-5300'],
      measured: { seconds: 4, leastSeconds: 2, mostSeconds: 60 },
    });
  });

  const frozen = () => new TestSession().moving(1, 5).moves(5, 5.3, 9.3).moving(9.4, 12);
  const misses: readonly [what: string, session: TestSession][] = [
    ['a pointer that rests', new TestSession().moving(1, 5).moving(15, 20)],
    ['a short delay', new TestSession().moving(1, 5).moves(5, 5.3, 7).moving(7.1, 12)],
    ['a window that was hidden', frozen().visible(5.5, false).visible(9, true)],
    ['a window that was not in use', frozen().nothing(7, 'other')],
    ['a computer that slept', new TestSession().moving(1, 5).moves(5, 5.3, 500).moving(501, 505)],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('freeze')).to.deep.equal([]));

  it('learns how long a recorder waits', () => {
    const slow = new TestSession();
    for (let at = 1; at < 20; at += 4) slow.moves(at, at + 3.98, at + 4);
    expect(slow.moves(21, 22, 25).of('freeze')).to.deep.equal([]);
  });

  const beat = (from: number, to: number) => Array.from({ length: (to - from) * 2 }, (_, i) => from + i / 2);

  it('tells by a beat that left out after a click', () => {
    const session = new TestSession().change(...beat(1, 10), ...beat(14, 20)).click(9.4, 'button');
    expect(session.of('freeze').map(({ time, end }) => [time, end])).to.deep.equal([[9.5, 14]]);
  });

  it('says nothing of a beat that was stopped and started by the user', () => {
    const stopped = new TestSession().change(...beat(1, 10), ...beat(14, 20));
    expect(stopped.of('freeze')).to.deep.equal([]);
    expect(stopped.click(9.4, 'button').click(13.6, 'button').of('freeze')).to.deep.equal([]);
  });
});
