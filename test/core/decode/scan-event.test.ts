import { expect } from 'chai';
import { ChunkAssembler } from '../../../src/core/decode/chunk-assembler.ts';
import { EventScanner } from '../../../src/core/decode/scan-event.ts';
import { decodeEvents } from '../../../src/core/formats/decode-events.ts';
import { asRecord } from '../../../src/core/json.ts';
import { DEFAULT_LIMITS } from '../../../src/core/limits.ts';
import { bytesOf, RECORDINGS } from '../recordings.ts';

const scanner = new EventScanner();
const scan = (text: string) => scanner.scan(new TextEncoder().encode(text));
const FIELDS = ['source', 'type', 'width', 'height', 'plugin'];

/** What a scan should have found, by the event as it was parsed. */
function expected(value: unknown) {
  const { type, timestamp, windowId = '', data } = asRecord(value);
  // Of tags only this one makes a kind of its own.
  const kept = Object.entries(asRecord(data)).filter(
    ([key, field]) => FIELDS.includes(key) || (key === 'tag' && field === 'rrweb/fullscreen'),
  );
  return { type, timestamp, windowId: String(windowId), data: Object.fromEntries(kept) };
}

async function eventsIn(bytes: Uint8Array): Promise<Uint8Array[]> {
  const events: Uint8Array[] = [];
  const stream = async function* () {
    yield await Promise.resolve(bytes);
  };
  const context = {
    limits: DEFAULT_LIMITS,
    chunks: new ChunkAssembler(),
    describe: () => undefined,
    marker: () => undefined,
    warn: (...[code]: [string, ...unknown[]]) => {
      throw new Error(code);
    },
    inflated: () => undefined,
    formatFound: () => undefined,
    beginMember: () => undefined,
  };
  const source = { name: '', packing: [], archive: null, bytes: stream() };
  for await (const lot of decodeEvents(source, context)) {
    for (const event of lot) events.push(event.bytes.slice());
  }
  return events;
}

const MOVE =
  '{"type":3,"data":{"source":1,"positions":[{"x":1,"y":-2.5e1,"id":4,"timeOffset":0}]},"timestamp":1700000000000}';
const LARGE = `{"type":3,"data":{"source":0,"adds":[${'{"a":"]}\\""},'.repeat(300)}{}],"texts":"${'\\u001f'.repeat(90)}"},"timestamp":5}`;

describe('EventScanner', () => {
  const understood: readonly [title: string, text: string][] = [
    ['a move', MOVE],
    ['keys in another order', '{"timestamp":5,"data":{"x":1,"source":3},"type":3}'],
    ['white space everywhere', ' {\n"type" : 3 ,\t"data":{ "source" : 3 } ,\r\n"timestamp": 5 } '],
    ['a window with a name', '{"windowId":"wändow","type":3,"data":{"source":2},"timestamp":5}'],
    ['a window with a number', '{"windowId":12,"type":3,"data":{"source":2},"timestamp":5}'],
    ['a plugin', '{"type":6,"data":{"plugin":"rrweb/console@1","payload":{"a":{"href":"b"}}},"timestamp":5}'],
    ['a custom event', '{"type":5,"data":{"tag":"t","payload":["\\ud83d\\"{","",{}]},"timestamp":5}'],
    ['a drawing', '{"type":3,"data":{"source":9,"type":1,"commands":[[],[[]]]},"timestamp":5}'],
    ['a size', '{"type":3,"data":{"source":4,"width":800,"height":600},"timestamp":5}'],
    [
      'fields that come twice',
      '{"type":5,"type":3,"data":{"source":1,"source":2},"timestamp":4,"timestamp":5}',
    ],
    ['words and numbers', '{"type":3,"data":{"a":[true,false,null,0,-0.5,1E+9]},"timestamp":5}'],
    ['a large event', LARGE],
  ];
  for (const [title, text] of understood) {
    it(`understands ${title}`, () => {
      expect(scan(text)).to.deep.equal(expected(JSON.parse(text)));
    });
  }

  const left: readonly [title: string, text: string][] = [
    ['a page', '{"type":2,"data":{},"timestamp":5}'],
    ['a Meta event', '{"type":4,"data":{},"timestamp":5}'],
    ['an event without data', '{"type":3,"timestamp":5}'],
    ['an event with packed data', '{"type":3,"data":"x","timestamp":5}'],
    ['an event with data twice', '{"type":3,"data":{},"data":{},"timestamp":5}'],
    ['an event without a time', '{"type":3,"data":{}}'],
    ['a time as a text', '{"type":3,"data":{},"timestamp":"5"}'],
    ['a time with a fraction', '{"type":3,"data":{},"timestamp":5.5}'],
    ['a time beyond all dates', '{"type":3,"data":{},"timestamp":1000000000000000}'],
    ['a type as a text', '{"type":"3","data":{},"timestamp":5}'],
    ['a source as a text', '{"type":3,"data":{"source":"0"},"timestamp":5}'],
    ['a window with an escape', '{"windowId":"\\u0061","type":3,"data":{},"timestamp":5}'],
    ['a key with an escape', '{"type":3,"d\\u0061ta":{},"data":{"source":3},"timestamp":5}'],
    ['a change of a screen', '{"type":3,"data":{"source":0,"updates":[{"wireframe":{}}]},"timestamp":5}'],
    ['an address', '{"type":5,"data":{"tag":"t","payload":{"href":"https://shop.test/"}},"timestamp":5}'],
    ['masking rules', '{"type":5,"data":{"tag":"$session_options","payload":{}},"timestamp":5}'],
    ['deep nesting', `{"type":3,"data":{"a":${'['.repeat(99)}${']'.repeat(99)}},"timestamp":5}`],
    ['what is no object', '[3]'],
    ['nothing', ''],
  ];
  for (const [title, text] of left) {
    it(`leaves ${title} to a parser`, () => {
      expect(scan(text)).to.equal(null);
    });
  }

  it('leaves what is cut off to a parser, wherever the end is', () => {
    for (const [, text] of understood) {
      const whole = text.trimEnd();
      for (let length = 0; length < whole.length; length++)
        expect(scan(text.slice(0, length))).to.equal(null);
    }
  });

  it('understands damaged events as a parser does', () => {
    const small = understood.map(([, text]) => text).filter((text) => text !== LARGE);
    for (const text of small) {
      for (let at = 0; at < text.length; at++) {
        for (const byte of [
          '"',
          '\\',
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '0',
          '7',
          '-',
          '.',
          'e',
          'u',
          '\n',
          ' ',
        ]) {
          const damaged = text.slice(0, at) + byte + text.slice(at + 1);
          const found = scan(damaged);
          if (found) expect(found, damaged).to.deep.equal(expected(JSON.parse(damaged)));
        }
      }
    }
  });

  for (const recording of RECORDINGS) {
    it(`agrees with a parser about ${recording}`, async () => {
      const events = await eventsIn(await bytesOf(recording));
      expect(events).not.to.have.length(0);
      let understoodCount = 0;
      for (const bytes of events) {
        const found = scanner.scan(bytes);
        if (!found) continue;
        understoodCount++;
        expect(found).to.deep.equal(expected(JSON.parse(new TextDecoder().decode(bytes))));
      }
      if (!recording.startsWith('app-')) expect(understoodCount / events.length).to.be.greaterThan(0.5);
    });
  }
});
