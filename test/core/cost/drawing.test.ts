import { expect } from 'chai';
import { allowanceOf } from '../../../src/core/cost-kinds.ts';
import type { CssRules } from '../../../src/core/cost/css-cutter.ts';
import { DrawingGraph } from '../../../src/core/cost/drawing-graph.ts';
import { costOfPicture } from '../../../src/core/cost/svg-cost.ts';

const most = allowanceOf(1);
const rules: CssRules = {
  most: (kind) => most[kind],
  over: new Set(),
  note: () => undefined,
  picture: (address) => costOfPicture(address, rules),
  families: () => true,
  matching: null,
  sheets: null,
  found: null,
};

const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
const escaped = (text: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
const base64 = (text: string) => `data:image/svg+xml;base64,${btoa(text)}`;
/** Each level holds ten of the one before, by what an element is drawn with. */
const levels = (count: number, use: (name: string) => string, wrap = 'g') =>
  Array.from({ length: count }, (_, i) => {
    const inside = i === 0 ? '<rect/>' : use(`l${i - 1}`).repeat(10);
    return `<${wrap} id="l${i}">${inside}</${wrap}>`;
  }).join('') + use(`l${count - 1}`);

const drawn = (address: string) => {
  const [first] = costOfPicture(address, rules);
  expect(first?.[0]).to.equal('drawing');
  return first?.[1] ?? 0;
};

describe('DrawingGraph', () => {
  it('counts each letter of a text that stands along a line, by the points of that', () => {
    const line = `<path id="l" d="M0 0${'L10 20'.repeat(20_000)}"/>`;
    const onLine = (letters: number) =>
      `${line}<text><textPath href="#l">${'x'.repeat(letters)}</textPath></text>`;
    expect(drawn(escaped(svg(onLine(10_000))))).to.be.above(most.drawing);
    expect(drawn(escaped(svg(onLine(100))))).to.be.below(most.drawing);
    expect(drawn(escaped(svg(`${line}<text>${'x'.repeat(10_000)}</text>`)))).to.be.below(100);
  });

  it('counts what is drawn as often as it is referred to', () => {
    const graph = new DrawingGraph();
    const symbol = graph.addPlace('symbol', null);
    for (let i = 0; i < 4; i++) graph.addElement(symbol);
    const group = graph.addPlace('group', null);
    graph.addReference(group, 'symbol');
    graph.addReference(group, 'symbol');
    graph.addReference(null, 'group');
    graph.addReference(null, 'missing');
    expect(graph.weightOf('symbol')).to.equal(5);
    expect(graph.weightOf('group')).to.equal(11);
    // Browsers make what is drawn with a part of a drawing wherever that stands.
    expect(graph.total).to.equal(22);
  });

  it('counts parts of what is referred to, whatever names they have themselves', () => {
    const graph = new DrawingGraph();
    const outer = graph.addPlace('outer', null);
    graph.addElement(graph.addPlace('inner', outer));
    graph.addReference(null, 'outer');
    expect(graph.total).to.equal(3);
  });

  it('takes the heaviest of those of one name', () => {
    const graph = new DrawingGraph();
    for (const elements of [0, 3, 1]) {
      const place = graph.addPlace('a', null);
      for (let i = 0; i < elements; i++) graph.addElement(place);
    }
    for (let i = 0; i < 1000; i++) graph.addReference(null, 'a');
    expect(graph.total).to.equal(4000);
  });

  it('counts markers at each point of a shape', () => {
    const graph = new DrawingGraph();
    graph.addElement(graph.addPlace('marker', null, true));
    graph.addElement(graph.addPlace('pattern', null));
    graph.addReference(null, 'marker', 500);
    graph.addReference(null, 'pattern', 500);
    expect(graph.total).to.equal(1002);
  });

  it('ends where things refer to themselves, or go on and on', () => {
    const graph = new DrawingGraph();
    const [a, b] = [graph.addPlace('a', null), graph.addPlace('b', null)];
    graph.addReference(a, 'b');
    graph.addReference(b, 'a');
    graph.addReference(null, 'a');
    expect(graph.total).to.be.below(10);
    for (let i = 0; i < 10_000; i++) graph.addReference(graph.addPlace(`p${i}`, null), `p${i + 1}`);
    expect(graph.weightOf('p0')).to.equal(Infinity);
  });
});

describe('costOfPicture', () => {
  it('finds drawings that repeat themselves, however they are written', () => {
    const uses = [
      (name: string) => `<use href="#${name}"/>`,
      (name: string) => `<use xlink:href='#${name}'></use>`,
      (name: string) => `<use href="&#x23;${name}"/>`,
      (name: string) => `<rect clip-path="url(#${name})"/>`,
      (name: string) => `<rect mask='url("#${name}")'/>`,
      (name: string) => `<rect fill="url(#${name}) red"/>`,
      (name: string) => `<rect style="filter : url( #${name} )"/>`,
      (name: string) => `<path marker-mid="url(#${name})"/>`,
      (name: string) => `<text><textPath href="#${name}"/></text>`,
      (name: string) => `<feImage href="#${name}"/>`,
    ];
    for (const use of uses) {
      const text = svg(levels(8, use));
      expect(drawn(escaped(text)), use('a')).to.be.above(1e7);
      expect(drawn(base64(text)), use('a')).to.be.above(1e7);
    }
    const styled = `<style>rect{clip-path:url(#l0)}</style>${levels(8, () => '<use href="#l3"/>')}`;
    expect(drawn(escaped(svg(styled)))).to.be.above(10);
  });

  it('finds them behind words, vocabularies and encodings of their own', () => {
    const text = levels(8, (name) => `<use href="#${name}"/>`);
    const pictures = {
      'a word for a place': `<!DOCTYPE svg [<!ENTITY h "#l">]>${svg(text.replaceAll('"#l', '"&h;'))}`,
      'a word for an element': `<!DOCTYPE svg [<!ENTITY u "<use href='#l1'/>">]>${svg('&u;')}`,
      'another vocabulary for links': svg(text.replaceAll('href', 'y:href')),
      'a name for each element': svg(text).replaceAll(/<(\/?)(?=\w)/g, '<$1s:'),
      'columns': svg(
        `<foreignObject>${'<div style="columns:2">'.repeat(9)}${'</div>'.repeat(9)}</foreignObject>`,
      ),
      'columns by a sheet': svg('<style>div{columns:2}</style><foreignObject><div/></foreignObject>'),
      'cells': svg('<foreignObject><table><td rowspan="65534"/></table></foreignObject>'),
      'marks': svg(`<text>${'\u0301'.repeat(50_000)}</text>`),
      'marks by their numbers': svg(`<text>${'&#x301;'.repeat(50_000)}</text>`),
    };
    for (const [what, picture] of Object.entries(pictures))
      expect(drawn(escaped(picture)), what).to.be.above(1e6);
    const bytes = [...`\ufeff${svg(text)}`].flatMap((sign) => [
      sign.charCodeAt(0) & 255,
      sign.charCodeAt(0) >> 8,
    ]);
    const wide = `data:image/svg+xml;base64,${btoa(String.fromCharCode(...bytes))}`;
    expect(drawn(wide)).to.equal(Infinity);
    const vocabulary = `<!DOCTYPE svg [<!ENTITY ns "http://a/">]><svg xmlns:x="&ns;"><path/>&amp;</svg>`;
    expect(drawn(escaped(vocabulary))).to.equal(0);
  });

  it('takes the pictures in a picture in', () => {
    const inner = escaped(svg(levels(8, (name) => `<use href="#${name}"/>`)));
    expect(drawn(escaped(svg(`<image href="${inner}"/>`)))).to.be.above(1e7);
  });

  it('knows plain drawings for cheap', () => {
    expect(drawn(escaped(svg('<path d="M0 0h9v9z"/>'.repeat(1000))))).to.equal(0);
    expect(drawn(escaped(svg('<symbol id="a"><path/></symbol>' + '<use href="#a"/>'.repeat(100))))).to.equal(
      200,
    );
  });

  it('knows how many pixels a picture has by its first bytes', () => {
    const of = (bytes: readonly number[]) =>
      costOfPicture(
        `data:image/x;base64,${btoa(String.fromCharCode(...bytes, ...Array<number>(40).fill(0)))}`,
        rules,
      );
    const signs = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
    const png = [
      0x89,
      ...signs('PNG'),
      13,
      10,
      26,
      10,
      0,
      0,
      0,
      13,
      ...signs('IHDR'),
      0,
      0,
      0x80,
      0,
      0,
      0,
      0x40,
      0,
    ];
    expect(of(png)).to.deep.equal([['pixels', 0x8000 * 0x4000]]);
    expect(of([...signs('GIF89a'), 0xff, 0xff, 0xff, 0xff])).to.deep.equal([['pixels', 0xffff ** 2]]);
    expect(
      of([
        ...signs('RIFF'),
        0,
        0,
        0,
        0,
        ...signs('WEBPVP8X'),
        10,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0xff,
        0x3f,
        0,
        0xff,
        0x3f,
        0,
      ]),
    ).to.deep.equal([['pixels', 0x4000 ** 2]]);
    expect(costOfPicture('data:,', rules)).to.deep.equal([]);
    expect(costOfPicture('http://a/b.png', rules)).to.deep.equal([]);
  });

  it('goes through a text once, whatever it is made of', () => {
    for (const unit of [
      '<',
      '<a',
      '<a ',
      '<a "',
      '</a>',
      '<g id="a">',
      '<use href="#a"/>',
      '<a a=',
      'url(#',
      '<style>',
      '&#',
      "<a b='",
    ]) {
      const text = `<svg><use href="#a"/>${unit.repeat(200_000 / unit.length)}`;
      expect(drawn(escaped(text)), unit).to.be.at.least(0);
    }
  });
});
