import { expect } from 'chai';
import { TestSession } from './test-session.ts';

const API = 'https://x.test/api/pay';
const FAILED = { method: 'POST', status: 500, failed: true };

describe('signals: error-click', () => {
  const clicked = () => new TestSession().click(5, 'button').change(5.1).nothing(40);

  it('tells of errors right after a click', () => {
    const session = clicked().error(5.2, 'x is undefined').error(5.3, 'y is undefined');
    const [signal, ...more] = session.signals();
    expect(more).to.deep.equal([]);
    expect(signal?.level).to.equal('error');
    expect(signal?.target?.name).to.equal('button');
    expect(signal?.detail).to.deep.equal({
      rule: 'error-click',
      from: ['click-5000', 'error-5200', 'error-5300'],
      measured: { errors: 2, seconds: 0.2, withinSeconds: 1, repeatSeconds: 30 },
    });
  });

  it('says nothing of an error that comes later, or before', () => {
    expect(clicked().error(6.5, 'x').of('error-click')).to.deep.equal([]);
    expect(clicked().error(4.5, 'x').of('error-click')).to.deep.equal([]);
  });

  it('says nothing of an error that has come by itself before', () => {
    expect(clicked().error(2, 'x').error(5.2, 'x').of('error-click')).to.deep.equal([]);
    expect(clicked().error(2, 'x').error(5.2, 'y').of('error-click')).to.have.length(1);
  });

  it('goes on speaking of one that repeats itself after a click', () => {
    const session = clicked().error(5.2, 'x').error(9, 'x').click(15, 'button').change(15.1).error(15.2, 'x');
    expect(session.of('error-click').map(({ time }) => time)).to.deep.equal([5, 15]);
  });
});

describe('signals: failed-request-click', () => {
  const clicked = () => new TestSession().click(5, 'button').change(5.1).nothing(40);

  it('tells of a request that a click sent and that failed', () => {
    const [signal, ...more] = clicked().request(5.05, API, FAILED).signals();
    expect(more).to.deep.equal([]);
    expect(signal?.detail).to.deep.equal({
      rule: 'failed-request-click',
      from: ['click-5000', 'request-5050'],
      measured: { requests: 1, status: 500, seconds: 0.05, withinSeconds: 0.5, repeatSeconds: 30 },
    });
  });

  it('takes a request that began a moment before the click for its own: clocks differ', () => {
    expect(clicked().request(4.95, API, FAILED).of('failed-request-click')).to.have.length(1);
  });

  const misses: readonly [what: string, session: TestSession][] = [
    ['one that did not fail', clicked().request(5.05, API)],
    ['one that is sent later', clicked().request(5.8, API, FAILED)],
    [
      'one that the page called off',
      clicked().request(5.05, API, { ...FAILED, status: null, error: 'aborted' }),
    ],
    ['a picture that is missing', clicked().request(5.05, API, { ...FAILED, type: 'img' })],
    ['one that is sent again and again', clicked().request(1, API, FAILED).request(5.05, API, FAILED)],
  ];
  for (const [what, session] of misses)
    it(`says nothing of ${what}`, () => expect(session.of('failed-request-click')).to.deep.equal([]));
});

describe('signals: slow-request-click', () => {
  const clicked = (duration: number | null) =>
    new TestSession().click(5, 'button').change(5.1).request(5.05, API, { duration }).nothing(40);

  it('tells of a request that a click sent and that took long', () => {
    const [signal, ...more] = clicked(3.2).signals();
    expect(more).to.deep.equal([]);
    expect(signal?.detail.measured).to.deep.equal({
      ...{ requests: 1, seconds: 3.2, leastSeconds: 3, withinSeconds: 0.5, repeatSeconds: 30 },
    });
  });

  it('says nothing of one that was fast enough, or of unknown length', () => {
    expect(clicked(2.9).signals()).to.deep.equal([]);
    expect(clicked(null).signals()).to.deep.equal([]);
  });

  it('says nothing of one that is always open', () => {
    const session = clicked(3.2).request(1, API, { duration: 4 });
    expect(session.of('slow-request-click')).to.deep.equal([]);
  });
});
