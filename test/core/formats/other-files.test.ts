import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { strToU8, zipSync } from 'fflate';
import { openRecording, ReplayError, type ReplaySource } from '../../../src/core/index.ts';

async function refusalOf(source: ReplaySource): Promise<string> {
  const thrown = await openRecording(source).catch((error: unknown) => error);
  if (!(thrown instanceof ReplayError))
    throw new Error('It opens, or says nothing of itself', { cause: thrown });
  return thrown.message;
}

const ANALYTICS = {
  uuid: '018f',
  event: '$pageview',
  distinct_id: 'u1',
  properties: { $session_id: 's1', $current_url: 'https://a.example/' },
  timestamp: '2024-05-01T10:00:00Z',
};
const ABOUT = { id: '018f', recording_duration: 33, start_time: '2024-05-01T10:00:00Z', click_count: 3 };
const TRACE =
  '{"version":7,"type":"context-options","origin":"library","browserName":"chromium"}\n{"type":"before"}\n';

/** What people have taken for recordings: the file, and what is said of it before what would help. */
const FILES: readonly [name: string, content: unknown, says: string, helps: RegExp][] = [
  [
    'page.json',
    { results: [ANALYTICS], next: null },
    'contains analytics events',
    /session replay of PostHog/,
  ],
  ['list.json', [ANALYTICS, ANALYTICS], 'contains analytics events', /session replay of PostHog/],
  ['lines.jsonl', `${JSON.stringify(ANALYTICS)}\n`.repeat(2), 'contains analytics events', /session replay/],
  ['query.json', { columns: ['event'], results: [['$pageview']] }, 'contains analytics events', /export it/],
  [
    'table.csv',
    '*.uuid,*.event,*.timestamp\n018f,$pageview,2024\n',
    'contains analytics events',
    /export it/,
  ],
  ['session.json', ABOUT, 'describes a recording', /Download its snapshots/],
  ['row.json', { ...ABOUT, session_id: '018f' }, 'describes a recording', /Download its snapshots/],
  ['rows.json', { results: [ABOUT], has_next: false }, 'lists recordings', /session replay of PostHog/],
  ['net.har', { log: { version: '1.2', creator: {}, entries: [] } }, 'is a HAR', /developer tools/],
  ['long.har', { log: { version: '1.2', entries: ['x'.repeat(2 ** 21)] } }, 'is a HAR', /developer tools/],
  ['0.trace', TRACE, 'is a trace of Playwright', /npx playwright show-trace/],
  ['photo.png', '\u0089PNG\r\n\u001a\n\u0000', 'is an image', /Choose a PostHog export/],
  ['film.mp4', '\0\0\0\u0020ftypisom\0\0', 'is a video', /Choose a PostHog export/],
  ['film.webm', '\u001aE\u00df\u00a3\0\0', 'is a video', /Choose a PostHog export/],
  ['bill.pdf', '%PDF-1.7\n', 'is a PDF', /Choose a PostHog export/],
];

/** Answers about errors, and what the server says in them. */
const ANSWERS: readonly [json: unknown, says: string][] = [
  [{ type: 'authentication_error', code: 'not_authenticated', detail: 'No key.', attr: null }, 'No key'],
  [{ detail: 'Not found.' }, 'Not found'],
  [{ error: 'Rate limit exceeded' }, 'Rate limit exceeded'],
  [{ error: { code: 500, message: 'Internal' } }, 'Internal'],
  [{ errors: [{ message: 'Bad field' }] }, 'Bad field'],
  [{ message: 'Bad credentials', documentation_url: 'https://docs.example' }, 'Bad credentials'],
  ['<?xml version="1.0"?>\n<Error><Code>1</Code><Message>Access Denied</Message></Error>', 'Access Denied'],
];

/** A file whose text stands for bytes, a character each. */
function file(name: string, content: unknown): File {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new File([Uint8Array.from(text, (character) => character.charCodeAt(0))], name);
}

describe('a file that holds no recording', () => {
  for (const [name, content, says, helps] of FILES) {
    it(`is called what it is: ${name}`, async () => {
      const message = await refusalOf(file(name, content));
      expect(message).to.include(`"${name}" ${says}`).and.match(helps);
    });
  }

  for (const [json, says] of ANSWERS) {
    it(`is quoted where it is the error of a server: ${JSON.stringify(json).slice(0, 50)}`, async () => {
      expect(await refusalOf(file('answer.json', json))).to.equal(
        `"answer.json" contains the error of a server instead of a recording: "${says}". Mend what it says, then download the recording again.`,
      );
    });
  }

  it('is not taken for an error of a server for a field that is called like one', async () => {
    for (const other of [{ message: 'Hello' }, { name: 'x', error: 'y', entries: [] }])
      expect(await refusalOf(file('x.json', other))).to.include('is a JSON object with the keys');
  });

  it('is an archive by name, not by what happens to come first in it', async () => {
    const zip = (files: Record<string, string>) =>
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
    const open = (name: string, files: Record<string, string>) => refusalOf(new File([zip(files)], name));
    expect(await open('trace.zip', { 'resources/a.html': '<html>', 'trace.trace': TRACE })).to.include(
      '"trace.zip" is a trace of Playwright',
    );
    expect(await open('a.docx', { '[Content_Types].xml': '<Types/>', 'word/a.xml': '<w/>' })).to.include(
      '"a.docx" is an archive. None of its 2 files is a session recording.',
    );
    expect(await open('one.zip', { 'net.har': '{"log":{"entries":[]}}' })).to.include('"net.har" is a HAR');
  });
});

describe('an address that answers with an error', () => {
  const answers: readonly [type: string, body: string, says: string][] = [
    ['application/json', '{"detail":"Slow down."}', 'and says: "Slow down"'],
    ['application/problem+json', '{"title":"x","detail":"Too much"}', 'and says: "Too much"'],
    ['application/json', `{"detail":"${'x'.repeat(100_000)}"}`, 'answered "429 Too Many Requests". Check'],
    ['text/html', '<p>Slow down', 'answered "429 Too Many Requests". Check'],
  ];
  for (const [type, body, says] of answers) {
    it(`is quoted: ${type} ${body.slice(0, 30)}`, async () => {
      const server = createServer((_, response) =>
        response.writeHead(429, { 'content-type': type }).end(body),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = server.address() as AddressInfo;
        expect(await refusalOf(`http://127.0.0.1:${port}/a.json`)).to.include(says);
      } finally {
        server.close();
      }
    });
  }
});
