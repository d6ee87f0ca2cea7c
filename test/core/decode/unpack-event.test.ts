import { expect } from 'chai';
import { gzipSync, strFromU8, strToU8 } from 'fflate';
import { unpackEvent } from '../../../src/core/decode/unpack-event.ts';

/** As posthog-js packs a field: one character for each byte of the gzipped JSON. */
const pack = (value: unknown) => strFromU8(gzipSync(strToU8(JSON.stringify(value))), true);

const SNAPSHOT = { node: { type: 0, childNodes: [], id: 1 }, initialOffset: { top: 0, left: 3 } };
const LISTS = {
  texts: [{ id: 2, value: 'é😀' }],
  attributes: [],
  removes: [{ id: 4, parentId: 1 }],
  adds: [],
};

describe('unpackEvent', () => {
  it('inflates a full snapshot', () => {
    const event = { type: 2, timestamp: 1, cv: '2024-10', data: pack(SNAPSHOT) };
    expect(unpackEvent(event)?.data).to.deep.equal(SNAPSHOT);
  });

  it('inflates each field of a mutation that is a string and leaves the others', () => {
    const data = {
      source: 0,
      ...LISTS,
      texts: pack(LISTS.texts),
      removes: pack(LISTS.removes),
      isAttachIframe: true,
    };
    expect(unpackEvent({ type: 3, timestamp: 1, cv: '2024-10', data })?.data).to.deep.equal({
      source: 0,
      isAttachIframe: true,
      ...LISTS,
    });
  });

  it('does not mind the mark on events that were inflated before', () => {
    const event = { type: 3, timestamp: 1, cv: '2024-10', data: { source: 0, ...LISTS } };
    expect(unpackEvent(event)?.data).to.deep.equal(event.data);
  });

  it('inflates style rules', () => {
    const data = { source: 8, styleId: 1, adds: pack([{ rule: 'p{}' }]) };
    expect(unpackEvent({ type: 3, timestamp: 1, data })?.data).to.deep.equal({
      source: 8,
      styleId: 1,
      adds: [{ rule: 'p{}' }],
    });
  });

  it('fills in the lists that mobile recorders leave out', () => {
    const event = unpackEvent({ type: 3, timestamp: 1, data: { source: 0, removes: LISTS.removes } });
    expect(event?.data).to.deep.equal({
      source: 0,
      texts: [],
      attributes: [],
      removes: LISTS.removes,
      adds: [],
    });
  });

  it('leaves the event it is given as it is', () => {
    const event = { type: 2, timestamp: 1, cv: '2024-10', data: pack(SNAPSHOT) };
    const before = JSON.stringify(event);
    unpackEvent(event);
    expect(JSON.stringify(event)).to.equal(before);
  });

  const undecodable: readonly [title: string, event: unknown][] = [
    ['no object', 7],
    ['a timestamp that is no number', { type: 3, timestamp: '1', data: {} }],
    ['a snapshot without a page', { type: 2, timestamp: 1, data: { initialOffset: {} } }],
    ['a snapshot that is damaged', { type: 2, timestamp: 1, data: pack(SNAPSHOT).slice(0, 20) }],
    [
      'a mutation in an unknown packing',
      { type: 3, timestamp: 1, data: { source: 0, ...LISTS, adds: '(\u00b5/\u00fd...' } },
    ],
    ['a mouse move without positions', { type: 3, timestamp: 1, data: { source: 1, positions: [] } }],
    ['an incremental event without data', { type: 3, timestamp: 1 }],
  ];
  for (const [title, event] of undecodable) {
    it(`gives up on ${title}`, () => {
      expect(unpackEvent(event)).to.be.null;
    });
  }
});
