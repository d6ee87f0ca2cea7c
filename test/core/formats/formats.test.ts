import { expect } from 'chai';
import { isDetailed } from '../../../src/core/replay-error.ts';
import { whatWasFound } from '../../../src/locale/describe.ts';
import { english } from '../../../src/locale/en/index.ts';
import { bytesOf, decode, DELIVERIES } from './shapes.ts';

const META = {
  type: 4,
  timestamp: 1000,
  data: { href: 'https://x.test/?q="é\u0085"', width: 800, height: 600 },
};
const CUSTOM = {
  type: 5,
  timestamp: 2000,
  data: { tag: 'brackets ]}[{ and \\" quotes', payload: { '__proto__': 1 } },
};
const PACKED = { type: 2, timestamp: 1001, cv: '2024-10', data: '\u001f\u008b\u0000"\\' };
const EVENTS = [META, PACKED, CUSTOM];

const inWindow = (windowId: string | number) => EVENTS.map((event) => ({ windowId, ...event }));
const json = (value: unknown, indent?: number) => JSON.stringify(value, null, indent);

/** Each shape, with the window that the file names outside of the event. */
const shapes: readonly [
  title: string,
  text: string,
  format: string,
  windows: readonly (string | null)[],
  id?: string,
][] = [
  [
    'an export of today',
    `{"version":"2023-04-28","data":{"id":"rec-1","person":{"properties":{"a":[1,{"b":"]"}]}},"snapshots":${json(inWindow(1))}}}`,
    'posthog-export-2023-04-28',
    [null, null, null],
    'rec-1',
  ],
  [
    'an export whose person is undefined',
    `{"version":"2023-04-28","data":{"id":"rec-1","person":undefined,"snapshots":${json(inWindow(1))}}}`,
    'posthog-export-2023-04-28',
    [null, null, null],
    'rec-1',
  ],
  [
    "an indented export with the windows' own ids",
    json({ version: '2023-04-28', data: { id: '', snapshots: inWindow('w-aaa') } }, 2),
    'posthog-export-2023-04-28',
    [null, null, null],
    '',
  ],
  [
    'an export with its version at the end',
    json({ data: { snapshots: inWindow('w-aaa'), id: 'late' }, version: '2023-04-28' }),
    'posthog-export-2023-04-28',
    [null, null, null],
    'late',
  ],
  [
    'an export of 2022',
    json({
      version: '2022-12-02',
      data: {
        person: null,
        segments: [{ type: 9 }],
        snapshotsByWindowId: { 'w-a': [META], 'w-b': [PACKED, CUSTOM] },
      },
    }),
    'posthog-export-2022-12-02',
    ['w-a', 'w-b', 'w-b'],
  ],
  [
    'lines of window and event',
    EVENTS.map((event) => json(['w "\\', event])).join('\n'),
    'posthog-snapshots-jsonl',
    ['w "\\', 'w "\\', 'w "\\'],
  ],
  [
    'a single line of window and event',
    json(['', META]).replace(json(META), json(EVENTS[0])),
    'posthog-snapshots-jsonl',
    [''],
  ],
  [
    'lines of batches',
    `${json({ window_id: 'w', data: [META, PACKED] })}\r\n\n${json({ window_id: 'v', data: [CUSTOM] })}\n`,
    'posthog-snapshots-jsonl',
    ['w', 'w', 'v'],
  ],
  [
    'lines of events that name their window',
    inWindow('w')
      .map((event) => json(event))
      .join('\n'),
    'posthog-snapshots-jsonl',
    [null, null, null],
  ],
  [
    'an answer of the paginated API',
    json({ next: null, snapshot_data_by_window_id: { w: EVENTS } }),
    'posthog-api-page',
    ['w', 'w', 'w'],
  ],
  [
    'the same below result',
    json({ result: { snapshot_data_by_window_id: { w: EVENTS } } }),
    'posthog-api-page',
    ['w', 'w', 'w'],
  ],
  [
    'an answer with result.snapshots',
    json({ result: { snapshots: EVENTS, person: {} } }),
    'posthog-api-page',
    [null, null, null],
  ],
  ['an answer with a list as result', json({ result: EVENTS }), 'posthog-api-page', [null, null, null]],
  ['a list of events', json(EVENTS), 'rrweb-events', [null, null, null]],
  ['an object in an object', json({ 'a/b': { from: 1, rec: EVENTS } }), 'rrweb-events', [null, null, null]],
  [
    'an object that names its session',
    json({ sessionId: 'a-session', events: EVENTS }),
    'rrweb-events',
    [null, null, null],
    'a-session',
  ],
  [
    'an object that names its session last',
    json({ events: EVENTS, session_id: 'a-session', id: 7 }),
    'rrweb-events',
    [null, null, null],
    'a-session',
  ],
  [
    'an object in a list',
    json({ info: [{ type: 3 }], sessions: [{ events: EVENTS }] }),
    'rrweb-events',
    [null, null, null],
  ],
  ['an object with events under any key', json({ n: 2, rec: EVENTS }), 'rrweb-events', [null, null, null]],
  ['an object with events', json({ session: { id: 1 }, events: EVENTS }), 'rrweb-events', [null, null, null]],
];

describe('formats', () => {
  for (const [title, text, format, windows, id = ''] of shapes) {
    describe(title, () => {
      for (const [delivery, cut] of DELIVERIES) {
        it(`is read ${delivery}`, async () => {
          const decoded = await decode(cut(bytesOf(text)));
          expect(decoded.format).to.equal(format);
          expect(decoded.id).to.equal(id);
          expect(decoded.warnings).to.deep.equal([]);
          expect(decoded.events.map(([windowId]) => windowId)).to.deep.equal(windows);
          const events = decoded.events.map(([, event]) => {
            const { windowId, ...rest } = event as Record<string, unknown>;
            return rest;
          });
          expect(events).to.deep.equal(EVENTS.slice(0, windows.length));
        });
      }
    });
  }

  it('tells recordings that stand side by side apart', async () => {
    const decoded = await decode([bytesOf(json([[META, CUSTOM], [PACKED]]))]);
    expect(decoded.recordings).to.deep.equal(['0', '0', '1']);
  });

  it('reads a known body under an unknown version, and says so', async () => {
    const decoded = await decode([
      bytesOf(json({ version: '2024-04-30', data: { id: 'x', snapshots: EVENTS } })),
    ]);
    expect(decoded.events).to.have.length(3);
    expect(decoded.warnings).to.deep.equal(['unknown-version']);
  });

  it('keeps the events before the cut of a file that stops in the middle', async () => {
    const text = json({ version: '2023-04-28', data: { id: 'x', snapshots: EVENTS } });
    const decoded = await decode([bytesOf(text.slice(0, -30))]);
    expect(decoded.events.map(([, event]) => event)).to.deep.equal(EVENTS.slice(0, 2));
    expect(decoded.warnings).to.deep.equal(['truncated']);
  });

  it('keeps what a cut-off gzip file still holds', async () => {
    const text = EVENTS.map((event) => json(['w', event])).join('\n');
    const [, gzipped] = DELIVERIES.find(([name]) => name === 'gzipped')!;
    const [bytes] = [...gzipped(bytesOf(text + '\n' + text))];
    const decoded = await decode([bytes!.subarray(0, bytes!.length - 24)]);
    expect(decoded.events.length).to.be.greaterThan(0);
    expect(decoded.warnings).to.include('truncated');
  });

  it('leaves out lines that cannot be read and counts them', async () => {
    const decoded = await decode([
      bytesOf(`${json(['w', META])}\n["w",{"type":3,\n{"half\n${json(['w', CUSTOM])}`),
    ]);
    expect(decoded.events.map(([, event]) => event)).to.deep.equal([META, CUSTOM]);
    expect(decoded.warnings).to.deep.equal(['bad-line', 'bad-line']);
  });

  const refusals: readonly [title: string, text: string, code: string, words: string][] = [
    ['an empty file', '', 'empty', 'The file is empty.'],
    ['nothing but white space', ' \n\t ', 'empty', 'The file is empty.'],
    [
      'an HTML page',
      '<!DOCTYPE html><title>Sign in</title>',
      'not-a-recording',
      'The file is an HTML page, perhaps a login page or an error page, not a session recording.',
    ],
    [
      'a text',
      'name,age\nAda,36',
      'not-a-recording',
      'The file is text that starts with "name,age\nAda,36", not a session recording.',
    ],
    [
      'bytes of something else',
      'PAR1\u0015\u0000\u0089',
      'not-a-recording',
      'The file is binary data, not a session recording.',
    ],
    [
      'JSON of something else',
      '{"name":"x","scripts":{"test":"y"}}',
      'not-a-recording',
      'The file is a JSON object with the keys "name", "scripts", not a session recording.',
    ],
    [
      'a list of something else',
      '[1,2,3]',
      'not-a-recording',
      'The file is JSON without any events, not a session recording.',
    ],
    [
      'a list of sources',
      '{"sources":[{"source":"blob_v2","blob_key":"0"}]}',
      'not-a-recording',
      'The file lists the sources of a recording but does not contain it.',
    ],
    [
      'an unknown version around an unknown body',
      '{"version":"2031-01-01","data":{"frames":[]}}',
      'unsupported-version',
      'The file calls itself version "2031-01-01", whose format is unknown.',
    ],
    [
      'a file that stops before its first event',
      '{"version":"2023-04-28","da',
      'corrupt',
      'The file stops before its first event.',
    ],
  ];
  for (const [title, text, code, words] of refusals) {
    it(`refuses ${title} as ${code}`, async () => {
      const error = await decode([bytesOf(text)]).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!isDetailed(error)) throw new Error('It is refused without a reason');
      expect(error.code).to.equal(code);
      expect(whatWasFound(english, error.details)).to.equal(words);
    });
  }
});
