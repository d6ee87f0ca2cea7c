import { expect } from 'chai';
import { drawn, FIRST_SYNTHETIC, flat, outline, styleOf } from './shapes.ts';

const place = { id: 40, x: 3, y: 4, width: 50, height: 60 };
const PLACED = 'width: 50px;height: 60px;position: fixed;left: 3px;top: 4px;';

describe('views of a mobile recording', () => {
  it('draws a box where it is on the screen', () => {
    const node = drawn({ ...place, type: 'div' });
    expect(node).to.deep.include({ type: 2, id: 40, tagName: 'div', childNodes: [] });
    expect(node.attributes).to.deep.equal({
      'data-rrweb-id': 40,
      'style': `${PLACED}overflow:hidden;white-space:nowrap;`,
    });
  });

  it('takes a view without a type for a box, and one without a place for one in the corner', () => {
    expect(styleOf(drawn({ id: 40, width: '100vw' }))).to.equal(
      'width: 100vw;position: fixed;left: 0px;top: 0px;overflow:hidden;white-space:nowrap;',
    );
  });

  const styles: readonly [style: object, css: string][] = [
    [{ backgroundColor: '#123456', color: 'red' }, `background-color: #123456;color: red;${PLACED}`],
    [
      { borderWidth: '2', borderRadius: '3px' },
      `border-width: 2px;border-radius: 3px;border-style: solid;${PLACED}`,
    ],
    [
      { borderWidth: 0, borderColor: 'red' },
      `border-width: 0px;border-color: red;border-style: solid;${PLACED}`,
    ],
    [{ verticalAlign: 'bottom' }, `${PLACED}align-items: flex-end;display: flex;`],
    [
      { verticalAlign: 'top', horizontalAlign: 'right' },
      `${PLACED}align-items: flex-start;justify-content: flex-end;display: flex;`,
    ],
    [{ paddingTop: 1, paddingLeft: '2px' }, `${PLACED}padding-left: 2px;padding-top: 1px;`],
    [{ fontSize: '12px', fontFamily: 'serif' }, `${PLACED}font-size: 12px;font-family: serif;`],
    [
      { backgroundImage: 'AA\r\nBB', backgroundSize: 'cover' },
      `background-image: url('data:image/png;base64,AABB');background-size: cover;background-repeat: no-repeat;${PLACED}`,
    ],
    [
      { backgroundImage: "url('data:image/webp;base64,AA')" },
      `background-image: url('data:image/webp;base64,AA');background-size: contain;background-repeat: no-repeat;${PLACED}`,
    ],
    [{ color: 'red;position:static', fontSize: '1px}', backgroundImage: null, borderColor: '' }, PLACED],
  ];
  for (const [style, css] of styles) {
    it(`writes ${JSON.stringify(style)} as CSS`, () => {
      expect(styleOf(drawn({ ...place, type: 'rectangle', style }))).to.equal(css);
    });
  }

  it('puts the text into its box', () => {
    const node = drawn({ ...place, type: 'text', text: 'Hello' });
    expect(outline(node)).to.deep.equal(['div', 'Hello']);
    expect(node.childNodes![0]!.id).to.be.at.least(FIRST_SYNTHETIC);
    expect(styleOf(node)).to.equal(`${PLACED}overflow:hidden;white-space:normal;`);
    expect(outline(drawn({ ...place, type: 'text', text: null }))).to.deep.equal(['div']);
  });

  it('draws images and marks those of the whole screen', () => {
    const base64 = 'data:image/webp;base64,AA';
    const attributes = { 'data-rrweb-id': 40, 'src': base64, 'width': 50, 'height': 60, 'style': PLACED };
    const image = drawn({ ...place, type: 'image', base64 });
    expect(image).to.deep.include({ tagName: 'img', attributes });
    expect(drawn({ ...place, type: 'screenshot', base64 }).attributes).to.deep.equal({
      ...attributes,
      'data-posthog-screenshot': 'true',
    });
    expect(drawn({ ...place, type: 'image', base64: 'http://x.test/a.png' }).attributes).to.include({
      src: 'data:image/png;base64,http://x.test/a.png',
    });
  });

  const placeholders: readonly [wireframe: object, word: string][] = [
    [{ type: 'image' }, 'image'],
    [{ type: 'screenshot', base64: '' }, 'screenshot'],
    [{ type: 'placeholder', label: 'Video' }, 'Video'],
    [{ type: 'placeholder' }, 'placeholder'],
    [{ type: 'web_view', url: 'https://x.test/' }, 'https://x.test/'],
    [{ type: 'web_view' }, 'web_view'],
  ];
  for (const [wireframe, word] of placeholders) {
    it(`stands "${word}" in for ${JSON.stringify(wireframe)}`, () => {
      const node = drawn({ ...place, ...wireframe });
      expect(outline(node)).to.deep.equal(['div', word]);
      expect(styleOf(node)).to.match(
        /^background-color: #f3f4ef;background-image: url\("data:image\/svg\+xml,[^"]+"\);background-size: auto;background-repeat: unset;color: #f3f4ef;/,
      );
      expect(styleOf(node)).to.contain(PLACED).and.to.contain('align-items:safe center;');
    });
  }

  it('keeps the views inside of a view, and leaves unknown types out with all inside', () => {
    const childWireframes = [
      { id: 41, type: 'text', text: 'a' },
      { id: 42, type: 'hologram', childWireframes: [{ id: 43, type: 'div' }] },
      { id: 44, type: 'input', childWireframes: [{ id: 45, type: 'div' }] },
      'x',
      { id: 46, type: 'rectangle', childWireframes: [{ id: 47, type: 'text', text: 'b' }] },
    ];
    const node = drawn({ ...place, type: 'div', childWireframes });
    expect(outline(node)).to.deep.equal(['div', ['div', 'a'], ['div', ['div', 'b']]]);
  });

  it('leaves out what is nested beyond all measure', () => {
    let wireframe: object = { id: 20, type: 'div' };
    for (let i = 1; i < 5000; i++) wireframe = { id: 20 + i, type: 'div', childWireframes: [wireframe] };
    expect(flat(drawn({ ...wireframe })).length).to.equal(201);
  });
});
