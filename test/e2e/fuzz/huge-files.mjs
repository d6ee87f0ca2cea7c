import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { FIXTURES } from './fixtures.mjs';
import { bomb, followedBySpaces, zip } from './packing.mjs';
import { AT, element, ENDING, eventArray, META, page, text } from './small-recording.mjs';

const pairs = readFileSync(join(FIXTURES, 'checkout.jsonl'));
const MB = 2 ** 20;
const GB = 2 ** 30;

/**
 * Files that take long: all of what they hold is gone through.
 * Contents of files by what is wrong with them; made when asked for, since some are large.
 */
export const HUGE_FILES = {
  'gzip of the start of a recording and 3 GB of spaces': () => [
    Readable.from(followedBySpaces(`${eventArray(META, page(), ...ENDING).slice(0, -1)},`, 3 * GB)).pipe(
      createGzip({ level: 1 }),
    ),
  ],
  'gzip of lines and 3 GB of spaces': () => [
    Readable.from(followedBySpaces(`${pairs}\n`, 3 * GB)).pipe(createGzip({ level: 1 })),
  ],
  'a zip whose entry holds 4 GB and says so': () => [zip(bomb(4096 - 1), { size: (4096 - 1) * MB })],
  'a zip whose entry holds 4 GB and says 1,000 bytes': () => [zip(bomb(4096), { size: 1000 })],
  '1,000,000 events of one millisecond': () => [
    (function* () {
      yield `${JSON.stringify(META)}\n${JSON.stringify(page(text(10, 'shop')))}\n`;
      for (let i = 0; i < 1000; i++) {
        const lines = Array.from({ length: 1000 }, (_, j) =>
          JSON.stringify(
            j % 2 === 0
              ? { type: 5, data: { tag: `t${j % 7}`, payload: i * 1000 + j }, timestamp: AT + 500 }
              : {
                  type: 3,
                  data: { source: 1, positions: [{ x: j % 800, y: i % 600, id: 4, timeOffset: 0 }] },
                  timestamp: AT + 500,
                },
          ),
        );
        yield `${lines.join('\n')}\n`;
      }
      yield ENDING.map((event) => JSON.stringify(event)).join('\n');
    })(),
  ],
  'a style sheet of 20 MB': () => [
    eventArray(
      META,
      page(element(10, 'style', [], { _cssText: '.a:hover{color:red}'.repeat((20 * MB) / 19) })),
      ...ENDING,
    ),
  ],
};
