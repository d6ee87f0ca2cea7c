import { expect } from 'chai';
import { asRecord } from '../../../src/core/json.ts';
import { SHIELD } from '../../../src/core/hide/hidden-style.ts';
import { placesOf } from './search-export.ts';
import {
  element,
  idOf,
  incremental,
  input,
  type Json,
  mutation,
  page,
  redacted,
  sessionOf,
  text,
} from './session.ts';

const SECRET = 'Marlene Quist';
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const HIDE = { selectors: ['.secret'] };
const secret = (...children: readonly Json[]) => element('div', { class: 'secret' }, ...children);

/** Every node of an export's events by its number; the latest of each. */
function nodesIn(value: unknown, found = new Map<unknown, Json>()): Map<unknown, Json> {
  if (typeof value !== 'object' || value === null) return found;
  const node = value as Json;
  if ('id' in node && ('tagName' in node || 'textContent' in node)) found.set(node['id'], node);
  for (const inner of Object.values(value)) nodesIn(inner, found);
  return found;
}

describe('redactSession, in hidden elements', () => {
  it('keeps the shape of texts and fields', async () => {
    const line = text(`  ${SECRET},\n  aged 42 😀 `);
    const field = element('input', { type: 'text', value: 'a b', placeholder: 'Full name', size: 30 });
    const area = element('textarea', { rows: 3, value: 'two\nlines' });
    const typed = input(1, field, 'a bc', true);
    const { events } = await redacted(sessionOf([...page([secret(line, field, area)]), typed]), HIDE);
    const nodes = nodesIn(events);
    expect(nodes.get(idOf(line))).to.have.property('textContent', '  ******* ******\n  **** ** ** ');
    expect(nodes.get(idOf(field))).to.have.deep.property('attributes', {
      type: 'text',
      value: '***',
      placeholder: '**** ****',
      size: 30,
      style: SHIELD,
    });
    expect(nodes.get(idOf(area))).to.have.deep.property('attributes', {
      rows: 3,
      value: '*********',
      style: SHIELD,
    });
    expect(events[2]?.['data']).to.deep.include({ text: '****', isChecked: false });
  });

  it('keeps what lays an element out and marks where something was hidden', async () => {
    const kept = {
      'width': '20',
      'rr_width': '20px',
      'rr_scrollTop': 12,
      'aria-expanded': 'true',
      'data-state': 'open',
    };
    const style =
      'color: red; background: url("/of/quist-marlene.png") no-repeat; float: left; width:calc(100% - 3.33333333px);' +
      ' font: 12px "Open Sans"; grid-area: quist; height: 41111111111px; margin: 0 auto !important';
    const inner = element('section', {
      ...kept,
      style,
      'class': 'a b quist',
      'id': 'x',
      'title': SECRET,
      'data-who': SECRET,
      'onclick': 'go()',
    });
    const other = element('p', { class: 'quist', id: 'y' });
    const sheet = element('style', {}, text('.a > #x.c, md\\:b {color: red} .b {width: 1.5em}'));
    const { events } = await redacted(sessionOf(page([secret(inner), sheet, other])), HIDE);
    const [, snapshot] = events;
    const nodes = nodesIn(snapshot);
    expect(nodes.get(idOf(inner))?.['attributes']).to.deep.equal({
      ...kept,
      class: 'a b',
      id: 'x',
      style: `float:left;width:calc(100% - 3.333px);margin:0 auto !important;${SHIELD}`,
      title: '******* *****',
    });
    expect(nodes.get(idOf(other))).to.deep.equal(other);
    const marked = [...nodes.values()].filter(
      ({ attributes }) => asRecord(attributes)['data-replay-redacted'] !== undefined,
    );
    expect(marked.map(({ attributes }) => attributes)).to.deep.equal([
      { 'class': 'secret', 'style': SHIELD, 'data-replay-redacted': '' },
    ]);
  });

  it('tells nothing of what was chosen', async () => {
    const box = element('input', { type: 'checkbox', checked: true });
    const option = element('option', { value: 'marlene', selected: true }, text(SECRET));
    const { events } = await redacted(
      sessionOf(page([secret(box, element('select', { value: 'marlene' }, option))])),
      HIDE,
    );
    const nodes = nodesIn(events);
    expect(nodes.get(idOf(box))?.['attributes']).to.deep.equal({ type: 'checkbox', style: SHIELD });
    expect(nodes.get(idOf(option))?.['attributes']).to.deep.equal({ value: '', style: SHIELD });
  });

  it('takes pictures away and leaves their place', async () => {
    const picture = element('img', { src: PIXEL, srcset: `${PIXEL} 1x`, alt: SECRET });
    const remote = element('img', { src: 'https://shop.test/p/4711-marlene.jpg' });
    const inlined = element('img', { src: 'https://shop.test/p.gif', rr_dataURL: PIXEL });
    const canvas = element('canvas', { width: '30', height: '40', rr_dataURL: PIXEL });
    const video = element('video', { src: 'blob:x', poster: PIXEL, rr_mediaState: 'paused' });
    const path = { ...element('path', { d: 'M0 0L4711 1', class: 'qr' }), isSVG: true };
    const svg = { ...element('svg', { viewBox: '0 0 9 9', width: '9', height: '9' }, path), isSVG: true };
    const again = element('img', { src: PIXEL });
    const rule = element('p', { style: `background: url(${PIXEL})` });
    const drawn = incremental(1, {
      source: 9,
      id: idOf(canvas),
      type: 0,
      commands: [{ property: 'fillText', args: [SECRET, 0, 0] }],
    });
    const body = [secret(picture, remote, inlined, canvas, video, svg), again, rule];
    const { json, events } = await redacted(sessionOf([...page(body), drawn]), HIDE);
    const attributesOf = (node: Json) => nodesIn(events).get(idOf(node))?.['attributes'] as Json;
    expect(attributesOf(picture)['src']).to.match(/^data:image\/svg\+xml,.*width='1' height='1'/);
    expect(attributesOf(picture)).not.to.have.property('srcset');
    expect(attributesOf(remote)).to.deep.equal({ style: SHIELD });
    expect(attributesOf(inlined)['rr_dataURL']).to.contain("width='1'");
    expect(attributesOf(canvas)).to.deep.equal({ width: '30', height: '40', style: SHIELD });
    expect(attributesOf(video)).to.deep.equal({ rr_mediaState: 'paused', style: SHIELD });
    expect(attributesOf(svg)).to.deep.equal({
      viewBox: '0 0 9 9',
      width: '9',
      height: '9',
      style: SHIELD,
    });
    expect(attributesOf(path)).to.deep.equal({ class: '', style: SHIELD });
    expect(attributesOf(again)['src']).to.contain("width='1'");
    expect(json).not.to.contain(PIXEL.slice(0, 40));
    expect(events).to.have.lengthOf(2);
  });

  const cases: readonly (readonly [title: string, body: readonly Json[], events: readonly Json[]])[] = [
    ...(() => {
      const box = element('div', {}, text(SECRET));
      return [
        [
          'an element that matches only at the end',
          [box],
          [mutation(9, { attributes: [{ id: idOf(box), attributes: { class: 'secret' } }] })],
        ],
        [
          'an element that matches only at the beginning',
          [{ ...box, attributes: { class: 'secret' } }],
          [
            mutation(1, { attributes: [{ id: idOf(box), attributes: { class: null } }] }),
            mutation(2, { adds: [{ parentId: idOf(box), nextId: null, node: text(SECRET) }] }),
          ],
        ],
      ] as const;
    })(),
    ...(() => {
      const box = secret(text('old'));
      const [old] = box['childNodes'] as readonly Json[];
      const inner = element('b');
      return [
        [
          'what is added',
          [box],
          [
            mutation(1, {
              adds: [
                { parentId: idOf(box), nextId: null, node: inner },
                { parentId: idOf(inner), nextId: null, node: text(SECRET) },
              ],
            }),
          ],
        ],
        ['a text that changes', [box], [mutation(1, { texts: [{ id: old?.['id'], value: SECRET }] })]],
        [
          'an attribute that changes',
          [box],
          [mutation(1, { attributes: [{ id: idOf(box), attributes: { title: SECRET } }] })],
        ],
        [
          'a style that changes',
          [box],
          [
            mutation(1, {
              attributes: [
                {
                  id: idOf(box),
                  attributes: {
                    style: { 'background-image': `url("/${SECRET}")`, '--x': [`"${SECRET}"`, ''] },
                  },
                },
              ],
            }),
          ],
        ],
      ] as const;
    })(),
    ...(() => {
      const inner = text(SECRET);
      const outside = element('p', {}, inner);
      const box = secret();
      const { childNodes: _, ...bare } = outside;
      return [
        [
          'what is moved in',
          [outside, box],
          [
            mutation(1, {
              removes: [{ parentId: 4, id: idOf(outside) }],
              adds: [
                { parentId: idOf(box), nextId: null, node: { ...bare, childNodes: [] } },
                { parentId: idOf(outside), nextId: null, node: inner },
              ],
            }),
          ],
        ],
      ] as const;
    })(),
    ...(() => {
      const frame = element('iframe', { class: 'secret' });
      const node = {
        type: 0,
        id: 7000,
        childNodes: [element('html', {}, element('body', {}, text(SECRET)))],
      };
      const inShadow = { ...element('i', {}, text(SECRET)), isShadow: true };
      return [
        [
          'a document in a frame',
          [frame],
          [mutation(1, { adds: [{ parentId: idOf(frame), nextId: null, node }] })],
        ],
        ['a shadow root', [{ ...secret(inShadow), isShadowHost: true }], []],
      ] as const;
    })(),
    ['a style sheet', [secret(element('style', {}, text(`p::after{content:"${SECRET}"}`)))], []],
    ['a field by its value', [element('input', { class: 'secret', value: SECRET })], []],
    [
      "an old recorder's textarea",
      [element('textarea', { class: 'secret', value: SECRET }, text(SECRET))],
      [],
    ],
  ];
  for (const [title, body, events] of cases) {
    it(`hides ${title}`, async () => {
      const { json } = await redacted(sessionOf([...page(body), ...events]), HIDE);
      expect(placesOf(SECRET, json)).to.deep.equal([]);
    });
  }

  it('hides by what stands beside and inside', async () => {
    const list = element(
      'ul',
      {},
      element('li', {}, text('first one')),
      element('li', {}, text('second one')),
    );
    const label = element('label', {}, text('Name of the owner'));
    const session = sessionOf([
      ...page([list, label]),
      mutation(1, {
        adds: [
          {
            parentId: idOf(list),
            nextId: idOf((list['childNodes'] as Json[])[0] ?? {}),
            node: element('li'),
          },
          { parentId: idOf(label), nextId: null, node: element('b') },
        ],
      }),
    ]);
    const { json } = await redacted(session, { selectors: ['li:nth-child(2)'] });
    // The first one is the second one in the end.
    expect(json).not.to.match(/first one|second one/);
    const other = await redacted(session, { selectors: ['label:has(b)'] });
    expect(other.json).to.contain('first one').and.not.contain('Name of');
  });

  it('hides what waits for the neighbour it stands beside, as with old recorders', async () => {
    const [box, waiting] = [secret(), text(SECRET)];
    const added = (seconds: number, node: Json, nextId: unknown) =>
      mutation(seconds, { adds: [{ parentId: idOf(box), previousId: null, nextId, node }] });
    const session = sessionOf([...page([box]), added(1, waiting, -1), added(2, element('b'), idOf(waiting))]);
    const { json } = await redacted(session, HIDE);
    expect(json).not.to.contain('Marlene');
  });

  it('leaves out nodes that found no place', async () => {
    const orphan = mutation(1, {
      adds: [{ parentId: 99999, nextId: null, node: element('p', { title: SECRET }) }],
      texts: [{ id: 88888, value: SECRET }],
      attributes: [{ id: 77777, attributes: { title: SECRET } }],
    });
    const { json } = await redacted(sessionOf([...page([secret()]), orphan]), HIDE);
    expect(json).not.to.contain('Marlene');
  });

  it('leaves out children that an addition brings and no player shows', async () => {
    const node = element('div', {}, secret(text('Anneliese')), text(SECRET));
    const added = mutation(1, { adds: [{ parentId: 4, nextId: null, node }] });
    const { json } = await redacted(sessionOf([...page([secret(text(SECRET))]), added]), HIDE);
    expect(json).not.to.match(/Marlene|Anneliese/);
  });

  it('looks elsewhere for what several texts make together', async () => {
    const parts = secret(
      element('b', {}, text('Mar')),
      text('len'),
      element('b', {}, text('e Q')),
      text('uis'),
      text('t'),
    );
    const session = sessionOf(page([parts, element('p', { title: SECRET })]));
    const { json } = await redacted(session, HIDE);
    expect(placesOf(SECRET, json)).to.deep.equal([]);
  });

  it('leaves everything else as it is', async () => {
    const other = element('p', { title: 'open' }, text('A menu'));
    const session = sessionOf([
      ...page([secret(text(SECRET)), other]),
      mutation(1, { texts: [{ id: 5, value: 'x' }] }),
    ]);
    const { events } = await redacted(session, HIDE);
    expect(nodesIn(events).get(idOf(other))).to.deep.equal(other);
  });

  it('counts what it hid and tells nothing of it', async () => {
    const session = sessionOf(
      page([secret(text(SECRET), text('Bo')), secret(), element('p', {}, text(SECRET))]),
    );
    const { summary, data, json } = await redacted(session, { selectors: ['.none', '.secret'] });
    expect(summary).to.deep.equal({
      version: 1,
      rules: [
        { rule: 'selectors', index: 0, elements: 0, texts: 0 },
        { rule: 'selectors', index: 1, elements: 2, texts: 1 },
      ],
      places: { text: 1 },
      kinds: {},
      outOfRange: null,
      skipped: 1,
    });
    expect(data['redaction']).to.deep.equal(summary);
    expect(json).not.to.contain('.secret');
  });
});

describe('redactSession, for elements that were picked', () => {
  const pages = (first: Json, second: Json, href = 'https://shop.test/a?x=2') => [
    ...page([element('p'), first], 0, 'https://shop.test/a?x=1'),
    ...page([element('p'), second], 10, href),
  ];

  it('hides them when their page is recorded again, and not on others', async () => {
    const [first, second] = [
      element('div', {}, text('balance 1021')),
      element('div', {}, text('credit 9933')),
    ];
    const elements = [{ windowId: 'w-1', nodeId: idOf(first), time: 3 }];
    const same = await redacted(sessionOf(pages(first, second)), { elements });
    expect(same.json).not.to.match(/balance|credit/);
    expect(same.summary.rules).to.deep.equal([{ rule: 'elements', index: 0, elements: 2, texts: 0 }]);
    const other = await redacted(sessionOf(pages(first, second, 'https://shop.test/b')), { elements });
    expect(other.json).to.contain('credit').and.not.contain('balance');
  });

  it('knows an element by its name where it has moved', async () => {
    const [first, second] = [
      element('div', { id: 'account' }, text('balance 1021')),
      element('div', { id: 'account' }, text('credit 9933')),
    ];
    const session = sessionOf([...page([first]), ...page([element('div'), element('p', {}, second)], 10)]);
    const { json } = await redacted(session, {
      elements: [{ windowId: 'w-1', nodeId: idOf(first), time: 0 }],
    });
    expect(json).not.to.match(/balance|credit/);
  });

  it('takes the number for the page of the moment', async () => {
    const [first, second] = [element('div', {}, text('balance 1021')), element('b', {}, text('credit 9933'))];
    const session = sessionOf(pages(first, { ...second, id: first['id'] }));
    const picked = (time: number) =>
      redacted(session, { elements: [{ windowId: 'w-1', nodeId: idOf(first), time }] });
    expect((await picked(5)).json)
      .to.contain('credit')
      .and.not.contain('balance');
    expect((await picked(10)).json)
      .to.contain('balance')
      .and.not.contain('credit');
  });

  it('takes it for no other when it is not there', async () => {
    const [first, second] = [element('div', {}, text('balance 1021')), element('b', {}, text('credit 9933'))];
    const elements = [{ windowId: 'w-1', nodeId: idOf(second), time: 5 }];
    const { json } = await redacted(sessionOf(pages(first, second)), { elements });
    expect(json).to.contain('balance').and.contain('credit');
  });

  it('takes a text for the element it is in', async () => {
    const inner = text('balance 1021');
    const session = sessionOf(page([element('p', {}, inner)]));
    const { json } = await redacted(session, {
      elements: [{ windowId: 'w-1', nodeId: idOf(inner), time: 0 }],
    });
    expect(json).not.to.contain('balance');
  });
});
