import { expect } from 'chai';
import type { HiddenThing, HiddenThings } from '../../../src/core/hidden/hidden-things.ts';
import { MASK_KINDS, type MaskKind } from '../../../src/core/rrweb/mask-traces.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { RecordingEngine } from '../../../src/core/engine/recording-engine.ts';
import { toParts } from '../../../src/core/source/replay-source.ts';

const START = 1_700_000_000_000;
const HREF = 'https://x.test/';

/** An element; numbers are given so that events can speak of it. */
const element = (id: number, tagName: string, attributes: object = {}, ...childNodes: object[]) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
const text = (id: number, textContent: string) => ({ type: 3, id, textContent });
const blocked = (id: number, attributes: object = {}) =>
  element(id, 'div', { rr_width: '10px', rr_height: '10px', ...attributes });

/** A page whose body is node 4, `at` milliseconds after the start. */
function page(at: number, body: readonly object[], href = HREF): object[] {
  const html = element(2, 'html', {}, element(3, 'head'), element(4, 'body', {}, ...body));
  const timestamp = START + at;
  return [
    { type: 4, timestamp, data: { href, width: 800, height: 600 } },
    {
      type: 2,
      timestamp,
      data: { node: { type: 0, id: 1, childNodes: [html] }, initialOffset: { top: 0, left: 0 } },
    },
  ];
}

const change = (at: number, data: object) => ({ type: 3, timestamp: START + at, data });
const mutation = (at: number, fields: object) =>
  change(at, { source: 0, adds: [], removes: [], texts: [], attributes: [], ...fields });
const add = (at: number, node: object, parentId = 4) =>
  mutation(at, { adds: [{ parentId, nextId: null, node }] });
const remove = (at: number, id: number, parentId = 4) => mutation(at, { removes: [{ parentId, id }] });
const requests = (at: number, ...list: object[]) => ({
  type: 6,
  timestamp: START + at,
  data: { plugin: 'rrweb/network@1', payload: { requests: list } },
});
const options = (sessionRecordingOptions: object) => ({
  type: 5,
  timestamp: START,
  data: { tag: '$session_options', payload: { sessionRecordingOptions } },
});
/** Ten seconds after the start. */
const END = change(10_000, { source: 2, type: 2, id: 4, x: 1, y: 1 });

/** Asks for what is hidden in a recording that was read. */
async function opened(events: readonly object[]) {
  const engine = new RecordingEngine(30);
  let recording = 0;
  const listener = {
    progress: () => undefined,
    blocked: () => undefined,
    outline: (_: unknown, key: number) => (recording = key),
  };
  const { signal } = new AbortController();
  await engine.load(toParts([...events, END], 'https://viewer.test/'), DEFAULT_LIMITS, listener, signal);
  return (cover: readonly string[], stop: AbortSignal) =>
    engine.ask('hidden', recording, cover, { signal: stop, progress: () => undefined });
}

async function find(events: readonly object[], cover: readonly string[] = []): Promise<HiddenThings> {
  const ask = await opened(events);
  return ask(cover, new AbortController().signal);
}

/** Only what is there. */
function counted({ counts }: HiddenThings): Partial<Record<MaskKind, number>> {
  return Object.fromEntries(
    MASK_KINDS.filter((kind) => counts[kind] > 0).map((kind) => [kind, counts[kind]]),
  );
}

const told = ({ kind, name, start, end }: HiddenThing) => `${kind} ${name} ${start}–${end}`;

describe('what is hidden in a recording', () => {
  const cases: readonly [what: string, node: object, kinds: Partial<Record<MaskKind, number>>][] = [
    ['a blocked element', blocked(10), { blocked: 1 }],
    ['a masked text', element(10, 'p', {}, text(11, '***** ***')), { text: 1 }],
    [
      'two masked texts in one element',
      element(10, 'p', {}, text(11, '****'), element(12, 'br'), text(13, '***')),
      { text: 1 },
    ],
    [
      'a short masked text by its class',
      element(10, 'p', { class: 'a ph-mask' }, element(11, 'b', {}, text(12, '**'))),
      { text: 1 },
    ],
    ['a short run of asterisks', element(10, 'p', {}, text(11, '**')), {}],
    ['asterisks in words', element(10, 'p', {}, text(11, '*** bold ***')), {}],
    ['asterisks in a style sheet', element(10, 'style', {}, text(11, '****')), {}],
    ['a masked input', element(10, 'input', { type: 'email', value: '****' }), { input: 1 }],
    ['a masked text area', element(10, 'textarea', { value: '****' }), { input: 1 }],
    ['an empty input', element(10, 'input', { type: 'email' }), {}],
    ['a button of asterisks', element(10, 'input', { type: 'submit', value: '****' }), {}],
    [
      'an ignored input',
      element(10, 'input', { class: 'wide ph-ignore-input', value: '**' }),
      { ignored: 1 },
    ],
    ['an input ignored by rrweb', element(10, 'select', { class: 'rr-ignore' }), { ignored: 1 }],
    ['an ignored button', element(10, 'input', { type: 'submit', class: 'rr-ignore' }), {}],
    ['a canvas without a picture', element(10, 'canvas'), { canvas: 1 }],
    ['a canvas with a picture', element(10, 'canvas', { rr_dataURL: 'data:image/png;base64,AAAA' }), {}],
    ['a frame of another site', element(10, 'iframe', { rr_src: 'https://pay.test/' }), { frame: 1 }],
    ['a frame', element(10, 'iframe'), {}],
    [
      'what the viewer has covered, with all that is in it',
      element(10, 'div', { 'data-replay-covered': '' }, element(11, 'p', {}, text(12, '****')), blocked(13)),
      { covered: 1 },
    ],
    [
      'what was removed from a copy, with all that is in it',
      element(10, 'div', { 'data-replay-redacted': '' }, element(11, 'p', {}, text(12, '****')), blocked(13)),
      { redacted: 1 },
    ],
    [
      'a text that was removed from a copy',
      element(10, 'p', { 'data-replay-redacted-text': '', 'class': 'ph-mask' }, text(11, 'Dear **')),
      { redacted: 1 },
    ],
    [
      'a clear text that took its place',
      element(10, 'p', { 'data-replay-redacted-text': '' }, text(11, 'x')),
      {},
    ],
    [
      'what was removed in place of a picture',
      element(10, 'img', { 'data-replay-redacted-text': '', 'alt': 'Ms *****' }),
      { redacted: 1 },
    ],
    [
      'what was removed of an input',
      element(10, 'input', { 'data-replay-redacted-text': '', 'type': 'email', 'value': '*****' }),
      { redacted: 1 },
    ],
    [
      'what was removed of what an empty input says',
      element(10, 'input', { 'data-replay-redacted-text': '', 'placeholder': '*****' }),
      { redacted: 1 },
    ],
    [
      'what was removed of a menu',
      element(
        10,
        'select',
        { 'data-replay-redacted-text': '', 'value': '1' },
        element(11, 'option', { value: '1' }, text(12, '*****')),
      ),
      { redacted: 1 },
    ],
    [
      'what the recorder blocked before it was removed',
      element(10, 'div', { 'data-replay-redacted': '', 'rr_width': '9px', 'rr_height': '9px' }),
      { blocked: 1 },
    ],
  ];
  for (const [what, node, kinds] of cases) {
    it(`counts ${what} as ${JSON.stringify(kinds)}, from the start or added later`, async () => {
      expect(counted(await find(page(0, [node])))).to.deep.equal(kinds);
      // Recorders add nodes one by one, from the outside in.
      const adds: object[] = [];
      const later = (part: { id: number; childNodes?: object[] }, parentId: number): void => {
        adds.push({ parentId, nextId: null, node: { ...part, ...(part.childNodes && { childNodes: [] }) } });
        for (const child of part.childNodes ?? []) later(child as typeof part, part.id);
      };
      later(node as { id: number }, 4);
      expect(counted(await find([...page(0, []), mutation(1000, { adds })]))).to.deep.equal(kinds);
    });
  }

  it('goes by the rules that the recorder has noted', async () => {
    const inputs = [
      element(10, 'input', { type: 'text', value: '***' }),
      element(11, 'input', { type: 'password', value: '***' }),
      element(12, 'input', { class: 'quiet' }),
      element(13, 'input', { class: 'ph-ignore-input' }),
    ];
    const rules = options({ maskAllInputs: false, ignoreClass: 'quiet' });
    expect(counted(await find([rules, ...page(0, inputs)]))).to.deep.equal({ input: 1, ignored: 1 });
  });

  it('knows from when to when, however things go', async () => {
    const { things, spans } = await find([
      ...page(0, [
        element(10, 'section', {}, blocked(11, { id: 'a', class: 'vip x' })),
        element(20, 'p', {}, text(21, 'plain')),
        element(30, 'input', { type: 'text', id: 'name' }),
      ]),
      mutation(1000, { texts: [{ id: 21, value: '*****' }] }),
      change(2000, { source: 5, id: 30, text: '****', isChecked: false }),
      remove(3000, 10),
      mutation(4000, { texts: [{ id: 21, value: 'plain' }] }),
      change(5000, { source: 5, id: 30, text: '', isChecked: false }),
      add(6000, blocked(40)),
    ]);
    expect(things.map(told)).to.deep.equal([
      'blocked div#a.vip.x 0–3',
      'text p 1–4',
      'input input#name 2–5',
      'blocked div 6–10',
    ]);
    expect(spans.map(({ kind, start, end }) => `${kind} ${start}–${end}`)).to.deep.equal([
      'blocked 0–3',
      'text 1–4',
      'input 2–5',
      'blocked 6–10',
    ]);
  });

  it('counts a thing once while it comes and goes, is moved and is sent again', async () => {
    const result = await find([
      ...page(0, [element(10, 'div'), blocked(11)]),
      mutation(1000, {
        removes: [{ parentId: 4, id: 11 }],
        adds: [{ parentId: 10, nextId: null, node: blocked(11) }],
      }),
      remove(2000, 11, 10),
      add(4000, blocked(11), 10),
      ...page(5000, [element(10, 'div', {}, blocked(11))]),
    ]);
    expect(counted(result)).to.deep.equal({ blocked: 1 });
    expect(result.things.map(told)).to.deep.equal(['blocked div 0–10']);
    expect(result.spans.map(({ start, end }) => [start, end])).to.deep.equal([
      [0, 2],
      [4, 10],
    ]);
  });

  it('does not count what old recorders add before there is a place for it', async () => {
    const waiting = { parentId: 4, nextId: -1, previousId: -1, node: blocked(11) };
    expect(counted(await find([...page(0, []), mutation(1000, { adds: [waiting] })]))).to.deep.equal({});
  });

  it('counts anew on another page, whatever the numbers', async () => {
    const second = page(5000, [blocked(11)], 'https://x.test/other');
    expect(counted(await find([...page(0, [blocked(11)]), ...second]))).to.deep.equal({ blocked: 2 });
  });

  it('does not count a canvas that is drawn later, nor what is drawn in another context', async () => {
    const drawn = (id: number, type: number) =>
      change(3000, { source: 9, id, type, commands: [{ property: 'fillRect', args: [0, 0, 1, 1] }] });
    const canvases = [element(10, 'canvas', { id: 'late' }), element(11, 'canvas', { id: 'webgl' })];
    const { things } = await find([...page(0, canvases), drawn(10, 0), drawn(11, 1)]);
    expect(things.map(told)).to.deep.equal(['canvas canvas#webgl 0–10']);
  });

  it('follows what the viewer covers and uncovers', async () => {
    const attributes = (value: string | null) => [{ id: 10, attributes: { 'data-replay-covered': value } }];
    const { things } = await find([
      ...page(0, [element(10, 'div', {}, element(11, 'p', {}, text(12, '****')))]),
      mutation(2000, { attributes: attributes('') }),
      mutation(5000, { attributes: attributes(null) }),
    ]);
    expect(things.map(told)).to.deep.equal(['text p 0–10', 'covered div 2–5']);
  });

  it('names requests of which something was taken out', async () => {
    const { things } = await find([
      ...page(0, []),
      requests(
        1000,
        { name: 'https://x.test/a', method: 'POST', requestHeaders: { authorization: 'redacted' } },
        {
          name: 'https://x.test/b',
          responseBody: '[SessionRecording] Response body redacted as might contain: token',
        },
        { name: 'https://x.test/c?q=<masked>' },
        { name: 'https://x.test/d', responseBody: 'x.test is in deny list' },
        { name: 'https://x.test/e', requestHeaders: { accept: '*/*' }, responseBody: 'a redacted text' },
        {
          name: 'https://x.test/f',
          requestBody: '[SessionRecording] Request body too large to record (9 bytes)',
        },
        null as unknown as object,
      ),
    ]);
    expect(things.map(told)).to.deep.equal([
      'network POST https://x.test/a 1–1',
      'network https://x.test/b 1–1',
      'network https://x.test/c?q=<masked> 1–1',
      'network https://x.test/d 1–1',
    ]);
  });

  it('lists no more than can be stepped through, and counts them all', async () => {
    const many = Array.from({ length: 2500 }, (_, i) => blocked(10 + i));
    const { counts, things, spans } = await find(page(0, many));
    expect([counts.blocked, things.length, spans.length]).to.deep.equal([2500, 2000, 1]);
  });

  it('counts what the viewer hides, and nothing within it by itself', async () => {
    const events = [
      ...page(0, [element(10, 'div', { class: 'private' }, blocked(11), text(12, 'Jane')), blocked(13)]),
      add(2000, element(14, 'p', { class: 'private' }, text(15, 'Doe'))),
      remove(4000, 10),
    ];
    const { things } = await find(events, ['.private']);
    expect(things.map(told)).to.deep.equal([
      'covered div.private 0–4',
      'blocked div 0–10',
      'covered p.private 2–10',
    ]);
    expect(counted(await find(events))).to.deep.equal({ blocked: 2 });
  });

  describe('an input that is masked when something is typed', () => {
    const typed = (at: number, id: number, value: string) =>
      change(at, { source: 5, id, text: '*'.repeat(value.length), isChecked: false });
    const attribute = (at: number, id: number, value: string) =>
      mutation(at, { attributes: [{ id, attributes: { value } }] });
    const field = element(30, 'input', { type: 'text', id: 'name' });

    it('is another thing when its attribute says what was typed', async () => {
      const { things, spans, counts } = await find([
        ...page(0, [field, element(31, 'input', { type: 'text', id: 'kept', value: '***' })]),
        ...['J', 'Ja', 'Jan'].flatMap((value, i) => [
          typed(1000 + i, 30, value),
          attribute(1000 + i, 30, value),
        ]),
      ]);
      expect(things.map(told)).to.deep.equal(['input input#kept 0–10', 'exposed input#name 1–10']);
      expect(spans.map(({ kind }) => kind)).to.deep.equal(['input', 'exposed']);
      expect([counts.input, counts.exposed]).to.deep.equal([1, 1]);
    });

    it('stays one thing when that comes after it has been emptied once', async () => {
      const { things, counts } = await find([
        ...page(0, [field]),
        typed(1000, 30, 'Jan'),
        typed(2000, 30, ''),
        typed(3000, 30, 'Jane'),
        attribute(3000, 30, 'Jane'),
      ]);
      expect(things.map(told)).to.deep.equal(['exposed input#name 1–10']);
      expect([counts.input, counts.exposed]).to.deep.equal([0, 1]);
    });

    it('is that also when its value comes to light when it is gone, and only on its page', async () => {
      const other = element(30, 'input', { type: 'text', id: 'other', value: '***' });
      const { things } = await find([
        ...page(0, [element(30, 'input', { type: 'text', id: 'name', value: 'Jan' })]),
        typed(1000, 30, 'Jane'),
        remove(2000, 30),
        ...page(5000, [other], 'https://x.test/other'),
      ]);
      expect(things.map(told)).to.deep.equal(['exposed input#name 1–2', 'input input#other 5–10']);
    });

    it('goes on showing asterisks, as the replayed page does', async () => {
      const { spans } = await find([
        ...page(0, [element(30, 'textarea')]),
        typed(1000, 30, 'Jan'),
        attribute(4000, 30, 'Jane'),
      ]);
      expect(spans.map(({ kind, start, end }) => `${kind} ${start}–${end}`)).to.deep.equal(['exposed 1–10']);
    });
  });

  it('stops when nobody wants to know any more', async () => {
    const ask = await opened(page(0, [blocked(10)]));
    const stopped: unknown = await ask([], AbortSignal.abort()).catch((error: unknown) => error);
    expect(stopped).to.have.property('name', 'AbortError');
  });
});
