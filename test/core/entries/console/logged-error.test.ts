import { expect } from 'chai';
import { consoleDetail } from '../../../../src/core/entries/console/console-detail.ts';
import { loggedError } from '../../../../src/core/entries/console/logged-error.ts';

const TRACE = ['pay (https://x.test/a.js:1:2)'];
const errorOf = (...logged: unknown[]) =>
  loggedError(
    consoleDetail({ level: 'error', trace: TRACE, payload: logged.map((value) => JSON.stringify(value)) })
      .detail,
  );

describe('an error in the console', () => {
  it('has the stack with which it was thrown', () => {
    const text =
      'TypeError: cart is null\n    at pay (https://x.test/a.js:7:8)\nEnd of stack for Error object';
    expect(errorOf('order failed', text)).to.deep.equal({
      name: 'TypeError',
      message: 'cart is null',
      stack: ['at pay (https://x.test/a.js:7:8)'],
      by: 'console',
    });
  });

  for (const [browser, text] of [
    ['Chromium', 'Uncaught RangeError: no such plant'],
    ['Firefox and Safari', 'RangeError: no such plant'],
    ['Chromium, of a promise', 'Uncaught (in promise) RangeError: no such plant'],
  ] as const) {
    it(`that nobody caught is known as it is told by ${browser}`, () => {
      expect(errorOf(text)).to.deep.equal({
        name: 'RangeError',
        message: 'no such plant',
        stack: TRACE,
        by: 'console',
      });
    });
  }

  it('that is no error but was thrown is told as it was', () => {
    expect(errorOf('Uncaught (in promise)', { code: 7 })).to.deep.include({
      name: '',
      message: '{"code":7}',
    });
    expect(errorOf('Uncaught no soil left')).to.deep.include({ name: '', message: 'no soil left' });
    expect(errorOf('Uncaught Error')).to.deep.include({ name: 'Error', message: '' });
  });

  it('is none where only words were logged', () => {
    for (const logged of [
      ['reviews failed', 404],
      ['NetworkError: offline', 'retrying'],
      [],
      [{ name: 'Error' }],
    ])
      expect(errorOf(...logged), JSON.stringify(logged)).to.equal(null);
  });
});
