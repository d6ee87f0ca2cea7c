import { expect } from 'chai';
import { allowedSources, namedOrigin } from '../../../src/embed/allowed-sources.ts';
import { MessageGate, SeenIds } from '../../../src/embed/message-gate.ts';
import { EmbedError, EMPTY_STATE } from '../../../src/embed/protocol.ts';
import { idOf, messageFields } from '../../../src/embed/read-fields.ts';
import { readMessage } from '../../../src/embed/read-message.ts';
import { readRequest } from '../../../src/embed/read-request.ts';
import { isThemeValue } from '../../../src/embed/theme-values.ts';

const HERE = { origin: 'https://embed.test', href: 'https://embed.test/site/embed.html' };
const AROUND = 'https://around.test';

function codeOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof EmbedError) return error.code;
    throw error;
  }
  return 'none';
}

describe('messages to an embed', () => {
  const blob = new Blob(['[]']);
  for (const [message, request] of [
    [
      { type: 'load', src: 'a.json' },
      { type: 'load', source: 'a.json' },
    ],
    [
      { type: 'load', blob },
      { type: 'load', source: blob },
    ],
    [{ type: 'play', other: 1 }, { type: 'play' }],
    [
      { type: 'seek', time: 1.5 },
      { type: 'seek', time: 1.5 },
    ],
    [
      { type: 'set', name: 'loop', value: true },
      { type: 'set', name: 'loop', value: true },
    ],
    [
      { type: 'get', name: 'loop' },
      { type: 'get', name: 'loop' },
    ],
  ] as const)
    it(`are understood: ${JSON.stringify(message)}`, () => {
      expect(readRequest({ portableReplay: 1, ...message })).to.deep.equal(request);
    });

  for (const [fields, code] of [
    [{}, 'unsupported-version'],
    [{ portableReplay: '1', type: 'play' }, 'unsupported-version'],
    [{ portableReplay: 1.5, type: 'play' }, 'unsupported-version'],
    [{ portableReplay: 1 }, 'unknown-type'],
    [{ portableReplay: 1, type: 'Play' }, 'unknown-type'],
    [Object.create({ portableReplay: 1, type: 'play' }), 'unsupported-version'],
    [Object.assign(Object.create({ type: 'play' }) as object, { portableReplay: 1 }), 'unknown-type'],
    [{ portableReplay: 1, type: 'load' }, 'invalid-value'],
    [{ portableReplay: 1, type: 'load', src: '' }, 'invalid-value'],
    [{ portableReplay: 1, type: 'load', src: 'a', blob }, 'invalid-value'],
    [{ portableReplay: 1, type: 'load', src: ['a'] }, 'invalid-value'],
    [{ portableReplay: 1, type: 'load', src: 'x'.repeat(100_001) }, 'invalid-value'],
    [{ portableReplay: 1, type: 'seek', time: NaN }, 'invalid-value'],
    [{ portableReplay: 1, type: 'seek', time: Infinity }, 'invalid-value'],
    [{ portableReplay: 1, type: 'set', value: 1 }, 'unknown-name'],
    [{ portableReplay: 1, type: 'get', name: 'x'.repeat(101) }, 'unknown-name'],
  ] as [Record<string, unknown>, string][])
    it(`are refused with ${code}: ${JSON.stringify(fields).slice(0, 60)}`, () => {
      expect(codeOf(() => readRequest(fields))).to.equal(code);
    });

  it('are told from what other scripts post', () => {
    for (const data of [null, undefined, 1, 'portableReplay', [], {}, Object.create({ portableReplay: 1 })])
      expect(messageFields(data)).to.equal(null);
    expect(messageFields({ portableReplay: 7 })).to.deep.equal({ portableReplay: 7 });
  });

  it('have ids that can be sent back', () => {
    for (const id of [1, -2.5, '', 'a'.repeat(64)]) expect(idOf({ id })).to.equal(id);
    for (const id of [NaN, 'a'.repeat(65), {}, null, undefined, 10n]) expect(idOf({ id })).to.equal(null);
  });

  it('are dropped when there are too many in a second, which is told once', () => {
    const gate = new MessageGate(0);
    const admitted = Array.from({ length: 10_000 }, (_, i) => gate.admit(i / 20));
    expect(admitted.filter((how) => how === 'read')).to.have.length(200);
    expect(admitted.filter((how) => how === 'first-dropped')).to.have.length(1);
    expect(gate.admit(1000)).to.equal('read');
  });

  it('are known by their ids for as long as there is room', () => {
    const ids = new SeenIds();
    expect([ids.add(1), ids.add('1'), ids.add(1)]).to.deep.equal([true, true, false]);
    for (let id = 2; id < 1001; id++) ids.add(id);
    expect([ids.add(1000), ids.add(1)]).to.deep.equal([false, true]);
  });
});

describe('messages of an embed', () => {
  for (const [data, message] of [
    [
      { type: 'ready', version: '1.0.0' },
      { type: 'ready', version: '1.0.0' },
    ],
    [
      { type: 'event', name: 'play' },
      { type: 'event', name: 'play', detail: null },
    ],
    [{ type: 'event', name: '__proto__' }, null],
    [
      { type: 'result', id: 1 },
      { type: 'result', id: 1, value: null },
    ],
    [{ type: 'result' }, null],
    [
      { type: 'error', code: 'x', message: 'y' },
      { type: 'error', id: null, code: 'x', message: 'y' },
    ],
    [
      { type: 'resize', height: 300 },
      { type: 'resize', height: 300 },
    ],
    [{ type: 'resize', height: Infinity }, null],
    [{ type: 'resize', height: -1 }, null],
    [
      { type: 'state', currentTime: '5', paused: false },
      { type: 'state', ...EMPTY_STATE, paused: false },
    ],
    [{ type: 'other' }, null],
  ] as const)
    it(`are read: ${JSON.stringify(data)}`, () => {
      expect(readMessage({ portableReplay: 1, ...data })).to.deep.equal(message);
      expect(readMessage({ portableReplay: 2, ...data })).to.equal(null);
    });
});

describe('sources of an embed', () => {
  /** @param list what `sources` says */
  const asked = (list: string | null, address: string) =>
    allowedSources(list, 'https://named.test/a.json', HERE).allowsAsked(address, AROUND);

  for (const [list, address, isAllowed] of [
    [null, 'a.json', true],
    [null, 'https://around.test/a.json', true],
    [null, 'https://named.test/b.json', true],
    [null, 'https://other.test/a.json', false],
    [null, 'https://around.test:8443/a.json', false],
    [null, 'http://around.test/a.json', false],
    [null, 'data:application/json,[]', true],
    [null, 'file:///etc/passwd', false],
    [null, 'javascript:1', false],
    [null, 'https://[', false],
    ['', 'a.json', false],
    ['self', 'a.json', true],
    ['self', 'https://around.test/a.json', false],
    ['https://a.test https://b.test', 'https://b.test/a.json', true],
    ['https://a.test,https://b.test/', 'https://b.test/a.json', true],
    ['https://a.test/folder/', 'https://a.test/folder/a.json', false],
    ['https://*.test', 'https://a.test/a.json', false],
    ['null file:', 'file:///a.json', false],
    ['self', 'data:application/json,[]', true],
  ] as const)
    it(`${list ?? 'by default'} ${isAllowed ? 'are' : 'are not'} ${address}`, () => {
      expect(asked(list, address)).to.equal(isAllowed);
    });

  it('are no other files of a disk that the embed is on', () => {
    const disk = { origin: 'null', href: 'file:///site/embed.html' };
    for (const list of [null, 'self'])
      expect(allowedSources(list, 'a.json', disk).allowsAsked('file:///b.json', AROUND)).to.equal(false);
  });

  it('are, of what the address names, any or those that are listed', () => {
    const named = (list: string | null) => allowedSources(list, null, HERE).allowsNamed('https://x.test/a');
    expect([named(null), named('self'), named('https://x.test')]).to.deep.equal([true, false, true]);
  });
});

describe('namedOrigin', () => {
  for (const [text, origin] of [
    ['https://a.test', 'https://a.test'],
    ['https://a.test/', 'https://a.test'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['https://a.test/page', null],
    ['https://a.test?x', null],
    ['https://user@a.test', null],
    ['a.test', null],
    ['*', null],
    ['null', null],
    ['', null],
    ['file:///', null],
    ['data:text/html,', null],
  ] as const)
    it(`makes ${origin ?? 'nothing'} of ${text}`, () => {
      expect(namedOrigin(text)).to.equal(origin);
    });
});

describe('values of a theme', () => {
  const accepts = (value: unknown, name = '--replay-text') => isThemeValue(name, value, () => true);
  for (const value of [
    'red',
    '#123',
    'rgb(1 2 3 / 0.5)',
    'color-mix(in oklab, red, blue)',
    'light-dark(#fff, #000)',
  ])
    it(`may be ${value}`, () => expect(accepts(value)).to.equal(true));
  for (const value of [
    'url(x)',
    'URL (x)',
    'u\\72l(x)',
    'var(--x, url(x))',
    'image-set("x" 1x)',
    'env(x)',
    'attr(x)',
    'red; background: red',
    'red} * {',
    'x'.repeat(201),
    5,
    null,
  ])
    it(`may not be ${String(value).slice(0, 30)}`, () => expect(accepts(value)).to.equal(false));
  it('are for known properties alone, and of their kind', () => {
    expect(accepts('red', '--other')).to.equal(false);
    expect(accepts('red', 'color')).to.equal(false);
    const asked: string[] = [];
    isThemeValue('--replay-radius', '4px', (property) => asked.push(property) > 0);
    expect(asked).to.deep.equal(['border-radius']);
  });
});
