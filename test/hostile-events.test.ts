import { expect } from '@open-wc/testing';
import { eventually, pageOf, player, seek } from './player-harness.ts';

const START = 1_790_000_000_000;

const node = (id: number, tagName: string, attributes: object = {}, ...childNodes: object[]) => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});

/** A second of silence. */
function silence(): string {
  const bytes = new Uint8Array(44 + 8000).fill(128);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) =>
    [...text].forEach((c, i) => view.setUint8(at + i, c.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, 8036, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, 8000, true);
  return `data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`;
}

const [DOCUMENT, HEADING, TEXT, VIDEO, SOURCE, AUDIO, STYLE, FORM, CANVAS, HOST] = [
  1, 5, 6, 7, 8, 9, 10, 11, 12, 13,
];

/** What an event of each kind may say that it should not, by what the page around would hear of it. */
const HOSTILE: Readonly<Record<string, readonly object[]>> = {
  'media events for what is no film': [SOURCE, TEXT, DOCUMENT, HEADING, 999].flatMap((id) =>
    [0, 1, 2, 3, 4, 99].map((type) => ({ source: 7, type, id, currentTime: 1, volume: 1, muted: false })),
  ),
  'media events with impossible values': [-1, Infinity, 'soon', {}, 1e300].flatMap((value) =>
    [0, 2, 3, 4, 1].map((type) => ({
      source: 7,
      type,
      id: AUDIO,
      currentTime: value,
      volume: value,
      playbackRate: value,
      loop: value,
    })),
  ),
  'sheets that are replaced, and were not made by a script': [
    { source: 8, id: STYLE, replace: 'p { color: red }' },
    { source: 8, id: STYLE, replaceSync: 'p { color: red }' },
    { source: 8, id: STYLE, adds: [{ rule: '}}', index: [9, 9] }], removes: [{ index: 99 }] },
    { source: 8, styleId: 99, replace: 'p { color: red }' },
    { source: 13, id: STYLE, index: [9, 9, 9], set: { property: 'color', value: 'red' } },
  ],
  'sheets that nobody can adopt': [
    { source: 15, id: HEADING, styleIds: [1, 2, 3] },
    { source: 15, id: 999, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: 5 }] }] },
    { source: 15, id: DOCUMENT, styleIds: { length: -1 }, styles: 'x' },
    { source: 15, id: HOST, styleIds: [4], styles: [{ styleId: 4, rules: [{ rule: 'p{', index: -9 }] }] },
  ],
  'fonts that are none': [
    { source: 10, family: 'x', fontSource: '[1,2,3]', buffer: true },
    { source: 10, family: 'x', fontSource: 'no JSON', buffer: true },
    { source: 10, family: 'x', fontSource: 'url(data:,)', buffer: false, descriptors: { weight: {} } },
    { source: 10, family: '}', fontSource: 'local(x)', buffer: false },
    { source: 10, family: {}, fontSource: {}, buffer: 1 },
  ],
  'what is scrolled, selected, typed and drawn where it cannot be': [
    { source: 3, id: FORM, x: 5, y: 5 },
    { source: 3, id: TEXT, x: NaN, y: {} },
    { source: 14, ranges: [{ start: TEXT, startOffset: 999, end: VIDEO, endOffset: -1 }] },
    { source: 14, ranges: 'x' },
    { source: 5, id: HEADING, text: {}, isChecked: 'x' },
    { source: 5, id: FORM, text: 'x', isChecked: true },
    { source: 9, id: HEADING, type: 0, commands: [{ property: 'fillRect', args: [{}] }] },
    { source: 9, id: CANVAS, type: 0, commands: [{ property: 'drawImage', args: [{ rr_type: 'x' }, {}] }] },
    { source: 9, id: CANVAS, type: 0, commands: [{ property: 'constructor', args: ['x'] }, null, 5] },
    { source: 9, id: CANVAS, type: 0, property: '__proto__', args: null, setter: true },
  ],
  'pointers, windows and elements that are out of their minds': [
    { source: 1, positions: [null, 5, { x: 'a', y: {}, id: 999, timeOffset: 'x' }] },
    { source: 1, positions: {} },
    { source: 2, type: 99, id: FORM, x: 1, y: 1 },
    { source: 2, type: 2, id: DOCUMENT, x: NaN, y: NaN },
    { source: 2, type: 7, id: TEXT },
    { source: 4, width: {}, height: 'tall' },
    { source: 16, define: { name: '<script>' } },
    { source: 16, define: null },
    {
      source: 0,
      adds: [{ parentId: TEXT, nextId: 99, node: { type: 99 } }],
      removes: [{ id: {} }],
      texts: [null],
    },
    { source: 0, attributes: [{ id: FORM, attributes: { '<': '1', ' ': '2', 'style': [] } }, { id: TEXT }] },
    { source: 0, attributes: [{ id: HEADING, attributes: 'x' }], texts: [{ id: VIDEO, value: {} }] },
    { source: 99 },
    {},
  ],
};

function recordingOf(events: readonly object[]): object[] {
  const body = node(
    4,
    'body',
    {},
    node(HEADING, 'h1', {}, { type: 3, id: TEXT, textContent: 'before' }),
    node(VIDEO, 'video', {}, node(SOURCE, 'source', { src: silence() })),
    node(AUDIO, 'audio', { src: silence(), rr_mediaState: 'played', rr_mediaCurrentTime: 1e300 }),
    node(
      FORM,
      'form',
      {},
      ...['scrollTo', 'play', 'style', 'closest'].map((name, i) => node(30 + i, 'input', { name })),
    ),
    node(CANVAS, 'canvas', { width: '10', height: '10' }),
    { ...node(HOST, 'div', {}), isShadowHost: true },
  );
  const head = node(3, 'head', {}, node(STYLE, 'style', { _cssText: 'p { color: blue }' }));
  const page = { type: 0, id: DOCUMENT, childNodes: [node(2, 'html', {}, head, body)] };
  const at = (time: number, type: number, data: object) => ({ type, timestamp: START + time, data });
  const text = (value: string) => ({
    source: 0,
    adds: [],
    removes: [],
    attributes: [],
    texts: [{ id: TEXT, value }],
  });
  return [
    at(0, 4, { href: 'https://shop.example/', width: 400, height: 300 }),
    at(1, 2, { node: page, initialOffset: { top: 0, left: 0 } }),
    ...events.map((data, i) => at(300 + i, 3, data)),
    at(900, 3, text('after')),
    at(2000, 3, text('end')),
  ];
}

describe('events that make no sense', () => {
  for (const [what, events] of Object.entries(HOSTILE))
    it(`are left out, and nobody around hears of them: ${what}`, async () => {
      const heard: string[] = [];
      const note = (event: Event) =>
        heard.push(
          event instanceof ErrorEvent
            ? event.message
            : String(
                Reflect.get(event, 'reason') instanceof Error
                  ? (Reflect.get(event, 'reason') as Error).stack
                  : event.type,
              ),
        );
      // Before those of the test runner, which would fail the test by itself.
      window.addEventListener('error', note, { capture: true });
      window.addEventListener('unhandledrejection', note, { capture: true });
      try {
        const replay = await player(recordingOf(events));
        const heading = () => pageOf(replay).querySelector('h1')!.textContent;
        await seek(replay, 0.1);
        await replay.play();
        await eventually(() => heading() === 'after');
        replay.pause();
        for (const [time, text] of [
          [0.2, 'before'],
          [1, 'after'],
          [2, 'end'],
          [0.5, 'before'],
        ] as const) {
          await seek(replay, time);
          expect(heading()).to.equal(text);
        }
        replay.playbackRate = 4;
        await replay.play();
        await eventually(() => replay.ended);
        expect(heading()).to.equal('end');
        expect(heard).to.deep.equal([]);
      } finally {
        window.removeEventListener('error', note, { capture: true });
        window.removeEventListener('unhandledrejection', note, { capture: true });
      }
    });
});
