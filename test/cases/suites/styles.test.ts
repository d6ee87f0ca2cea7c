import { checkPages } from '../check-page.ts';
import {
  add,
  addsOf,
  attach,
  doctype,
  el,
  htmlPage,
  mutation,
  page,
  recordingOf,
  remove,
  set,
  text,
} from '../recording.ts';

const RED = 'rgb(255, 0, 0)';
const BLUE = 'rgb(0, 0, 255)';
const GREEN = 'rgb(0, 128, 0)';
const BLACK = 'rgb(0, 0, 0)';
const P = el(20, 'p', {}, [text(21, 'text')]);
const paint = (colour: string) => `p { color: ${colour}; }`;
const coloursOf = (d: Document | ShadowRoot) =>
  [...d.querySelectorAll('p')].map((one) => getComputedStyle(one).color);
const colourOf = (d: Document | ShadowRoot) => coloursOf(d)[0];
const insert = (id: number, rule: string, index?: unknown) => ({
  source: 8,
  id,
  adds: [index === undefined ? { rule } : { rule, index }],
});
const erase = (id: number, index: unknown) => ({ source: 8, id, removes: [{ index }] });
const sheet = (id: number, css: string) => el(id, 'style', {}, [text(id + 1, css, { isStyle: true })]);

/** Rules that scripts insert and delete, of a sheet whose text is then replaced. */
const RULES = recordingOf(htmlPage([P], [sheet(10, 'p { margin: 0; }')]), [
  [500, insert(10, paint(RED), 1)],
  [1500, insert(10, paint(BLUE), 2)],
  [3000, erase(10, 2)],
  [4500, mutation({ texts: [{ id: 11, value: 'p { margin: 1px; }' }] })],
  [6000, insert(10, paint(GREEN), 1)],
]);

/** The same with texts that are added to the sheet and taken away. */
const TEXTS = recordingOf(htmlPage([P], [sheet(10, 'p { margin: 0; }')]), [
  [500, insert(10, paint(RED), 0)],
  [1500, add(10, text(30, 'p { padding: 0; }', { isStyle: true }))],
  [3000, insert(10, paint(BLUE), 0)],
  [4500, remove(10, 30)],
  [6000, insert(10, paint(GREEN), 0)],
]);

/** Sheets that a document, a frame and a shadow root have adopted, one of them shared, and what is done to them. */
const FRAME = page(50, [
  doctype(51),
  el(52, 'html', {}, [el(53, 'head'), el(54, 'body', {}, [el(55, 'p', {}, [text(56, 'framed')])])]),
]);
const ADOPTED = recordingOf(
  htmlPage([
    P,
    el(30, 'x-a', {}, [el(31, 'p', {}, [], { isShadow: true })], { isShadowHost: true }),
    el(32, 'x-b', {}, [el(33, 'p', {}, [], { isShadow: true })], { isShadowHost: true }),
    el(34, 'iframe'),
  ]),
  [
    [300, attach(34, FRAME)],
    [
      500,
      { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: paint(RED), index: 0 }] }] },
    ],
    [
      600,
      {
        source: 15,
        id: 30,
        styleIds: [2],
        styles: [{ styleId: 2, rules: [{ rule: paint(BLUE), index: 0 }] }],
      },
    ],
    [700, { source: 15, id: 32, styleIds: [2] }],
    [
      800,
      {
        source: 15,
        id: 50,
        styleIds: [3],
        styles: [{ styleId: 3, rules: [{ rule: paint(GREEN), index: 0 }] }],
      },
    ],
    [2500, { source: 8, styleId: 2, replaceSync: paint(RED) }],
    [2600, { source: 8, styleId: 3, adds: [{ rule: paint(BLUE), index: 1 }] }],
    [4500, { source: 13, styleId: 1, index: [0], set: { property: 'color', value: GREEN } }],
    [4600, { source: 8, styleId: 2, replace: '' }],
    [4700, { source: 8, styleId: 3, removes: [{ index: 1 }] }],
    [6500, { source: 15, id: 1, styleIds: [] }],
  ],
);
const adoptedColours = (d: Document) => [
  colourOf(d),
  ...['x-a', 'x-b'].map((name) => colourOf(d.querySelector(name)!.shadowRoot!)),
  colourOf(d.querySelector('iframe')!.contentDocument!),
];

describe('styles, as the suites of rrweb and its forks try them', function () {
  this.timeout(60_000);
  checkPages([
    ...(
      [
        [1, RED],
        [2.5, BLUE],
        [4, RED],
        [5.5, BLACK],
        [7, GREEN],
      ] as const
    ).map(([at, colour]) => ({
      name: 'has the rules that scripts have inserted and not deleted, until the text is new',
      recording: RULES,
      at,
      probe: colourOf,
      expect: colour,
    })),
    ...(
      [
        [1, RED],
        [2.5, BLACK],
        [4, BLUE],
        [5.5, BLACK],
        [7, GREEN],
      ] as const
    ).map(([at, colour]) => ({
      name: 'drops the rules of scripts when a text of the sheet is added or removed',
      recording: TEXTS,
      at,
      probe: colourOf,
      expect: colour,
    })),
    {
      name: 'inserts, changes and deletes within rules',
      recording: recordingOf(
        htmlPage(
          [P],
          [sheet(10, `@media screen { ${paint(RED)} @supports (color: red) { ${paint(RED)} } }`)],
        ),
        [
          [500, insert(10, paint(BLUE), [0, 2])],
          [
            1000,
            {
              source: 13,
              id: 10,
              index: [0, 1, 0],
              set: { property: 'margin-left', value: '7px', priority: 'important' },
            },
          ],
          [1500, { source: 13, id: 10, index: [0, 0], remove: { property: 'color' } }],
          [2000, erase(10, [0, 2])],
        ],
      ),
      at: 3,
      probe: (d) => [colourOf(d), getComputedStyle(d.querySelector('p')!).marginLeft],
      expect: [RED, '7px'],
    },
    {
      name: 'goes by rules that are not there',
      recording: recordingOf(htmlPage([P], [sheet(10, paint(RED))]), [
        [500, { source: 13, id: 10, index: [7], set: { property: 'color', value: BLUE } }],
        [600, { source: 13, id: 10, index: [0, 3], set: { property: 'color', value: BLUE } }],
        [700, erase(10, 9)],
        [800, erase(10, [4, 1])],
        [900, insert(10, paint(BLUE), 12)],
        [1000, insert(10, 'p { color', 0)],
        [1100, insert(77, paint(BLUE), 0)],
        [1200, { source: 8, styleId: 9, replaceSync: paint(BLUE) }],
      ]),
      at: 3,
      probe: colourOf,
      expect: BLUE,
    },
    {
      name: 'takes the recorded rules of a sheet for its text, not twice',
      recording: recordingOf(
        htmlPage([P], [el(10, 'style', { _cssText: paint(RED) }, [text(11, paint(RED), { isStyle: true })])]),
        [
          [
            500,
            mutation({
              adds: addsOf(
                4,
                el(12, 'style', { _cssText: 'p { margin-left: 1px; }' }, [
                  text(13, 'p { margin-left: 1px; }', { isStyle: true }),
                ]),
              ),
            }),
          ],
          [1000, { source: 13, id: 10, index: [0], set: { property: 'color', value: BLUE } }],
          [1100, { source: 13, id: 12, index: [0], set: { property: 'margin-left', value: '9px' } }],
        ],
      ),
      at: 3,
      probe: (d) => [colourOf(d), getComputedStyle(d.querySelector('p')!).marginLeft],
      expect: [BLUE, '9px'],
    },
    ...[1.5, 4].map((at) => ({
      name: 'keeps the rules of scripts when seeks move the sheet',
      recording: recordingOf(htmlPage([el(40, 'div', {}, [el(10, 'style')]), P, el(41, 'div')]), [
        [500, insert(10, paint(RED), 0)],
        [
          3000,
          mutation({
            removes: [{ parentId: 5, id: 41 }],
            adds: [{ parentId: 5, nextId: 40, node: el(41, 'div') }],
          }),
        ],
      ]),
      at,
      probe: (d: Document) => [colourOf(d), d.body.firstElementChild?.childElementCount],
      expect: [RED, at < 3 ? 1 : 0],
    })),
    ...(
      [
        [1.5, [RED, BLUE, BLUE, GREEN]],
        [3.5, [RED, RED, RED, BLUE]],
        [5.5, [GREEN, BLACK, BLACK, GREEN]],
        [8, [BLACK, BLACK, BLACK, GREEN]],
      ] as const
    ).map(([at, colours]) => ({
      name: 'shows documents, frames and shadow roots with the sheets that they have adopted',
      recording: ADOPTED,
      at,
      probe: adoptedColours,
      expect: colours,
    })),
    {
      name: 'sets a whole style, single properties of it, and takes them away',
      recording: recordingOf(htmlPage([el(20, 'p', { style: 'color: red; margin-left: 1px;' })]), [
        [500, set(20, { style: { 'color': BLUE, 'margin-left': ['5px', 'important'], '--x': '3px' } })],
        [1000, set(20, { style: { 'margin-left': false, 'width': 'var(--x)' } })],
      ]),
      at: 3,
      probe: (d) => {
        const { color, marginLeft, width } = getComputedStyle(d.querySelector('p')!);
        return [color, marginLeft, width];
      },
      expect: [BLUE, '0px', '3px'],
    },
  ]);
});
