import { expect } from '@open-wc/testing';
import { gzipped, linesOf, SHAPES, type ShapeLine, snappy } from '../fixtures/shapes.mjs';
import type { RecordingWarning, WarningKind } from '../src/index.ts';
import { pageOf, player, seek, textOn } from './player-harness.ts';
import { bytesOf } from './recordings.ts';

interface Node {
  id: number;
  tagName?: string;
  childNodes?: Node[];
  [key: string]: unknown;
}

let nextId = 0;
const text = (textContent: string, more: object = {}): Node => ({
  type: 3,
  id: ++nextId,
  textContent,
  ...more,
});
const element = (tagName: string, attributes: object, ...childNodes: Node[]): Node => ({
  type: 2,
  id: ++nextId,
  tagName,
  attributes,
  childNodes,
});

/** A picture that a recording holds. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';

const START = Date.UTC(2026, 0, 2);

function pageWith(...body: Node[]): object[] {
  const html = element('html', {}, element('head', {}), element('body', {}, ...body));
  const node = { type: 0, id: ++nextId, childNodes: [html] };
  return [
    { type: 4, timestamp: START, data: { href: 'https://x.test/', width: 640, height: 480 } },
    { type: 2, timestamp: START + 1, data: { node, initialOffset: { top: 0, left: 0 } } },
    { type: 5, timestamp: START + 2000, data: { tag: 'end', payload: {} } },
  ];
}

const heading = () => element('h1', {}, text('Fernhouse'));
const fill = (depth: number): Node => {
  let inner = text('deepest');
  for (let i = 0; i < depth; i++) inner = element('div', {}, inner);
  return inner;
};
const json = (value: unknown) => new Blob([JSON.stringify(value)]);
const change = (at: number, data: object) => ({ type: 3, timestamp: START + at, data });
const mutation = (at: number, data: object) =>
  change(at, { source: 0, texts: [], attributes: [], removes: [], adds: [], ...data });

async function checkoutLines(): Promise<ShapeLine[]> {
  return linesOf(new TextDecoder().decode(await bytesOf('checkout.jsonl')));
}

/** Damage by the warning that tells of it. Each file still plays. */
const DAMAGE: Readonly<
  Record<string, readonly [kind: WarningKind, count: number, source: () => Blob | Blob[] | Promise<Blob>]>
> = {
  'missing-meta': ['repaired', 1, () => json(pageWith(heading()).slice(1))],
  // Both go on: the first one's heading changes behind the page of a frame in it.
  'second-recorder': [
    'dropped',
    2,
    () => {
      const [meta, page, end] = pageWith(heading());
      const head = nextId - 3;
      const frame = { type: 0, id: 1, childNodes: [{ ...element('html', {}), id: 2 }] };
      return json([
        meta,
        page,
        { type: 4, timestamp: START + 500, data: { href: 'https://x.test/frame', width: 300, height: 150 } },
        { type: 2, timestamp: START + 501, data: { node: frame, initialOffset: { top: 0, left: 0 } } },
        mutation(1000, { attributes: [{ id: head, attributes: { title: 'first' } }] }),
        end,
      ]);
    },
  ],
  'duplicates': [
    'repaired',
    1,
    () => {
      const [meta, page, end] = pageWith(heading());
      return json([meta, page, end, end]);
    },
  ],
  'wild-timestamps': [
    'repaired',
    1,
    () => {
      const [meta, page, end] = pageWith(heading());
      return json([
        meta,
        page,
        { ...change(0, { source: 3, id: 1, x: 0, y: 0 }), timestamp: START * 4 },
        end,
      ]);
    },
  ],
  'clock-jump': [
    'repaired',
    30,
    () => {
      const later = Array.from({ length: 30 }, (_, i) =>
        change(1000 * 86_400_000 + i * 100, { source: 3, id: 1, x: 0, y: i }),
      );
      const before = Array.from({ length: 40 }, (_, i) =>
        change(3000 + i * 100, { source: 3, id: 1, x: 0, y: i }),
      );
      return json([...pageWith(heading()), ...before, ...later]);
    },
  ],
  'seconds': [
    'repaired',
    1,
    () =>
      json([
        ...pageWith(heading()),
        { type: 5, timestamp: START / 1000 + 1, data: { tag: 'breadcrumb', payload: {} } },
      ]),
  ],
  'duplicate-nodes': [
    'repaired',
    1,
    () => json(pageWith(heading(), { ...element('p', {}), id: 1 }, { ...element('p', {}), id: 1 })),
  ],
  'extension-stripped': [
    'repaired',
    1,
    () => json(pageWith(heading(), element('div', { id: 'aitopia' }, text('Ask me anything')))),
  ],
  'synthetic-snapshot': [
    'repaired',
    1,
    () =>
      json([
        change(0, {
          source: 0,
          updates: [
            {
              parentId: 5,
              wireframe: {
                id: 9,
                type: 'screenshot',
                width: 300,
                height: 600,
                base64: 'iVBORw0KGgo=',
              },
            },
          ],
        }),
        change(100, { source: 2, type: 7, id: 0, x: 5, y: 5 }),
      ]),
  ],
  'unknown-version': [
    'repaired',
    1,
    () => json({ version: '2024-04-30', data: { id: 'x', snapshots: pageWith(heading()) } }),
  ],
  'undecodable': [
    'dropped',
    1,
    () => json([...pageWith(heading()), { type: 2, timestamp: START + 5, data: 'not a page' }]),
  ],
  'bad-line': [
    'dropped',
    2,
    () =>
      new Blob([
        pageWith(heading())
          .map((event) => JSON.stringify(event))
          .join('\n{"half":\n'),
      ]),
  ],
  'truncated': [
    'dropped',
    1,
    async () => {
      const bytes = await bytesOf('checkout.v2.json');
      return new Blob([bytes.subarray(0, bytes.length - 500)]);
    },
  ],
  'trailing-garbage': [
    'dropped',
    1,
    () => new Blob([JSON.stringify(pageWith(heading())), '\n<!-- saved by a proxy -->']),
  ],
  'bad-block': [
    'dropped',
    1,
    async () => {
      const lines = (await checkoutLines()).map((line) => JSON.stringify(line)).join('\n');
      const block = snappy(new TextEncoder().encode(lines));
      block.fill(0xff, block.length * 0.9);
      return new Blob([block as Uint8Array<ArrayBuffer>]);
    },
  ],
  'missing-chunks': [
    'dropped',
    1,
    async () => {
      const shape = SHAPES.find(({ id }) => id === 'ingestion-chunks')!;
      const bytes = [shape.write(await checkoutLines(), 'session')].flat()[0]!;
      const rows = JSON.parse(new TextDecoder().decode(bytes)) as {
        properties: { $snapshot_data: { chunk_id: string } };
      }[];
      const last = rows
        .map(({ properties }) => properties.$snapshot_data.chunk_id)
        .toSorted()
        .at(-1);
      const lost = rows.findIndex(({ properties }) => properties.$snapshot_data.chunk_id === last);
      return json([...rows.slice(0, lost), ...rows.slice(lost + 1)]);
    },
  ],
  'too-deep': ['dropped', 1, () => json(pageWith(heading(), fill(600)))],
  'too-costly': [
    'dropped',
    1,
    () => json(pageWith(heading(), element('canvas', { width: '16384', height: '16384' }))),
  ],
  'cut-text': ['dropped', 1, () => json(pageWith(heading(), text('long '.repeat(300_000))))],
  'unreplayable': [
    'dropped',
    1,
    () => json([...pageWith(heading()), mutation(500, { adds: [{ parentId: 'none', node: { id: 1 } }] })]),
  ],
  'skipped-file': ['dropped', 1, () => [json(pageWith(heading())), new File(['a,b'], 'list.csv')]],
  'no-first-page': [
    'missing',
    1,
    () => json([...pageWith(heading()), change(-9000, { source: 3, id: 1, x: 0, y: 0 })]),
  ],
  'missing-assets': [
    'missing',
    2,
    () =>
      json(
        pageWith(
          heading(),
          element('img', { src: 'https://cdn.test/a.png' }),
          element('img', { src: 'https://cdn.test/b.png' }),
          element('img', { src: 'data:image/png;base64,AAAA' }),
        ),
      ),
  ],
  'missing-sheets': [
    'missing',
    2,
    () =>
      json([
        ...pageWith(heading()),
        change(100, {
          source: 15,
          id: 1,
          styleIds: [1, 2, 3],
          styles: [{ styleId: 1, rules: [{ rule: 'p { color: red }' }] }],
        }),
      ]),
  ],
  'unrecorded-frames': [
    'missing',
    1,
    () => json(pageWith(heading(), element('iframe', { rr_src: 'https://x' }))),
  ],
  'damaged-screens': [
    'dropped',
    2,
    () => {
      const screen = (base64: string, id: number) => ({
        wireframes: [{ id, type: 'screenshot', x: 0, y: 0, width: 400, height: 800, base64 }],
      });
      const whole = `data:image/jpeg;base64,/9j/${'A'.repeat(200)}`;
      return json([
        { type: 4, timestamp: START, data: { width: 400, height: 800 } },
        { type: 2, timestamp: START, data: screen('data:image/jpeg;base64,/9j/4AAQSkZJR', 5) },
        { type: 2, timestamp: START + 500, data: screen(whole, 5) },
        { type: 2, timestamp: START + 1000, data: screen('iVBORw0KGgo', 5) },
      ]);
    },
  ],
  'assets': [
    'missing',
    1,
    () =>
      json([...pageWith(heading()), { type: 7, timestamp: START + 100, data: { url: 'https://x.test/a' } }]),
  ],
  'webgl': [
    'missing',
    1,
    () => json([...pageWith(heading()), change(100, { source: 9, id: 1, type: 1, commands: [] })]),
  ],
  'canvas-not-drawn': [
    'missing',
    2,
    () =>
      json([
        ...pageWith(heading()),
        change(100, {
          source: 9,
          id: 1,
          type: 0,
          commands: [
            { property: 'fillStyle', args: [{ rr_type: 'CanvasGradient', index: 0 }], setter: true },
            {
              property: 'drawImage',
              args: [{ rr_type: 'HTMLImageElement', src: 'https://x.test/a.png' }, 0, 0],
            },
            { property: 'drawImage', args: [{ rr_type: 'HTMLImageElement', src: PIXEL }, 0, 0] },
          ],
        }),
      ]),
  ],
  'several-recordings': [
    'noted',
    1,
    () => json([pageWith(heading()), pageWith(heading()).map((event) => ({ ...event, timestamp: 1e12 }))]),
  ],
};

const find = (warnings: readonly RecordingWarning[], code: string) =>
  warnings.find((warning) => warning.code === code);

describe('a recording that is damaged', () => {
  for (const [code, [kind, count, source]] of Object.entries(DAMAGE)) {
    it(`plays, and tells of ${code}`, async () => {
      const element = await player(await source());
      await seek(element, element.duration);
      const found = find(element.recording!.warnings, code);
      expect(found, JSON.stringify(element.recording!.warnings)).to.include({ kind, count });
      expect(found!.message).to.match(/\w+.*\.$/);
      expect(pageOf(element).body.childNodes.length).to.be.greaterThan(0);
    });
  }

  it('has a timeline without the years of a wild timestamp', async () => {
    const element = await player(await DAMAGE['wild-timestamps']![2]());
    expect(element.duration).to.equal(2);
  });

  it('shows what stands before and behind the damage', async () => {
    const element = await player(await DAMAGE['extension-stripped']![2]());
    expect(textOn(element, 'h1')).to.equal('Fernhouse');
    expect(pageOf(element).body.textContent).not.to.contain('Ask me anything');
  });

  it('has nothing to tell when it is sound', async () => {
    const element = await player(json(pageWith(heading())));
    expect(element.recording!.warnings).to.deep.equal([]);
  });
});

describe('a huge mutation', () => {
  it('is applied in pieces, in its order', async () => {
    const list = element('ul', {});
    const adds = Array.from({ length: 12_000 }, (_, i) => ({
      parentId: list.id,
      nextId: null,
      node: { type: 2, id: 100_000 + i, tagName: 'li', attributes: { id: `i${i}` }, childNodes: [] },
    }));
    const player_ = await player(json([...pageWith(list), mutation(1000, { adds })]));
    await seek(player_, 1.5);
    const items = [...pageOf(player_).querySelectorAll('li')].map(({ id }) => id);
    expect(items).to.deep.equal(adds.map((_, i) => `i${i}`));
  });
});

describe('a window with a single event', () => {
  it('is listed and harmless', async () => {
    const events = pageWith(heading()).map((event) => ({ ...event, windowId: 'main' }));
    const lone = { type: 5, timestamp: START - 10, windowId: 'other', data: { tag: 'x', payload: {} } };
    const element = await player(
      new Blob([
        gzipped(new TextEncoder().encode(JSON.stringify([lone, ...events]))) as Uint8Array<ArrayBuffer>,
      ]),
    );
    expect(element.recording!.windows.map(({ id }) => id)).to.deep.equal(['other', 'main']);
    expect(textOn(element, 'h1')).to.equal('Fernhouse');
  });
});
