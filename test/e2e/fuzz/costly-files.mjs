import { gzipSync } from 'node:zlib';
import { COSTLY_DRAWINGS } from './costly-drawings.mjs';
import { COSTLY_ELEMENTS } from './costly-elements.mjs';
import { COSTLY_STYLES } from './costly-styles.mjs';
import { AT, element, ENDING, eventArray, META, mutation, page, text } from './small-recording.mjs';

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const recording = (...events) => [gzipSync(eventArray(META, ...events, ...ENDING))];
const plays = (...inBody) => recording(page(...inBody));

/**
 * Files of less than a megabyte, packed, with pages that take a browser half a minute and more, or all of its memory.
 * Contents of files by what is wrong with them; made when asked for, since some are large when unpacked.
 */
export const COSTLY_FILES = {
  'nodes added 3,000 deep, one by one': () => recording(page(), ...addedInside(3000)),
  'two branches of 400 nodes, and one moved into the other': () => {
    const branch = (from) =>
      times(400, (i) => ({
        parentId: i === 0 ? 4 : from + i - 1,
        nextId: null,
        node: element(from + i, 'div'),
      }));
    const moved = { parentId: 1399, nextId: null, node: element(2000, 'div') };
    return recording(
      page(),
      mutation(300, { adds: branch(1000) }),
      mutation(400, { adds: branch(2000) }),
      mutation(500, {
        removes: [{ parentId: 4, id: 2000 }],
        adds: branch(2000).map((add, i) => (i === 0 ? moved : add)),
      }),
      mutation(600, { adds: [moved] }),
    );
  },
  'a million combining marks': () => plays(element(10, 'p', [text(11, `a${'\u0301'.repeat(1e6)}`)])),
  'a million zero-width joiners': () => plays(element(10, 'p', [text(11, 'a\u200d'.repeat(5e5))])),
  'combining marks that are added bit by bit': () =>
    recording(
      page(element(10, 'p', [text(11, 'a')])),
      ...times(100, (i) =>
        mutation(200 + i, {
          adds: [{ parentId: 10, nextId: null, node: text(100 + i, '\u0301'.repeat(10_000)) }],
        }),
      ),
    ),
  'a font that claims a gigabyte': () =>
    recording(page(element(10, 'p', [text(11, 'x')])), {
      type: 3,
      timestamp: AT + 300,
      data: { source: 10, family: 'Large', fontSource: '1000000000', buffer: true },
    }),
  '1,000 frames': () =>
    recording(
      page(...times(1000, (i) => element(1000 + i, 'iframe'))),
      ...times(1000, (i) =>
        mutation(200, {
          isAttachIframe: true,
          adds: [{ parentId: 1000 + i, nextId: null, node: documentOf(10_000 + 10 * i) }],
        }),
      ),
    ),
  '1,000 frames that bring their own documents': () =>
    plays(...times(1000, (i) => element(1000 + i, 'iframe', [], { srcdoc: `<p>${i}</p>` }))),
  'cells that span 65,534 rows and 1,000 columns': () =>
    plays(
      element(10, 'table', [
        element(
          11,
          'tbody',
          times(300, (i) =>
            element(
              100 + 100 * i,
              'tr',
              times(20, (j) => element(101 + 100 * i + j, 'td', [], { rowspan: '65534', colspan: '1000' })),
            ),
          ),
        ),
      ]),
    ),
  '20,000 quotes, each in the one before': () => plays(...nested(490, 'q', 40)),
  '1,000 videos': () =>
    plays(
      ...times(1000, (i) =>
        element(100 + i, 'video', [], { src: 'data:video/mp4;base64,AAAA', autoplay: '' }),
      ),
    ),
  '300,000 positions of the mouse': () =>
    recording(page(element(10, 'p', [text(11, 'x')])), {
      type: 3,
      timestamp: AT + 900,
      data: {
        source: 1,
        positions: times(300_000, (i) => ({ x: i % 700, y: i % 500, id: 10, timeOffset: -600 + (i % 600) })),
      },
    }),
  ...COSTLY_ELEMENTS,
  ...COSTLY_STYLES,
  ...COSTLY_DRAWINGS,
};

/** Each node is added by itself, to the one before it. */
function addedInside(depth) {
  return times(depth, (i) =>
    mutation(200 + i / 10, {
      adds: [{ parentId: i === 0 ? 4 : 999 + i, nextId: null, node: element(1000 + i, 'div') }],
    }),
  );
}

function nested(depth, tag, branches) {
  let id = 1000;
  return times(branches, () => {
    let inside = text(++id, 'x');
    for (let i = 0; i < depth; i++) inside = element(++id, tag, [inside]);
    return inside;
  });
}

function documentOf(id) {
  const html = element(id + 1, 'html', [
    element(id + 2, 'head'),
    element(id + 3, 'body', [text(id + 4, 'x')]),
  ]);
  return { id, type: 0, childNodes: [{ ...html, rootId: id }] };
}
