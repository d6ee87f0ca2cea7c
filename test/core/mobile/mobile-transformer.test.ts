import { expect } from 'chai';
import { MobileTransformer, screenSizeOf } from '../../../src/core/mobile/mobile-transformer.ts';
import { bodyOf, FIRST_SYNTHETIC, flat, mutation, mutationOf, outline, snapshot, styleOf } from './shapes.ts';
import type { AnyNode } from './shapes.ts';

const DIV = { id: 40, type: 'div', width: 10, height: 20 };
const SCREENSHOT = { id: 41, type: 'screenshot', width: 390, height: 844, base64: 'AA' };
const STATUS = { id: 50, type: 'status_bar', style: { backgroundColor: '#111' } };
const NAVIGATION = { id: 51, type: 'navigation_bar', style: { backgroundColor: '#eeeeee' } };
const keyboard = (payload: object) => ({ type: 5, timestamp: 2, data: { tag: 'keyboard', payload } });
const WEB_PAGE = { type: 2, timestamp: 1, data: { node: { type: 0, id: 1, childNodes: [] } } };

/** A transformer that saw a full snapshot with wireframes. */
function onPage(...wireframes: unknown[]): MobileTransformer {
  const transformer = new MobileTransformer();
  transformer.transform(snapshot(...wireframes));
  return transformer;
}

describe('MobileTransformer', () => {
  it('makes a document of wireframes, and leaves the event as it was', () => {
    const event = { ...snapshot(DIV), windowId: 'w' };
    const before = structuredClone(event);
    const transformer = new MobileTransformer();
    expect(transformer.isMobile).to.be.false;
    const page = transformer.transform(event);
    expect(transformer.isMobile).to.be.true;
    expect(event).to.deep.equal(before);
    expect(page).to.include({ type: 2, timestamp: 1000, windowId: 'w' });
    const { node, initialOffset } = page['data'] as { node: AnyNode; initialOffset: object };
    expect(initialOffset).to.deep.equal({ top: 0, left: 0 });
    expect(node).to.deep.include({ type: 0, id: 1 });
    expect(node.childNodes![0]).to.deep.equal({ type: 1, id: 2, name: 'html', publicId: '', systemId: '' });
    expect(node.childNodes![1]!.childNodes!.map(({ id, tagName }) => [id, tagName])).to.deep.equal([
      [4, 'head'],
      [5, 'body'],
    ]);
    expect(bodyOf(page).map(({ id }) => id)).to.deep.equal([40, 9, 7, 11]);
  });

  it('gives web recordings back as they are', () => {
    const transformer = new MobileTransformer();
    const events = [
      { type: 4, timestamp: 1, data: { href: 'https://x.test/', width: 1, height: 2 } },
      WEB_PAGE,
      { type: 3, timestamp: 2, data: { source: 2, type: 2, id: 0 } },
      { type: 3, timestamp: 2, data: { source: 0, removes: [{ parentId: 1, id: 7 }] } },
      keyboard({ open: true }),
      { type: 5, timestamp: 2, data: { tag: 'other', payload: {} } },
      { type: 6, timestamp: 2 },
    ];
    for (const event of events) expect(transformer.transform(event)).to.equal(event);
    expect(transformer.isMobile).to.be.false;
  });

  it('leaves the keyboard events of a web recording alone whose page is still packed', () => {
    const transformer = new MobileTransformer();
    transformer.transform({ type: 2, timestamp: 1, data: 'packed' });
    const event = keyboard({ open: true });
    expect(transformer.transform(event)).to.equal(event);
  });

  it('knows ids that come twice, ids that cannot be used, and no ids', () => {
    const ids = [40, 40, 5, -1, 1.5, 2 ** 60, '7', null, undefined, 0];
    const page = onPage().transform(snapshot(...ids.map((id) => ({ id, type: 'div' }))));
    const nodes = bodyOf(page).slice(0, -3);
    expect(nodes[0]!.id).to.equal(40);
    expect(nodes.slice(1).every(({ id }) => id >= FIRST_SYNTHETIC)).to.be.true;
    expect(new Set(nodes.map(({ id }) => id)).size).to.equal(ids.length);
  });

  it('counts every node of the tree once', () => {
    const { node } = new MobileTransformer().transform(snapshot(DIV, SCREENSHOT))['data'] as {
      node: AnyNode;
    };
    const ids = flat(node).map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('never uses an id of its own again', () => {
    const transformer = new MobileTransformer();
    const text = { id: 40, type: 'text', text: 'a' };
    const [first, second] = [1, 2].map(() => bodyOf(transformer.transform(snapshot(text)))[0]!);
    expect(first!.id).to.equal(second!.id);
    expect(first!.childNodes![0]!.id).not.to.equal(second!.childNodes![0]!.id);
  });

  it('draws the bars above all, with colours that can be read', () => {
    const childWireframes = [STATUS, { id: 42, type: 'text', text: 'a' }, NAVIGATION];
    const page = onPage().transform(snapshot({ ...DIV, childWireframes }));
    const [app, , navigation, status] = bodyOf(page);
    expect(outline(app!)).to.deep.equal(['div', ['div', 'a']]);
    expect(outline(navigation!)).to.deep.equal(['div', ['div', ['div', '◀'], ['div', '⚪'], ['div', '⬜️']]]);
    const clock = new Date(1000);
    const time = [clock.getHours(), clock.getMinutes()]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    expect(outline(status!)).to.deep.equal(['div', ['div', ['div'], ['div', time]]]);
    expect(styleOf(navigation!.childNodes![0])).to.contain('color: black;');
    expect(styleOf(status!.childNodes![0])).to.contain('color: white;');
    expect([navigation!.childNodes![0]!.id, status!.childNodes![0]!.id]).to.deep.equal([51, 50]);
  });

  it('takes the first bar of a tree, and that of a later tree before it', () => {
    const bar = (id: number | undefined) => ({ id, type: 'status_bar' });
    const tree = (...ids: number[]) => ({ type: 'div', childWireframes: ids.map(bar) });
    const idOf = (...wireframes: object[]) =>
      bodyOf(onPage().transform(snapshot(...wireframes))).at(-1)!.childNodes![0]!.id;
    expect(idOf(tree(60, 61))).to.equal(60);
    expect(idOf(tree(60), tree(61, 62))).to.equal(61);
    expect(idOf(bar(undefined))).to.equal(12);
  });

  it('fills in the address of a Meta event', () => {
    const meta = { type: 4, timestamp: 1, data: { width: 390, height: 844 } };
    expect(new MobileTransformer().transform(meta)['data']).to.deep.equal({ ...meta.data, href: '' });
  });

  it('gives touches to the body whatever pointer they are of', () => {
    const transformer = onPage(DIV);
    for (const id of [0, 1, 40]) {
      const touch = { type: 3, timestamp: 2, data: { source: 2, type: 7, id, x: 1, y: 2 } };
      expect(transformer.transform(touch)['data']).to.deep.equal({ ...touch.data, id: 5 });
    }
    const positions = [0, 3].map((id) => ({ id, x: 1, y: 2, timeOffset: 0 }));
    const moved = transformer.transform({ type: 3, timestamp: 2, data: { source: 6, positions } });
    expect(moved['data']).to.deep.equal({
      source: 6,
      positions: positions.map((one) => ({ ...one, id: 5 })),
    });
  });

  it('makes a page of a screenshot that comes before any', () => {
    for (const list of ['adds', 'updates']) {
      const transformer = new MobileTransformer();
      const event = mutation({ [list]: [{ wireframe: DIV }, { wireframe: SCREENSHOT }] });
      const page = transformer.transform({ ...event, windowId: 'w' });
      expect(page).to.include({ type: 2, timestamp: 1000, windowId: 'w' });
      expect(bodyOf(page).map(({ id }) => id)).to.deep.equal([41, 9, 7, 11]);
      expect(screenSizeOf(page)).to.deep.equal({ width: 390, height: 844 });
      expect(transformer.isMobile).to.be.true;
      expect(transformer.transform(event)['type']).to.equal(3);
    }
  });

  it('opens the keyboard at the bottom in the colours of the navigation bar, and closes it', () => {
    const transformer = onPage(DIV, NAVIGATION);
    const opened = transformer.transform(keyboard({ open: true, height: 300 }));
    expect(opened['type']).to.equal(3);
    const { adds, removes } = mutationOf(opened);
    expect(removes).to.deep.equal([]);
    expect(adds.map(({ parentId, nextId, node }) => [parentId, nextId, node.id === 10])).to.deep.equal([
      [9, null, true],
      [10, null, false],
    ]);
    expect(adds[1]!.node.textContent).to.equal('keyboard');
    const style = styleOf(adds[0]!.node);
    expect(style).to.contain('background-color: #eeeeee;').and.to.contain('color: black;');
    expect(style).to.contain('width: 100vw;height: 300px;bottom: 0;position: fixed;');
    const again = mutationOf(transformer.transform(keyboard({ open: true })));
    expect(again.removes).to.deep.equal([{ parentId: 9, id: 10 }]);
    const closed = mutationOf(transformer.transform(keyboard({ open: false })));
    expect(closed).to.deep.equal({
      source: 0,
      adds: [],
      removes: [{ parentId: 9, id: 10 }],
      texts: [],
      attributes: [],
    });
  });

  it('puts the keyboard where it says it is', () => {
    const { adds } = mutationOf(onPage(DIV).transform(keyboard({ open: true, x: 5, y: 500.5, width: 380 })));
    expect(styleOf(adds[0]!.node)).to.contain('width: 380px;position: fixed;left: 5px;top: 500.5px;');
  });

  it('knows a keyboard before the first page', () => {
    expect(new MobileTransformer().transform(keyboard({ open: true }))['type']).to.equal(3);
    const other = keyboard({ open: 'yes' });
    expect(new MobileTransformer().transform(other)).to.equal(other);
  });
});

describe('screenSizeOf', () => {
  const sizeOf = (...wireframes: unknown[]) =>
    screenSizeOf(new MobileTransformer().transform(snapshot(...wireframes)));

  it('is that of the screenshot, else the largest of the views', () => {
    const large = { ...DIV, width: 900, height: 20 };
    expect(sizeOf(large, SCREENSHOT)).to.deep.equal({ width: 390, height: 844 });
    expect(sizeOf(large, { ...DIV, id: 43, width: 20, height: 300.5 })).to.deep.equal({
      width: 900,
      height: 300.5,
    });
  });

  it('is null where nothing tells', () => {
    expect(sizeOf()).to.be.null;
    expect(sizeOf({ ...DIV, width: '100vw' })).to.be.null;
    expect(screenSizeOf({})).to.be.null;
    expect(screenSizeOf(WEB_PAGE)).to.be.null;
  });
});
