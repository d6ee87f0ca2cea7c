import { expect } from 'chai';
import { RowReader } from '../../../src/core/decode/row-reader.ts';
import { foundIn, listener, type Told } from './context.ts';

const json = (value: unknown) => JSON.stringify(value);
const snapshot = (fields: object) => ({
  event: '$snapshot',
  properties: { $session_id: 's', $snapshot_data: [], ...fields },
});

/** What is told of rows that hold no events. */
function tell(...rows: unknown[]): Told {
  const { context, told } = listener();
  const reader = new RowReader(context);
  for (const row of rows) expect(foundIn(reader.read(row))).to.deep.equal([]);
  return told;
}

describe('RowReader, besides events', () => {
  const facts: readonly [title: string, row: unknown, told: Told['facts']][] = [
    [
      'a $snapshot event',
      snapshot({ $lib: 'ios', $lib_version: '3.1', $snapshot_source: 'mobile' }),
      [['s', { id: 's', library: 'ios', version: '3.1', platform: 'mobile' }]],
    ],
    ['a $snapshot event of the web', snapshot({ $snapshot_source: 'web', $lib: 7 }), [['s', { id: 's' }]]],
    ['a row of the warehouse', { session_id: 's', snapshot_data: '[]' }, [['s', { id: 's' }]]],
    [
      'a row about the session',
      { session_id: 's', snapshot_library: 'web', snapshot_source: 'mobile' },
      [[null, { id: 's', library: 'web', platform: 'mobile' }]],
    ],
  ];
  for (const [title, row, told] of facts) {
    it(`tells what ${title} says of the recording`, () => expect(tell(row).facts).to.deep.equal(told));
  }

  it('makes markers of other analytics events that have a time', () => {
    const properties = { $session_id: 's' };
    const found = tell(
      { event: '$pageview', timestamp: '2024-05-06 09:00:00.5', properties },
      { event: 'paid', timestamp: 1700000000000, properties: json(properties) },
      { event: 'paid', timestamp: 1, properties: '{damaged' },
      { event: 'never', timestamp: 'soon', properties },
    );
    expect(found.markers).to.deep.equal([
      [Date.UTC(2024, 4, 6, 9, 0, 0, 500), '$pageview', 's'],
      [1700000000000, 'paid', 's'],
      [1, 'paid', null],
    ]);
  });
});
