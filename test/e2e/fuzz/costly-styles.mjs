import { gzipSync } from 'node:zlib';
import { element, ENDING, eventArray, META, mutation, page, text } from './small-recording.mjs';

const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const recording = (...events) => [gzipSync(eventArray(META, ...events, ...ENDING))];
const styled = (css, ...inBody) => recording(page(element(10, 'style', [text(11, css)]), ...inBody));

/** Pages of less than a megabyte whose rules take a browser half a minute and more. */
export const COSTLY_STYLES = {
  'rules nested 28 levels, each about the one around it twice': () =>
    styled(`${'*{& &'.repeat(1)}${'{& &'.repeat(27)}{color:red}${'}'.repeat(28)}`, ...boxes(200, 5)),
  'rules nested 28 levels, two selectors each': () =>
    styled(`${'b,i{'.repeat(28)}color:red${'}'.repeat(28)}`, ...boxes(200, 5)),
  'unbalanced parentheses': () =>
    recording(
      page(element(10, 'style', [text(11, 'a:hover{color:red}')]), element(12, 'p', [text(13, 'x')])),
      ...times(40, (i) =>
        mutation(200 + 10 * i, {
          texts: [
            { id: 11, value: `a:hover{color:red}${'url('.repeat(i % 2)}${'a:hover('.repeat(50_000 + i)}` },
          ],
        }),
      ),
    ),
  'unbalanced sets of images': () => styled(`p{background:${'image-set('.repeat(60_000)}}`, element(12, 'p')),
  'variables that double 30 times': () =>
    styled(
      `:root{--v0:x ${times(30, (i) => `;--v${i + 1}:var(--v${i}) var(--v${i})`).join('')}} p{content:var(--v30)}`,
      ...boxes(2000, 1),
    ),
  'columns in columns': () => styled('div{column-count:2;height:auto}', nestedBoxes(24)),
  'columns in columns, by styles of their own': () => styled('p{}', nestedBoxes(24, { style: 'columns:2' })),
  'a registered property that moves 10,000 elements': () =>
    styled(
      `@property --x{syntax:'<length>';inherits:true;initial-value:0px}@keyframes k{to{--x:100px}}` +
        `:root{animation:k 1s infinite alternate} span{margin:var(--x)}`,
      ...boxes(20_000, 1, 'span'),
    ),
  'transitions that start one another': () =>
    styled('*{transition:all 1s;} div{font-size:1em} .on{font-size:2em}', ...boxes(400, 40)),
  'blurs of 9,999 pixels': () =>
    styled(
      'div{filter:blur(9999px);width:10000px;height:10000px;box-shadow:0 0 999px 999px red}',
      ...boxes(200, 2),
    ),
  'shadows by the thousand': () =>
    styled(`div{box-shadow:${times(5000, (i) => `${i}px ${i}px 50px red`).join()}}`, ...boxes(100, 2)),
  'a grid of 20,000 items that fills its gaps': () =>
    styled(
      'div{display:grid;grid-auto-flow:dense;grid-template-columns:repeat(auto-fill,1px)}' +
        'p{grid-column:span 3}p:nth-child(2n){grid-row:span 400}',
      element(
        20,
        'div',
        times(20_000, (i) => element(1000 + 2 * i, 'p', [text(1001 + 2 * i, 'x')])),
      ),
    ),
  '15,000 floats in a text': () =>
    styled(
      'i{float:left;height:1px;width:1px}',
      element(
        20,
        'p',
        times(15_000, (i) => [
          element(1000 + 3 * i, 'i', [text(1001 + 3 * i, 'x')]),
          text(1002 + 3 * i, 'word '),
        ]).flat(),
      ),
    ),
  '10,000 fonts in the page': () =>
    styled(
      times(
        10_000,
        (i) => `@font-face{font-family:f${i};src:url(data:font/woff2;base64,AAAA)}.a${i}{font-family:f${i}}`,
      ).join(''),
      ...times(10_000, (i) => element(1000 + 2 * i, 'p', [text(1001 + 2 * i, 'x')], { class: `a${i}` })),
    ),
  'a grid of a million tracks': () =>
    styled(
      'div{display:grid;grid-template:repeat(10000,repeat(1000,1px))/repeat(1000000,1px)}',
      ...boxes(100, 2),
    ),
};

function boxes(count, depth, tag = 'div') {
  let id = 1000;
  return times(count, () => {
    let inside = text(++id, 'x');
    for (let i = 0; i < depth; i++) inside = element(++id, tag, [inside]);
    return inside;
  });
}

function nestedBoxes(depth, attributes = {}) {
  let inside = text(1000, 'word '.repeat(200));
  for (let i = 0; i < depth; i++) inside = element(1001 + i, 'div', [inside], attributes);
  return inside;
}
