import { expect } from '@open-wc/testing';
import { PageState } from '../../../src/core/seek/page-state.ts';
import { repairEvent } from '../../../src/core/repair/repair-event.ts';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { WarningLog } from '../../../src/core/warnings.ts';
import { withCore } from '../../core-harness.ts';
import { stateOf } from '../../page-state.ts';

const START = 1_700_000_000_000;

let id = 100;
const element = (tagName: string, attributes: object = {}, ...childNodes: object[]) => ({
  type: 2,
  id: id++,
  tagName,
  attributes,
  childNodes,
});
const text = (textContent: string, fields: object = {}) => ({ type: 3, id: id++, textContent, ...fields });
const withId = <T extends object>(number: number, node: T) => ({ ...node, id: number });

/** A page whose body is node 4 and whose head is node 3. */
function page(body: readonly object[], head: readonly object[] = []): ReplayEvent {
  const html = withId(2, element('html'));
  const node = {
    type: 0,
    id: 1,
    childNodes: [
      { type: 1, id: 9, name: 'html', publicId: '', systemId: '' },
      {
        ...html,
        childNodes: [
          { ...withId(3, element('head')), childNodes: head },
          { ...withId(4, element('body')), childNodes: body },
        ],
      },
    ],
  };
  return asEvent({ type: 2, timestamp: START, data: { node, initialOffset: { top: 0, left: 0 } } });
}

const META = {
  type: 4,
  timestamp: START,
  data: { href: 'https://x.test/', width: 800, height: 600 },
} as ReplayEvent;

/** What stands in files is nothing that types would allow. */
function asEvent(fields: object): ReplayEvent {
  return fields as ReplayEvent;
}

/** Incremental events, a hundred milliseconds apart. */
function incremental(...data: readonly object[]): ReplayEvent[] {
  return data.map(
    (fields, i) => ({ type: 3, timestamp: START + 100 * (i + 1), data: fields }) as ReplayEvent,
  );
}

const NONE = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
const mutation = (fields: object) => ({ ...NONE, ...fields });
const add = (parentId: number, node: object, nextId: number | null = null, more: object = {}) => ({
  parentId,
  nextId,
  node,
  ...more,
});
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A copy that was put right, as everything is that is read. */
function repaired(events: readonly ReplayEvent[]): ReplayEvent[] {
  return copy(events).map((event) => {
    repairEvent(event, new WarningLog());
    return event;
  });
}

/** The page at the end of some events. */
function shown(events: readonly ReplayEvent[]): Promise<string[]> {
  return withCore([META, ...repaired(events)], (core) => {
    core.show(START + 60_000);
    return stateOf(core.frame.contentDocument!);
  });
}

function stateAfter(events: readonly ReplayEvent[]): ReplayEvent[] {
  const [snapshot, ...rest] = repaired(events);
  const state = new PageState(snapshot!);
  for (const event of rest) state.add(event);
  return copy(state.events());
}

const list = () =>
  [10, 11, 12].map((number) => withId(number, element('p', {}, withId(number + 10, text(`${number}`)))));
const sheet = (css: string, ...texts: object[]) => ({
  ...withId(30, element('style', { _cssText: css })),
  childNodes: texts,
});

const cases: readonly [title: string, events: () => readonly ReplayEvent[], expected: RegExp][] = [
  [
    'additions at both ends and between',
    () => [
      page(list()),
      ...incremental(
        mutation({ adds: [add(4, element('b'), 10), add(4, element('i'), 12), add(4, element('u'))] }),
      ),
    ],
    /<B [^]*<P [^]*<I [^]*<P [^]*<U /,
  ],
  [
    'additions that wait for those behind them',
    () => [
      page(list()),
      ...incremental(
        mutation({
          adds: [
            add(40, withId(41, text('inner'))),
            add(4, withId(40, element('b')), 42),
            add(4, withId(42, element('i'))),
          ],
        }),
      ),
    ],
    /<B [^]*inner[^]*<I /,
  ],
  [
    'additions to parents and before nodes that never come',
    () => [
      page(list()),
      ...incremental(
        mutation({ adds: [add(999, element('b')), add(4, element('i'), 998), add(4, element('u'))] }),
      ),
    ],
    /^(?![^]*<B )[^]*<U /,
  ],
  [
    'removals, of what is not there too',
    () => [
      page(list()),
      ...incremental(
        mutation({
          removes: [
            { parentId: 4, id: 11 },
            { parentId: 4, id: 77 },
            { parentId: 77, id: 10 },
          ],
        }),
      ),
    ],
    /"10"[^]*"12"/,
  ],
  [
    'a node that moves',
    () => {
      const nodes = list();
      return [
        page(nodes),
        ...incremental(
          mutation({
            removes: [{ parentId: 4, id: 10 }],
            adds: [add(4, withId(10, element('p'))), add(10, withId(20, text('moved')))],
          }),
        ),
      ];
    },
    /"12"[^]*"moved"/,
  ],
  [
    'a node that is added again as it is',
    () => {
      const nodes = list();
      return [
        page(nodes),
        ...incremental(
          mutation({
            adds: [add(4, withId(10, element('p')))],
          }),
        ),
      ];
    },
    /"11"[^]*"12"[^]*"10"/,
  ],
  [
    'changed texts and attributes',
    () => [
      page(list()),
      ...incremental(
        mutation({
          texts: [
            { id: 20, value: 'new' },
            { id: 999, value: 'x' },
          ],
          attributes: [
            { id: 11, attributes: { class: 'a', title: 't' } },
            { id: 999, attributes: { class: 'b' } },
          ],
        }),
        mutation({ attributes: [{ id: 11, attributes: { title: null } }] }),
      ),
    ],
    /"new"[^]*<P class="a">/,
  ],
  [
    'single properties of styles',
    () => [
      page([withId(10, element('p', { style: 'color: red; margin: 5px' }))]),
      ...incremental(
        mutation({
          attributes: [
            { id: 10, attributes: { style: { 'color': 'blue', 'margin-left': ['1px', 'important'] } } },
          ],
        }),
        mutation({
          attributes: [{ id: 10, attributes: { style: { 'color': 'green', 'margin-top': false } } }],
        }),
      ),
    ],
    /color: green[^]*margin-left: 1px !important/,
  ],
  [
    'a whole style after single properties',
    () => [
      page([withId(10, element('p'))]),
      ...incremental(
        mutation({ attributes: [{ id: 10, attributes: { style: { color: 'blue' } } }] }),
        mutation({ attributes: [{ id: 10, attributes: { style: 'margin: 1px' } }] }),
        mutation({ attributes: [{ id: 10, attributes: { style: { top: '3px' } } }] }),
      ),
    ],
    /margin: 1px; top: 3px/,
  ],
  [
    'the text of a textarea by value and by node',
    () => [
      page([
        withId(10, element('textarea', { value: 'one' })),
        withId(11, element('textarea', { value: 'two' })),
        withId(12, element('textarea')),
      ]),
      ...incremental(
        mutation({
          adds: [add(11, withId(50, text('by node'))), add(12, withId(51, text('typed')))],
          attributes: [{ id: 10, attributes: { value: 'by value' } }],
        }),
        mutation({ texts: [{ id: 51, value: 'typed on' }] }),
      ),
    ],
    /"by value"[^]*"by node"[^]*"typed on"/,
  ],
  [
    'fields that were filled in and fields that were built anew',
    () => [
      page([
        withId(10, element('input', { type: 'text', value: 'a' })),
        withId(11, element('input', { type: 'checkbox' })),
        withId(12, element('input', { type: 'text', value: 'b' })),
      ]),
      ...incremental(
        { source: 5, id: 10, text: 'typed', isChecked: false },
        { source: 5, id: 11, text: 'on', isChecked: true },
        { source: 5, id: 12, text: 'lost', isChecked: false },
        mutation({
          removes: [{ parentId: 4, id: 12 }],
          adds: [add(4, withId(12, element('input', { type: 'text', value: 'b' })))],
        }),
      ),
    ],
    /\["typed",false\][^]*\["on",true\][^]*\["b",false\]/,
  ],
  [
    'boxes that were scrolled',
    () => [
      page([
        withId(
          10,
          element(
            'div',
            { style: 'height: 50px; overflow: auto' },
            element('div', { style: 'height: 500px' }),
          ),
        ),
      ]),
      ...incremental({ source: 3, id: 10, x: 0, y: 70 }, { source: 3, id: 10, x: 0, y: 90 }),
    ],
    /\[0,90\]/,
  ],
  [
    'rules that scripts added',
    () => [
      page(list(), [sheet('p { color: red }')]),
      ...incremental(
        { source: 8, id: 30, adds: [{ rule: 'p { margin: 1px }', index: 1 }] },
        { source: 8, id: 30, adds: [{ rule: 'p { padding: 2px }', index: 0 }] },
        { source: 13, id: 30, index: [0], set: { property: 'padding', value: '3px' } },
        { source: 8, id: 30, removes: [{ index: 1 }] },
      ),
    ],
    /padding: 3px[^]*margin: 1px/,
  ],
  [
    'rules that went with the text of their style',
    () => [
      page(
        list(),
        [sheet('', withId(31, text('p { color: red }', { isStyle: true })))].map((style) => ({
          ...style,
          attributes: {},
        })),
      ),
      ...incremental(
        { source: 8, id: 30, adds: [{ rule: 'p { margin: 1px }', index: 1 }] },
        mutation({ texts: [{ id: 31, value: 'p { color: blue }' }] }),
        { source: 8, id: 30, adds: [{ rule: 'p { padding: 9px }', index: 1 }] },
      ),
    ],
    /^(?![^]*margin: 1px)[^]*color: blue[^]*padding: 9px/,
  ],
  [
    'style texts that were recorded in one piece',
    () => [
      page(list(), [
        sheet('p { color: red }/* rr_split */p { margin: 4px }', withId(31, text('')), withId(32, text(''))),
      ]),
      ...incremental(mutation({ texts: [{ id: 32, value: 'p { margin: 6px }' }] })),
    ],
    /color: red[^]*margin: 6px/,
  ],
  [
    'a style that gets its text later',
    () => [
      page(list(), [sheet('p { color: red }')]),
      ...incremental(mutation({ adds: [add(30, withId(31, text('')))] })),
    ],
    /color: red/,
  ],
  [
    'documents in frames, and frames in these',
    () => {
      const inner = {
        type: 0,
        id: 60,
        childNodes: [
          withId(61, element('html', {}, withId(62, element('body', {}, withId(63, element('iframe')))))),
        ],
      };
      const innermost = {
        type: 0,
        id: 70,
        childNodes: [
          withId(
            71,
            element('html', {}, withId(72, element('body', {}, withId(73, text('deep', { rootId: 70 }))))),
          ),
        ],
      };
      return [
        page([withId(10, element('iframe'))]),
        ...incremental(
          mutation({ adds: [add(10, inner)], isAttachIframe: true }),
          mutation({ adds: [add(63, innermost)], isAttachIframe: true }),
          mutation({ texts: [{ id: 73, value: 'deeper' }] }),
        ),
      ];
    },
    /@ [^]*@ [^]*"deeper"/,
  ],
  [
    'a document that comes before its frame',
    () => [
      page(list()),
      ...incremental(
        mutation({
          adds: [
            add(80, {
              type: 0,
              id: 60,
              childNodes: [withId(61, element('html', {}, withId(62, element('body', {}, text('early')))))],
            }),
          ],
        }),
        mutation({ adds: [add(4, withId(80, element('iframe')))] }),
      ),
    ],
    /@ [^]*"early"/,
  ],
  [
    'shadow roots, recorded and attached',
    () => [
      page([
        {
          ...withId(
            10,
            element('div', {}, { ...withId(12, element('b')), isShadow: true }, withId(13, element('i'))),
          ),
          isShadowHost: true,
        },
        withId(11, element('div')),
      ]),
      ...incremental(
        mutation({
          adds: [
            add(10, { ...withId(14, element('u')), isShadow: true }, null, {}),
            add(11, { ...withId(15, element('em')), isShadow: true }),
          ],
        }),
        mutation({ removes: [{ parentId: 10, id: 12, isShadow: true }] }),
      ),
    ],
    /# <U [^]*<I [^]*# <EM /,
  ],
  [
    'sheets that documents adopt',
    () => [
      page(list()),
      ...incremental(
        { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: 'p { color: red }' }] }] },
        { source: 8, styleId: 1, adds: [{ rule: 'p { margin: 1px }', index: 1 }] },
        {
          source: 15,
          id: 1,
          styleIds: [2, 1],
          styles: [{ styleId: 2, rules: [{ rule: 'p { top: 1px }' }] }],
        },
        { source: 8, styleId: 2, replaceSync: 'p { left: 2px }' },
      ),
    ],
    /adopted \{\} p \{ left: 2px[^]*adopted \{\} p \{ color: red[^]*margin: 1px/,
  ],
  [
    'neighbours of old recorders',
    () => [
      page(list()),
      ...incremental(
        mutation({
          adds: [
            { parentId: 4, previousId: 11, nextId: null, node: withId(50, element('b')) },
            { parentId: 4, previousId: 12, nextId: -1, node: withId(51, element('i')) },
            { parentId: 4, previousId: 51, nextId: null, node: withId(52, element('u')) },
          ],
        }),
      ),
    ],
    /"11"[^]*<B [^]*"12"[^]*<I [^]*<U /,
  ],
  [
    'a new root and a new doctype',
    () => [
      page(list()),
      ...incremental(
        mutation({
          adds: [
            add(1, { type: 1, id: 90, name: 'html', publicId: '-//W3C//DTD HTML 4.01//EN', systemId: '' }, 2),
            add(1, withId(91, element('html'))),
            add(91, withId(92, element('body'))),
            add(92, withId(93, text('again'))),
          ],
        }),
      ),
    ],
    /"again"/,
  ],
  [
    'pictures that were exchanged',
    () => [
      page([
        withId(
          10,
          element('img', { src: 'a.png', rr_dataURL: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }),
        ),
      ]),
      ...incremental(
        mutation({ attributes: [{ id: 10, attributes: { src: 'data:image/png;base64,AA==' } }] }),
      ),
    ],
    /data:image\/png/,
  ],
];

describe('PageState', () => {
  for (const [title, events, expected] of cases) {
    it(`shows what the events show: ${title}`, async () => {
      const plain = await shown(events());
      expect(plain.join('\n')).to.match(expected);
      const once = stateAfter(events());
      expect(await shown(once)).to.deep.equal(plain);
      expect(await shown(stateAfter(copy(once))), 'folded twice').to.deep.equal(plain);
    });
  }

  it('leaves few events of many', () => {
    const moves = Array.from({ length: 500 }, (_, i) => ({
      source: 1,
      positions: [{ x: i, y: i, id: 4, timeOffset: 0 }],
    }));
    const rules = Array.from({ length: 500 }, (_, i) => ({
      source: 8,
      id: 30,
      adds: [{ rule: `p { top: ${i}px }` }],
    }));
    const changes = Array.from({ length: 500 }, (_, i) => mutation({ texts: [{ id: 20, value: `${i}` }] }));
    const scrolls = Array.from({ length: 500 }, (_, i) => ({ source: 3, id: 1, x: 0, y: i }));
    const interactions = Array.from({ length: 500 }, (_, i) => ({
      source: 2,
      type: i % 11,
      id: 4,
      x: i,
      y: i,
    }));
    const events = incremental(...moves, ...rules, ...changes, ...scrolls, ...interactions);
    const kept = stateAfter([page(list(), [sheet('p { color: red }')]), ...events]);
    expect(kept.map(({ type, data }) => [type, (data as { source?: number }).source])).to.deep.equal([
      [2, undefined],
      [3, 1],
      [3, 8],
      [3, 3],
      [3, 2],
      [3, 2],
      [3, 2],
      // What the user is doing.
      [5, undefined],
    ]);
  });

  it('keeps of drawings what can still be seen', () => {
    const draw = (property: string, args: unknown[] = []) => ({
      source: 9,
      id: 10,
      type: 0,
      commands: [{ property, args }],
    });
    const picture = draw('drawImage', [{ rr_type: 'ImageBitmap', args: [] }, 0, 0]);
    const events = incremental(
      draw('fillRect', [1]),
      picture,
      draw('stroke'),
      picture,
      draw('fillRect', [2]),
      draw('clip'),
    );
    const kept = stateAfter([page([withId(10, element('canvas'))]), ...events]);
    const names = kept
      .slice(1)
      .map(({ data }) => (data as { commands: { property: string }[] }).commands[0]!.property);
    expect(names).to.deep.equal(['drawImage', 'fillRect', 'clip']);
  });
});
