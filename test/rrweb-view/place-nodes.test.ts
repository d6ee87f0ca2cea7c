import { expect } from '@open-wc/testing';
import { Replayer } from '@rrweb/replay';
import { placeNodes } from '../../src/rrweb-view/patches/place-nodes.ts';
import { methodOf } from '../../src/rrweb-view/patches/replayer-parts.ts';
import { el, htmlPage, mutation, text } from '../cases/recording.ts';

const EVENTS = [
  { type: 4, timestamp: 1, data: { href: 'https://x.test/', width: 10, height: 10 } },
  { type: 3, timestamp: 2, data: { source: 3, id: 1, x: 0, y: 0 } },
] as const;

describe('placeNodes', () => {
  let root: HTMLElement;
  let replayer: Replayer;
  beforeEach(() => {
    root = document.body.appendChild(document.createElement('div'));
    replayer = new Replayer([...EVENTS], { root, showWarning: false, useVirtualDom: false });
    placeNodes(replayer);
    const node = htmlPage([el(20, 'p', {}, [text(21, 'first')])]);
    call('rebuildFullSnapshot', { type: 2, timestamp: 1, data: { node } }, true);
  });
  afterEach(() => {
    replayer.destroy();
    root.remove();
  });

  const call = (name: string, ...given: unknown[]) => methodOf(replayer, name).apply(replayer, given);
  const apply = (changes: Parameters<typeof mutation>[0]) => call('applyMutation', mutation(changes), true);
  const words = () =>
    [...replayer.iframe.contentDocument!.body.children].map(({ textContent }) => textContent);

  it('asks for a node that is not there no more than it has to', () => {
    const mirror = replayer.getMirror();
    const getNode = methodOf(mirror, 'getNode');
    let asked = 0;
    mirror.getNode = (id) => {
      if (id === 999) asked++;
      return getNode.call(mirror, id) as Node | null;
    };
    apply({
      adds: [
        { parentId: 5, nextId: 999, node: el(30, 'p') },
        { parentId: 30, nextId: null, node: text(31, 'second') },
      ],
    });
    expect(words()).to.deep.equal(['first', 'second']);
    expect(asked).to.be.lessThan(10);
  });

  it('finds a place that the same event takes away gone', () => {
    apply({
      removes: [{ parentId: 5, id: 20 }],
      adds: [
        { parentId: 5, nextId: 20, node: el(30, 'p') },
        { parentId: 30, nextId: null, node: text(31, 'second') },
      ],
    });
    expect(words()).to.deep.equal(['second']);
  });

  it('builds a node that has changed in the place of the one of its number, and what comes into it', () => {
    apply({
      adds: [
        { parentId: 5, nextId: null, node: el(20, 'h1') },
        { parentId: 20, nextId: null, node: text(21, 'first') },
      ],
    });
    expect(words()).to.deep.equal(['first']);
    expect(replayer.getMirror().getNode(20)?.nodeName).to.equal('H1');
  });

  it('puts nothing into a part of the page that has made room', () => {
    apply({ adds: [{ parentId: 21, nextId: null, node: el(20, 'h1') }] });
    expect(words()).to.deep.equal([]);
  });
});
