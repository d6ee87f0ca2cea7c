import { el, svg } from './nodes.mjs';
import { counting, eventsOf } from './recordings.mjs';

/** One below the other, each in a box of its own, so low that the last is on the page, too. */
const BOX = 'display: block; width: 300px; height: 32px; font: 16px monospace; overflow: hidden';

const anchor = (at, name, attribute = 'href') =>
  el('a', { [attribute]: at(name).url('x.html'), style: BOX }, name);

/**
 * A page of links of every kind, in every place, that a reader of it can point at and press. Each has a host of its
 * own; none is covered or inert.
 *
 * @param {(name: string) => import('./vectors.mjs').At} at
 */
export function linkingEvents(at) {
  const number = counting();
  const late = number(el('a', { style: BOX }, 'late'));
  const framed = number(el('iframe', { style: 'width: 310px; height: 40px; border: 0' }));
  const inShadow = number(el('iframe', { style: 'width: 310px; height: 40px; border: 0' }));
  const host = number(el('div', {}));
  host.isShadowHost = true;
  const drawing = svg(
    'svg',
    { width: '300', height: '32', style: 'display: block' },
    svg('a', { 'xlink:href': at('svg-xlink').url('x.html') }, svg('rect', { width: '90', height: '32' })),
    svg(
      'a',
      { href: at('svg-href').url('x.html') },
      svg('rect', { x: '100', width: '90', height: '32', fill: 'red' }),
    ),
    svg(
      'a',
      { href: '#', id: 'moved' },
      svg('set', { attributeName: 'href', to: at('svg-animated').url('x.html') }),
      svg('rect', { x: '200', width: '90', height: '32', fill: 'blue' }),
    ),
  );
  const body = [
    anchor(at, 'link'),
    anchor(at, 'upper', 'HREF'),
    el(
      'p',
      { style: BOX },
      el('img', { src: 'data:,', usemap: '#map', width: '300', height: '32', alt: 'area' }),
      el(
        'map',
        { name: 'map' },
        el('area', { href: at('area').url('x.html'), shape: 'rect', coords: '0,0,300,32' }),
      ),
    ),
    drawing,
    el('math', { style: BOX }, el('mtext', { href: at('formula').url('x.html') }, 'formula')),
    el('p', { style: BOX, contenteditable: '' }, anchor(at, 'editable')),
    el('details', { open: '' }, el('summary', {}, anchor(at, 'summary'))),
    el('label', { style: BOX }, anchor(at, 'label'), el('input', { type: 'checkbox' })),
  ].map(number);
  const page = (frame, name) => {
    const rootId = frame.id + 1000;
    const inner = number({
      type: 0,
      childNodes: [el('html', {}, el('head'), el('body', { style: 'margin: 0' }, anchor(at, name)))],
    });
    return { parentId: frame.id, nextId: null, node: { ...inner, rootId } };
  };
  const adds = [
    { parentId: host.id, nextId: null, node: { ...number(anchor(at, 'shadow')), isShadow: true } },
    { parentId: host.id, nextId: null, node: { ...inShadow, isShadow: true } },
  ];
  const mutation = (more) => ({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...more });
  return eventsOf({
    body: [...body, late, framed, host],
    later: [
      mutation({ adds }),
      mutation({ adds: [page(framed, 'framed')], isAttachIframe: true }),
      mutation({ adds: [page(inShadow, 'framed-in-shadow')], isAttachIframe: true }),
      mutation({ attributes: [{ id: late.id, attributes: { href: at('late').url('x.html') } }] }),
    ],
  });
}

/** Runs in the page: the middle of every link of the replayed page, those in frames and shadow roots too, as it is seen. */
export function placesOfLinks() {
  const player = document.querySelector('portable-replay');
  const frame = player.shadowRoot.querySelector('.page:not(.standby) iframe');
  const box = frame.getBoundingClientRect();
  const scale = box.width / frame.offsetWidth;
  const places = [];
  const look = (root, left, top) => {
    for (const element of root.querySelectorAll('*')) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const isLink = ['a', 'area', 'mtext'].includes(element.localName);
      // What has no box of its own is pressed in what is in it.
      const at =
        element.localName === 'area' ? root.querySelector('img') : (element.lastElementChild ?? element);
      const target = isLink ? at.getBoundingClientRect() : null;
      if (target && target.width > 0)
        places.push([
          box.x + (left + target.x + target.width / 2) * scale,
          box.y + (top + target.y + target.height / 2) * scale,
        ]);
      if (element.shadowRoot) look(element.shadowRoot, left, top);
      if (element.localName === 'iframe' && width > 0 && height > 0)
        look(element.contentDocument, left + x, top + y);
    }
  };
  look(frame.contentDocument, 0, 0);
  return places;
}

/** The same links as a page that nobody protects. */
export function plainLinks(at) {
  return `<!doctype html><title>Links</title><a href="${at('plain').url('x.html')}" style="${BOX}">plain</a>`;
}
