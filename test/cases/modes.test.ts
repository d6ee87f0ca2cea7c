import { checkPages } from './check-page.ts';
import {
  add,
  doctype,
  el,
  htmlPage,
  attach,
  page,
  recordingOf,
  type SerializedNode,
  set,
  snapshot,
  text,
} from './recording.ts';

/** Not one that a browser would know from outside: a square of 10 px. */
const SQUARE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'/>";
const OLD = '-//W3C//DTD HTML 3.2 Final//EN';
const TRANSITIONAL = '-//W3C//DTD XHTML 1.0 Transitional//EN';

/** A document of another type; its numbers begin with that of the document. */
function documentOf(first: number, type: SerializedNode | null, body: readonly SerializedNode[], more = {}) {
  const root = el(first + 2, 'html', {}, [el(first + 3, 'head'), el(first + 4, 'body', {}, body)]);
  return page(first, [...(type ? [type] : []), root], more);
}

/** Lower than a line of text in quirks mode and in limited quirks mode only. */
const TABLE = el(20, 'table', { cellpadding: '0' }, [
  el(21, 'tbody', {}, [el(22, 'tr', {}, [el(23, 'td', {}, [el(24, 'img', { src: SQUARE })])])]),
]);
const modeOf = (d: Document) => {
  const height = d.querySelector('td')?.getBoundingClientRect().height ?? 0;
  return `${d.compatMode} ${height > 12 ? 'high' : 'low'}`;
};
const changed: [number, object] = [1500, set(5, { title: 'changed' })];
const inFrame = (d: Document) => {
  const frame = d.querySelector('iframe')?.contentDocument;
  return [d.compatMode, frame?.compatMode ?? 'no frame', frame?.body.textContent ?? ''];
};

describe('modes of documents', function () {
  this.timeout(60_000);
  checkPages([
    {
      name: 'is in quirks mode by the type of an old recorder, which does not tell of modes',
      recording: recordingOf(documentOf(1, doctype(2, OLD), [TABLE]), [changed]),
      at: 4,
      probe: modeOf,
      expect: 'BackCompat low',
    },
    {
      name: 'is in limited quirks mode',
      recording: recordingOf(documentOf(1, doctype(2, TRANSITIONAL), [TABLE]), [changed]),
      at: 4,
      probe: modeOf,
      expect: 'CSS1Compat low',
    },
    {
      name: 'is in standards mode by a type that a browser forgives nothing for',
      recording: recordingOf(documentOf(1, doctype(2), [TABLE]), [changed]),
      at: 4,
      probe: modeOf,
      expect: 'CSS1Compat high',
    },
    {
      name: 'is in standards mode without a type where the recorder says nothing else',
      recording: recordingOf(documentOf(1, null, [TABLE]), [changed]),
      at: 4,
      probe: modeOf,
      expect: 'CSS1Compat high',
    },
    {
      name: 'has the root and the type that it had',
      recording: recordingOf(documentOf(1, doctype(2, OLD), [TABLE], { compatMode: 'BackCompat' }), [
        changed,
      ]),
      at: 4,
      probe: (d) => [...d.childNodes].map((node) => node.nodeName).concat(d.doctype?.publicId ?? ''),
      expect: ['html', 'HTML', OLD],
    },
    {
      name: 'takes a type for text, whatever is in it',
      recording: recordingOf(documentOf(1, doctype(2, `${OLD}"><b>`), [TABLE]), [changed]),
      at: 4,
      probe: (d) => [d.compatMode, d.doctype?.publicId, d.querySelector('b')],
      expect: ['CSS1Compat', `${OLD}"><b>`, null],
    },
    {
      name: 'shows a frame in quirks mode on a page that is not',
      recording: recordingOf(htmlPage([el(10, 'iframe')]), [
        [500, attach(10, documentOf(50, doctype(51, OLD), [text(60, 'inner')]))],
        changed,
      ]),
      at: 4,
      probe: inFrame,
      expect: ['CSS1Compat', 'BackCompat', 'inner'],
    },
    {
      name: 'shows a frame in standards mode on a page in quirks mode',
      recording: recordingOf(documentOf(1, null, [el(10, 'iframe')], { compatMode: 'BackCompat' }), [
        [500, attach(10, documentOf(50, doctype(51), [text(60, 'inner')]))],
        changed,
      ]),
      at: 4,
      probe: inFrame,
      expect: ['BackCompat', 'CSS1Compat', 'inner'],
    },
    {
      name: 'shows the page of a frame in another mode after the one before',
      recording: recordingOf(htmlPage([el(10, 'iframe')]), [
        [500, attach(10, documentOf(50, doctype(51, OLD), [text(60, 'first')]))],
        [2500, attach(10, documentOf(70, doctype(71), [text(80, 'second')]))],
      ]),
      at: 4,
      probe: inFrame,
      expect: ['CSS1Compat', 'CSS1Compat', 'second'],
    },
    ...[2, 5, 8].map((at, i) => ({
      name: `changes its mode with each page, of the same numbers (${i})`,
      recording: recordingOf(documentOf(1, doctype(2), [TABLE]), [
        changed,
        ...snapshot(3000, documentOf(1, doctype(2, OLD), [TABLE], { compatMode: 'BackCompat' })),
        ...snapshot(6000, documentOf(1, doctype(2, TRANSITIONAL), [TABLE])),
      ]),
      at,
      probe: modeOf,
      expect: ['CSS1Compat high', 'BackCompat low', 'CSS1Compat low'][i],
    })),
    {
      name: 'goes on in quirks mode when much is added',
      recording: recordingOf(documentOf(1, null, [TABLE], { compatMode: 'BackCompat' }), [
        [1500, add(5, el(90, 'p', {}, [text(91, 'late')]))],
      ]),
      at: 3,
      probe: (d) => `${modeOf(d)} ${d.querySelector('p')?.textContent ?? ''}`,
      expect: 'BackCompat low late',
    },
  ]);
});
