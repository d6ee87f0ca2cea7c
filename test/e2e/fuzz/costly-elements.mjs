import { gzipSync } from 'node:zlib';
import { AT, element, ENDING, eventArray, META, page, text } from './small-recording.mjs';

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const recording = (...events) => [gzipSync(eventArray(META, ...events, ...ENDING))];
const styled = (css, ...inBody) => recording(page(element(10, 'style', [text(11, css)]), ...inBody));
const boxes = (count, attributes = {}) =>
  times(count, (i) => element(1000 + 2 * i, 'div', [text(1001 + 2 * i, 'x')], attributes));
const nested = (depth, tag) => {
  let inside = text(1000, 'word '.repeat(100));
  for (let i = 0; i < depth; i++) inside = element(1001 + i, tag, [inside]);
  return inside;
};
const picture = (inside, before = '') =>
  element(20, 'img', [], {
    src: `data:image/svg+xml,${encodeURIComponent(`${before}<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99">${inside}</svg>`)}`,
  });
const drawing = (id, tagName, childNodes = [], attributes = {}) => ({
  ...element(id, tagName, childNodes, attributes),
  isSVG: true,
});
const line = `M0 0${times(20_000, (i) => `L${i % 500} ${(i * 7) % 500}`).join('')}`;

/** Pages of less than a megabyte that have too much of what is cheap by itself, or that end the tab. */
export const COSTLY_ELEMENTS = {
  'inline blocks nested 450 levels': () => styled('div{display:inline-block}', nested(450, 'div')),
  'inline blocks nested 240 levels, with balanced lines': () =>
    styled('div{display:inline-block;text-wrap:balance}', nested(240, 'div')),
  'buttons nested 450 levels': () => recording(page(nested(450, 'button'))),
  '20,000 rules for 10,000 elements': () =>
    styled(times(20_000, (i) => `div:not(.a${i}){margin:0}`).join(''), ...boxes(10_000)),
  '20,000 rules for 10,000 elements of a class': () =>
    styled(times(20_000, (i) => `.box:not(.a${i}){margin:0}`).join(''), ...boxes(10_000, { class: 'box' })),
  'rules that look for siblings of 5,000 elements': () =>
    styled(times(300, (i) => `div:has(~ .a${i} ~ span){color:red}`).join(''), ...boxes(5000)),
  'queries of the styles around an element': () =>
    styled(times(400, (i) => `@container style(--a:${i}){div{--b${i}:2}}`).join(''), ...boxes(5000)),
  'filters behind 2,000 elements': () =>
    styled('div{backdrop-filter:blur(50px);width:800px;height:600px;position:absolute}', ...boxes(2000)),
  'animations of 5,000 elements with 10,000 steps': () =>
    styled(
      `@keyframes k{${times(10_000, (i) => `${i / 100}%{width:${i}px}`).join('')}}div{animation:k 1s infinite}`,
      ...boxes(5000),
    ),
  'functions that call others twice, 25 times over': () =>
    styled(
      `@function --a0(){result:1px}${times(25, (i) => `@function --a${i + 1}(){result:--a${i}() --a${i}()}`).join('')}div{margin:--a25()}`,
      ...boxes(100),
    ),
  '40,000 fields of one name': () =>
    recording(
      page(
        ...times(40_000, (i) => element(100 + i, 'input', [], { type: 'radio', name: 'a', required: '' })),
      ),
    ),
  'menus of 100,000 options': () =>
    recording(
      page(
        element(
          10,
          'select',
          times(100_000, (i) => element(100 + i, 'option', [], {})),
        ),
      ),
    ),
  '3,000 marquees': () => recording(page(...times(3000, (i) => element(100 + i, 'marquee')))),
  'a million letters of two directions': () =>
    recording(page(element(10, 'p', [text(11, 'a\u05d0('.repeat(400_000))]))),
  'columns in a picture': () =>
    recording(
      page(
        picture(
          `<foreignObject width="99" height="99">${'<div xmlns="http://www.w3.org/1999/xhtml" style="columns:2">'.repeat(30)}x${'</div>'.repeat(30)}</foreignObject>`,
        ),
      ),
    ),
  'a picture that uses itself by another word': () =>
    recording(
      page(
        picture(
          `<rect id="l0"/>${times(9, (i) => `<g id="l${i + 1}">${`<use href="&h;${i}"/>`.repeat(10)}</g>`).join('')}`,
          '<!DOCTYPE svg [<!ENTITY h "#l">]>',
        ),
      ),
    ),
  'long texts along a line of 20,000 points': () =>
    recording(
      page(
        drawing(20, 'svg', [
          drawing(21, 'path', [], { id: 'l', d: line }),
          ...times(50, (i) =>
            drawing(100 + 3 * i, 'text', [
              drawing(101 + 3 * i, 'textPath', [text(102 + 3 * i, 'abc '.repeat(3000))], { href: '#l' }),
            ]),
          ),
        ]),
      ),
    ),
  'a form of 20,000 radio buttons that are chosen one after another': () =>
    recording(
      page(
        element(
          10,
          'form',
          times(20_000, (i) => element(100 + i, 'input', [], { type: 'radio', name: 'a', checked: true })),
        ),
      ),
      ...times(3000, (i) => ({
        type: 3,
        timestamp: AT + 100 + i / 20,
        data: { source: 5, id: 100 + i, text: 'on', isChecked: true },
      })),
    ),
  'markers at each point of a line': () =>
    recording(
      page(
        drawing(20, 'svg', [
          drawing(
            21,
            'marker',
            times(100, (i) => drawing(100 + i, 'circle', [], { r: '50' })),
            { id: 'm' },
          ),
          drawing(22, 'path', [], { 'd': line, 'marker-mid': 'url(#m)' }),
        ]),
      ),
    ),
  'dashes of a thousandth on a canvas': () =>
    recording(page(element(10, 'canvas', [], { width: '2000', height: '2000' })), {
      type: 3,
      timestamp: AT + 800,
      data: {
        source: 9,
        id: 10,
        type: 0,
        commands: [
          { property: 'setLineDash', args: [[0.001]] },
          ...times(3000, () => [
            { property: 'arc', args: [0, 0, 1e7, 0, 6] },
            { property: 'stroke', args: [] },
          ]).flat(),
        ],
      },
    }),
};
