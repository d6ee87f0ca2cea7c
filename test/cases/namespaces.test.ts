import { checkPages } from './check-page.ts';
import { add, el, htmlPage, mutation, recordingOf, set, svg, text } from './recording.ts';

const MATHML = 'http://www.w3.org/1998/Math/MathML';
const XLINK = 'http://www.w3.org/1999/xlink';
const fraction = (first: number) =>
  el(first, 'math', {}, [
    el(first + 1, 'mfrac', {}, [
      el(first + 2, 'mn', {}, [text(first + 3, '1')]),
      el(first + 4, 'mn', {}, [text(first + 5, '2')]),
    ]),
  ]);
const isStacked = (d: Document) => {
  const [above, below] = [...d.querySelectorAll('mn')].map((one) => one.getBoundingClientRect().top);
  return below! > above! + 3;
};
/** Elements and what they belong to: the last part of the namespace. */
const namesIn = (top: Element): string[] =>
  [...top.querySelectorAll('*')].map(
    (one) => `${one.namespaceURI?.split('/').at(-1) ?? ''} ${one.localName}`,
  );

describe('namespaces', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'lays out a formula that is added',
      recording: recordingOf(htmlPage([el(20, 'p')]), [[1500, add(20, fraction(30))]]),
      at: 3,
      probe: (d) => [d.querySelector('math')?.namespaceURI, isStacked(d)],
      expect: [MATHML, true],
    },
    {
      name: 'goes on with a formula when its parts change',
      recording: recordingOf(htmlPage([fraction(30)]), [
        [1500, mutation({ texts: [{ id: 33, value: '3' }] })],
        [1600, add(30, el(40, 'mi', {}, [text(41, 'x')]))],
      ]),
      at: 3,
      probe: (d) => [d.querySelector('math')?.textContent, namesIn(d.querySelector('math')!)],
      expect: ['32x', ['MathML mfrac', 'MathML mn', 'MathML mn', 'MathML mi']],
    },
    {
      name: 'knows HTML and drawings in formulas, and formulas in drawings',
      recording: recordingOf(
        htmlPage([
          el(20, 'math', {}, [
            el(21, 'semantics', {}, [
              el(22, 'mtext', {}, [
                el(23, 'span', {}, [text(24, 'html')]),
                svg(25, 'svg', {}, [svg(26, 'rect')]),
              ]),
              el(27, 'annotation-xml', { encoding: 'text/html' }, [el(28, 'p', {}, [text(29, 'more')])]),
              el(30, 'annotation', {}, [text(31, 'tex')]),
            ]),
          ]),
          svg(40, 'svg', {}, [svg(41, 'foreignobject', {}, [fraction(50)])]),
        ]),
        [[1500, set(5, { title: 'x' })]],
      ),
      at: 3,
      probe: (d) => namesIn(d.body),
      expect: [
        'MathML math',
        'MathML semantics',
        'MathML mtext',
        'xhtml span',
        'svg svg',
        'svg rect',
        'MathML annotation-xml',
        'xhtml p',
        'MathML annotation',
        'svg svg',
        'svg foreignObject',
        'MathML math',
        'MathML mfrac',
        'MathML mn',
        'MathML mn',
      ],
    },
    {
      name: 'finds what is used in a drawing by an address that is given later',
      recording: recordingOf(
        htmlPage([
          svg(20, 'svg', {}, [
            svg(21, 'defs', {}, [
              svg(22, 'symbol', { id: 'a' }, [svg(23, 'rect', { width: '30', height: '20' })]),
            ]),
            svg(24, 'use'),
          ]),
        ]),
        [[1500, set(24, { 'xlink:href': '#a' })]],
      ),
      at: 3,
      probe: (d) => {
        const use = d.querySelector('use')!;
        return [use.getAttributeNS(XLINK, 'href'), use.getBBox().width];
      },
      expect: ['#a', 30],
    },
    {
      name: 'has nothing of it any more when the address is taken away',
      recording: recordingOf(
        htmlPage([
          svg(20, 'svg', {}, [
            svg(21, 'defs', {}, [
              svg(22, 'symbol', { id: 'a' }, [svg(23, 'rect', { width: '30', height: '20' })]),
            ]),
            svg(24, 'use', { 'xlink:href': '#a' }),
          ]),
        ]),
        [[1500, set(24, { 'xlink:href': null })]],
      ),
      at: 3,
      probe: (d) => {
        const use = d.querySelector('use')!;
        return [use.getAttributeNS(XLINK, 'href'), use.getBBox().width];
      },
      expect: [null, 0],
    },
    {
      name: 'writes a text along a path, and keeps its spaces',
      recording: recordingOf(
        htmlPage([
          svg(20, 'svg', {}, [
            svg(21, 'path', { id: 'p', d: 'M0 50 H300' }),
            svg(22, 'text', { 'xml:space': 'preserve' }, [
              svg(23, 'textpath', { 'xlink:href': '#p' }, [text(24, 'a   b')]),
            ]),
          ]),
        ]),
        [],
      ),
      at: 3,
      probe: (d) => {
        const path = d.querySelector<SVGTextPathElement>('textPath');
        return [path?.getNumberOfChars(), (path?.getComputedTextLength() ?? 0) > 10];
      },
      expect: [5, true],
    },
  ]);
});
