import { expect } from 'chai';
import type { Har } from 'har-format';
import { HARError, validate } from 'har-validator-compiled';
import { readFile } from 'node:fs/promises';
import { VERSION } from '../../../../src/core/version.ts';
import { archive, page, request } from './made.ts';

const message = (body: string | null, type = '', ...redacted: string[]) => ({
  headers: type === '' ? [] : [['Content-Type', type] as const],
  body,
  redacted,
});

/** An archive that holds against the schema of HAR 1.2. */
async function har(...made: Parameters<typeof archive>): Promise<Har> {
  const archived: unknown = JSON.parse(await archive(...made));
  try {
    validate('har', archived);
  } catch (error) {
    throw new Error(JSON.stringify((error as HARError).errors), { cause: error });
  }
  return archived as Har;
}

const one = async (...fields: Parameters<typeof request>) =>
  (await har([], request(...fields))).log.entries[0]!;

describe('requests as an HTTP Archive', () => {
  it('are checked by a validator that refuses what is none', () => {
    expect(() => validate('har', { log: { version: '1.2', entries: [{}] } })).to.throw(HARError);
  });

  it('say by what they were written', async () => {
    const { log } = await har([]);
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(log).to.deep.equal({
      version: '1.2',
      creator: { name: 'portable-replay', version },
      entries: [],
      pages: [],
    });
    expect(VERSION).to.equal(version);
  });

  it('have what was recorded', async () => {
    const entry = await one(5, {
      protocol: 'h2',
      url: 'https://shop.test/api/pay?a=1&b=%20x',
      sizes: { transferred: 326, encoded: 26, decoded: 40 },
      phases: [
        { name: 'blocked', seconds: 0.0014 },
        { name: 'connect', seconds: 0.01 },
        { name: 'ssl', seconds: 0.02 },
        { name: 'wait', seconds: 0.2 },
        { name: 'receive', seconds: 0.0186 },
      ],
      request: message('{"cart":1}', 'application/json'),
      response: message('{"error":"Card declined"}', 'application/json'),
    });
    expect(entry).to.deep.equal({
      startedDateTime: '2026-11-21T04:31:31.000Z',
      time: 250,
      request: {
        method: 'POST',
        url: 'https://shop.test/api/pay?a=1&b=%20x',
        httpVersion: 'h2',
        cookies: [],
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        queryString: [
          { name: 'a', value: '1' },
          { name: 'b', value: ' x' },
        ],
        postData: { mimeType: 'application/json', text: '{"cart":1}' },
        headersSize: -1,
        bodySize: 10,
      },
      response: {
        status: 402,
        statusText: '',
        httpVersion: 'h2',
        cookies: [],
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        content: { size: 40, mimeType: 'application/json', text: '{"error":"Card declined"}' },
        redirectURL: '',
        headersSize: -1,
        bodySize: 26,
        _transferSize: 326,
      },
      cache: {},
      timings: { blocked: 1.4, dns: -1, connect: 30, ssl: 20, send: 0, wait: 200, receive: 18.6 },
      _windowId: '1',
      _resourceType: 'fetch',
    });
  });

  it('have their whole length in one phase where phases were not recorded', async () => {
    const { time, timings } = await one(5, { duration: 0.1234567 });
    expect([time, timings.wait, timings.receive]).to.deep.equal([123.457, 123.457, 0]);
    expect((await one(5, { duration: null })).time).to.equal(0);
  });

  it('keep redactions and say what was redacted', async () => {
    const { request: sent, response } = await one(5, {
      url: 'https://shop.test/?email=<masked>',
      request: {
        headers: [['Authorization', 'redacted']],
        body: '[SessionRecording] Request body redacted as might contain: password',
        redacted: ['Authorization', 'body', 'email'],
      },
      response: message('x.test is in deny list', 'text/html', 'body'),
    });
    expect(sent.headers).to.deep.equal([{ name: 'Authorization', value: 'redacted' }]);
    expect(sent.comment).to.equal('Redacted by the recorder: Authorization, body, email.');
    expect(sent.url).to.equal('https://shop.test/?email=%3Cmasked%3E');
    expect(sent.bodySize).to.equal(-1);
    expect(sent.postData).to.deep.include({
      text: '',
      comment: '[SessionRecording] Request body redacted as might contain: password',
    });
    expect(response.content).to.deep.include({ size: 0, comment: 'x.test is in deny list' });
    expect(response.comment).to.equal('Redacted by the recorder: body.');
  });

  it('have bodies in base64 as such', async () => {
    const { content } = (
      await one(5, { response: message('data:image/png;base64,iVBORw0KGgo=', 'image/png') })
    ).response;
    expect(content).to.deep.equal({
      size: 8,
      mimeType: 'image/png',
      text: 'iVBORw0KGgo=',
      encoding: 'base64',
    });
  });

  it('say why there is no answer', async () => {
    const entry = await one(5, { status: null, error: 'aborted' });
    expect([entry.response.status, (entry as { _error?: string })._error]).to.deep.equal([0, 'aborted']);
  });

  it('say that they came from a cache', async () => {
    const entry = await one(5, { cached: true, sizes: { transferred: 0, encoded: 26, decoded: 40 } });
    expect([entry.response.bodySize, entry.cache.comment]).to.deep.equal([
      0,
      'The answer came from a cache, or was confirmed by the server.',
    ]);
  });

  it('have an address, whatever was recorded', async () => {
    const home = page(0, 'https://shop.test/cart/');
    const urls = await Promise.all(
      ['/api', '../a b', '', 'http://', 'javascript:alert(1)'].map(async (url) => {
        const { log } = await har([home], request(5, { url, method: '' }));
        return log.entries[0]!.request;
      }),
    );
    expect(urls.map(({ url }) => url)).to.deep.equal([
      'https://shop.test/api',
      'https://shop.test/a%20b',
      'about:invalid',
      'about:invalid',
      'javascript:alert(1)',
    ]);
    expect(urls[3]?.comment).to.equal('Recorded address: http:// The method was not recorded.');
    expect(urls[3]?.method).to.equal('GET');
  });

  describe('belong to the page', () => {
    const pages = [
      page(0, 'https://shop.test/'),
      page(10.3, 'https://shop.test/pay'),
      page(12, 'https://shop.test/pay#done', 'script'),
      page(20, 'https://shop.test/other', 'load', '2'),
    ];
    const navigation = { type: 'navigation', url: 'https://shop.test/pay' };

    it('that was loaded or was loading in their window', async () => {
      const { log } = await har(
        pages,
        request(1),
        request(9),
        request(10, navigation),
        request(10.1, { type: 'script' }),
        request(13),
        request(14, {}, '2'),
        request(21, {}, '2'),
        request(22, {}, '3'),
      );
      expect(log.entries.map(({ pageref }) => pageref)).to.deep.equal([
        'page-0',
        'page-0',
        'page-10300',
        'page-10300',
        'page-10300',
        undefined,
        'page-20000',
        undefined,
      ]);
      expect(log.pages).to.deep.equal([
        {
          startedDateTime: '2026-11-21T04:31:26.000Z',
          id: 'page-0',
          title: 'https://shop.test/',
          pageTimings: {},
        },
        {
          startedDateTime: '2026-11-21T04:31:36.000Z',
          id: 'page-10300',
          title: 'https://shop.test/pay',
          pageTimings: {},
        },
        {
          startedDateTime: '2026-11-21T04:31:46.000Z',
          id: 'page-20000',
          title: 'https://shop.test/other',
          pageTimings: {},
        },
      ]);
    });
  });

  it('leave out entries of other kinds', async () => {
    const { log } = await har([], page(1, '/'), request(2));
    expect(log.entries).to.have.length(1);
  });
});
