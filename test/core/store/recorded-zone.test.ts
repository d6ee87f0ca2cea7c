import { expect } from 'chai';
import { recordedZone } from '../../../src/core/store/recorded-zone.ts';

const zoneOf = (properties: unknown) => recordedZone(JSON.stringify({ distinct_ids: [], properties }));

describe('recordedZone', () => {
  it('is the one that the person’s browser or address was in', () => {
    expect(zoneOf({ $geoip_time_zone: 'Europe/Berlin' })).to.equal('Europe/Berlin');
    expect(zoneOf({ $geoip_time_zone: 'Europe/Berlin', $timezone: 'Asia/Tokyo' })).to.equal('Asia/Tokyo');
    expect(zoneOf({ $initial_geoip_time_zone: 'America/New_York' })).to.equal('America/New_York');
  });

  it('is nothing that no clock can be set by', () => {
    for (const value of ['Nowhere/Land', '+02:00', '', 7, null, ['UTC'], { a: 1 }])
      expect(zoneOf({ $timezone: value }), JSON.stringify(value)).to.equal(null);
    expect(zoneOf({ $timezone: 'Nowhere/Land', $geoip_time_zone: 'Asia/Tokyo' })).to.equal('Asia/Tokyo');
  });

  it('is not known where the file does not say', () => {
    expect(recordedZone(null)).to.equal(null);
    for (const person of ['null', '[]', '"x"', '{}', '{"properties":[]}'])
      expect(recordedZone(person)).to.equal(null);
  });
});
