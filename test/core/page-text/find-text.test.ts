import { expect } from 'chai';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';
import { bytesOf } from '../recordings.ts';

const START = 1_700_000_000_000;

type Node = Readonly<Record<string, unknown>>;

const element = (id: number, tagName: string, attributes: object = {}, ...childNodes: Node[]): Node => ({
  ...{ type: 2, id, tagName, attributes, childNodes },
});
const text = (id: number, textContent: string): Node => ({ type: 3, id, textContent });

/** A page whose body is node 4. */
function page(time: number, ...body: readonly Node[]): object[] {
  const html = element(2, 'html', {}, element(3, 'head'), element(4, 'body', {}, ...body));
  const timestamp = START + time * 1000;
  const node = { type: 0, id: 1, childNodes: [html] };
  return [
    { type: 4, timestamp, data: { href: 'https://x.test/', width: 800, height: 600 } },
    { type: 2, timestamp, data: { node, initialOffset: { top: 0, left: 0 } } },
  ];
}

const event = (time: number, data: object) => ({ type: 3, timestamp: START + time * 1000, data });
const mutation = (time: number, fields: object) =>
  event(time, { source: 0, adds: [], removes: [], texts: [], attributes: [], ...fields });
const add = (time: number, node: Node, parentId = 4) =>
  mutation(time, { adds: [{ parentId, nextId: null, node: { ...node, childNodes: [] } }] });
const remove = (time: number, id: number, parentId = 4) => mutation(time, { removes: [{ parentId, id }] });
const write = (time: number, id: number, value: string) => mutation(time, { texts: [{ id, value }] });
const set = (time: number, id: number, attributes: object) =>
  mutation(time, { attributes: [{ id, attributes }] });
/** The last event of its window. */
const end = (time = 10) => event(time, { source: 1, positions: [] });

type Found = (
  query: string,
  options?: { cover?: readonly string[]; signal?: AbortSignal },
) => Promise<string[]>;

/** Asks when a text was there; each answer as `start–end`, with the window where it is not the first. */
async function opened(source: readonly object[] | Uint8Array<ArrayBuffer>): Promise<Found> {
  const engine = new RecordingEngine(30);
  let recording = 0;
  let first = '';
  const listener = {
    progress: () => undefined,
    blocked: () => undefined,
    outline: ({ info }: { info: { windows: readonly { id: string }[] } }, key: number) => {
      recording = key;
      first = info.windows[0]?.id ?? '';
    },
  };
  const { signal: never } = new AbortController();
  await engine.load(toParts(source, 'https://viewer.test/'), DEFAULT_LIMITS, listener, never);
  return async (query, { cover = [], signal = never } = {}) => {
    const job = { signal, progress: () => undefined };
    const found = await engine.ask('findText', recording, { text: query, cover }, job);
    const seconds = (time: number) => Math.round(time * 1000) / 1000;
    return found.map(
      ({ start, end, windowId }) =>
        `${seconds(start)}–${seconds(end)}${windowId === first ? '' : ' elsewhere'}`,
    );
  };
}

describe('finding text on pages through time', () => {
  it('tells every stretch in which a text was there', async () => {
    const find = await opened([
      ...page(0, element(10, 'p', {}, text(11, 'Not paid yet'))),
      write(2, 11, 'Payment failed'),
      write(4, 11, 'Not paid yet'),
      remove(7, 10),
      end(),
    ]);
    expect(await find('not paid')).to.deep.equal(['0–2', '4–7']);
    expect(await find('payment failed')).to.deep.equal(['2–4']);
    expect(await find('payed')).to.deep.equal([]);
  });

  it('reads on across the parts of a line, and not from one block to the next', async () => {
    const find = await opened([
      ...page(
        0,
        element(
          10,
          'p',
          {},
          text(11, 'Pay '),
          element(12, 'b', {}, text(13, 'now')),
          text(14, ' or\n   later'),
        ),
        element(20, 'div', {}, text(21, 'one'), element(22, 'p', {}, text(23, 'two')), text(24, 'three')),
        element(30, 'p', {}, text(31, '12 St James Square'), element(32, 'br'), text(33, 'London')),
      ),
      end(),
    ]);
    expect(await find('PAY NOW  or later')).to.deep.equal(['0–10']);
    expect(await find('square london')).to.deep.equal(['0–10']);
    for (const word of ['one', 'two', 'three']) expect(await find(word)).to.deep.equal(['0–10']);
    for (const joined of ['onetwo', 'one two', 'onethree', 'two three'])
      expect(await find(joined)).to.deep.equal([]);
  });

  it('joins what is there in several places, and what was only put anew', async () => {
    const find = await opened([
      ...page(0, element(10, 'p', {}, text(11, 'Fern'))),
      add(2, element(20, 'p')),
      add(2, text(21, 'Fern'), 20),
      remove(3, 10),
      ...page(5, element(10, 'p', {}, text(11, 'A fern'))),
      remove(6, 10),
      end(),
    ]);
    expect(await find('fern')).to.deep.equal(['0–6']);
  });

  it('follows what is moved, and what is added to a line', async () => {
    const find = await opened([
      ...page(0, element(10, 'p', {}, text(11, 'Total: ')), element(20, 'section', { hidden: '' })),
      add(2, element(12, 'b'), 10),
      add(2, text(13, '9 €'), 12),
      mutation(4, { adds: [{ parentId: 20, nextId: null, node: element(10, 'p') }] }),
      end(),
    ]);
    expect(await find('total: 9 €')).to.deep.equal(['2–4']);
  });

  const hidden: readonly [what: string, node: Node, stays?: boolean][] = [
    ['a script', element(10, 'script', {}, text(11, 'secret'))],
    ['a style sheet', element(10, 'style', {}, text(11, 'secret'))],
    ['what is shown without scripts', element(10, 'noscript', {}, text(11, 'secret'))],
    ['a template', element(10, 'template', {}, element(12, 'p', {}, text(11, 'secret')))],
    ['a hidden element', element(10, 'div', { hidden: '' }, element(12, 'p', {}, text(11, 'secret')))],
    [
      'an element without display',
      element(10, 'p', { style: 'color: red; display: none' }, text(11, 'secret')),
    ],
    ['an element without visibility', element(10, 'p', { style: 'visibility:hidden' }, text(11, 'secret'))],
    ['a dialog that is closed', element(10, 'dialog', {}, element(12, 'p', {}, text(11, 'secret')))],
    ['details that are closed', element(10, 'details', {}, element(12, 'p', {}, text(11, 'secret')))],
    ['what was typed', element(10, 'input', { type: 'text', value: 'secret' })],
    ['what was written', element(10, 'textarea', {}, text(11, 'secret'))],
    ['options', element(10, 'select', {}, element(12, 'option', {}, text(11, 'secret')))],
  ];
  for (const [what, node] of hidden)
    it(`finds nothing in ${what}`, async () => {
      const find = await opened([...page(0, node), end()]);
      expect(await find('secret')).to.deep.equal([]);
    });

  const shown: readonly [what: string, node: Node][] = [
    ['a dialog that is open', element(10, 'dialog', { open: '' }, element(12, 'p', {}, text(11, 'secret')))],
    ['the summary of details', element(10, 'details', {}, element(12, 'summary', {}, text(11, 'secret')))],
    ['a button', element(10, 'button', {}, text(11, 'Secret'))],
    ['a button that is an input', element(10, 'input', { type: 'submit', value: 'Secret' })],
    [
      'a shadow root',
      element(10, 'x-a', {}, { ...element(12, 'p', {}, text(11, 'secret')), isShadow: true }),
    ],
  ];
  for (const [what, node] of shown)
    it(`finds what is in ${what}`, async () => {
      const find = await opened([...page(0, node), end()]);
      expect(await find('secret')).to.deep.equal(['0–10']);
    });

  it('follows attributes by which something comes into sight, and goes', async () => {
    const inner = (id: number) =>
      element(id, 'section', {}, element(id + 1, 'p', {}, text(id + 2, `text ${id}`)));
    const find = await opened([
      ...page(
        0,
        element(10, 'div', { hidden: '' }, inner(11)),
        element(20, 'div', { style: 'display:none' }, inner(21)),
        element(30, 'details', {}, inner(31)),
        element(40, 'div', {}, inner(41)),
      ),
      set(2, 10, { hidden: null }),
      set(2, 20, { style: { display: 'block' } }),
      set(2, 30, { open: '' }),
      set(2, 40, { style: { display: ['none', 'important'] } }),
      set(4, 10, { hidden: '' }),
      set(4, 20, { style: 'display: none' }),
      set(4, 30, { open: null }),
      set(4, 40, { style: { display: false } }),
      end(),
    ]);
    expect(await find('text 11')).to.deep.equal(['2–4']);
    expect(await find('text 21')).to.deep.equal(['2–4']);
    expect(await find('text 31')).to.deep.equal(['2–4']);
    expect(await find('text 41')).to.deep.equal(['0–2', '4–10']);
  });

  it('finds texts in frames', async () => {
    const inside = {
      type: 0,
      id: 20,
      rootId: 20,
      childNodes: [element(21, 'html', {}, element(22, 'p', {}, text(23, 'Within')))],
    };
    const find = await opened([
      ...page(0, element(10, 'iframe')),
      mutation(1, { adds: [{ parentId: 10, nextId: null, node: inside }], isAttachIframe: true }),
      remove(5, 10),
      end(),
    ]);
    expect(await find('within')).to.deep.equal(['1–5']);
  });

  it('finds every part of a text that is long or grows', async () => {
    const words = Array.from({ length: 300 }, (_, i) => `word${i}`).join(' ');
    const find = await opened([
      ...page(0, element(10, 'pre', {}, text(11, words))),
      write(3, 11, `${words} and more`),
      end(),
    ]);
    for (let i = 0; i < 299; i += 7)
      expect(await find(`word${i} word${i + 1}`), `${i}`).to.deep.equal(['0–10']);
    expect(await find('word299 and more')).to.deep.equal(['3–10']);
    expect(await find(words)).to.deep.equal(['0–10']);
    expect(await find(`${words} and more`)).to.deep.equal(['3–10']);
    expect(await find(`${words} and less`)).to.deep.equal([]);
  });

  it('matches masked text with nothing but itself, and nothing with the empty text', async () => {
    const find = await opened([...page(0, element(10, 'p', {}, text(11, '**** ****'))), end()]);
    expect(await find('ada')).to.deep.equal([]);
    expect(await find('**')).to.deep.equal(['0–10']);
    expect(await find('  ')).to.deep.equal([]);
  });

  it('finds nothing in what the viewer hides', async () => {
    const find = await opened([
      ...page(
        0,
        element(10, 'p', { class: 'a' }, text(11, 'secret')),
        element(12, 'p', {}, text(13, 'open')),
      ),
      end(),
    ]);
    expect(await find('secret', { cover: ['.a'] })).to.deep.equal([]);
    expect(await find('open', { cover: ['.a'] })).to.deep.equal(['0–10']);
    expect(await find('secret')).to.deep.equal(['0–10']);
    const failed = await find('secret', { cover: [':::'] }).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(TypeError);
  });

  it('goes on where somebody lost patience', async () => {
    const find = await opened([...page(0, element(10, 'p', {}, text(11, 'Fern'))), end()]);
    const signal = AbortSignal.abort(new Error('Enough'));
    expect(await find('fern', { signal }).catch((error: unknown) => String(error))).to.equal('Error: Enough');
    expect(await find('fern')).to.deep.equal(['0–10']);
  });

  it('knows windows apart', async () => {
    const find = await opened(await bytesOf('two-tabs.jsonl'));
    const [first, second] = [await find('Plants for shady corners'), await find('added to your cart')];
    expect(first).to.have.length(1);
    expect(second.every((span) => span.endsWith('elsewhere'))).to.equal(true);
  });

  it('finds what was seen while a recording was made', async () => {
    const find = await opened(await bytesOf('checkout.jsonl'));
    const [failed] = await find('payment failed (500)');
    expect(failed).to.match(/^12\.\d+–15\.\d+$/);
    expect(await find('LC-77')).to.deep.equal([]);
    // Its page is not there any more when the cart is shown.
    const [from, to] = (await find('Maidenhair'))[0]?.split('–').map(Number) ?? [];
    expect(from).to.be.lessThan(to ?? 0);
  });
});
