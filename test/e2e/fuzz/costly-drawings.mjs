import { gzipSync } from 'node:zlib';
import { AT, element, ENDING, eventArray, META, mutation, page } from './small-recording.mjs';

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const recording = (...events) => [gzipSync(eventArray(META, ...events, ...ENDING))];
const svg = (id, tagName, childNodes = [], attributes = {}) => ({
  ...element(id, tagName, childNodes, attributes),
  isSVG: true,
});
const LEVELS = 12;
const EACH = 10;

/** Pages of less than a megabyte whose pictures take a browser half a minute and more, or all of its memory. */
export const COSTLY_DRAWINGS = {
  'a shape that is used 10 times by what is used 10 times, 12 times over': () =>
    recording(page(drawing(usesLevel, svg(9000, 'use', [], { href: `#l${LEVELS - 1}` })))),
  'the same in the address of a picture': () => {
    const levels = times(
      LEVELS,
      (i) =>
        `<g id="l${i}">${i === 0 ? '<rect width="9" height="9"/>' : `<use href="#l${i - 1}"/>`.repeat(EACH)}</g>`,
    );
    const source = `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><defs>${levels.join('')}</defs><use href="#l${LEVELS - 1}"/></svg>`;
    return recording(
      page(element(10, 'img', [], { src: `data:image/svg+xml,${encodeURIComponent(source)}` })),
    );
  },
  'the same by one mutation after the other': () =>
    recording(
      page(svg(20, 'svg', [svg(21, 'defs')], { width: '99', height: '99' })),
      ...times(LEVELS, (i) => mutation(200 + 50 * i, { adds: addsOf(usesLevel(i), 21) })),
      mutation(900, { adds: addsOf(svg(9000, 'use', [], { 'xlink:href': `#l${LEVELS - 1}` }), 20) }),
    ),
  'clip paths in clip paths': () =>
    recording(page(drawing(refersTo('clipPath', 'clip-path'), painted('clip-path')))),
  'masks in masks': () => recording(page(drawing(refersTo('mask', 'mask'), painted('mask')))),
  'patterns in patterns': () =>
    recording(page(drawing(refersTo('pattern', 'fill', { width: '5', height: '5' }), painted('fill')))),
  'a canvas of 16,384 by 16,384': () =>
    recording(page(element(10, 'canvas', [], { width: '16384', height: '16384' })), ...drawn(10)),
  'forty canvases of 8,192 by 8,192': () =>
    recording(
      page(...times(40, (i) => element(100 + i, 'canvas', [], { width: '8192', height: '8192' }))),
      ...times(40, (i) => drawn(100 + i)).flat(),
    ),
  'forty canvases that grow to 8,192 by 8,192': () =>
    recording(
      page(...times(40, (i) => element(100 + i, 'canvas', [], { width: '10', height: '10' }))),
      ...times(40, (i) =>
        mutation(200 + i, { attributes: [{ id: 100 + i, attributes: { width: '8192', height: '8192' } }] }),
      ),
      ...times(40, (i) => drawn(100 + i)).flat(),
    ),
  'a path of 60,000 lines, drawn 2,000 times with a blur': () =>
    recording(
      page(element(10, 'canvas', [], { width: '2000', height: '2000' })),
      commands(10, [
        { property: 'shadowBlur', args: [500], setter: true },
        { property: 'shadowColor', args: ['red'], setter: true },
        ...times(60_000, (i) => ({ property: 'lineTo', args: [(i * 997) % 2000, (i * 613) % 2000] })),
        ...times(2000, () => ({ property: 'stroke', args: [] })),
      ]),
    ),
};

function drawing(makeLevel, shown) {
  return svg(20, 'svg', [svg(21, 'defs', times(LEVELS, makeLevel)), shown], { width: '99', height: '99' });
}

function usesLevel(i) {
  const id = 100 + 100 * i;
  const inside =
    i === 0
      ? [svg(id + 1, 'rect', [], { width: '9', height: '9' })]
      : times(EACH, (j) => svg(id + 1 + j, 'use', [], { href: `#l${i - 1}` }));
  return svg(id, 'g', inside, { id: `l${i}` });
}

function refersTo(tagName, attribute, attributes = {}) {
  return (i) => {
    const id = 100 + 100 * i;
    const shapes = times(EACH, (j) =>
      svg(id + 1 + j, 'rect', [], {
        width: '9',
        height: '9',
        x: String(j),
        ...(i > 0 && { [attribute]: `url(#l${i - 1})` }),
      }),
    );
    return svg(id, tagName, shapes, { id: `l${i}`, ...attributes });
  };
}

function painted(attribute) {
  return svg(9000, 'rect', [], { width: '90', height: '90', [attribute]: `url(#l${LEVELS - 1})` });
}

function addsOf({ childNodes, ...node }, parentId) {
  return [
    { parentId, nextId: null, node: { ...node, childNodes: [] } },
    ...childNodes.flatMap((child) => addsOf(child, node.id)),
  ];
}

function drawn(id) {
  return [
    commands(id, [
      { property: 'fillStyle', args: ['red'], setter: true },
      { property: 'fillRect', args: [0, 0, 9, 9] },
    ]),
  ];
}

function commands(id, list) {
  return { type: 3, timestamp: AT + 800, data: { source: 9, id, type: 0, commands: list } };
}
