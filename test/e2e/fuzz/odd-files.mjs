import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from './fixtures.mjs';
import { AT, element, ENDING, eventArray, META, mutation, page, text } from './small-recording.mjs';

const v2 = () => readFileSync(join(FIXTURES, 'checkout.v2.json'));
const pairs = readFileSync(join(FIXTURES, 'checkout.jsonl'));

/**
 * Files with values that make no sense.
 * Contents of files by what is wrong with them; made when asked for, since some are large.
 */
export const ODD_FILES = {
  'one id for many nodes': () => [
    eventArray(
      META,
      page(element(10, 'p', [text(10, 'one'), element(4, 'b', [text(1, 'two')])]), element(10, 'p')),
      mutation(400, { adds: [{ parentId: 10, nextId: null, node: element(10, 'i', [text(10, 'x')]) }] }),
      mutation(500, {
        removes: [
          { parentId: 10, id: 10 },
          { parentId: 4, id: 10 },
          { parentId: 1, id: 2 },
        ],
      }),
      mutation(600, {
        texts: [{ id: 10, value: 'three' }],
        attributes: [{ id: 1, attributes: { class: 'x' } }],
      }),
      ...ENDING,
    ),
  ],
  'nodes that are added to themselves and to each other': () => [
    eventArray(
      META,
      page(element(10, 'p')),
      mutation(400, { adds: [{ parentId: 20, nextId: null, node: element(20, 'div') }] }),
      mutation(500, {
        adds: [
          { parentId: 31, nextId: 31, node: element(30, 'div') },
          { parentId: 30, nextId: 30, node: element(31, 'div') },
          { parentId: 4, nextId: 32, node: element(32, 'div') },
        ],
      }),
      mutation(600, {
        adds: [{ parentId: 10, nextId: null, node: element(4, 'body', [element(10, 'p')]) }],
      }),
      mutation(700, { adds: [{ parentId: 10, nextId: null, node: page().data.node }] }),
      mutation(800, {
        removes: [
          { parentId: 4, id: 4 },
          { parentId: 10, id: 1 },
        ],
      }),
      ...ENDING,
    ),
  ],
  'ids that are strings': () => [
    eventArray(
      META,
      JSON.parse(
        JSON.stringify(page(element(10, 'p', [text(11, 'one')]))).replaceAll(/"id":(\d+)/g, '"id":"$1"'),
      ),
      mutation(400, { adds: [{ parentId: '10', nextId: '11', node: element('12', 'b') }] }),
      mutation(500, { adds: [{ parentId: 'body', nextId: 'x', node: element('__proto__', 'b') }] }),
      mutation(600, { texts: [{ id: '11', value: 'two' }], removes: [{ parentId: '4', id: '10' }] }),
      {
        type: 3,
        timestamp: AT + 700,
        data: { source: 1, positions: [{ x: 1, y: 1, id: '10', timeOffset: 0 }] },
      },
      ...ENDING,
    ),
  ],
  'keys that are __proto__ and constructor': () => {
    const evil =
      '"__proto__":{"polluted":true,"type":2,"data":{}},"constructor":{"prototype":{"polluted":true}},';
    return [eventArray(META, page(element(10, 'p')), ...ENDING).replaceAll(/\{(?=")/g, `{${evil}`)];
  },
  'windows named __proto__, constructor, toString': () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''];
    const windows = names.map((name) => `${JSON.stringify(name)}:${eventArray(META, page(), ...ENDING)}`);
    return [`{"version":"2022-12-02","data":{"person":null,"snapshotsByWindowId":{${windows.join(',')}}}}`];
  },
  'lines of windows named __proto__, constructor, toString': () => [
    ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']
      .flatMap((name) => [META, page(), ...ENDING].map((event) => JSON.stringify([name, event])))
      .join('\n'),
  ],
  'times that are no times': () => {
    const times = [
      '"NaN"',
      '"1700000000500"',
      '""',
      '-5',
      '-1e308',
      '1e308',
      '1e999',
      'null',
      '{}',
      '[]',
      'true',
      '0.5',
      '8.64e15',
      '8640000000000001',
    ];
    const odd = times.map((time) => `{"type":5,"data":{"tag":"odd","payload":1},"timestamp":${time}}`);
    const good = [META, page(), ...ENDING].map((event) => JSON.stringify(event));
    return [`[${[...odd, ...good, ...odd].join(',')}]`];
  },
  'times that are NaN, which is no JSON': () => [
    eventArray(META, page(), ...ENDING).replace(`"timestamp":${AT + 1000}`, '"timestamp":NaN'),
  ],
  'times that are all strings': () => [
    eventArray(META, page(), ...ENDING).replaceAll(/"timestamp":(\d+)/g, '"timestamp":"$1"'),
  ],
  'times that are all negative': () => [
    eventArray(META, page(), ...ENDING).replaceAll('"timestamp":', '"timestamp":-'),
  ],
  'times that are all the same': () => [
    eventArray(META, page(), ...ENDING).replaceAll(/"timestamp":(\d+)/g, `"timestamp":${AT}`),
  ],
  'times that are all 1e308': () => [
    eventArray(META, page(), ...ENDING).replaceAll(/"timestamp":(\d+)/g, '"timestamp":1e308'),
  ],
  'a recording of 30,000 years': () => [
    eventArray(META, page(), ...ENDING, { ...ENDING[0], timestamp: AT + 1e15 }),
  ],
  'null and numbers among the events': () => [
    `[null,1,"x",[],{},true,${[META, page(), ...ENDING].map((event) => JSON.stringify(event)).join(',null,7,[1],"y",false,')},-1,null]`,
  ],
  'null and numbers in place of what events hold': () => [
    eventArray(
      META,
      page(null, 7, 'x', [], {}, element(10, 'p', [null, 3], null), { id: 11, type: 2 }),
      ...Array.from({ length: 20 }, (_, source) => ({
        type: 3,
        timestamp: AT + 300 + source,
        data: { source },
      })),
      ...[null, 7, 'x', [], [null]].flatMap((odd, i) => [
        { type: 3, timestamp: AT + 400 + i, data: odd },
        { type: 3, timestamp: AT + 420 + i, data: { source: 1, positions: odd } },
        {
          type: 3,
          timestamp: AT + 440 + i,
          data: { source: 0, adds: odd, removes: odd, texts: odd, attributes: odd },
        },
        mutation(460 + i, {
          adds: [{ parentId: 4, nextId: null, node: odd }],
          texts: [odd],
          attributes: [odd],
        }),
        { type: 3, timestamp: AT + 480 + i, data: { source: 8, id: 10, adds: odd, removes: odd } },
        { type: 3, timestamp: AT + 500 + i, data: { source: 9, id: 10, type: 0, commands: odd } },
        { type: 3, timestamp: AT + 520 + i, data: { source: 14, ranges: odd } },
        { type: 3, timestamp: AT + 540 + i, data: { source: 15, id: 1, styleIds: odd, styles: odd } },
        { type: 4, timestamp: AT + 560 + i, data: odd },
        { type: 4, timestamp: AT + 570 + i, data: { href: odd, width: odd, height: odd } },
        { type: 5, timestamp: AT + 580 + i, data: odd },
        { type: 5, timestamp: AT + 600 + i, data: { tag: odd, payload: odd } },
        { type: 5, timestamp: AT + 620 + i, data: { tag: '$session_options', payload: odd } },
        { type: 6, timestamp: AT + 640 + i, data: { plugin: 'rrweb/console@1', payload: odd } },
        { type: 2, timestamp: AT + 660 + i, data: odd },
        { type: 2, timestamp: AT + 680 + i, data: { node: odd, initialOffset: odd } },
      ]),
      ...ENDING,
    ),
  ],
  'sizes of the page that are no sizes': () => [
    eventArray(
      { ...META, data: { ...META.data, width: 1e9, height: 1e9 } },
      page(element(10, 'div', [], { rr_width: '1e12px', rr_height: '-5px', class: 'ph-no-capture' })),
      ...[
        [0, 0],
        [-1, -1],
        ['wide', null],
        [1e308, 1e308],
        [0.001, 1e6],
      ].map(([width, height], i) => ({
        type: 3,
        timestamp: AT + 300 + 100 * i,
        data: { source: 4, width, height },
      })),
      ...ENDING,
    ),
  ],
  'trailing garbage': () => [Buffer.concat([v2(), Buffer.from('\u0000\u0001 \n}]]],garbage"\\u12')])],
  'two documents, one after the other': () => [Buffer.concat([v2(), v2()])],
  'two event arrays, one after the other': () => [
    `${eventArray(META, page(), ...ENDING)}\n${eventArray(META, page(), ...ENDING)}`,
  ],
  'a document of one shape and one of another': () => [Buffer.concat([v2(), Buffer.from('\n'), pairs])],
  'a file that is a recording and one that is none': () => [v2(), Buffer.from('<!doctype html><h1>404</h1>')],
};
