import { expect } from 'chai';
import { consoleDetail, isConsoleBreadcrumb } from '../../../../src/core/entries/console/console-detail.ts';

/** As rrweb's plugin packs arguments. */
const web = (level: string, payload: unknown[], trace: string[] = []) => ({ level, trace, payload });

const read = (payload: unknown) => consoleDetail(payload).detail;

describe('a line of the console', () => {
  it('has the values that were logged, not their JSON', () => {
    const { detail, level } = consoleDetail(
      web(
        'log',
        ['"search"', '{"length":4}', '[1,"a",null]', 'true', '-1.5'],
        ['f (https://x.test/a.js:23:11)'],
      ),
    );
    expect(detail).to.deep.equal({
      method: 'log',
      values: ['search', { length: 4 }, [1, 'a', null], true, -1.5],
      text: 'search {"length":4} [1,"a",null] true -1.5',
      stack: ['f (https://x.test/a.js:23:11)'],
      truncated: false,
      unknown: false,
    });
    expect(level).to.equal('info');
  });

  it('keeps what JSON has no value for readable, as the recorder wrote it', () => {
    const packed = [
      '"undefined"',
      '"function pay() { }"',
      '"12n"',
      '"[Circular ~.cart]"',
      '"[object Object]"',
      '"2026-11-21T04:31:32.000Z"',
      '"<button>Pay</button>"',
      'null',
    ];
    expect(read(web('log', packed)).text).to.equal(
      'undefined function pay() { } 12n [Circular ~.cart] [object Object] 2026-11-21T04:31:32.000Z <button>Pay</button> null',
    );
  });

  for (const [method, level] of [
    ['log', 'info'],
    ['info', 'info'],
    ['debug', 'info'],
    ['trace', 'info'],
    ['table', 'info'],
    ['dir', 'info'],
    ['group', 'info'],
    ['count', 'info'],
    ['timeEnd', 'info'],
    ['warn', 'warning'],
    ['error', 'error'],
    ['assert', 'error'],
  ] as const) {
    it(`of console.${method} is of level ${level}`, () => {
      const line = consoleDetail(web(method, ['"x"']));
      expect([line.detail.method, line.level]).to.deep.equal([method, level]);
    });
  }

  it('may say nothing', () => {
    const { detail } = consoleDetail(web('groupEnd', []));
    expect([detail.values, detail.text, detail.unknown]).to.deep.equal([[], '', false]);
  });

  it('of an assertion is none when rrweb noted one that held', () => {
    const held = consoleDetail(web('assert', ['true', '"cart is full"']));
    const failed = consoleDetail(web('assert', ['false', '"cart is full"']));
    expect([held.level, failed.level]).to.deep.equal(['info', 'error']);
    expect([held.detail.text, failed.detail.text]).to.deep.equal(['cart is full', 'cart is full']);
  });

  it('has an error with its stack as value, and its message alone in the text', () => {
    const stack =
      'TypeError: cart is null\nwhile paying\n    at pay (https://x.test/a.js:1:2)\n    at https://x.test/a.js:9:1';
    const packed = JSON.stringify(`${stack}\nEnd of stack for Error object`);
    const detail = read(web('error', ['"failed"', packed, `{"cause":${packed}}`]));
    expect(detail.values).to.deep.equal(['failed', stack, { cause: stack }]);
    expect(detail.text).to.contain('failed TypeError: cart is null\nwhile paying {');
  });

  it('knows the stack of an error of Firefox', () => {
    const packed = JSON.stringify('Error: no\npay@https://x.test/a.js:1:2\n@https://x.test/a.js:9:1\n');
    expect(read(web('error', [packed])).text).to.equal('Error: no');
  });

  it('keeps lines that only look like a stack', () => {
    const text = 'shop\n  at noon\nopens';
    expect(read(web('log', [JSON.stringify(text)])).text).to.equal(text);
    expect(read(web('log', [JSON.stringify('meet\n  at noon')])).text).to.equal('meet\n  at noon');
  });

  describe('with places', () => {
    const format = (...values: unknown[]) =>
      read(
        web(
          'log',
          values.map((value) => JSON.stringify(value)),
        ),
      ).text;

    it('fills them in', () => {
      expect(
        format('%s has %d of %i at %f, %o and %O: %%', 'Ann', 3.9, '7px', '1.5', { a: 1 }, [2]),
      ).to.equal('Ann has 3 of 7 at 1.5, {"a":1} and [2]: %');
    });

    it('takes styles and writes nothing for them', () => {
      expect(format('%cStop!%c Do not paste here', 'color: red', '', 'x')).to.equal(
        'Stop! Do not paste here x',
      );
    });

    it('leaves those that nothing is left for', () => {
      expect(format('%s of %s', 'one')).to.equal('one of %s');
      expect(format('100%')).to.equal('100%');
      expect(format('%s')).to.equal('%s');
      expect(format('done 100%', 'really')).to.equal('done 100% really');
    });

    it('says of what is no number that it is none', () => {
      expect(format('%d and %d', 'many', { a: 1 })).to.equal('NaN and NaN');
    });
  });

  describe('that was cut', () => {
    it('keeps the text of an argument of which the end is missing', () => {
      const cut = `{"items":["${'a'.repeat(1980)}...[truncated]`;
      const detail = read(web('log', ['"cart"', cut]));
      expect(detail.values).to.deep.equal(['cart', cut]);
      expect([detail.truncated, detail.text]).to.deep.equal([true, `cart ${cut}`]);
    });

    it('says so where arguments are missing, and has no value for the mark', () => {
      const detail = read(web('log', [...Array.from({ length: 10 }, (_, i) => String(i)), '...[truncated]']));
      expect([detail.values.length, detail.truncated]).to.deep.equal([10, true]);
    });

    it('is not one in which the page logged the same words', () => {
      const detail = read(web('log', ['"...[truncated]"']));
      expect([detail.values, detail.truncated]).to.deep.equal([['...[truncated]'], false]);
    });
  });

  it('of an Android app is its text', () => {
    const line = consoleDetail({
      level: 'info',
      payload: ['OkHttp: <-- 200 https://shop.example/api/order'],
    });
    expect(line.detail.values).to.deep.equal(['OkHttp: <-- 200 https://shop.example/api/order']);
    expect([line.detail.unknown, line.level]).to.deep.equal([false, 'info']);
  });

  it('of an iOS app is its text, even where that is JSON', () => {
    const line = consoleDetail({ level: 'warn', payload: '{"a":1}' });
    expect([line.detail.values, line.level]).to.deep.equal([['{"a":1}'], 'warning']);
  });

  it('of rrweb before 1.0 is the data of an incremental event', () => {
    const line = consoleDetail({ source: 11, level: 'warn', trace: [], payload: ['"old"'] });
    expect([line.detail.text, line.level]).to.deep.equal(['old', 'warning']);
  });

  describe('of Sentry', () => {
    const crumb = (level: string, data: object) => ({
      timestamp: 1_700_000_000.5,
      type: 'default',
      category: 'console',
      level,
      message: 'paid [object Object]',
      data: { logger: 'console', ...data },
    });

    it('has the arguments as values', () => {
      const line = consoleDetail(crumb('warning', { arguments: ['paid', { id: 7 }] }));
      expect(line.detail.values).to.deep.equal(['paid', { id: 7 }]);
      expect([line.detail.method, line.level, line.detail.text]).to.deep.equal([
        'warn',
        'warning',
        'paid {"id":7}',
      ]);
    });

    it('is cut where Sentry says so', () => {
      const cut = crumb('log', { arguments: ['a…'], _meta: { warnings: ['CONSOLE_ARG_TRUNCATED'] } });
      expect(read(cut).truncated).to.equal(true);
    });

    it('has its message where no arguments were kept', () => {
      expect(read(crumb('error', {})).values).to.deep.equal(['paid [object Object]']);
    });

    it('is known by its category', () => {
      expect([crumb('log', {}), { category: 'ui.click' }, null].map(isConsoleBreadcrumb)).to.deep.equal([
        true,
        false,
        false,
      ]);
    });
  });

  describe('of no shape that is known', () => {
    for (const payload of [{}, null, undefined, 7, 'text', [], { level: 'log', payload: { a: 1 } }]) {
      it(`is kept as it was: ${JSON.stringify(payload)}`, () => {
        const { detail } = consoleDetail(payload);
        expect([detail.values, detail.unknown]).to.deep.equal([[payload], true]);
        expect(detail.text).to.be.a('string');
      });
    }

    it('has arguments of any kind', () => {
      const odd = { level: 7, trace: 'x', payload: [null, 3, { a: 1 }, undefined, 'A big deal'] };
      const { detail, level } = consoleDetail(odd);
      expect(detail.values).to.deep.equal([null, 3, { a: 1 }, undefined, 'A big deal']);
      expect([detail.method, detail.stack, level]).to.deep.equal(['log', [], 'info']);
      expect(detail.text).to.equal('null 3 {"a":1} undefined A big deal');
    });

    it('may be nested so deeply that it cannot be copied', () => {
      const json = '['.repeat(50_000) + ']'.repeat(50_000);
      expect(read(web('log', [json])).values).to.deep.equal([json]);
      expect(read({ nested: JSON.parse(json) as unknown }).values).to.deep.equal(['[nested too deeply]']);
    });
  });

  it('of a megabyte stays whole', () => {
    const long = 'x'.repeat(1024 ** 2);
    expect(read(web('log', [JSON.stringify(long)])).text).to.have.length(1024 ** 2);
  });

  it('is read in time that grows with its length, whatever is in it', () => {
    const lines = `${'\n  at f (a.js:1:1)'.repeat(60_000)}\nend`;
    expect(read(web('log', [JSON.stringify(lines)])).text).to.equal(lines);
  });
});
