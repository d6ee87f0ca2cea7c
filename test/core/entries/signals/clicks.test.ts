import { expect } from 'chai';
import { TestSession, type NodeName } from './test-session.ts';

/** Clicks at these times, all in one place. */
const clicks = (times: readonly number[], name: NodeName = 'button', label?: string) =>
  times.reduce((session, time) => session.click(time, name, [50, 50], label), new TestSession());

describe('signals: rage-click', () => {
  it('tells of three clicks within a second in one place', () => {
    const [signal, ...more] = clicks([5, 5.3, 5.6]).nothing(20).of('rage-click');
    expect(more).to.deep.equal([]);
    expect(signal).to.deep.equal({
      id: 'signal-rage-click-click-5000',
      kind: 'signal',
      time: 5,
      end: 5.6,
      windowId: 'w',
      level: 'warning',
      target: { name: 'button', role: 'button', selector: '#button', nodeId: 10 },
      detail: {
        rule: 'rage-click',
        from: ['click-5000', 'click-5300', 'click-5600'],
        measured: { clicks: 3, seconds: 0.6, leastClicks: 3, withinSeconds: 1, withinPixels: 30 },
      },
    });
  });

  it('counts on for as long as it goes on, once', () => {
    const found = clicks([5, 5.2, 5.4, 5.6, 6.3, 7]).of('rage-click');
    expect(found.map(({ detail }) => detail.measured['clicks'])).to.deep.equal([6]);
  });

  it('tells of each of two', () => {
    expect(
      clicks([5, 5.2, 5.4, 9, 9.2, 9.4])
        .of('rage-click')
        .map(({ time }) => time),
    ).to.deep.equal([5, 9]);
  });

  const misses: readonly [what: string, session: TestSession][] = [
    ['two clicks', clicks([5, 5.3])],
    ['three clicks that take longer', clicks([5, 5.6, 6.2])],
    [
      'three clicks here and there',
      [50, 90, 130].reduce((s, x, i) => s.click(5 + i / 5, 'button', [x, 50]), new TestSession()),
    ],
    ['a triple click in a text', clicks([5, 5.2, 5.4], 'field')],
    ['a button that goes on', clicks([5, 5.2, 5.4, 5.6], 'next', 'Next page')],
    ['a button that counts up', clicks([5, 5.2, 5.4, 5.6], 'next', '+')],
    ['clicks that the page answered one by one', clicks([5, 5.3, 5.6]).change(5.05, 5.35, 5.65)],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('rage-click')).to.deep.equal([]));

  it('speaks of clicks of which the page answered some', () => {
    expect(clicks([5, 5.3, 5.6]).change(5.65).of('rage-click')).to.have.length(1);
  });

  it('takes a word for a word: a name that only contains one of those is another', () => {
    expect(clicks([5, 5.2, 5.4], 'button', 'Nextcloud').of('rage-click')).to.have.length(1);
  });
});

describe('signals: dead-click', () => {
  /** A click at 5 s, and a recording that goes on for long enough. */
  const clicked = (name: NodeName = 'button') => new TestSession().click(5, name).nothing(20);

  for (const name of ['button', 'placeholder', 'picture', 'styled'] as const)
    it(`tells of a click on ${name} after which nothing happens`, () => {
      const [signal] = clicked(name).of('dead-click');
      expect(signal?.detail).to.deep.equal({
        rule: 'dead-click',
        from: ['click-5000'],
        measured: {
          ...{ clicks: 1, seconds: 7, leastSeconds: 7, leastSecondsBeforeNext: 2.5 },
          ...{ reactionSeconds: 0.1, scrollSeconds: 0.3, windowSeconds: 1 },
        },
      });
    });

  const answers: readonly [what: string, session: TestSession][] = [
    ['the page changes', clicked().change(5.2)],
    ['the page changes late', clicked().change(11)],
    ['it scrolls', clicked().scroll(5.2, 900)],
    ['text is selected', clicked().select(4.95)],
    ['a request is sent', clicked().request(5.1, 'https://x.test/api')],
    ['another page comes', clicked().page(7, 'https://x.test/2')],
    ['a value is set', clicked().type(5.4, 'field', 'a')],
    ['the focus moves on', clicked().focus(5.2, 'field')],
    ['the window is left', clicked().visible(5.4, false)],
    ['the window has only just come back', clicked().visible(4.5, true)],
    ['another window opens', clicked().nothing(6, 'new')],
    ['another element is clicked by it', clicked().click(5.01, 'file')],
  ];
  for (const [what, session] of answers)
    it(`says nothing where ${what}`, () => expect(session.of('dead-click')).to.deep.equal([]));

  for (const name of [
    'field',
    'box',
    'menu',
    'link',
    'drawing',
    'blocked',
    'popover',
    'paragraph',
    'file',
  ] as const)
    it(`says nothing of a click on ${name}`, () => expect(clicked(name).of('dead-click')).to.deep.equal([]));

  it('says nothing of the focus that comes with the press', () => {
    expect(clicked().focus(4.9, 'button').of('dead-click')).to.have.length(1);
    expect(clicked().focus(5, 'button').of('dead-click')).to.have.length(1);
  });

  it('says nothing where the recording ends before anything could be told', () => {
    expect(new TestSession().click(5, 'button').nothing(11).of('dead-click')).to.deep.equal([]);
  });

  it('waits for what the user does next, if that is not at once', () => {
    const next = (time: number) =>
      new TestSession()
        .click(5, 'button')
        .click(time, 'field')
        .change(time + 0.1)
        .nothing(20);
    expect(
      next(8)
        .of('dead-click')
        .map(({ detail }) => detail.measured['seconds']),
    ).to.deep.equal([3]);
    expect(next(7).of('dead-click')).to.deep.equal([]);
  });

  it('tells once of clicks that follow each other', () => {
    const session = new TestSession()
      .click(5, 'button')
      .click(5.4, 'button')
      .click(5.8, 'button')
      .nothing(20);
    expect(session.of('dead-click').map(({ detail }) => detail.from.length)).to.deep.equal([3]);
  });
});

describe('signals: slow-response', () => {
  it('tells of a page that changes seconds after a click', () => {
    const [signal, ...more] = new TestSession().click(5, 'button').change(8.4).nothing(20).signals();
    expect(more).to.deep.equal([]);
    expect(signal?.end).to.equal(8.4);
    expect(signal?.detail).to.deep.equal({
      rule: 'slow-response',
      from: ['click-5000'],
      measured: { seconds: 3.4, leastSeconds: 2.5, mostSeconds: 7, stillSeconds: 0.3 },
    });
  });

  it('tells of a page that is seconds away', () => {
    const session = new TestSession().click(5, 'button').page(9, 'https://x.test/2').nothing(20);
    expect(session.of('slow-response').map(({ end }) => end)).to.deep.equal([9]);
  });

  const misses: readonly [what: string, session: TestSession][] = [
    ['a page that changes soon', new TestSession().click(5, 'button').change(7).nothing(20)],
    [
      'a change that comes after another click',
      new TestSession().click(5, 'button').click(8, 'field').change(8.1).nothing(20),
    ],
    [
      'a change that comes after scrolling',
      new TestSession().click(5, 'button').scroll(7, 99).change(8.1).nothing(20),
    ],
    [
      'a change under a pointer that moves',
      new TestSession().click(5, 'button').moving(7, 9).change(8.1).nothing(20),
    ],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('slow-response')).to.deep.equal([]));

  it('leaves it to a slow request to say so', () => {
    const session = new TestSession().click(5, 'button').change(8.4).nothing(20);
    session.request(5.1, 'https://x.test/api', { duration: 3.2 });
    expect(session.signals().map(({ detail }) => detail.rule)).to.deep.equal(['slow-request-click']);
  });

  it('tells by the request what the page waited for while the pointer moves', () => {
    const session = new TestSession().click(5, 'button').moving(7, 9).change(8.1);
    session.request(5.1, 'https://x.test/api', { duration: 2.9 }).nothing(20);
    expect(session.of('slow-response')).to.have.length(1);
  });
});

describe('signals: pages that change by themselves', () => {
  const ticks = (from: number, to: number, every = 1) =>
    Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => from + i * every);

  it('do not answer clicks by that', () => {
    const session = new TestSession().change(...ticks(1, 40)).click(10.3, 'button');
    expect(session.of('dead-click').map(({ time }) => time)).to.deep.equal([10.3]);
  });

  it('are not mistaken for those that a click answers with the same', () => {
    const told = [10.5, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
    const set = new TestSession().change(...ticks(1, 10), ...told, ...ticks(21, 40)).click(10.4, 'button');
    expect(set.of('dead-click')).to.deep.equal([]);
    const stopped = new TestSession()
      .change(...ticks(1, 10))
      .click(10.4, 'button')
      .nothing(40);
    expect(stopped.of('dead-click')).to.deep.equal([]);
  });

  it('are not mistaken for a user who clicks at a beat', () => {
    const times = ticks(5, 9, 0.4);
    const session = times.reduce((s, time) => s.click(time, 'button').change(time + 0.05), new TestSession());
    expect(session.nothing(30).signals()).to.deep.equal([]);
  });
});
