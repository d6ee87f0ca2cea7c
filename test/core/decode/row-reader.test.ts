import { expect } from 'chai';
import { strFromU8, zlibSync } from 'fflate';
import { gzipBase64, gzipped } from '../../../fixtures/shapes.mjs';
import { RowReader } from '../../../src/core/decode/row-reader.ts';
import { utf8 } from '../unpack/pieces.ts';
import { foundIn, listener } from './context.ts';

const EVENT = { type: 5, timestamp: 1, data: { tag: 'é' } };
const LATER = { type: 5, timestamp: 2, data: {} };
const BOTH = [EVENT, LATER];

const json = (value: unknown) => JSON.stringify(value);
const DATA = { $snapshot_data: BOTH };
const packed = (value: unknown) => strFromU8(zlibSync(utf8(json(value))), true);
const binaryGzip = (value: unknown) => strFromU8(gzipped(utf8(json(value))), true);
const chunk = (id: string, data: unknown, fields: object = {}) => ({ chunk_id: id, data, ...fields });
const snapshot = (data: unknown, fields: object = {}) => ({
  event: '$snapshot',
  properties: { $session_id: 's', $window_id: 'w', $snapshot_data: data, ...fields },
});
const warehouse = (data: unknown) => ({ session_id: 's', window_id: 'w', snapshot_data: data });

/** What is found in rows that are read one after the other. */
function read(...rows: unknown[]) {
  const { context, told } = listener();
  const reader = new RowReader(context);
  const events = rows.flatMap((row) => foundIn(reader.read(row)));
  return {
    ...told,
    events: events.map(([windowId, recording, event]) => [windowId, recording, JSON.parse(event) as unknown]),
  };
}

/** Events with the same belonging. */
const all = (windowId: string | null, recording: string | null, events: readonly unknown[] = BOTH) =>
  events.map((event) => [windowId, recording, event]);

describe('RowReader', () => {
  const bare: readonly [title: string, row: unknown, events: unknown[]][] = [
    ['an event', EVENT, all(null, null, [EVENT])],
    ['an event with its type as text', { ...EVENT, type: '5' }, all(null, null, [{ ...EVENT, type: '5' }])],
    ['an event of a packer', packed(EVENT), all(null, null, [EVENT])],
    ['an event as text', ` ${json(EVENT)}`, all(null, null, [EVENT])],
    ['a list of two events', BOTH, all(null, null)],
    ['a list of packed events', BOTH.map(packed), all(null, null)],
    ['a list with null and numbers in it', [null, EVENT, 7, LATER, true], all(null, null)],
    ['a pair', ['w', EVENT], all('w', null, [EVENT])],
    ['a pair without a window', ['', EVENT], all('', null, [EVENT])],
    ['a pair with a number', [7, EVENT], all('7', null, [EVENT])],
    ['a pair with null', [null, EVENT], all('', null, [EVENT])],
    ['a batch', { window_id: 'w', data: BOTH }, all('w', null)],
    ['a batch by the newer name', { windowId: 7, data: BOTH }, all('7', null)],
    ['a batch with both names', { windowId: 'x', window_id: 'w', data: BOTH }, all('w', null)],
    ['a batch without a window', { data: BOTH }, all('', null)],
    ['a batch that is packed', { window_id: 'w', data: binaryGzip(BOTH) }, all('w', null)],
    ['a $snapshot event without ids', { event: '$snapshot', properties: DATA }, all('', null)],
    ['a row of the warehouse without ids', { snapshot_data: BOTH }, all('', null)],
  ];
  const items = { data_items: BOTH.map((event) => gzipBase64(event)) };
  const ofRecording: readonly [title: string, row: unknown][] = [
    ['a batch of a recording', { session_id: 's', window_id: 'w', data: BOTH }],
    ['a $snapshot event', snapshot(BOTH)],
    [
      'a $snapshot event whose properties are text',
      { ...snapshot([]), properties: json(snapshot(BOTH).properties) },
    ],
    [
      'a $snapshot event with the session beside them',
      { ...snapshot(BOTH, { $session_id: '' }), $session_id: 's' },
    ],
    ['a $snapshot event with a type', { ...snapshot(BOTH), type: 'capture', timestamp: 1 }],
    ['a $snapshot_items event', { ...snapshot(null, { $snapshot_items: BOTH }), event: '$snapshot_items' }],
    ['a row of the warehouse', warehouse(json(BOTH))],
    ['a row with JSON of JSON', warehouse(json(json(BOTH)))],
    ['a row with base64 of gzip', warehouse(gzipBase64(BOTH))],
    ['items that are packed one by one', snapshot(items)],
    ['such items as text', warehouse(json(items))],
    ['a chunk that is all of a batch', snapshot(chunk('c', gzipBase64(BOTH)))],
    ['such a chunk as text', warehouse(json(chunk('c', gzipBase64(BOTH))))],
  ];
  const rows = [...bare, ...ofRecording.map(([title, row]) => [title, row, all('w', 's')] as const)];
  for (const [title, row, events] of rows) {
    it(`finds the events in ${title}`, () => {
      const found = read(row);
      expect(found.events).to.deep.equal(events);
      expect(found.warnings).to.deep.equal([]);
    });
  }

  for (const row of [
    null,
    7,
    true,
    {},
    [],
    [[]],
    { segment_id: 1 },
    { data: 'x' },
    { type: 'x', timestamp: 1 },
  ]) {
    it(`finds nothing in ${json(row)} and passes over it`, () => {
      expect(read(row)).to.deep.equal({ events: [], warnings: [], facts: [], markers: [] });
    });
  }

  it('puts chunks of several rows together, whatever order and window they come in', () => {
    const text = gzipBase64(BOTH);
    const chunks = [text.slice(0, 9), text.slice(9, 20), text.slice(20)].map((data, chunk_index) =>
      snapshot(chunk('c', data, { chunk_index, chunk_count: 3 })),
    );
    expect(read(...chunks.toReversed()).events).to.deep.equal(all('w', 's'));
    expect(read(chunks[0], chunks[2]).events).to.deep.equal([]);
  });

  it('keeps chunks of two recordings apart that have the same id', () => {
    const [first, last] = [gzipBase64(BOTH).slice(0, 30), gzipBase64(BOTH).slice(30)];
    const of = ($session_id: string, data: string, chunk_index: number) =>
      snapshot(chunk('c', data, { chunk_index, chunk_count: 2 }), { $session_id });
    expect(read(of('a', first, 0), of('b', last, 1)).events).to.deep.equal([]);
    const rows = [of('a', first, 0), of('b', first, 0), of('b', last, 1), of('a', last, 1)];
    expect(read(...rows).events).to.deep.equal([...all('w', 'b'), ...all('w', 'a')]);
  });

  const damaged: readonly [title: string, row: unknown][] = [
    ['a string that holds nothing', 'some words'],
    ['JSON that is cut off', warehouse('{"type":3,')],
    ['base64 that is cut off', warehouse(gzipBase64(BOTH).slice(0, 40))],
    ['a packed batch that is damaged', { window_id: 'w', data: binaryGzip(BOTH).slice(0, 30) }],
    ['a chunk that is damaged', snapshot(chunk('c', 'H4sI'))],
    ['a chunk without data', snapshot(chunk('c', undefined))],
    ['properties that are cut off', { event: '$snapshot', properties: '{"$snapshot_data":[{"type"' }],
    ['texts in texts without end', [[[[[[EVENT]]]]]]],
  ];
  for (const [title, row] of damaged) {
    it(`tells of ${title}`, () => {
      const { events, warnings } = read(row);
      expect({ events, warnings }).to.deep.equal({ events: [], warnings: ['undecodable'] });
    });
  }

  it('goes on behind an item that is damaged', () => {
    const { events, warnings } = read(snapshot([packed(EVENT), 'damaged', packed(LATER)]));
    expect(events).to.deep.equal(all('w', 's'));
    expect(warnings).to.deep.equal(['undecodable']);
  });
});
