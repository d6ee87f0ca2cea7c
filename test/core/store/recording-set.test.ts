import { expect } from 'chai';
import type { RecordingFacts } from '../../../src/core/decode/recording-format.ts';
import { RecordingSet } from '../../../src/core/store/recording-set.ts';

const START = Date.UTC(2024, 4, 6, 9);
const UUID = '018f4d2c-5b7a-7c1e-9f3a-1b2c3d4e5f60';
const OTHER_UUID = '018f4d2c-5b7a-7c1e-9f3a-000000000000';

interface GivenEvent {
  readonly type: number;
  readonly timestamp: number;
  readonly data: object;
}

/** Some events of a recording, as a file lists them. */
interface Given {
  readonly events: readonly GivenEvent[];
  readonly windowId?: string | null;
  /** The name it goes by in the file. */
  readonly name?: string | null;
  readonly id?: string;
}

const page = (second: number): GivenEvent => ({
  type: 2,
  timestamp: START + second * 1000,
  data: { node: { type: 0, id: 1, childNodes: [] }, initialOffset: { top: 0, left: 0 } },
});
const scroll = (second: number): GivenEvent => ({
  type: 3,
  timestamp: START + second * 1000,
  data: { source: 3, id: 1, x: 0, y: second },
});
const size = (second: number): GivenEvent => ({
  type: 4,
  timestamp: START + second * 1000,
  data: { href: 'https://shop.test/', width: 800, height: 600 },
});
/** Ten seconds of a page, or of what came after one. */
const withPage = (from: number) => [size(from), page(from), ...withoutPage(from)];
const withoutPage = (from: number) => [0, 2, 4, 6, 8, 10].map((second) => scroll(from + second));

function addFile(
  set: RecordingSet,
  given: Given | readonly Given[],
  sha256 = crypto.randomUUID() as string,
): void {
  set.beginPart();
  addEvents(set, given);
  set.endPart({ name: sha256, size: 1, sha256 });
}

function addArchive(
  set: RecordingSet,
  members: readonly (Given | readonly Given[])[],
  sha256 = crypto.randomUUID() as string,
): void {
  set.beginPart();
  for (const member of members) {
    set.beginMember();
    addEvents(set, member);
  }
  set.endPart({ name: sha256, size: 1, sha256 });
}

function addEvents(set: RecordingSet, given: Given | readonly Given[]): void {
  set.formatFound('rrweb-events', []);
  for (const { events, windowId = null, name = null, id } of [given].flat()) {
    if (id !== undefined) set.describe({ id }, name);
    for (const event of events) {
      const bytes = new TextEncoder().encode(JSON.stringify(event));
      set.add({ bytes, windowId, recording: name });
    }
  }
}

/** What became of some files, or members of an archive: for each recording its id and the seconds of its events. */
function recordingsOf(files: readonly (Given | readonly Given[])[], areMembers = false) {
  const set = new RecordingSet();
  if (areMembers) addArchive(set, files);
  else for (const file of files) addFile(set, file);
  set.complete();
  return listed(set);
}

function listed(set: RecordingSet) {
  return set.recordings
    .filter(({ store }) => store.table.size > 0)
    .map(({ store }) => {
      const { first, last } = store.table.span;
      const seconds = `${(first - START) / 1000}–${(last - START) / 1000}`;
      return { id: store.description.id, seconds, events: store.table.size };
    })
    .sort((a, b) => a.seconds.localeCompare(b.seconds, 'en', { numeric: true }));
}

/** All orders in which files can be given. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => orders(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}

describe('RecordingSet', () => {
  /** The files, and how many seconds each of the recordings in them spans. */
  const cases: readonly [
    title: string,
    files: readonly (Given | Given[])[],
    recordings: readonly string[],
  ][] = [
    ['one file is one recording', [{ events: withPage(0) }], ['0–10']],
    [
      'files of one session id belong together, however far apart',
      [
        { id: 'a', events: withPage(0) },
        { id: 'a', events: withoutPage(4000) },
        { id: 'a', events: withPage(9000) },
      ],
      ['0–9010'],
    ],
    [
      'files of different session ids stay apart, however close',
      [
        { id: 'a', events: withPage(0) },
        { id: 'b', events: withPage(11) },
      ],
      ['0–10', '11–21'],
    ],
    [
      'files of different session ids stay apart even if they share a window',
      [
        { id: 'a', windowId: UUID, events: withPage(0) },
        { id: 'b', windowId: UUID, events: withPage(11) },
      ],
      ['0–10', '11–21'],
    ],
    [
      'files that share a window belong together',
      [
        { windowId: UUID, events: withPage(0) },
        { windowId: UUID, events: withPage(4000) },
      ],
      ['0–4010'],
    ],
    [
      'files of different windows stay apart',
      [
        { windowId: UUID, events: withPage(0) },
        { windowId: OTHER_UUID, events: withPage(11) },
      ],
      ['0–10', '11–21'],
    ],
    [
      'files of different windows belong together by a third one that has both',
      [
        { windowId: UUID, events: withPage(0) },
        { windowId: OTHER_UUID, events: withPage(4000) },
        [
          { windowId: UUID, events: withPage(100) },
          { windowId: OTHER_UUID, events: withPage(200) },
        ],
      ],
      ['0–4010'],
    ],
    [
      'a window tells nothing when its id is a number that counts',
      [
        { windowId: '1', events: withPage(0) },
        { windowId: '1', events: withPage(4000) },
      ],
      ['0–10', '4000–4010'],
    ],
    [
      'a window tells nothing when its id is empty',
      [
        { windowId: '', events: withPage(0) },
        { windowId: '', events: withPage(4000) },
      ],
      ['0–10', '4000–4010'],
    ],
    [
      'a file without ids goes on where another stops',
      [{ events: withPage(0) }, { events: withPage(14) }, { events: withoutPage(25) }],
      ['0–35'],
    ],
    [
      'a file without ids lies between two others that would be apart without it',
      [{ events: withPage(0) }, { events: withPage(27) }, { events: withPage(13) }],
      ['0–37'],
    ],
    [
      'a file without ids starts too late to go on',
      [{ events: withPage(0) }, { events: withPage(16) }],
      ['0–10', '16–26'],
    ],
    [
      'files at the same time are recordings of their own',
      [{ events: withPage(0) }, { events: withPage(2) }],
      ['0–10', '2–12'],
    ],
    [
      'a file without a page belongs to the nearest one',
      [{ events: withPage(0) }, { events: withPage(9000) }, { events: withoutPage(7000) }],
      ['0–10', '7000–9010'],
    ],
    [
      'a file without a page and with an id belongs to the nearest without one',
      [{ id: 'b', events: withPage(50) }, { events: withPage(9000) }, { id: 'a', events: withoutPage(0) }],
      ['0–9010', '50–60'],
    ],
    [
      'a file without a page stays apart from those of other ids',
      [
        { id: 'a', events: withPage(0) },
        { id: 'b', events: withoutPage(11) },
      ],
      ['0–10', '11–21'],
    ],
    [
      'rows of two sessions in one file stay apart, however close',
      [
        [
          { name: 'a', id: 'a', events: withPage(0) },
          { name: 'b', id: 'b', events: withoutPage(11) },
          { name: 'a', id: 'a', events: withoutPage(20) },
          { name: 'b', id: 'b', events: withPage(30) },
        ],
      ],
      ['0–30', '11–40'],
    ],
    [
      'rows of two sessions in two files belong to their own',
      [
        [
          { name: 'a', id: 'a', events: withPage(0) },
          { name: 'b', id: 'b', events: withPage(5) },
        ],
        [
          { name: 'b', id: 'b', events: withoutPage(4000) },
          { name: 'a', id: 'a', events: withoutPage(5000) },
        ],
      ],
      ['0–5010', '5–4010'],
    ],
    [
      'lists in a list are one recording when it was cut in segments',
      [
        [0, 10, 20, 30].map((from, i) => ({
          name: String(i),
          events: i === 0 ? withPage(from) : withoutPage(from),
        })),
      ],
      ['0–40'],
    ],
    [
      'lists in a list are one recording when each starts with a page where the one before stops',
      [[0, 10, 20, 30].map((from, i) => ({ name: String(i), events: withPage(from) }))],
      ['0–40'],
    ],
    [
      'lists in a list are segments when they start without a page, even after a pause',
      [
        [
          { name: '0', events: withPage(0) },
          { name: '1', events: withoutPage(4000) },
        ],
      ],
      ['0–4010'],
    ],
    [
      'lists in a list that start with a page of their own are recordings of their own',
      [[0, 4000, 9000].map((from, i) => ({ name: String(i), events: withPage(from) }))],
      ['0–10', '4000–4010', '9000–9010'],
    ],
    [
      'lists in a list may be two recordings, each in segments',
      [
        [
          { name: '0', events: withPage(0) },
          { name: '1', events: withoutPage(10) },
          { name: '2', events: withPage(4000) },
          { name: '3', events: withoutPage(4010) },
        ],
      ],
      ['0–20', '4000–4020'],
    ],
  ];
  for (const [title, files, expected] of cases) {
    it(title, () => {
      for (const order of orders(files)) {
        expect(recordingsOf(order).map(({ seconds }) => seconds)).to.deep.equal(expected);
        expect(recordingsOf(order, true).map(({ seconds }) => seconds)).to.deep.equal(expected);
      }
    });

    it(`loses no event: ${title}`, () => {
      const given = files.flat().reduce((sum, { events }) => sum + events.length, 0);
      for (const areMembers of [false, true])
        expect(recordingsOf(files, areMembers).reduce((sum, { events }) => sum + events, 0)).to.equal(given);
    });
  }

  describe('a file given twice', () => {
    const files: readonly [title: string, file: Given | Given[]][] = [
      ['with an id', { id: 'a', events: withPage(0) }],
      ['without any id', { events: withPage(0) }],
      ['with several recordings', [0, 4000].map((from, i) => ({ name: String(i), events: withPage(from) }))],
    ];
    for (const [title, file] of files) {
      it(`counts once: ${title}`, () => {
        const set = new RecordingSet();
        addFile(set, file, 'same');
        const before = listed(set);
        addFile(set, { events: withPage(30_000) }, 'another');
        addFile(set, file, 'same');
        set.complete();
        expect(listed(set).slice(0, before.length)).to.deep.equal(before);
        expect(listed(set)).to.have.length(before.length + 1);
        const [first] = set.recordings;
        expect(first!.store.warnings.list().map(({ code }) => code)).to.include('repeated-file');
        expect(first!.store.description.files.map(({ sha256 }) => sha256)).to.deep.equal(['same']);
      });
    }
  });

  describe('an archive', () => {
    const members = [
      { id: 'a', events: withPage(0) },
      { id: 'b', events: withPage(5) },
      { id: 'a', events: withoutPage(4000) },
    ];
    const codesOf = (set: RecordingSet) =>
      set.recordings.map(({ store }) => store.warnings.list().map(({ code }) => code));

    it('says of each of its recordings that there are several', () => {
      const set = new RecordingSet();
      addArchive(set, members);
      expect(codesOf(set)).to.deep.equal([['several-recordings'], ['several-recordings']]);
    });

    it('does not say so where all of its members are of one', () => {
      const set = new RecordingSet();
      addArchive(
        set,
        members.filter(({ id }) => id === 'a'),
      );
      expect(codesOf(set)).to.deep.equal([[]]);
    });

    it('puts together members of one session before it has been read to its end', () => {
      const set = new RecordingSet();
      set.beginPart();
      for (const member of members) {
        set.beginMember();
        addEvents(set, member);
      }
      set.beginMember();
      expect(listed(set).map(({ seconds }) => seconds)).to.deep.equal(['0–4010', '5–15']);
    });

    it('given twice counts once', () => {
      const set = new RecordingSet();
      addArchive(set, members, 'same');
      const before = listed(set);
      addArchive(set, members, 'same');
      set.complete();
      expect(listed(set)).to.deep.equal(before);
    });

    it('lets a member say something of a session in another', () => {
      for (const isFirst of [true, false]) {
        const set = new RecordingSet();
        set.beginPart();
        const say = () => {
          set.beginMember();
          set.formatFound('posthog-metadata', []);
          set.describe({ id: 'b', library: 'web' }, null);
        };
        if (isFirst) say();
        for (const member of members) {
          set.beginMember();
          addEvents(set, member);
        }
        if (!isFirst) say();
        set.endPart({ name: 'archive', size: 1, sha256: 'archive' });
        set.complete();
        expect(
          set.recordings.map(({ store: { description } }) => [
            description.id,
            description.info(START).producer.library,
            description.files.length,
          ]),
        ).to.deep.equal([
          ['a', '', 1],
          ['b', 'web', 1],
        ]);
      }
    });
  });

  it('keeps the number of a recording that can be played when another one joins it', () => {
    const set = new RecordingSet();
    addFile(set, { id: 'a', events: withoutPage(50) });
    addFile(set, { id: 'b', events: withPage(0) });
    addFile(set, { id: 'a', events: withPage(100) });
    addFile(set, { id: 'a', events: withPage(200) });
    const playable = set.recordings.filter(({ store }) => store.intake.hasPage);
    expect(playable.map(({ key, store }) => [key, store.description.id])).to.deep.equal([
      [2, 'b'],
      [3, 'a'],
    ]);
  });

  describe('what a file says of the session', () => {
    const about = (facts: RecordingFacts, set: RecordingSet) => {
      set.beginPart();
      set.formatFound('posthog-metadata', []);
      set.describe(facts, null);
      set.mark(START, '$pageview', null);
      set.warn('bad-line');
      set.endPart({ name: 'about', size: 1, sha256: 'about' });
    };
    for (const isFirst of [true, false]) {
      it(`reaches the recording of that id when it comes ${isFirst ? 'before' : 'after'} it`, () => {
        const set = new RecordingSet();
        const facts = { id: 'b', library: 'web' };
        if (isFirst) about(facts, set);
        addFile(set, { id: 'a', events: withPage(0) });
        addFile(set, { id: 'b', events: withPage(0) });
        if (!isFirst) about(facts, set);
        set.complete();
        const found = set.recordings.map(({ store }) => ({
          id: store.description.id,
          library: store.description.info(START).producer.library,
          markers: store.description.info(START).markers.length,
          warnings: store.warnings.list().length,
        }));
        expect(found.sort((x, y) => x.id.localeCompare(y.id))).to.deep.equal([
          { id: 'a', library: '', markers: 0, warnings: 0 },
          { id: 'b', library: 'web', markers: 1, warnings: 1 },
        ]);
      });

      it(`reaches a recording without an id when it comes ${isFirst ? 'before' : 'after'} it`, () => {
        const set = new RecordingSet();
        if (isFirst) about({ id: 'b' }, set);
        addFile(set, { events: withPage(0) });
        if (!isFirst) about({ id: 'b' }, set);
        set.complete();
        expect(set.recordings.map(({ store }) => store.description.id)).to.deep.equal(['b']);
        expect(set.recordings[0]!.store.description.info(START).format).to.equal('rrweb-events');
      });
    }

    it('reaches every recording in the same file', () => {
      const set = new RecordingSet();
      set.beginPart();
      set.describe({ library: 'web' }, null);
      for (const name of ['0', '1']) {
        for (const event of withPage(Number(name) * 5000)) {
          set.add({
            bytes: new TextEncoder().encode(JSON.stringify(event)),
            windowId: null,
            recording: name,
          });
        }
      }
      set.warn('bad-line');
      set.endPart({ name: 'x', size: 1, sha256: 'x' });
      set.complete();
      expect(set.recordings.map(({ store }) => store.description.info(START).producer.library)).to.deep.equal(
        ['web', 'web'],
      );
      expect(set.recordings.map(({ store }) => store.warnings.list().map(({ code }) => code))).to.deep.equal([
        ['bad-line', 'several-recordings'],
        ['several-recordings'],
      ]);
    });
  });

  it('keeps a warning that comes before any recording', () => {
    const set = new RecordingSet();
    set.warn('skipped-file', { code: 'not-a-recording', reason: 'binary', file: 'gone' });
    addFile(set, { events: withPage(0) });
    set.complete();
    expect(set.recordings).to.have.length(1);
    expect(set.recordings[0]!.store.warnings.list().map(({ code }) => code)).to.deep.equal(['skipped-file']);
  });

  it('is complete when everything has been read', () => {
    const set = new RecordingSet();
    addFile(set, { events: withPage(0) });
    expect(set.recordings[0]!.store.complete).to.be.false;
    set.complete();
    expect(set.recordings[0]!.store.complete).to.be.true;
  });

  it('puts a thousand separate recordings of one file apart', () => {
    const file = Array.from({ length: 1000 }, (_, i) => ({
      name: String(i),
      events: [page(i * 60), scroll(i * 60)],
    }));
    expect(recordingsOf([file])).to.have.length(1000);
  });
});
