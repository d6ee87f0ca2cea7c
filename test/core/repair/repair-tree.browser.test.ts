import { expect } from '@open-wc/testing';
import { Replayer } from '@rrweb/replay';
import type { ReplayEvent } from '../../../src/core/recording.ts';
import { isNode, repairTree } from '../../../src/core/repair/repair-tree.ts';
import { nodeIdOf, nodesOf, type SerializedNode } from '../../../src/core/rrweb/serialized-node.ts';

const FINE = { duplicates: 0, tooDeep: 0, invalid: 0, cut: 0 };

const documentOf = (...childNodes: unknown[]) => ({ type: 0, id: 1, childNodes });
const element = (id: unknown, tagName: unknown = 'div', fields: object = {}): SerializedNode => ({
  type: 2,
  id,
  tagName,
  attributes: {},
  childNodes: [],
  ...fields,
});
const text = (id: unknown, textContent: unknown = 'text') => ({ type: 3, id, textContent });
/** A page with things in its body. */
const pageOf = (...childNodes: unknown[]) =>
  documentOf(element(2, 'html', { childNodes: [element(3, 'body', { childNodes })] }));

/** What the replay core makes of a page; throws what it throws. */
function build(node: unknown): { html: string; ids: number[] } {
  const root = document.body.appendChild(document.createElement('div'));
  const meta = { type: 4, timestamp: 1, data: { href: 'https://x.test/', width: 10, height: 10 } };
  const page = {
    type: 2,
    timestamp: 1,
    data: { node, initialOffset: { top: 0, left: 0 } },
  } as unknown as ReplayEvent;
  const replayer = new Replayer([meta, { type: 3, timestamp: 2, data: { source: 3, id: 1, x: 0, y: 0 } }], {
    root,
    showWarning: false,
    useVirtualDom: false,
  });
  try {
    const rebuild: unknown = Reflect.get(replayer, 'rebuildFullSnapshot');
    if (typeof rebuild !== 'function') throw new Error('The core has changed');
    Reflect.apply(rebuild, replayer, [page, true]);
    const html = replayer.iframe.contentDocument?.documentElement.outerHTML ?? '';
    return { html, ids: replayer.getMirror().getIds() };
  } finally {
    replayer.destroy();
    root.remove();
  }
}

function idsOf(root: unknown): unknown[] {
  return [...nodesOf(root)].map(({ id }) => id);
}

function expectUnique(root: unknown): number[] {
  const ids = idsOf(root);
  expect(ids.every((id) => typeof id === 'number' && Number.isFinite(id))).to.be.true;
  expect(new Set(ids).size).to.equal(ids.length);
  return ids as number[];
}

function expectBuildable(root: unknown): void {
  expect(build(root).ids).to.include.members(expectUnique(root));
}

describe('repairTree', () => {
  it('leaves a page as it is', () => {
    const page = documentOf(
      { type: 1, id: 4, name: 'html', publicId: '-//W3C//DTD', systemId: '' },
      { type: 5, id: 5, textContent: 'a comment' },
      element(2, 'html', {
        childNodes: [
          element(6, 'head', {
            childNodes: [element(7, 'title', { childNodes: [text(8)] })],
          }),
          element(9, 'body', {
            attributes: { class: 'a', rr_scrollTop: 12, checked: true, gone: null },
            childNodes: [
              element(10, 'my-element', {
                isShadowHost: true,
                isCustom: true,
                childNodes: [element(11, 'b', { isShadow: true })],
              }),
              element(12, 'svg', {
                isSVG: true,
                childNodes: [element(13, 'linearGradient', { isSVG: true })],
              }),
              element(14, 'video', {
                attributes: { rr_mediaState: 'paused', rr_mediaVolume: 0.5, rr_mediaMuted: true },
              }),
              element(15, 'iframe', { rootId: 1, needBlock: true }),
              element(16, 'svg:rect', { isSVG: true }),
            ],
          }),
        ],
      }),
    );
    const before = structuredClone(page);
    expect(repairTree(page)).to.deep.equal(FINE);
    expect(page).to.deep.equal(before);
    expectBuildable(page);
  });

  describe('numbers', () => {
    it('gives nodes that share one numbers of their own, the first in the page keeps it', () => {
      const page = pageOf(element(3), text(3), element(9, 'p', { childNodes: [text(9), text(2)] }), text(10));
      expect(repairTree(page)).to.deep.equal({ ...FINE, duplicates: 4 });
      expect(idsOf(page).filter((id) => Number(id) < 100)).to.deep.equal([1, 2, 3, 9, 10]);
      expectBuildable(page);
    });

    it('gives none that is in the page already', () => {
      const taken = 2 ** 45;
      const page = pageOf(
        ...[0, 1, 2, 5, 3].map((i) => element(taken + i)),
        element(3),
        element(3),
        element(taken + 4),
      );
      repairTree(page);
      expectBuildable(page);
    });

    it('reads those that are written as text', () => {
      const page = documentOf(element('2', 'html', { rootId: '1', childNodes: [text(' 7 ')] }));
      repairTree(page);
      expect(idsOf(page)).to.deep.equal([1, 2, 7]);
      expect([...nodesOf(page)][1]).to.have.property('rootId', 1);
    });

    it('finds a number as text to be that of another node', () => {
      const page = pageOf(text(7), text('7'));
      expect(repairTree(page).duplicates).to.equal(1);
      expectBuildable(page);
    });

    it('gives the outermost node one if it has none', () => {
      for (const id of [undefined, null, 'x', NaN, {}]) {
        const page = { ...documentOf(element(0, 'html')), id };
        repairTree(page);
        expectBuildable(page);
      }
    });

    it('takes out a root that is none', () => {
      const page = documentOf(element(2, 'html', { rootId: { a: 1 } }));
      repairTree(page);
      expect([...nodesOf(page)][1]).not.to.have.property('rootId');
    });

    it('counts those of other trees as taken', () => {
      const seen = new Set([5]);
      const page = pageOf(text(5), text(6));
      expect(repairTree(page, seen).duplicates).to.equal(1);
      expect(seen.has(6)).to.be.true;
      expect(idsOf(page)).not.to.include(5);
    });
  });

  it('cuts off what is nested too deeply for a browser', () => {
    let inner = element(10_010);
    for (let id = 10_009; id > 3; id--) inner = element(id, 'div', { childNodes: [inner] });
    const page = pageOf(inner);
    expect(repairTree(page).tooDeep).to.equal(1);
    expect(idsOf(page)).to.have.length.within(200, 300);
    expectBuildable(page);
  });

  it('copes with a list of a hundred thousand children', () => {
    const page = pageOf(...Array.from({ length: 100_000 }, (_, i) => text(i % 2 === 0 ? i : 4)));
    expect(repairTree(page).duplicates).to.be.greaterThan(49_000);
    expect(new Set(idsOf(page)).size).to.equal(100_003);
  });

  describe('takes out what is no node', () => {
    const cases: readonly [title: string, node: unknown][] = [
      ['null', null],
      ['a string', 'div'],
      ['a list', [element(20)]],
      ['an unknown type', { type: 6, id: 20 }],
      ['a negative type', { type: -1, id: 20 }],
      ['half a type', { type: 2.5, id: 20, tagName: 'div' }],
      ['a type as text', { type: '2', id: 20, tagName: 'div' }],
      ['no type', { id: 20 }],
      ['no number', { type: 3, textContent: '' }],
      ['an empty number', text('')],
      ['an infinite number', text('Infinity')],
      ['a list for a number', text([20])],
      ['an element without a name', { ...element(20), tagName: undefined }],
      ['an element whose name is a number', element(20, 7)],
      ['a document in the page', documentOf()],
      ['a doctype in the page', { type: 1, id: 20, name: 'html', publicId: '', systemId: '' }],
    ];
    for (const [title, node] of cases) {
      it(title, () => {
        const page = pageOf(node, text(30));
        expect(repairTree(page)).to.deep.equal({ ...FINE, invalid: 1 });
        expect(idsOf(page)).to.deep.equal([1, 2, 3, 30]);
        expectBuildable(page);
      });
    }

    const html = element(2, 'html');
    const doctype = { type: 1, id: 5, name: 'html', publicId: '', systemId: '' };
    const roots: readonly [title: string, children: unknown[], kept: number[]][] = [
      ['text beside the root', [html, text(6)], [2]],
      ['a second root', [html, element(6)], [2]],
      ['a second doctype', [doctype, { ...doctype, id: 6 }, html], [5, 2]],
      ['a doctype behind the root', [html, doctype], [2]],
      ['a document in the document', [documentOf(), html], [2]],
    ];
    for (const [title, children, kept] of roots) {
      it(title, () => {
        const page = structuredClone(documentOf(...children));
        expect(repairTree(page)).to.deep.equal({ ...FINE, invalid: 1 });
        expect(idsOf(page).slice(1)).to.deep.equal(kept);
        expectBuildable(page);
      });
    }
  });

  describe('makes buildable', () => {
    const wrong: readonly unknown[] = [undefined, null, true, 7, 'a b', '', [], [1], {}, { toString: 1 }];
    const fields: Readonly<Record<string, () => SerializedNode>> = {
      childNodes: () => element(20),
      attributes: () => element(20),
      isSVG: () => element(20, 'img', { attributes: { rr_dataURL: 'data:,' } }),
      isCustom: () => element(20),
      isShadowHost: () => element(20, 'img'),
      isShadow: () => element(20),
      rootId: () => element(20),
      needBlock: () => element(20),
      textContent: () => text(20),
    };
    for (const [field, make] of Object.entries(fields)) {
      it(`a node whose ${field} is of the wrong kind`, () => {
        for (const value of wrong) {
          const page = pageOf({ ...make(), [field]: value });
          repairTree(page);
          expect(idsOf(page)).to.deep.equal([1, 2, 3, 20]);
          expectBuildable(page);
        }
      });
    }

    for (const field of ['name', 'publicId', 'systemId']) {
      it(`a doctype whose ${field} is of the wrong kind`, () => {
        for (const value of [...wrong, '<', '1']) {
          const page = documentOf({ type: 1, id: 5, name: 'html', [field]: value }, element(2, 'html'));
          repairTree(page);
          expectBuildable(page);
        }
      });
    }

    it('a document whose childNodes are none', () => {
      for (const value of wrong) {
        const page = { type: 0, id: 1, compatMode: 'BackCompat', childNodes: value };
        repairTree(page);
        expectBuildable(page);
        expect(build(page).html).to.contain('<html');
      }
    });

    it('an element with a name that is none', () => {
      for (const tagName of ['', ' ', 'a b', '1st', '<p>', 'p"', 'é', '-x', '\u0000', 'a'.repeat(9) + '/']) {
        for (const isSVG of [true, false]) {
          const page = pageOf(element(20, tagName, { isSVG, childNodes: [text(21, 'inside')] }));
          expect(repairTree(page)).to.deep.equal(FINE);
          expect(build(page).html, tagName).to.contain('inside');
        }
      }
    });

    it('an element with a name that every object has', () => {
      for (const tagName of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
        for (const isSVG of [true, false]) {
          const page = pageOf(element(20, tagName, { isSVG, childNodes: [text(21, 'inside')] }));
          expect(repairTree(page)).to.deep.equal(FINE);
          expect(build(page).html, tagName).to.contain('inside');
        }
      }
    });

    it('fields that go by the name of what a form or a document is asked for', () => {
      const names = ['appendChild', 'removeChild', 'childNodes', 'nodeName', 'getElementsByTagName', 'head'];
      for (const attribute of ['name', 'id', 'NAME']) {
        const fields = names.flatMap((name, i) =>
          ['input', 'IMG', 'object', 'form'].map((tagName, j) =>
            element(100 + 10 * i + j, tagName, { attributes: { [attribute]: name, title: name } }),
          ),
        );
        const page = pageOf(
          element(20, 'form', { childNodes: [...fields, text(21, 'behind')] }),
          ...fields.map((field) => ({ ...field, id: Number(field['id']) + 100 })),
        );
        repairTree(page);
        expect(build(page).html).to.contain('behind').and.contain('title="nodeName"');
        expectBuildable(page);
      }
    });

    it('fields by any other name, which they keep', () => {
      const attributes = { name: 'email', id: 'form-email' };
      const page = pageOf(
        element(20, 'input', { attributes }),
        element(21, 'p', { attributes: { id: 'body' } }),
      );
      repairTree(page);
      expect([...nodesOf(page)].slice(3)).to.deep.include.members([
        element(20, 'input', { attributes }),
        element(21, 'p', { attributes: { id: 'body' } }),
      ]);
    });

    it('an element of SVG with an odd prefix', () => {
      for (const tagName of ['xml:a', 'a:b:c', ':a', 'a:']) {
        const page = pageOf(element(20, tagName, { isSVG: true }));
        repairTree(page);
        expectBuildable(page);
      }
    });

    it('a custom element with a name that is none', () => {
      for (const tagName of ['div', 'font-face', 'annotation-xml', 'X-Y', 'x', '-x', 'x-y:z']) {
        const page = pageOf(element(20, tagName, { isCustom: true, isShadowHost: true }));
        repairTree(page);
        expectBuildable(page);
      }
    });

    it('a shadow where no browser allows one, keeping what is in it', () => {
      for (const tagName of ['img', 'input', 'table', 'button', 'svg', 'font-face']) {
        const page = pageOf(
          element(20, tagName, { isShadowHost: true, childNodes: [element(21, 'b', { isShadow: true })] }),
        );
        repairTree(page);
        expectBuildable(page);
      }
    });

    it('CDATA as text', () => {
      const page = pageOf({ type: 4, id: 20, textContent: 'from XML' });
      repairTree(page);
      expect(build(page).html).to.contain('from XML');
    });

    it('attributes of the wrong kind by leaving them out', () => {
      const attributes = { id: 'kept', list: [1], object: {}, n: 5, on: true, off: false, gone: null };
      const page = pageOf(element(20, 'p', { attributes }));
      repairTree(page);
      expect([...nodesOf(page)].at(-1)!['attributes']).to.deep.equal({
        id: 'kept',
        n: 5,
        on: true,
        off: false,
        gone: null,
      });
    });

    it('states of players that no player takes', () => {
      const states = [
        { rr_mediaState: 'paused' },
        { rr_mediaVolume: 5 },
        { rr_mediaVolume: -1 },
        { rr_mediaPlaybackRate: 1000 },
        { rr_mediaPlaybackRate: 0 },
        { rr_mediaCurrentTime: 'soon' },
        { rr_mediaMuted: {} },
      ];
      for (const attributes of states) {
        for (const tagName of ['div', 'video']) {
          const page = pageOf(element(20, tagName, { attributes, isSVG: false }));
          repairTree(page);
          expectBuildable(page);
        }
        const page = pageOf(element(20, 'video', { attributes, isSVG: true }));
        repairTree(page);
        expectBuildable(page);
      }
    });

    it('whatever else a damaged file may hold', () => {
      for (let seed = 1; seed <= 150; seed++) {
        const page = documentOf(element(2, 'html', { childNodes: [randomNode(randomBy(seed), 0)] }), null);
        repairTree(page);
        expectUnique(page);
        build(page);
      }
    });
  });

  it('takes anything for a tree', () => {
    for (const value of [undefined, null, 7, 'a', [], [element(1)], true]) {
      expect(repairTree(value)).to.deep.equal(FINE);
    }
  });
});

describe('nodeIdOf', () => {
  const cases: readonly [value: unknown, id: number | null][] = [
    [7, 7],
    ['7', 7],
    [-1, -1],
    ['', null],
    [' ', null],
    ['x', null],
    [null, null],
    [undefined, null],
    [NaN, null],
    [[7], null],
    [true, null],
  ];
  for (const [value, id] of cases) {
    it(`is ${id} for ${JSON.stringify(value)}`, () => expect(nodeIdOf(value)).to.equal(id));
  }
});

describe('isNode', () => {
  it('asks for a type, a number and the name of an element', () => {
    expect(isNode(element('5'))).to.be.true;
    expect(isNode(text(5))).to.be.true;
    expect(isNode({ type: 2, id: 5 })).to.be.false;
    expect(isNode({ type: 9, id: 5 })).to.be.false;
    expect(isNode(null)).to.be.false;
  });
});

/** Numbers from 0 to 1 that look random and are the same each time. */
function randomBy(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const TAGS = [
  'div',
  'img',
  'svg',
  'video',
  'style',
  'link',
  'textarea',
  'canvas',
  'x-y',
  'iframe',
  'option',
  '<',
  'INPUT',
];
const NAMES = [
  'value',
  'rr_dataURL',
  'rr_width',
  'rr_mediaState',
  'selected',
  'style',
  '"',
  'srcset',
  'xlink:href',
];
const VALUES = [null, true, false, 3, 'url(', 'a{', '', [], {}, 'paused', '0'];
const FIELDS = ['isSVG', 'isCustom', 'isShadowHost', 'isShadow', 'rootId', 'textContent', 'childNodes', 'id'];

function randomNode(random: () => number, depth: number): unknown {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const childNodes = Array.from({ length: depth < 5 ? Math.floor(random() * 5) : 0 }, () =>
    randomNode(random, depth + 1),
  );
  const attributes = Object.fromEntries(
    Array.from({ length: Math.floor(random() * 4) }, () => [pick(NAMES), pick(VALUES)]),
  );
  const odd = Object.fromEntries(
    Array.from({ length: random() < 0.5 ? 1 : 0 }, () => [pick(FIELDS), pick(VALUES)]),
  );
  const type = random() < 0.6 ? 2 : Math.floor(random() * 7);
  return { type, id: Math.floor(random() * 60), tagName: pick(TAGS), attributes, childNodes, ...odd };
}
