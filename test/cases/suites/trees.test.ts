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
  type SerializedNode,
  svg,
  text,
} from '../recording.ts';

const frameDocument = (first: number, ...body: readonly SerializedNode[]) =>
  page(first, [
    doctype(first + 1),
    el(first + 2, 'html', {}, [
      el(first + 3, 'head', {}, [el(first + 4, 'title', {}, [text(first + 5, `page ${first}`)])]),
      el(first + 6, 'body', {}, body),
    ]),
  ]);
const inner = (d: Document | null | undefined, ...path: readonly number[]): Document | null | undefined =>
  path.reduce<Document | null | undefined>((at, i) => at?.querySelectorAll('iframe')[i]?.contentDocument, d);
const wordsOf = (d: Document) => d.body.textContent;

/** Frames in frames, the innermost document first; then the root of one goes. */
const FRAMES = recordingOf(htmlPage([]), [
  [500, mutation({ adds: [...addsOf(5, el(20, 'iframe'))] })],
  [600, attach(20, frameDocument(100, el(120, 'noscript', {}, [text(121, 'no script')])))],
  [
    2000,
    mutation({
      isAttachIframe: true,
      adds: [
        { parentId: 31, nextId: null, node: frameDocument(300, text(320, 'third')) },
        { parentId: 30, nextId: null, node: frameDocument(200, el(31, 'iframe'), el(32, 'iframe')) },
        ...addsOf(5, el(30, 'iframe')),
      ],
    }),
  ],
  [3500, attach(32, frameDocument(400, text(420, 'fourth')))],
  [5000, remove(400, 402)],
]);

/** Shadow roots in shadow roots, on elements that are there already, and on one that can have none. */
const SHADOWS = recordingOf(htmlPage([el(20, 'div'), el(21, 'video')]), [
  [500, mutation({ adds: addsOf(20, el(30, 'span', {}, [text(31, 'one')], { isShadow: true })) })],
  [
    1500,
    mutation({
      adds: [
        { parentId: 20, nextId: null, node: el(40, 'div', {}, [], { isShadow: true, isShadowHost: true }) },
        { parentId: 40, nextId: null, node: el(41, 'b', {}, [], { isShadow: true }) },
        { parentId: 41, nextId: null, node: text(42, 'two') },
      ],
    }),
  ],
  [
    2500,
    mutation({
      adds: [
        { parentId: 5, nextId: null, node: el(50, 'video', {}, [], { isShadowHost: true }) },
        ...addsOf(50, el(51, 'span', {}, [text(52, 'lost')], { isShadow: true })),
        ...addsOf(5, el(53, 'p', {}, [text(54, 'after')])),
      ],
    }),
  ],
  [4000, mutation({ removes: [{ parentId: 40, id: 41, isShadow: true }] })],
]);
const shadowsOf = (d: Document) => {
  const outer = d.querySelector('div')?.shadowRoot;
  const root = outer?.querySelector('div')?.shadowRoot;
  return [outer?.querySelector('span')?.textContent, root?.textContent, d.querySelector('p')?.textContent];
};

describe('trees, as the suites of rrweb and its forks try them', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'replaces the whole document in one change',
      recording: recordingOf(htmlPage([text(20, 'before')]), [
        [
          1000,
          mutation({
            removes: [
              { parentId: 1, id: 2 },
              { parentId: 1, id: 3 },
            ],
            adds: [
              { parentId: 1, nextId: null, node: doctype(60) },
              ...addsOf(
                1,
                el(61, 'html', { lang: 'de' }, [el(62, 'head'), el(63, 'body', {}, [text(64, 'after')])]),
              ),
            ],
          }),
        ],
        [1500, mutation({ texts: [{ id: 64, value: 'changed' }] })],
      ]),
      at: 3,
      probe: (d) => [d.doctype?.name, d.documentElement.lang, wordsOf(d), d.childNodes.length],
      expect: ['html', 'de', 'changed', 2],
    },
    {
      name: 'has no frame yet',
      recording: FRAMES,
      at: 0.3,
      ways: ['jump', 'back', 'backforth'],
      probe: (d) => d.querySelector('iframe'),
      expect: null,
    },
    {
      name: 'shows the page of a frame, and not what stands in it for when there are no scripts',
      recording: FRAMES,
      at: 1.5,
      probe: (d) => {
        const frame = inner(d, 0);
        return [frame?.title, getComputedStyle(frame!.querySelector('noscript')!).display];
      },
      expect: ['page 100', 'none'],
    },
    {
      name: 'shows frames in frames whose documents came first',
      recording: FRAMES,
      at: 4.5,
      probe: (d) => [
        d.querySelectorAll('iframe').length,
        inner(d, 1)?.title,
        inner(d, 1, 0)?.body.textContent,
        inner(d, 1, 1)?.body.textContent,
      ],
      expect: [2, 'page 200', 'third', 'fourth'],
    },
    {
      name: 'takes the root out of a frame and leaves its type',
      recording: FRAMES,
      at: 6,
      probe: (d) => [
        inner(d, 1, 1)?.documentElement ?? null,
        inner(d, 1, 1)?.doctype?.name,
        inner(d, 1, 0)?.title,
      ],
      expect: [null, 'html', 'page 300'],
    },
    {
      name: 'removes a frame and adds it again with another page',
      recording: recordingOf(htmlPage([el(20, 'iframe')]), [
        [500, attach(20, frameDocument(100, text(120, 'first')))],
        [1500, remove(5, 20)],
        [1600, add(5, el(20, 'iframe'))],
        [1700, attach(20, frameDocument(200, text(220, 'second')))],
      ]),
      at: 3,
      probe: (d) => [d.querySelectorAll('iframe').length, inner(d, 0)?.body.textContent],
      expect: [1, 'second'],
    },
    ...(
      [
        [1, ['one', undefined, undefined]],
        [2, ['one', 'two', undefined]],
        [3, ['one', 'two', 'after']],
        [5, ['one', '', 'after']],
      ] as const
    ).map(([at, words]) => ({
      name: 'builds shadow roots in shadow roots, and goes by one that cannot be',
      recording: SHADOWS,
      at,
      probe: shadowsOf,
      expect: words,
    })),
    {
      name: 'adds nodes whose neighbours come later in the same change',
      recording: recordingOf(htmlPage([]), [
        [
          1000,
          mutation({
            adds: [
              { parentId: 5, nextId: 31, node: el(30, 'i', {}, []) },
              { parentId: 30, nextId: null, node: text(40, 'a') },
              { parentId: 5, nextId: 32, node: el(31, 'i', {}, []) },
              { parentId: 31, nextId: null, node: text(41, 'b') },
              { parentId: 5, nextId: null, node: el(32, 'i', {}, []) },
              { parentId: 32, nextId: null, node: text(42, 'c') },
            ],
          }),
        ],
      ]),
      at: 2,
      probe: wordsOf,
      expect: 'abc',
    },
    {
      name: 'takes events of one moment in the order they have',
      recording: recordingOf(htmlPage([]), [
        [1000, add(5, el(30, 'p', {}, [text(31, 'one')]))],
        [1000, mutation({ texts: [{ id: 31, value: 'two' }] })],
        [1000, remove(5, 30)],
        [1000, add(5, el(30, 'p', {}, [text(31, 'three')]))],
        [1000, mutation({ attributes: [{ id: 30, attributes: { title: 'x' } }] })],
      ]),
      at: 2,
      probe: (d) => [...d.querySelectorAll('p')].map((p) => `${p.textContent} ${p.title}`),
      expect: ['three x'],
    },
    {
      name: 'moves a part of the page with all that is in it',
      recording: recordingOf(
        htmlPage([
          el(20, 'ul', {}, [el(21, 'li', {}, [text(22, 'a')]), el(23, 'li', {}, [text(24, 'b')])]),
          el(25, 'ol'),
        ]),
        [
          [
            1000,
            mutation({
              removes: [{ parentId: 20, id: 21 }],
              adds: addsOf(25, el(21, 'li', {}, [text(22, 'a')])),
            }),
          ],
          [
            2000,
            mutation({
              removes: [{ parentId: 5, id: 25 }],
              adds: addsOf(5, el(25, 'ol', {}, [el(21, 'li', {}, [text(22, 'a')])]), 20),
            }),
          ],
        ],
      ),
      at: 3,
      probe: (d) => d.body.innerHTML,
      expect: '<ol><li>a</li></ol><ul><li>b</li></ul>',
    },
    {
      name: 'places the nodes of old recorders, which name the one before',
      recording: recordingOf(htmlPage([el(20, 'b')]), [
        [
          1000,
          mutation({
            adds: [
              { parentId: 5, previousId: 20, nextId: null, node: el(30, 'i') },
              { parentId: 5, previousId: 30, nextId: null, node: el(31, 'u') },
              { parentId: 5, previousId: null, nextId: 20, node: el(32, 's') },
            ],
          }),
        ],
      ]),
      at: 2,
      probe: (d) => d.body.innerHTML,
      expect: '<s></s><b></b><i></i><u></u>',
    },
    {
      name: 'changes comments, and texts beside one another',
      recording: recordingOf(
        htmlPage([
          text(20, 'a'),
          { type: 5, id: 21, textContent: 'note' },
          text(22, 'b'),
          { type: 4, id: 23, textContent: 'c' },
        ]),
        [
          [
            1000,
            mutation({
              texts: [
                { id: 20, value: 'A' },
                { id: 21, value: 'another note' },
                { id: 22, value: '' },
              ],
            }),
          ],
          [1500, remove(5, 23)],
        ],
      ),
      at: 2,
      probe: (d) => d.body.innerHTML,
      expect: 'A<!--another note-->',
    },
    {
      name: 'goes by names that no element can have',
      recording: recordingOf(
        htmlPage([
          el(20, 'x-<y', {}, [text(21, 'a')]),
          el(22, 'font-face', {}, [text(23, 'b')], { isCustom: true }),
        ]),
        [[1000, add(5, el(30, '1a', {}, [text(31, 'c')], { isCustom: true }))]],
      ),
      at: 2,
      probe: wordsOf,
      expect: 'abc',
    },
    {
      name: 'goes by a second type of a document, and one that comes too late',
      recording: recordingOf(
        page(1, [
          doctype(2),
          doctype(6),
          el(3, 'html', {}, [el(4, 'head'), el(5, 'body', {}, [text(20, 'page')])]),
          doctype(7),
        ]),
        [[1000, add(1, doctype(30))]],
      ),
      at: 2,
      probe: (d) => [wordsOf(d), [...d.childNodes].filter((node) => node.nodeType === 10).length],
      expect: ['page', 1],
    },
    {
      name: 'goes by changes of nodes that are gone',
      recording: recordingOf(htmlPage([el(20, 'p', {}, [text(21, 'a')]), text(22, 'end')]), [
        [500, remove(5, 20)],
        [
          1000,
          mutation({
            removes: [{ parentId: 5, id: 20 }],
            texts: [{ id: 21, value: 'b' }],
            attributes: [{ id: 20, attributes: { title: 'x' } }],
            adds: [{ parentId: 20, nextId: null, node: text(40, 'c') }],
          }),
        ],
        [1100, { source: 2, type: 2, id: 20, x: 1, y: 1 }],
        [1200, { source: 3, id: 20, x: 0, y: 10 }],
        [1300, { source: 7, id: 20, type: 0, currentTime: 1 }],
        [1400, { source: 14, ranges: [{ start: 21, startOffset: 0, end: 21, endOffset: 1 }] }],
        [1500, { source: 1, positions: [{ x: 5, y: 5, id: 20, timeOffset: 0 }] }],
        [1600, { source: 9, id: 20, type: 0, commands: [{ property: 'fillRect', args: [0, 0, 1, 1] }] }],
        [1700, { source: 15, id: 20, styleIds: [4], styles: [{ styleId: 4, rules: [] }] }],
      ]),
      at: 3,
      probe: wordsOf,
      expect: 'end',
    },
    {
      name: 'gives a blocked drawing the size that it had',
      recording: recordingOf(htmlPage([svg(20, 'svg', { rr_width: '50px', rr_height: '40px' })]), []),
      at: 2,
      probe: (d) => {
        const { width, height } = d.querySelector('svg')!.getBoundingClientRect();
        return [width, height];
      },
      expect: [50, 40],
    },
  ]);
});
