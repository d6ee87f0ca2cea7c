import { element, idOf, incremental, type Json, mutation, page, text, custom } from '../redact/session.ts';

/** In lower case: some of what holds it is. */
export const SECRET = 'zqmarlenequist';
const ESCAPED = [...SECRET].map((letter) => `\\${letter.charCodeAt(0).toString(16)} `).join('');
const BASE64 = btoa(`--${SECRET}--`);
const SVG = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><text>${SECRET}</text></svg>`;
/** Of a stranger's making, where nobody can tell a text. */
const DIGITS = '4929420573595709';
/** What must be nowhere. */
export const FORMS: readonly string[] = [SECRET, ESCAPED, ESCAPED.trim(), BASE64, DIGITS];

export interface Planted {
  readonly title: string;
  readonly events: readonly Json[];
}

const svg = (tagName: string, attributes: object = {}, ...children: readonly Json[]) => ({
  ...element(tagName, attributes, ...children),
  isSVG: true,
});
const attribute = (node: Json, attributes: object) =>
  mutation(2, { attributes: [{ id: idOf(node), attributes }] });
const added = (parent: Json | number, node: Json, more: object = {}) =>
  mutation(2, {
    adds: [{ parentId: typeof parent === 'number' ? parent : idOf(parent), nextId: null, node, ...more }],
  });
const secret = (...children: readonly Json[]) => element('div', { class: 'secret' }, ...children);

/** Places inside of a hidden element, and events on it, each with a text in it that nobody is to see. */
export function planted(): readonly Planted[] {
  const all: Planted[] = [];
  const plant = (
    title: string,
    inside: readonly Json[],
    events: readonly Json[] = [],
    outside: readonly Json[] = [],
  ) =>
    all.push({
      title,
      events: [
        ...page([secret(...inside), ...outside]),
        ...events,
        incremental(9, { source: 3, id: 1, x: 0, y: 0 }),
      ],
    });
  /** In a snapshot, in what is added later, and in an attribute that changes. */
  const plantNode = (title: string, make: () => Json) => {
    plant(title, [make()]);
    const box = element('div');
    plant(`${title}, added later`, [box], [added(box, { ...make(), childNodes: [] })]);
  };
  const plantAttribute = (name: string, value: unknown, tag = 'p') => {
    plantNode(`attribute ${name} of ${tag}`, () => element(tag, { [name]: value }));
    const node = element(tag, { [name]: 'x' });
    plant(`attribute ${name} of ${tag}, changed`, [node], [attribute(node, { [name]: value })]);
  };

  for (const name of [
    'title',
    'alt',
    'class',
    'id',
    'lang',
    'slot',
    'part',
    'exportparts',
    'is',
    'role',
    'rel',
    'dir',
    'align',
    'width',
    'height',
    'color',
    'face',
    'bgcolor',
    'type',
    'size',
    'span',
    'name',
    'for',
    'value',
    'content',
    'href',
    'src',
    'srcset',
    'srcdoc',
    'poster',
    'onclick',
    'aria-label',
    'aria-expanded',
    'data-state',
    'data-who',
    'tabindex',
    'popover',
    'xmlns',
    'viewBox',
    'rr_src',
    'rr_width',
    'rr_display',
    'rr_position',
    'rr_mediaState',
    'rr_scrollTop',
    '_cssText',
    'rr_dataURL',
    'data-rr-is-password',
    'wrap',
    'hidden',
    'start',
    'rr_open_mode',
  ])
    plantAttribute(name, SECRET);
  for (const tag of [
    'img',
    'input',
    'video',
    'iframe',
    'style',
    'link',
    'option',
    'svg',
    'textarea',
    'meta',
    'object',
  ])
    for (const name of ['src', 'value', 'type', 'href', '_cssText', 'rr_dataURL', 'content', 'data'])
      plantAttribute(name, SECRET, tag);
  for (const name of [
    `data-${SECRET}`,
    `aria-${SECRET}`,
    `rr_media${SECRET}`,
    `rr_scroll${SECRET}`,
    `rr_${SECRET}`,
    `on${SECRET}`,
    SECRET,
    `x:${SECRET}`,
  ])
    for (const value of ['', 'true', 'open', true, 1])
      plantNode(`attribute name ${name.replace(SECRET, '…')} (${JSON.stringify(value)})`, () =>
        element('p', { [name]: value }),
      );
  {
    const node = element('p');
    plant('name of an attribute that goes', [node], [attribute(node, { [`data-${SECRET}`]: null })]);
    plant('name of a property that goes', [node], [attribute(node, { style: { [`--${SECRET}`]: false } })]);
  }
  for (const [name, value] of Object.entries({
    width: DIGITS,
    tabindex: `1${DIGITS}`,
    rr_scrollTop: Number(DIGITS),
    start: DIGITS,
    viewBox: `0 0 ${DIGITS} 1`,
    style: `width:${DIGITS}px;height:.${DIGITS}px`,
  }))
    plantNode(`digits in ${name}`, () => svg('svg', { [name]: value }));

  const sheets = {
    'a text': `p::before{content:"${SECRET}"}`, 'an unquoted property': `p{--name:${SECRET}}`, 'a picture': `p{background:url("${SVG}")}`,
    'an image-set': `p{background:image-set("${SVG}" 1x)}`, 'an unquoted address': `p{background:url(/${SECRET}.png)}`, 'a comment': `/* ${SECRET} */ p{color:red}`,
    'escapes': `p::before{content:"${ESCAPED}"}`, 'quotes': `q{quotes:"${SECRET}" "x"}`, 'a counter style': `@counter-style x{system:cyclic;symbols:"${SECRET}";suffix:""}`,
    'a counter': `p::before{content:counter(${SECRET})}`, 'a selector': `.${SECRET}{color:red}`, 'an attribute selector': `[data-x="${SECRET}"]{color:red}`,
    'a font': `@font-face{font-family:${SECRET};src:url(x)}`, 'an animation': `@keyframes ${SECRET}{}`, 'a layer': `@layer ${SECRET};`, 'a property': `@property --${SECRET}{syntax:"*";inherits:false}`,
    'an import': `@import "/${SECRET}.css";`, 'a namespace': `@namespace x "${SECRET}";`, 'a container': `p{container-name:${SECRET}}`, 'base64': `p{background:url(data:image/svg+xml;base64,${BASE64})}`,
    'a marker': `li::marker{content:"${SECRET}"}`, 'list-style': `li{list-style-type:"${SECRET}"}`, 'an unclosed string': `p::before{content:"${SECRET}`, 'text-overflow': `p{text-overflow:"${SECRET}"}`,
  }; // prettier-ignore
  for (const [title, css] of Object.entries(sheets)) {
    const rule = [{ rule: css, index: 0 }];
    plant(`style element: ${title}`, [element('style', {}, text(css))]);
    plant(`style element, recorded in one piece: ${title}`, [element('style', { _cssText: css }, text(''))]);
    plant(`linked sheet: ${title}`, [element('link', { rel: 'stylesheet', _cssText: css })]);
    const [old] = [text('x')];
    const style = element('style', {}, old);
    plant(
      `style element, its text changed: ${title}`,
      [style],
      [mutation(2, { texts: [{ id: idOf(old), value: css }] })],
    );
    plant(`style element, its text added: ${title}`, [style], [added(style, text(css))]);
    plant(
      `style element, a rule inserted: ${title}`,
      [style],
      [incremental(2, { source: 8, id: idOf(style), adds: rule })],
    );
    plant(
      `style element, replaced: ${title}`,
      [style],
      [incremental(2, { source: 8, id: idOf(style), replace: css, replaceSync: css })],
    );
    plant(`linked sheet, which loads later: ${title}`, [style], [attribute(style, { _cssText: css })]);

    const inShadow = { ...element('p'), isShadow: true };
    const host = { ...element('div', {}, inShadow), isShadowHost: true };
    const adopt = (styles: readonly object[], id = idOf(host)) =>
      incremental(2, { source: 15, id, styles, styleIds: [7] });
    plant(`adopted sheet: ${title}`, [host], [adopt([{ styleId: 7, rules: rule }])]);
    plant(
      `adopted sheet, a rule inserted: ${title}`,
      [host],
      [adopt([{ styleId: 7, rules: [] }]), incremental(3, { source: 8, styleId: 7, adds: rule })],
    );
    plant(
      `adopted sheet, a rule inserted before: ${title}`,
      [host],
      [incremental(1, { source: 8, styleId: 7, adds: rule }), adopt([{ styleId: 7, rules: [] }])],
    );
    plant(
      `adopted sheet, replaced: ${title}`,
      [host],
      [adopt([{ styleId: 7, rules: [] }]), incremental(3, { source: 8, styleId: 7, replaceSync: css })],
    );
    plant(`adopted sheet that the host lists: ${title}`, [
      { ...host, adoptedStyleSheets: [{ styleId: 7, rules: rule }] },
    ]);
    plant(
      `adopted sheet that comes with another's: ${title}`,
      [],
      [incremental(2, { source: 15, id: 1, styles: [{ styleId: 7, rules: rule }], styleIds: [8] })],
    );
    plant(`adopted sheet of nobody: ${title}`, [], [adopt([{ styleId: 7, rules: rule }], 9999)]);
    const shadowStyle = { ...element('style', {}, text(css)), isShadow: true };
    plant(`style in a shadow root: ${title}`, [{ ...element('div', {}, shadowStyle), isShadowHost: true }]);
  }
  const declarations = { 'content': `"${SECRET}"`, '--x': SECRET, [`--${SECRET}`]: '1', 'background-image': `url(${SVG})`, 'font-family': SECRET, 'grid-area': SECRET, 'color': SECRET, 'width': SECRET, 'quotes': `"${SECRET}" ""`, 'animation-name': SECRET, 'list-style': `"${SECRET}"`, 'cursor': `image-set("${SVG}" 1x)` }; // prettier-ignore
  for (const [property, value] of Object.entries(declarations)) {
    const [node, style] = [element('p', { style: 'color:red' }), element('style', {}, text('p{}'))];
    const name = property.replace(SECRET, '…');
    plant(`style attribute: ${name}`, [
      element('p', { style: `/* ${SECRET} */width:1px;${property}:${value}` }),
    ]);
    plant(`style attribute, changed: ${name}`, [node], [attribute(node, { style: `${property}:${value}` })]);
    plant(`style property: ${name}`, [node], [attribute(node, { style: { [property]: value } })]);
    plant(
      `style property with a priority: ${name}`,
      [node],
      [attribute(node, { style: { [property]: [value, SECRET] } })],
    );
    const set = { property, value };
    plant(
      `style declaration: ${name}`,
      [style],
      [incremental(2, { source: 13, id: idOf(style), set, index: [0] })],
    );
    plant(
      `style declaration by sheet: ${name}`,
      [style],
      [incremental(2, { source: 13, styleId: 7, set, index: [0] })],
    );
    plant(
      `style declaration by both: ${name}`,
      [style],
      [incremental(2, { source: 13, id: idOf(style), styleId: 7, set, remove: { property }, index: [0] })],
    );
  }

  plantNode('tag', () => element(SECRET));
  plantNode('custom element', () => ({ ...element(`x-${SECRET}`), isCustom: true }));
  plantNode('tag in a drawing', () => svg(SECRET));
  plantNode('unknown field of a node', () => ({
    ...element('p'),
    [SECRET]: 1,
    note: SECRET,
    blob: { a: [SECRET] },
  }));
  plantNode('text', () => text(SECRET));
  plantNode('comment', () => ({ type: 5, id: 9001, textContent: SECRET }));
  plantNode('CDATA', () => ({ type: 4, id: 9001, textContent: SECRET }));
  plantNode('unknown kind of node', () => ({ type: 77, id: 9001, textContent: SECRET }));
  plantNode('drawing', () => svg('path', { d: SECRET, fill: SECRET, [`data-${SECRET}`]: '' }));
  plantNode('number of a node as text', () => ({ ...element('p'), rootId: SECRET }));
  plant('text in a drawing', [svg('svg', {}, svg('text', { 'font-family': SECRET }, text(SECRET)))]);
  plant('script', [element('script', {}, text(SECRET))]);
  plant('title', [element('title', {}, text(SECRET))]);
  plant(
    'definition of a custom element',
    [element(`x-${SECRET}`)],
    [incremental(2, { source: 16, define: { name: `x-${SECRET}` } })],
  );
  plant(
    'definition of a custom element, before it is there',
    [],
    [incremental(1, { source: 16, define: { name: `x-${SECRET}` } })],
  );

  const frame = element('iframe');
  const doctype = { type: 1, id: 7005, name: SECRET, publicId: SECRET, systemId: SECRET };
  const html = element(
    'html',
    {},
    element('head', {}, element('style', {}, text(`p::before{content:"${SECRET}"}`))),
    element('body', {}, text(SECRET)),
  );
  const inFrame = { type: 0, id: 7000, compatMode: SECRET, childNodes: [doctype, html] };
  plant('frame', [frame], [added(frame, inFrame, { [SECRET]: SECRET })]);
  const outerBox = element('div');
  plant(
    'frame whose document comes before it',
    [outerBox],
    [added(7777, inFrame), added(outerBox, { ...element('iframe'), id: 7777 })],
  );
  plant(
    'frame, a sheet adopted in it',
    [frame],
    [
      added(frame, inFrame),
      incremental(3, {
        source: 15,
        id: 7000,
        styles: [{ styleId: 7, rules: [{ rule: `p::before{content:"${SECRET}"}` }] }],
        styleIds: [7],
      }),
    ],
  );

  const field = element('input', { type: 'text' });
  plant(
    'what is typed',
    [field],
    [incremental(2, { source: 5, id: idOf(field), text: SECRET, isChecked: true, note: SECRET })],
  );
  plant(
    'what is typed where nothing is',
    [],
    [incremental(2, { source: 5, id: 8888, text: SECRET, isChecked: true })],
  );
  const canvas = element('canvas');
  plant(
    'what is drawn',
    [canvas],
    [
      incremental(2, {
        source: 9,
        id: idOf(canvas),
        type: 0,
        commands: [{ property: 'fillText', args: [SECRET, 0, 0] }],
      }),
    ],
  );
  const film = element('video');
  plant(
    'what is played',
    [film],
    [incremental(2, { source: 7, id: idOf(film), type: 0, src: SECRET, currentTime: 1 })],
  );
  plant('scrolling', [field], [incremental(2, { source: 3, id: idOf(field), x: 1, y: 1, note: SECRET })]);
  plant(
    'pressing',
    [field],
    [incremental(2, { source: 2, type: 2, id: idOf(field), x: 1, y: 1, note: SECRET })],
  );
  plant(
    'pointing',
    [field],
    [
      incremental(2, {
        source: 1,
        positions: [{ id: idOf(field), x: 1, y: 1, timeOffset: 0, note: SECRET }],
      }),
    ],
  );
  plant(
    'selecting',
    [field],
    [
      incremental(2, {
        source: 14,
        ranges: [{ start: idOf(field), startOffset: 0, end: idOf(field), endOffset: 1, text: SECRET }],
      }),
    ],
  );
  plant(
    'filling the screen',
    [field],
    [custom(2, 'rrweb/fullscreen', { id: idOf(field), enter: true, name: SECRET })],
  );
  plant(
    'a node that has no place',
    [],
    [
      mutation(2, {
        adds: [{ parentId: 6666, nextId: null, node: element('p', { title: SECRET }) }],
        texts: [{ id: 6665, value: SECRET }],
        attributes: [{ id: 6664, attributes: { title: SECRET } }],
      }),
    ],
  );
  {
    const [box, waiting] = [element('div'), text(SECRET)];
    const beside = (node: Json, nextId: unknown) =>
      mutation(2, { adds: [{ parentId: idOf(box), previousId: null, nextId, node }] });
    plant(
      'a node that waits for its neighbour',
      [box],
      [beside(waiting, -1), beside(element('b'), idOf(waiting))],
    );
    const [outer, inner] = [element('p', { title: SECRET }), text(SECRET)];
    plant(
      'what is in a node that waits',
      [box],
      [
        beside(outer, -1),
        added(outer, inner),
        mutation(3, { texts: [{ id: idOf(inner), value: `${SECRET}!` }] }),
        beside(element('b'), idOf(outer)),
      ],
    );
  }
  plant('an event before there is a page', [], []);
  const last = all.pop();
  all.push({
    title: 'an event before there is a page',
    events: [
      incremental(0, {
        source: 0,
        adds: [{ parentId: 4, nextId: null, node: text(SECRET) }],
        removes: [],
        texts: [],
        attributes: [],
      }),
      incremental(0, { source: 5, id: 5, text: SECRET, isChecked: false }),
      ...(last?.events ?? []),
    ],
  });
  return all;
}
