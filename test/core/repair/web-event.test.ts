import { expect } from 'chai';
import { MobileTransformer } from '../../../src/core/mobile/mobile-transformer.ts';
import { toWebEvent } from '../../../src/core/repair/web-event.ts';
import { timeIn } from '../../../src/core/rrweb/event-time.ts';

const NOON = Date.UTC(2024, 4, 6, 12, 30, 15, 250);
const read = (value: unknown) => toWebEvent(value, new MobileTransformer());

describe('toWebEvent', () => {
  it('hands an event on as it is', () => {
    const event = { type: 3, timestamp: NOON, data: { source: 1 }, windowId: 'w' };
    const found = read(event);
    expect(found).to.deep.equal({
      type: 3,
      timestamp: NOON,
      data: { source: 1 },
      fields: event,
      changed: false,
    });
    expect(found!.fields).to.equal(event);
  });

  it('writes type and time as numbers and leaves what it was given', () => {
    const event = { type: '3', timestamp: String(NOON), data: { source: 1 }, delay: 5 };
    const before = structuredClone(event);
    expect(read(event)).to.deep.equal({
      type: 3,
      timestamp: NOON,
      data: { source: 1 },
      fields: { ...event, type: 3, timestamp: NOON },
      changed: true,
    });
    expect(event).to.deep.equal(before);
  });

  it('makes pages of the screens of an app', () => {
    const wireframes = [{ id: 1, type: 'text', text: 'hello', x: 0, y: 0, width: 10, height: 10 }];
    const found = read({
      type: 2,
      timestamp: 1,
      data: { wireframes, initialOffset: { top: 0, left: 0 } },
    });
    expect(found!.changed).to.be.true;
    expect(found!.data).to.have.nested.property('node.type', 0);
    expect(found!.fields['data']).to.equal(found!.data);
  });

  for (const data of [undefined, null, 'packed', 7, []]) {
    it(`has empty data for ${JSON.stringify(data)}, which stays in the event`, () => {
      const found = read({ type: 2, timestamp: 1, data });
      expect(found!.data).to.deep.equal({});
      expect(found!.fields['data']).to.equal(data);
    });
  }

  const none: readonly [title: string, value: unknown][] = [
    ['null', null],
    ['a number', 5],
    ['a list', [3, NOON]],
    ['nothing', {}],
    ['no type', { timestamp: 1 }],
    ['no time', { type: 3 }],
    ['half a type', { type: 3.5, timestamp: 1 }],
    ['a type that is a word', { type: 'click', timestamp: 1 }],
    ['an empty type', { type: '', timestamp: 1 }],
    ['a time that is a word', { type: 3, timestamp: 'now' }],
    ['an empty time', { type: 3, timestamp: '' }],
    ['a time that is a list', { type: 3, timestamp: [1] }],
    ['a time that is no number', { type: 3, timestamp: NaN }],
    ['a time without end', { type: 3, timestamp: Infinity }],
    ['a time beyond all dates', { type: 3, timestamp: 8.65e15 }],
    ['a time before all dates', { type: 3, timestamp: '-8650000000000000' }],
  ];
  for (const [title, value] of none) {
    it(`is none: ${title}`, () => expect(read(value)).to.be.null);
  }
});

describe('timeIn', () => {
  const cases: readonly [value: unknown, time: number | null][] = [
    [NOON, NOON],
    [0, 0],
    [-5.5, -5.5],
    [String(NOON), NOON],
    ['-5.5', -5.5],
    ['2024-05-06T12:30:15.250Z', NOON],
    ['2024-05-06T14:30:15.250+02:00', NOON],
    ['2024-05-06T14:30:15.250+0200', NOON],
    ['2024-05-06 14:30:15.25+02', NOON],
    ['2024-05-06 07:30:15.250-05', NOON],
    ['2024-05-06 12:30:15.250', NOON],
    ['2024-05-06 12:30:15.250000', NOON],
    ['2024-05-06T12:30:15.250', NOON],
    ['2024-05-06 12:30:15.250 UTC', NOON],
    ['2024-05-06 12:30:15', NOON - 250],
    ['2024-05-06 12:30', NOON - 15_250],
    ['2024-05-06', Date.UTC(2024, 4, 6)],
    ['Mon, 06 May 2024 12:30:15 GMT', NOON - 250],
    ['2024-05-06 25:99:99', null],
    ['2024-05-06 12:30:15 later', null],
    ['soon', null],
    ['', null],
    [null, null],
    [true, null],
    [[NOON], null],
    [{}, null],
    [NaN, null],
  ];
  for (const [value, time] of cases) {
    it(`is ${time} for ${JSON.stringify(value)}`, () => expect(timeIn(value)).to.equal(time));
  }
});
