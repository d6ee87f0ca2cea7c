import { expect } from 'chai';
import { mergeRequests } from '../../../../src/core/entries/requests/merge-requests.ts';
import type { RecordedRequest } from '../../../../src/core/entries/requests/recorded-request.ts';
import { requestDetails } from '../../../../src/core/entries/requests/request-details.ts';

const ORIGIN = 1_700_000_000_000;
const HREF = 'https://x.test/api/pay';

const recorded = (at: number, fields: object): RecordedRequest => {
  const entry = {
    name: HREF,
    entryType: 'resource',
    startTime: at,
    timeOrigin: ORIGIN,
    timestamp: ORIGIN + at,
  };
  const data = { plugin: 'rrweb/network@1', payload: { requests: [{ ...entry, ...fields }] } };
  return requestDetails(data, ORIGIN + 60_000)![0]!;
};

/** The browser's entry. */
const timing = (at: number, fields: object = {}) =>
  recorded(at, {
    initiatorType: 'fetch',
    duration: 30,
    requestStart: at + 1,
    responseStart: at + 20,
    responseEnd: at + 30,
    responseStatus: 500,
    transferSize: 326,
    encodedBodySize: 26,
    decodedBodySize: 26,
    nextHopProtocol: 'h2',
    ...fields,
  });

/** What was noted around a call of fetch. */
const call = (at: number, fields: object = {}) =>
  recorded(at, {
    initiatorType: 'fetch',
    method: 'POST',
    endTime: at + 33,
    requestBody: '{}',
    responseHeaders: { 'content-type': 'application/json' },
    ...fields,
  });

const many = (...requests: RecordedRequest[]) => mergeRequests(requests).map(({ at }) => at - ORIGIN);

describe('requests that were recorded twice', () => {
  for (const [order, requests] of [
    ['entry first', [timing(1003), call(1000)]],
    ['wrapper first', [call(1000), timing(1003)]],
  ] as const) {
    it(`become one with the data of both, ${order}`, () => {
      const [request, ...others] = mergeRequests(requests);
      expect(others).to.deep.equal([]);
      expect(request?.at).to.equal(ORIGIN + 1003);
      expect(request?.detail).to.deep.include({
        method: 'POST',
        status: 500,
        failed: true,
        duration: 0.03,
        protocol: 'h2',
        sizes: { transferred: 326, encoded: 26, decoded: 26 },
      });
      expect(request?.detail.request.body).to.equal('{}');
      expect(request?.detail.response.headers).to.have.length(1);
      expect(request?.detail.phases.map(({ name }) => name)).to.deep.equal(['blocked', 'wait', 'receive']);
    });
  }

  it('become one where the recorder started again', () => {
    expect(many(timing(1000), timing(1002), call(1001))).to.deep.equal([1000]);
  });

  it('are not failed where the browser knows that they are not', () => {
    const [request] = mergeRequests([
      call(1000, { responseHeaders: undefined }),
      timing(1003, { responseStatus: 200 }),
    ]);
    expect([request?.detail.status, request?.detail.failed]).to.deep.equal([200, false]);
  });

  it('keep other fields of the first', () => {
    const [request] = mergeRequests([
      { ...call(1000), windowId: 'a' },
      { ...timing(1003), windowId: 'a' },
    ]);
    expect(request?.windowId).to.equal('a');
  });
});

describe('requests that are as good as equal', () => {
  it('stay two where a page called twice', () => {
    const requests = mergeRequests([call(1000), call(1001), timing(1003), timing(1004)]);
    expect(requests.map(({ at, detail }) => [at - ORIGIN, detail.method, detail.protocol])).to.deep.equal([
      [1003, 'POST', 'h2'],
      [1004, 'POST', 'h2'],
    ]);
  });

  it('stay two where they went to two addresses, were of two types or had two statuses', () => {
    expect(many(call(1000), timing(1003, { name: `${HREF}?2` }))).to.have.length(2);
    expect(many(call(1000), timing(1003, { initiatorType: 'img' }))).to.have.length(2);
    expect(many(call(1000, { status: 200 }), timing(1003, { responseStatus: 500 }))).to.have.length(2);
  });

  it('stay two where they were sent one after the other', () => {
    expect(many(call(1000), timing(1100))).to.have.length(2);
    expect(many(timing(1000), timing(1010))).to.have.length(2);
  });
});

it('requests are given in the order in which they were sent', () => {
  expect(many(timing(3000), call(1000), timing(2000))).to.deep.equal([1000, 2000, 3000]);
});

it('a hundred thousand requests to one address at one time are gone through in little time', () => {
  const requests = Array.from({ length: 100_000 }, () => call(1000));
  expect(mergeRequests(requests)).to.have.length(100_000);
});
