import { expect } from 'chai';
import { LineDecoder } from '../../../src/core/decode/line-decoder.ts';
import { LineSplitter } from '../../../src/core/decode/line-splitter.ts';
import { bytesOf } from '../formats/shapes.ts';
import { textOf } from '../unpack/pieces.ts';
import { type Found, foundIn, listener } from './context.ts';

const SIZES = [1, 2, 7, Infinity];
const EVENT = '{"type":5,"timestamp":1,"data":{"tag":"é"}}';

function* cut(text: string, size: number): Generator<Uint8Array> {
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

function split(text: string, size: number, limit = 1000) {
  let oversized = 0;
  const splitter = new LineSplitter(limit, () => oversized++);
  const lines: string[] = [];
  // The bytes are used again, as those of a reader are.
  for (const chunk of cut(text, size)) {
    for (const line of splitter.write(chunk)) lines.push(textOf(line));
    chunk.fill(0x2a);
  }
  return { lines: [...lines, textOf(splitter.end())], oversized };
}

function decode(text: string, size = Infinity, eventBytes = 1000) {
  const { context, told } = listener({ eventBytes });
  const decoder = new LineDecoder(context);
  const events: Found[] = [];
  for (const chunk of cut(text, size)) events.push(...foundIn(decoder.write(chunk)));
  events.push(...foundIn(decoder.end()));
  return { events, warnings: told.warnings };
}

describe('LineSplitter', () => {
  for (const size of SIZES) {
    it(`cuts at \\n and nowhere else, in pieces of ${size}`, () => {
      const lines = ['one', '', 'a\u0085b\u2028c\u2029d\u000be\ff\rg', 'é😀\r', ''];
      expect(split(lines.join('\n'), size)).to.deep.equal({ lines, oversized: 0 });
    });

    it(`leaves out each line that is too long and tells, in pieces of ${size}`, () => {
      const long = 'x'.repeat(21);
      const given = [long, 'a'.repeat(20), long.repeat(5), 'b', long];
      expect(split(given.join('\n'), size, 20)).to.deep.equal({
        lines: ['', 'a'.repeat(20), '', 'b', ''],
        oversized: 3,
      });
    });
  }

  it('has an empty line in nothing', () => {
    expect(split('', 1)).to.deep.equal({ lines: [''], oversized: 0 });
  });
});

describe('LineDecoder', () => {
  const lines: readonly [title: string, line: string, found: Found][] = [
    ['an event', EVENT, [null, null, EVENT]],
    ['a pair', `["w",${EVENT}]`, ['w', null, EVENT]],
    ['a pair without a window', `["",${EVENT}]`, ['', null, EVENT]],
    ['a pair with white space', `\t[ "w" , ${EVENT} ] \r`, ['w', null, EVENT]],
    [
      'a pair whose window looks like an event',
      `["\\"{\\\\\\",{}]\\\\",${EVENT}]`,
      ['"{\\",{}]\\', null, EVENT],
    ],
    ['a pair whose window is escaped', `["\\u0077\\"",${EVENT}]`, ['w"', null, EVENT]],
    ['a pair of null', `[null,${EVENT}]`, ['', null, EVENT]],
    ['an event in a batch', `{"window_id":"w","data":[${EVENT}]}`, ['w', null, EVENT]],
    ['a row of the warehouse', `{"session_id":"s","snapshot_data":${EVENT}}`, ['', 's', EVENT]],
    [
      'a $snapshot event with a type of its own',
      `{"event":"$snapshot","type":"capture","timestamp":"2024-05-06","properties":{"$snapshot_data":${EVENT}}}`,
      ['', null, EVENT],
    ],
  ];
  for (const [title, line, found] of lines) {
    it(`finds ${title}, between others and alone`, () => {
      for (const size of SIZES) {
        const { events, warnings } = decode(`\n${line}\n\n \n${line}`, size);
        expect(
          events.map(([windowId, recording, event]) => [windowId, recording, event.trim()]),
        ).to.deep.equal([found, found]);
        expect(warnings).to.deep.equal([]);
      }
    });
  }

  it('hands an event out as it is written, with its numbers and spaces', () => {
    const written = '{ "type":3, "timestamp":1.70e12, "data":{"x":0.10,"x":1e400} }';
    expect(decode(`["w",${written}]\n${written}`).events).to.deep.equal([
      ['w', null, written],
      [null, null, written],
    ]);
  });

  it('finds characters of several bytes wherever a piece ends', () => {
    const text = `["値😀",${EVENT}]\n["値😀",${EVENT}]`;
    for (let size = 1; size < 70; size++) {
      expect(decode(text, size).events, String(size)).to.deep.equal([
        ['値😀', null, EVENT],
        ['値😀', null, EVENT],
      ]);
    }
  });

  const damaged: readonly [title: string, text: string, events: number, warnings: string[]][] = [
    ['a line that is none', `${EVENT}\nnot JSON\n${EVENT}`, 2, ['bad-line']],
    ['each of several', `{\n[\n${EVENT}\n"\n`, 1, ['bad-line', 'bad-line', 'bad-line']],
    ['two events in a line', `${EVENT}${EVENT}\n${EVENT}`, 1, ['bad-line']],
    ['a last line that is cut off', `${EVENT}\n["w",${EVENT}`, 1, ['truncated']],
    ['a line that is too long', `${EVENT}\n"${'x'.repeat(1000)}"\n${EVENT}`, 2, ['oversized']],
    ['a last line that is too long', `${EVENT}\n"${'x'.repeat(1000)}`, 1, ['oversized']],
    ['a text that holds nothing', '"some words"', 0, ['undecodable']],
    ['an event whose type is none', '{"type":"x","timestamp":1}', 1, []],
    ['nothing', '', 0, []],
    ['white space', ' \n\r\n\t', 0, []],
  ];
  for (const [title, text, count, warnings] of damaged) {
    it(`goes on behind ${title}`, () => {
      for (const size of SIZES) {
        const found = decode(text, size);
        expect({ count: found.events.length, warnings: found.warnings }).to.deep.equal({ count, warnings });
      }
    });
  }
});
