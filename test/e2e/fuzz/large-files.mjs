import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from './fixtures.mjs';
import { custom, element, ENDING, eventArray, META, mutation, page, text } from './small-recording.mjs';

const v2 = () => readFileSync(join(FIXTURES, 'checkout.v2.json'));
const MB = 2 ** 20;

/**
 * Files with a part that is too large.
 * Contents of files by what is wrong with them; made when asked for, since some are large.
 */
export const LARGE_FILES = {
  'a mutation with 100,000 adds': () => {
    const adds = Array.from({ length: 50_000 }, (_, i) => [
      { parentId: 4, nextId: null, node: element(1000 + 2 * i, 'span') },
      { parentId: 1000 + 2 * i, nextId: null, node: text(1001 + 2 * i, `word ${i}`) },
    ]).flat();
    return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
  },
  '100,000 adds, each before one that comes later': () => {
    const adds = Array.from({ length: 100_000 }, (_, i) => ({
      parentId: 4,
      nextId: i === 99_999 ? null : 1001 + i,
      node: element(1000 + i, 'i'),
    }));
    return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
  },
  '100,000 adds to a parent that never comes': () => {
    const adds = Array.from({ length: 100_000 }, (_, i) => ({
      parentId: 999_999_999,
      nextId: null,
      node: element(1000 + i, 'i'),
    }));
    return [eventArray(META, page(), mutation(500, { adds }), ...ENDING)];
  },
  'a text of 60 MB on the page': () => [
    eventArray(META, page(element(10, 'p', [text(11, 'x'.repeat(60 * MB))])), ...ENDING),
  ],
  'a custom payload of 60 MB': () => [eventArray(META, page(), custom(500, 'x'.repeat(60 * MB)), ...ENDING)],
  'an attribute of 60 MB': () => [
    eventArray(META, page(element(10, 'p', [], { title: 'x'.repeat(60 * MB) })), ...ENDING),
  ],
  'an address of 60 MB': () => [
    eventArray(
      { ...META, data: { ...META.data, href: `http://a/${'x'.repeat(60 * MB)}` } },
      page(),
      ...ENDING,
    ),
  ],
  'a style sheet of one rule of 20 MB': () => [
    eventArray(
      META,
      page(element(10, 'style', [], { _cssText: `.a${':hover'.repeat((20 * MB) / 6)}{color:red}` })),
      ...ENDING,
    ),
  ],
  'trailing zeros of 20 MB': () => [Buffer.concat([v2(), Buffer.alloc(20 * MB)])],
  '50 MB without a line break': () => [Buffer.alloc(50 * MB, 'abc ')],
  '50 MB of one string': () => [`["${'x'.repeat(50 * MB)}`],
  '50 MB of empty lines': () => [Buffer.alloc(50 * MB, '\n')],
  '50 MB of opening brackets': () => [Buffer.alloc(50 * MB, '[')],
  '50 MB of keys': () => [
    `{${Array.from({ length: 2_000_000 }, (_, i) => `"key-${i}":${i}`).join(',')},"version":"2023-04-28"}`,
  ],
};
