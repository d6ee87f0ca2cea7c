import {
  custom,
  element,
  ENDING,
  eventArray,
  META,
  mutation,
  nestedIn,
  page,
  spliced,
  text,
} from './small-recording.mjs';

const DEPTH = 10_000;

/**
 * Files with something in them that is nested too deep.
 * Contents of files by what is wrong with them; made when asked for, since some are large.
 */
export const NESTED_FILES = {
  'a page nested 10,000 deep': () => {
    const open = Array.from({ length: DEPTH }, (_, i) => {
      return `{"id":${i + 100},"type":2,"tagName":"div","attributes":{},"childNodes":[`;
    });
    const deep = `${open.join('')}${']}'.repeat(DEPTH)}`;
    return [eventArray(META, spliced(page(text(10, 'MARK')), deep), ...ENDING)];
  },
  'nodes added 10,000 deep': () => {
    const adds = Array.from({ length: DEPTH }, (_, i) => ({
      parentId: i === 0 ? 4 : i + 99,
      nextId: null,
      node: element(i + 100, 'div'),
    }));
    return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
  },
  'arrays nested 10,000 deep from the start of the file': () => ['['.repeat(DEPTH) + ']'.repeat(DEPTH)],
  'arrays nested 10,000 deep that never end': () => ['['.repeat(DEPTH)],
  'arrays nested 10,000 deep in place of what is added': () => [
    eventArray(META, page(), nestedIn(mutation(500, { adds: ['MARK'] }), DEPTH), ...ENDING),
  ],
  'arrays nested 10,000 deep in a custom payload': () => [
    eventArray(META, page(), nestedIn(custom(500, 'MARK'), DEPTH), ...ENDING),
  ],
  'arrays nested 10,000 deep between the events': () => [
    `[${JSON.stringify(META)},${JSON.stringify(page())},${'['.repeat(DEPTH)}${']'.repeat(DEPTH)},${ENDING.map((event) => JSON.stringify(event)).join(',')}]`,
  ],
  'a style sheet nested 10,000 deep': () => [
    eventArray(META, page(element(10, 'style', [], { _cssText: '.a:hover{'.repeat(DEPTH) })), ...ENDING),
  ],
};
