import { expect } from 'chai';
import { requestDetails } from '../../../../src/core/entries/requests/request-details.ts';
import type { RequestDetail } from '../../../../src/core/entries/requests/request.ts';

const TIME = 1_795_235_499_427;
const ORIGIN = 1_795_235_494_355;

const plugin = (...requests: unknown[]) => ({ plugin: 'rrweb/network@1', payload: { requests } });
const span = (payload: unknown) => ({ tag: 'performanceSpan', payload });

/** The one request that an event tells of. */
function one(data: unknown, time = TIME): RequestDetail & { at: number } {
  const requests = requestDetails(data, time);
  expect(requests).to.have.length(1);
  const [{ at, detail }] = requests as [{ at: number; detail: RequestDetail }];
  return { at, ...detail };
}

/** As posthog-js recorded it in fixtures/recordings/checkout.jsonl. */
const pay = {
  name: 'http://shop.example/api/pay',
  entryType: 'resource',
  startTime: 5013,
  duration: 5.5,
  initiatorType: 'fetch',
  deliveryType: '',
  nextHopProtocol: 'http/1.1',
  contentType: 'application/json',
  redirectStart: 0,
  redirectEnd: 0,
  fetchStart: 5012.6,
  domainLookupStart: 5012.6,
  domainLookupEnd: 5012.6,
  connectStart: 5012.6,
  secureConnectionStart: 0,
  connectEnd: 5012.6,
  requestStart: 5014,
  responseStart: 5017.5,
  responseEnd: 5018.1,
  transferSize: 326,
  encodedBodySize: 26,
  decodedBodySize: 26,
  responseStatus: 500,
  serverTiming: [],
  endTime: 5018,
  timeOrigin: ORIGIN,
  timestamp: ORIGIN + 5012,
  method: 'POST',
  status: 500,
  requestHeaders: { 'content-type': 'text/plain;charset=UTF-8', 'Authorization': 'redacted' },
  requestBody: '[SessionRecording] Request body redacted as might contain: password',
  responseHeaders: { 'content-type': 'application/json' },
  responseBody: 'Chunked Transfer-Encoding is not supported',
};

/** A browser's entry for a resource that no script asked for. */
const image = {
  name: 'https://x.test/fern.png',
  entryType: 'resource',
  initiatorType: 'img',
  startTime: 100,
  duration: 40,
  endTime: 140,
  timeOrigin: ORIGIN,
  timestamp: ORIGIN + 100,
};

const seconds = ({ phases }: RequestDetail) =>
  Object.fromEntries(phases.map((phase) => [phase.name, Math.round(phase.seconds * 1e6) / 1e6]));

describe("PostHog's requests", () => {
  it('have what the wrapper of fetch and the browser wrote', () => {
    const { phases, ...request } = one(plugin(pay));
    expect(request).to.deep.equal({
      at: ORIGIN + 5012,
      method: 'POST',
      url: 'http://shop.example/api/pay',
      status: 500,
      type: 'fetch',
      failed: true,
      error: '',
      cached: false,
      duration: 0.0055,
      sizes: { transferred: 326, encoded: 26, decoded: 26 },
      protocol: 'http/1.1',
      request: {
        headers: [
          ['content-type', 'text/plain;charset=UTF-8'],
          ['Authorization', 'redacted'],
        ],
        body: '[SessionRecording] Request body redacted as might contain: password',
        redacted: ['Authorization', 'body'],
      },
      response: {
        headers: [['content-type', 'application/json']],
        body: 'Chunked Transfer-Encoding is not supported',
        redacted: [],
      },
    });
    expect(phases.map(({ name }) => name)).to.deep.equal(['blocked', 'wait', 'receive']);
  });

  it('go through phases that together last as long as the request', () => {
    const request = one(
      plugin({
        ...image,
        duration: 100,
        redirectStart: 100,
        redirectEnd: 110,
        fetchStart: 110,
        domainLookupStart: 115,
        domainLookupEnd: 120,
        connectStart: 120,
        secureConnectionStart: 130,
        connectEnd: 145,
        requestStart: 150,
        responseStart: 180,
        responseEnd: 200,
      }),
    );
    expect(seconds(request)).to.deep.equal({
      redirect: 0.01,
      blocked: 0.01,
      dns: 0.005,
      connect: 0.01,
      ssl: 0.015,
      wait: 0.03,
      receive: 0.02,
    });
    expect(request.phases.map(({ name }) => name)).to.deep.equal([
      'redirect',
      'blocked',
      'dns',
      'connect',
      'ssl',
      'wait',
      'receive',
    ]);
  });

  it('of a page end with its answer, not when it has loaded', () => {
    const page = one(
      plugin({
        name: 'https://x.test/',
        entryType: 'navigation',
        initiatorType: 'navigation',
        startTime: 0,
        duration: 701.3,
        fetchStart: 2.5,
        requestStart: 4.1,
        responseStart: 16.9,
        responseEnd: 21.6,
        transferSize: 3592,
        encodedBodySize: 3292,
        decodedBodySize: 3292,
        responseStatus: 200,
        endTime: 22,
        timeOrigin: ORIGIN,
        timestamp: ORIGIN,
      }),
    );
    expect([page.type, page.duration, page.status, page.at]).to.deep.equal([
      'navigation',
      0.0216,
      200,
      ORIGIN,
    ]);
  });

  it('of another site that opens nothing to the page have no phases and sizes, and are neither failed nor cached', () => {
    const closed = {
      transferSize: 0,
      encodedBodySize: 0,
      decodedBodySize: 0,
      responseStatus: 0,
      requestStart: 0,
    };
    const request = one(plugin({ ...image, ...closed }));
    expect(request.phases).to.deep.equal([]);
    expect(request.sizes).to.deep.equal({ transferred: null, encoded: null, decoded: null });
    expect([request.failed, request.cached, request.status, request.duration]).to.deep.equal([
      false,
      false,
      null,
      0.04,
    ]);
  });

  for (const [why, entry] of [
    ['nothing was transferred', { transferSize: 0, encodedBodySize: 500, decodedBodySize: 900 }],
    [
      'less was transferred than the body has',
      { transferSize: 300, encodedBodySize: 500, decodedBodySize: 900 },
    ],
    ['the browser says so', { deliveryType: 'cache' }],
    ['nothing has changed', { status: 304 }],
    ['an app says that nothing was transferred', { transferSize: 0, method: 'GET', responseStatus: 200 }],
  ] as const) {
    it(`are cached where ${why}`, () => {
      expect(one(plugin({ ...image, ...entry })).cached).to.equal(true);
    });
  }

  describe('failed', () => {
    const wrapped = { ...image, initiatorType: 'fetch', method: 'GET' };
    const xhr = { ...wrapped, initiatorType: 'xmlhttprequest' };
    for (const [why, entry, failed] of [
      ['where the status says so', { ...wrapped, status: 402 }, true],
      ['not where it is moved', { ...wrapped, status: 301 }, false],
      ['where fetch got no answer', wrapped, true],
      ['where an entry of the browser has no status besides', { ...wrapped, responseStatus: 0 }, true],
      [
        'not where fetch may not read an answer',
        { ...wrapped, status: 0, responseHeaders: {}, responseBody: '' },
        false,
      ],
      ['where XMLHttpRequest got none', { ...xhr, status: 0, responseHeaders: {}, responseBody: '' }, true],
      ['where iOS got none', { ...wrapped, responseStatus: -1, transferSize: -1 }, true],
      ['where it is said', { ...wrapped, status: 200, error: 'aborted' }, true],
    ] as const) {
      it(why, () => {
        expect(one(plugin(entry)).failed).to.equal(failed);
      });
    }
  });

  it('that were redacted say of what', () => {
    const { request, response } = one(
      plugin({
        ...image,
        name: 'https://x.test/?email=%3Cmasked%3E&page=2&gclid=<masked>',
        requestHeaders: { Cookie: 'redacted', Accept: '*/*' },
        responseHeaders: { 'set-cookie': 'redacted' },
        responseBody: 'ingest.x.test is in deny list',
      }),
    );
    expect(request.redacted).to.deep.equal(['Cookie', 'email', 'gclid']);
    expect(response.redacted).to.deep.equal(['set-cookie', 'body']);
  });

  it('of apps have a status of another name', () => {
    const request = one({
      plugin: 'rrweb/network@1',
      payload: {
        requests: [
          {
            duration: 28,
            entryType: 'resource',
            initiatorType: 'fetch',
            method: 'GET',
            name: 'https://x.test/a.jpg',
            responseStatus: 200,
            timestamp: 1_725_369_200_216,
            transferSize: 82_375,
          },
        ],
      },
    });
    expect([
      request.at,
      request.status,
      request.duration,
      request.sizes.transferred,
      request.failed,
    ]).to.deep.equal([1_725_369_200_216, 200, 0.028, 82_375, false]);
  });

  it('leave out entries that are no requests', () => {
    const timing = { entryType: 'serverTiming', name: 'db', duration: 3, startTime: 5013, timestamp: ORIGIN };
    expect(
      requestDetails(plugin(pay, timing, { entryType: 'paint', name: 'first-paint' }), TIME),
    ).to.have.length(1);
  });

  it('without an entry of the browser have the times of the wrapper', () => {
    const request = one(
      plugin({
        name: '/api/pay',
        startTime: 100,
        endTime: 350,
        timeOrigin: ORIGIN,
        timestamp: ORIGIN + 100,
        method: 'get',
        status: 200,
        initiatorType: 'xmlhttprequest',
      }),
    );
    expect([request.at, request.duration, request.method, request.phases]).to.deep.equal([
      ORIGIN + 100,
      0.25,
      'GET',
      [],
    ]);
  });

  it('cannot be sent after they were told of', () => {
    expect(one(plugin({ ...image, timestamp: TIME * 1000 })).at).to.equal(TIME - 40);
  });
});

describe("requests of rrweb's own plugin", () => {
  it('are placed by the time of the event that tells of them', () => {
    const requests = requestDetails(
      plugin(
        {
          initiatorType: 'navigation',
          entryType: 'navigation',
          name: 'https://x.test/',
          startTime: 0,
          endTime: 20,
        },
        {
          initiatorType: 'script',
          entryType: 'resource',
          name: 'https://x.test/a.js',
          startTime: 30,
          endTime: 90,
        },
      ),
      TIME,
    );
    expect(requests?.map(({ at }) => at)).to.deep.equal([TIME - 90, TIME - 60]);
  });

  it('may have no times', () => {
    const request = one(
      plugin({
        name: 'https://x.test/api',
        method: 'PUT',
        requestHeaders: {},
        responseHeaders: {},
        responseBody: 'x',
      }),
    );
    expect([request.at, request.duration, request.type, request.failed]).to.deep.equal([
      TIME,
      null,
      'other',
      false,
    ]);
  });
});

describe('streams', () => {
  it('are told by their address', () => {
    expect(one(plugin({ ...image, name: 'wss://x.test/live', initiatorType: 'other' })).type).to.equal(
      'websocket',
    );
  });

  it('are told by the type of their answer', () => {
    const stream = { contentType: 'text/event-stream' };
    expect(one(plugin({ ...image, initiatorType: 'other', ...stream })).type).to.equal('eventsource');
    expect(one(plugin({ ...image, initiatorType: 'fetch', ...stream })).type).to.equal('fetch');
  });
});

describe("Sentry's requests", () => {
  const fetched = {
    op: 'resource.fetch',
    description: 'https://x.test/api/pay',
    startTimestamp: 1_700_000_001.25,
    endTimestamp: 1_700_000_001.75,
    data: {
      method: 'POST',
      statusCode: 402,
      request: { size: 11, headers: { 'content-type': 'application/json' }, body: { card: '[Filtered]' } },
      response: { size: 20, headers: { authorization: '[Filtered]' }, body: 'Card declined' },
    },
  };

  it('of a script have both directions', () => {
    const request = one(span(fetched));
    expect(request).to.deep.include({
      at: 1_700_000_001_250,
      method: 'POST',
      url: 'https://x.test/api/pay',
      status: 402,
      type: 'fetch',
      failed: true,
      duration: 0.5,
      sizes: { transferred: null, encoded: 20, decoded: null },
    });
    expect(request.request.body).to.equal('{"card":"[Filtered]"}');
    expect(request.response.redacted).to.deep.equal(['authorization']);
  });

  it('of a script that got no status have failed', () => {
    const request = one(span({ ...fetched, op: 'resource.xhr', data: { method: 'GET' } }));
    expect([request.type, request.failed, request.status]).to.deep.equal(['xmlhttprequest', true, null]);
  });

  it('of other resources have sizes', () => {
    const request = one(
      span({
        op: 'resource.script',
        description: 'https://x.test/a.js',
        startTimestamp: 1_700_000_001,
        endTimestamp: 1_700_000_002,
        data: { size: 0, statusCode: 200, encodedBodySize: 400, decodedBodySize: 900 },
      }),
    );
    expect([request.type, request.cached, request.failed, request.method]).to.deep.equal([
      'script',
      true,
      false,
      '',
    ]);
    expect(request.sizes).to.deep.equal({ transferred: 0, encoded: 400, decoded: 900 });
  });

  it('of apps have what the app knows', () => {
    const android = { method: 'GET', statusCode: 404, requestBodySize: 400, responseBodySize: 300 };
    const request = one(span({ ...fetched, op: 'resource.http', data: android }));
    expect([request.type, request.status, request.sizes.encoded]).to.deep.equal(['fetch', 404, 300]);
    const ios = { statusCode: 200, query: 'q=1', fragment: 'f' };
    const other = one(
      span({ ...fetched, op: 'resource.http', endTimestamp: fetched.startTimestamp, data: ios }),
    );
    expect([other.url, other.duration]).to.deep.equal(['https://x.test/api/pay?q=1#f', null]);
  });

  it('are those of pages, but not those that a script put in place', () => {
    const page = { ...fetched, op: 'navigation.navigate', data: { size: 900, duration: 300 } };
    expect(one(span(page)).type).to.equal('navigation');
    for (const op of ['navigation.push', 'paint', 'memory', 'web-vital', 'largest-contentful-paint']) {
      expect(requestDetails(span({ ...fetched, op }), TIME), op).to.deep.equal([]);
    }
  });
});

describe('an event', () => {
  it('that tells of something else has no requests', () => {
    for (const data of [
      null,
      7,
      {},
      { plugin: 'rrweb/console@1', payload: { requests: [pay] } },
      { tag: 'x' },
    ]) {
      expect(requestDetails(data, TIME)).to.deep.equal([]);
    }
  });

  it('of no shape that is known says so', () => {
    for (const payload of [null, 7, {}, { requests: 'x' }, { requests: [7] }]) {
      expect(requestDetails({ plugin: 'rrweb/network@1', payload }, TIME), JSON.stringify(payload)).to.equal(
        null,
      );
    }
    expect(requestDetails(span({ op: 7 }), TIME)).to.equal(null);
  });

  it('may hold anything in the place of what is known', () => {
    for (const value of [null, -1, NaN, 1e300, 'x', true, [], [7], {}, { a: { b: 1 } }]) {
      const odd = Object.fromEntries(Object.keys(pay).map((key) => [key, value]));
      for (const entryType of ['resource', 'navigation']) {
        const request = one(plugin({ ...odd, entryType }));
        expect(request.at).to.be.a('number');
        expect(JSON.parse(JSON.stringify(request))).to.deep.equal(request);
      }
      const data = { method: value, statusCode: value, request: value, response: value, size: value };
      const odder = {
        op: 'resource.fetch',
        description: value,
        startTimestamp: value,
        endTimestamp: value,
        data,
      };
      expect(JSON.parse(JSON.stringify(one(span(odder))))).to.deep.equal(one(span(odder)));
    }
  });
});
