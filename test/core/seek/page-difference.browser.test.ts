import { expect } from '@open-wc/testing';
import { pageDifference } from '../../../src/core/seek/page-difference.ts';
import { PageState } from '../../../src/core/seek/page-state.ts';
import type { PageResult, ReplayEvent } from '../../../src/core/recording.ts';
import type { ReplayCore } from '../../../src/rrweb-view/replay-core.ts';
import { withCore } from '../../core-harness.ts';
import { stateOf } from '../../page-state.ts';

const START = 1_700_000_000_000;
const SIZE = { type: 4, timestamp: START, data: { href: 'https://x.test/', width: 800, height: 600 } };

type Node = Readonly<Record<string, unknown>>;

const element = (id: number, tagName: string, attributes: object = {}, ...childNodes: Node[]): Node => ({
  type: 2,
  id,
  tagName,
  attributes,
  childNodes,
});
const text = (id: number, textContent: string): Node => ({ type: 3, id, textContent });

/** Numbers: 5 a list, 6 to 8 its items, 10 a field, 11 a box that scrolls, 12 a style element. */
const PAGE: ReplayEvent = event(2, 0, {
  node: {
    type: 0,
    id: 1,
    childNodes: [
      element(
        2,
        'html',
        {},
        element(3, 'head', {}, element(12, 'style', { _cssText: '.a { color: red; }' }, text(22, ''))),
        element(
          4,
          'body',
          {},
          element(
            5,
            'ul',
            {},
            ...[6, 7, 8].map((id) => element(id, 'li', { class: 'a' }, text(id + 10, `item ${id}`))),
          ),
          element(10, 'input', { value: 'first' }),
          element(
            11,
            'div',
            { style: 'height: 50px; overflow: auto' },
            element(13, 'p', { style: 'height: 900px' }, text(23, 'long')),
          ),
          ...Array.from({ length: 20 }, (_, i) => element(100 + i, 'p', {}, text(200 + i, `line ${i}`))),
        ),
      ),
    ],
  },
  initialOffset: { top: 0, left: 0 },
});

function event(type: number, at: number, data: object): ReplayEvent {
  return { type, timestamp: START + at, data };
}

const mutation = (fields: object) => ({
  source: 0,
  adds: [],
  removes: [],
  texts: [],
  attributes: [],
  ...fields,
});
const add = (parentId: number, node: Node, nextId: number | null = null) => ({ parentId, nextId, node });

/** What happens on the page, by what is to be seen there: each can be done, and undone. */
const CHANGES: Readonly<Record<string, readonly object[]>> = {
  'a text': [mutation({ texts: [{ id: 16, value: 'changed' }] })],
  'attributes': [
    mutation({
      attributes: [
        { id: 6, attributes: { class: null, title: 'new' } },
        { id: 7, attributes: { class: 'b' } },
      ],
    }),
  ],
  'a style in one piece and property by property': [
    mutation({ attributes: [{ id: 6, attributes: { style: 'color: blue' } }] }),
    mutation({
      attributes: [{ id: 6, attributes: { style: { 'color': false, 'font-size': ['20px', 'important'] } } }],
    }),
    mutation({ attributes: [{ id: 7, attributes: { style: { color: 'green' } } }] }),
  ],
  'nodes that come and go': [
    mutation({ removes: [{ parentId: 5, id: 7 }] }),
    mutation({
      adds: [add(5, element(50, 'li'), 8), add(50, element(51, 'b')), add(51, text(52, 'new'))],
    }),
  ],
  'nodes that move': [
    mutation({
      removes: [{ parentId: 5, id: 6 }],
      adds: [add(5, element(6, 'li', { class: 'a' })), add(6, text(16, 'item 6'))],
    }),
    mutation({
      removes: [{ parentId: 4, id: 10 }],
      adds: [add(8, element(10, 'input', { value: 'first' }))],
    }),
  ],
  'what was typed': [
    { source: 5, id: 10, text: 'typed', isChecked: false },
    { source: 5, id: 10, text: 'typed more', isChecked: false },
  ],
  'what was scrolled': [{ source: 3, id: 11, x: 0, y: 300 }],
  'rules of a style element': [
    { source: 8, id: 12, adds: [{ rule: '.a { font-size: 30px; }', index: 0 }] },
    { source: 8, id: 12, removes: [{ index: 1 }] },
  ],
  'a size': [],
};

function stateAfter(events: readonly ReplayEvent[], count: number): PageState {
  const copies = JSON.parse(JSON.stringify([PAGE, ...events.slice(0, count)])) as ReplayEvent[];
  const state = new PageState(copies[0]!);
  for (const next of copies.slice(1)) state.add(next);
  return state;
}

function withPage<T>(state: PageState, work: (core: ReplayCore) => Promise<T>): Promise<T> {
  return withCore([SIZE, ...state.events()], (core) => {
    core.show(START + 10_000);
    return work(core);
  });
}

const asPage = (events: readonly ReplayEvent[]): PageResult => ({
  events,
  at: START + 5000,
  times: { page: START, added: [], restyled: [] },
  assumesDefined: false,
  until: START + 5001,
  skip: 0,
  ends: false,
  sites: [],
  isChange: true,
});

const stateOfCore = (core: ReplayCore) => Promise.resolve(stateOf(core.frame.contentDocument!));

describe('pageDifference', () => {
  for (const [name, data] of Object.entries(CHANGES)) {
    it(`does and undoes ${name}`, async () => {
      const events = data.map((fields, i) => event(3, 100 * (i + 1), fields));
      const states: string[][] = [];
      for (let i = 0; i <= events.length; i++)
        states.push(await withPage(stateAfter(events, i), stateOfCore));
      for (let from = 0; from <= events.length; from++) {
        for (let to = 0; to <= events.length; to++) {
          const difference = pageDifference(stateAfter(events, from), stateAfter(events, to), START + 5000);
          expect(difference, `${from} to ${to}`).not.to.equal(null);
          await withPage(stateAfter(events, from), async (core) => {
            expect(await core.changeTo(START + 5000, asPage(difference!))).to.equal(true);
            expect(stateOf(core.frame.contentDocument!), `${from} to ${to}`).to.deep.equal(states[to]);
            expect(core.time, 'the clock').to.be.closeTo(START + 5000, 1);
          });
        }
      }
    });
  }

  it('touches nothing where nothing is different', () => {
    const events = [event(3, 100, mutation({ texts: [{ id: 16, value: 'changed' }] }))];
    const [first] = pageDifference(stateAfter(events, 1), stateAfter(events, 1), START)!;
    expect(first!.data).to.deep.equal(mutation({}));
  });

  it('leaves what has little in common, or cannot be undone, to a whole page', () => {
    const other = element(70, 'main', {}, ...Array.from({ length: 40 }, (_, i) => text(71 + i, 'other')));
    const whole: Readonly<Record<string, object>> = {
      'another page': mutation({
        removes: [{ parentId: 2, id: 4 }],
        adds: [add(2, element(4, 'body')), ...[add(4, { ...other, childNodes: [] })]].concat(
          (other['childNodes'] as Node[]).map((node) => add(70, node)),
        ),
      }),
      'a film': { source: 7, type: 0, id: 13, currentTime: 3 },
      'adopted style sheets': { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [] }] },
    };
    for (const [name, data] of Object.entries(whole)) {
      const events = [event(3, 100, data)];
      expect(pageDifference(stateAfter(events, 1), stateAfter(events, 0), START), name).to.equal(null);
    }
  });
});
