import { expect } from 'chai';
import { ApiError } from '../../../src/cli/pull/api-error.ts';
import { parseHost } from '../../../src/cli/pull/host.ts';
import { PosthogApi } from '../../../src/cli/pull/posthog-api.ts';
import { retryAfterOf, waitBefore } from '../../../src/cli/pull/retry.ts';
import { type Fault, KEY, PosthogServer, PROJECT } from './posthog-server.ts';
import { sessionOf } from './sessions.ts';

describe('PosthogApi', () => {
  let server: PosthogServer;
  let waits: number[];
  let api: PosthogApi;

  beforeEach(async () => {
    server = await PosthogServer.start([await sessionOf('one', 'idle-gap.jsonl')]);
    waits = [];
    api = apiWith(KEY);
  });

  afterEach(() => server.stop());

  const apiWith = (key: string, signal = new AbortController().signal) =>
    new PosthogApi({
      host: parseHost(server.host),
      project: PROJECT,
      key,
      signal,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    });

  const fail = (count: number, answer: Fault['answer']) =>
    server.faults.push(...Array.from({ length: count }, () => ({ at: '/one', answer })));

  const errorOf = async (work: Promise<unknown>) => {
    const thrown = await work.then(
      () => null,
      (error: unknown) => error,
    );
    expect(thrown).to.be.instanceOf(ApiError);
    return thrown as ApiError;
  };

  for (const [title, answer] of [
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a connection that is cut', { cutAfter: 10 }],
    ['an answer that just ends', { endAfter: 10 }],
  ] as const)
    it(`asks again after ${title}, after longer and longer times`, async () => {
      fail(3, answer);
      expect(await api.getJson('session_recordings/one')).to.include({ id: 'one' });
      expect(waits).to.have.length(3);
      for (const [i, ms] of waits.entries()) expect(ms).to.be.within(500 * 2 ** i, 1000 * 2 ** i);
    });

  it('waits for as long as the server says, in seconds or until a date', async () => {
    const date = new Date(Date.now() + 90_000).toUTCString();
    fail(1, { status: 429, headers: { 'retry-after': '3' } });
    fail(1, { status: 429, headers: { 'retry-after': date } });
    fail(1, { status: 503, headers: { 'retry-after': '0' } });
    await api.getJson('session_recordings/one');
    const [seconds, untilDate, none] = waits;
    expect([seconds, none]).to.deep.equal([3000, 0]);
    expect(untilDate).to.be.within(60_000, 90_000);
  });

  it('gives up in the end, and says what it was told', async () => {
    fail(6, { status: 500, body: { detail: 'A server error occurred.' } });
    const { message } = await errorOf(api.getJson('session_recordings/one'));
    expect(message).to.equal('PostHog answered 500: A server error occurred., tried 6 times');
    expect(server.requests).to.have.length(6);
  });

  it('does not wait for days', async () => {
    fail(1, { status: 429, headers: { 'retry-after': '90000' } });
    const { message } = await errorOf(api.getJson('session_recordings/one'));
    expect(message).to.include('rate limit is used up (429)').and.to.include('asks to wait for 90000 s');
    expect(waits).to.deep.equal([]);
  });

  for (const [status, message] of [
    [401, 'does not accept the key in POSTHOG_PERSONAL_API_KEY (401): Words.'],
    [403, 'the key may not read this (403): Words.'],
    [404, 'not found (404)'],
    [410, 'deleted for good on 2026-11-02 (410)'],
    [400, 'PostHog answered 400: Words.'],
  ] as const)
    it(`asks no second time after ${status}, and says it plainly`, async () => {
      fail(1, { status, body: { detail: 'Words.', deleted_at: '2026-11-02' } });
      const error = await errorOf(api.getJson('session_recordings/one'));
      expect(error.message).to.include(message);
      expect(error.status).to.equal(status);
      expect(server.requests).to.have.length(1);
    });

  it('says why a host cannot be reached', async () => {
    await server.stop();
    const { message } = await errorOf(api.getJson('session_recordings/one'));
    expect(message).to.match(/^the connection to PostHog failed: .*ECONNREFUSED.*, tried 6 times$/);
    server = await PosthogServer.start([]);
  });

  it('keeps the key out of messages, also where the server repeats it', async () => {
    fail(1, { status: 400, body: { detail: `Bearer ${KEY} is odd` } });
    expect((await errorOf(api.getJson('session_recordings/one'))).message).not.to.include(KEY);
  });

  it('follows to another origin without the key, and says whose host may be meant', async () => {
    const other = await PosthogServer.start([await sessionOf('one', 'idle-gap.jsonl')]);
    try {
      fail(1, { status: 301, headers: { location: `${other.host}/api/projects/7/session_recordings/one` } });
      const { message } = await errorOf(api.getJson('session_recordings/one'));
      expect(other.requests.map(({ authorization }) => authorization)).to.deep.equal([undefined]);
      expect(message).to.include(`Is --host ${other.host} meant?`);
    } finally {
      await other.stop();
    }
  });

  it('follows within the host with the key', async () => {
    fail(1, { status: 307, headers: { location: '/api/projects/7/session_recordings/one' } });
    expect(await api.getJson('session_recordings/one')).to.include({ id: 'one' });
  });

  it('does not follow to where others could read along, nor for ever', async () => {
    fail(1, { status: 302, headers: { location: 'http://shop.example/' } });
    expect((await errorOf(api.getJson('session_recordings/one'))).message).to.include('not encrypted');
    fail(9, { status: 302, headers: { location: '/api/projects/7/session_recordings/one' } });
    expect((await errorOf(api.getJson('session_recordings/one'))).message).to.include('without end');
  });

  it('stops when it is stopped', async () => {
    const stop = new AbortController();
    server.onRequest = () => stop.abort(new Error('stopped'));
    fail(1, { status: 500 });
    const thrown = await apiWith(KEY, stop.signal).getJson('session_recordings/one').catch(String);
    expect(thrown).to.equal('Error: stopped');
  });
});

describe('parseHost', () => {
  for (const [text, href] of [
    ['https://eu.posthog.com', 'https://eu.posthog.com/'],
    ['https://shop.example/posthog', 'https://shop.example/posthog/'],
    ['http://localhost:8010/', 'http://localhost:8010/'],
    ['http://[::1]:8010', 'http://[::1]:8010/'],
  ] as const)
    it(`takes ${text}`, () => expect(parseHost(text).href).to.equal(href));

  for (const text of [
    'eu.posthog.com',
    'http://eu.posthog.com',
    'http://127.0.0.1.example',
    'ftp://localhost',
    'https://me:secret@eu.posthog.com',
  ])
    it(`refuses ${text}`, () => expect(() => parseHost(text)).to.throw(TypeError));
});

describe('waiting', () => {
  const error = (retryAfter: number | null) => new ApiError('', { status: 500, retryAfter });

  it('doubles, up to a minute, and is never the same for all', () => {
    const waits = [1, 2, 3, 4, 5].map((attempt) => waitBefore(error(null), attempt, () => 1));
    expect(waits).to.deep.equal([1000, 2000, 4000, 8000, 16000]);
    expect(waitBefore(error(null), 5, () => 0)).to.equal(8000);
    expect(waitBefore(error(null), 6)).to.equal(null);
  });

  for (const [header, ms] of [
    [null, null],
    ['7', 7000],
    ['0.5', 500],
    ['soon', null],
    ['Mon, 30 Nov 2026 00:00:10 GMT', 10_000],
    ['Mon, 30 Nov 2026 00:00:00 GMT', 0],
    ['Sun, 29 Nov 2026 00:00:00 GMT', 0],
  ] as const)
    it(`reads Retry-After: ${header}`, () =>
      expect(retryAfterOf(header, Date.UTC(2026, 10, 30))).to.equal(ms));
});
