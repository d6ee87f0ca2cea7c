import { expect } from '@open-wc/testing';
import type { PortableReplayElement } from '../src/index.ts';
import { pageOf, player, playTo, seek } from './player-harness.ts';

const rules = (color: string) => [{ rule: `p { color: ${color} }`, index: 0 }];
const element = (id: number, tagName: string, childNodes: object[] = [], fields: object = {}) => ({
  type: 2,
  id,
  tagName,
  attributes: {},
  childNodes,
  ...fields,
});
const host = (id: number, adoptedStyleSheets: object[]) =>
  element(id, 'x-card', [element(id + 1, 'p', [], { isShadow: true })], {
    isShadowHost: true,
    adoptedStyleSheets,
  });

/** A page whose snapshot lists the sheets of its document and of a card; a second card with the same sheet comes later. */
function recording(): object[] {
  const page = {
    type: 0,
    id: 1,
    adoptedStyleSheets: [{ styleId: 1, rules: rules('rgb(0, 128, 0)') }],
    childNodes: [
      element(2, 'html', [
        element(3, 'head'),
        element(4, 'body', [element(5, 'p'), host(10, [{ styleId: 2, rules: rules('rgb(255, 0, 0)') }])]),
      ]),
    ],
  };
  const {
    childNodes: [content],
    ...card
  } = host(20, [{ styleId: 2, rules: rules('rgb(255, 0, 0)') }]);
  const adds = [
    { parentId: 4, nextId: null, node: { ...card, childNodes: [] } },
    { parentId: 20, nextId: null, node: content },
  ];
  return [
    { type: 4, timestamp: 1000, data: { href: 'https://x.test/', width: 800, height: 600 } },
    { type: 2, timestamp: 1000, data: { node: page, initialOffset: { top: 0, left: 0 } } },
    { type: 3, timestamp: 2000, data: { source: 0, texts: [], attributes: [], removes: [], adds } },
    { type: 8, timestamp: 2500, data: { type: 'caption', text: 'A note' } },
    {
      type: 7,
      timestamp: 2600,
      data: { url: 'https://x.test/a.css', payload: { rr_type: 'CssText', cssTexts: ['p{}'] } },
    },
    {
      type: 7,
      timestamp: 2700,
      data: { url: 'https://x.test/b.css', failed: { status: 404, message: 'Not found' } },
    },
    { type: 5, timestamp: 3000, data: { tag: 'end', payload: {} } },
  ];
}

function colorsOn(replay: PortableReplayElement): string[] {
  const page = pageOf(replay);
  const cards = [...page.querySelectorAll('x-card')].map((card) => card.shadowRoot!);
  return [page, ...cards].map((root) => getComputedStyle(root.querySelector('p')!).color);
}

describe('sheets that nodes list themselves', () => {
  const [green, red] = ['rgb(0, 128, 0)', 'rgb(255, 0, 0)'];

  it('are adopted, whichever way a moment is reached', async () => {
    const replay = await player(recording());
    expect(colorsOn(replay)).to.deep.equal([green, red]);
    await playTo(replay, 1.2);
    expect(colorsOn(replay)).to.deep.equal([green, red, red]);
    await seek(replay, 0.5);
    expect(colorsOn(replay)).to.deep.equal([green, red]);
    await seek(replay, 1.5);
    expect(colorsOn(replay)).to.deep.equal([green, red, red]);
  });

  it('are told of where they were recorded apart from their pages', async () => {
    const { counts, warnings } = (await player(recording())).recording!;
    expect(counts).to.include({ asset: 2, annotation: 1 }).and.not.to.have.property('unknown');
    expect(warnings.map(({ code, message }) => [code, message])).to.deep.equal([
      ['assets', '1 image or style sheet was recorded apart from its page and is not shown.'],
    ]);
  });
});
