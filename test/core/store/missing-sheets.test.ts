import { expect } from 'chai';
import { mutation, START } from '../../cases/recording.ts';
import { readRecording } from '../read-recording.ts';

type Happening = readonly [at: number, data: object, type?: number, windowId?: string];

const rules = [{ rule: 'p { color: red }', index: 0 }];
const adopted = (at: number, styleIds: number[], told: number[] = [], windowId = 'a'): Happening => [
  at,
  { source: 15, id: 1, styleIds, styles: told.map((styleId) => ({ styleId, rules })) },
  3,
  windowId,
];
const page = (at: number, more: object = {}): Happening => [
  at,
  { node: { type: 0, id: 1, childNodes: [], ...more }, initialOffset: { left: 0, top: 0 } },
  2,
];
const list = (...styleIds: number[]) => ({
  adoptedStyleSheets: styleIds.map((styleId) => ({ styleId, rules })),
});

async function missingIn(...happenings: readonly Happening[]) {
  const events = happenings.map(([at, data, type = 3, windowId = 'a']) => ({
    type,
    timestamp: START + at,
    data,
    windowId,
  }));
  const { outline } = await readRecording(new Blob([JSON.stringify(events)]));
  return outline.info.warnings.find(({ code }) => code === 'missing-sheets')?.count;
}

describe('style sheets that are adopted and never told', () => {
  it('are counted, each once', async () => {
    expect(await missingIn(page(0), adopted(10, [1, 2, 3], [1]), adopted(20, [3]))).to.equal(2);
  });

  it('are none where all are told, whenever that is', async () => {
    expect(await missingIn(page(0), adopted(10, [1, 2], [1]), adopted(20, [2], [2]))).to.equal(undefined);
    expect(await missingIn(page(0), adopted(10, []))).to.equal(undefined);
  });

  it('are none where nodes list them, of a page or a change', async () => {
    const node = { type: 2, id: 9, tagName: 'p', attributes: {}, childNodes: [], ...list(2) };
    const change = mutation({ adds: [{ parentId: 1, nextId: null, node }] });
    expect(await missingIn(page(0, list(1)), [5, change], adopted(10, [1, 2]))).to.equal(undefined);
    expect(await missingIn(page(0, list(1)), [5, change], adopted(10, [1, 2, 3]))).to.equal(1);
  });

  it('are told apart by window', async () => {
    expect(await missingIn(page(0), adopted(10, [1], [1]), adopted(20, [1], [], 'b'))).to.equal(1);
  });
});
