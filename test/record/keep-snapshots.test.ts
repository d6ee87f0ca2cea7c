import { expect } from '@open-wc/testing';
import { openRecording } from '../../src/core/index.ts';
import { describeFile, recordingId } from '../../src/library/kept-recording.ts';
import { LIBRARY } from '../../src/library/library-database.ts';
import { readArchive, writeArchive } from '../../src/library/library-archive.ts';
import { RecordingStore } from '../../src/library/recording-store.ts';
import type { SnapshotBatch } from '../../src/library/snapshot-batch.ts';
import {
  deleteRecording,
  getRecording,
  keepSnapshots,
  type KeepOptions,
  listRecordings,
} from '../../src/record/index.ts';
import { eventually, recordingOf } from '../player-harness.ts';

const MINUTE = 60_000;
const START = Date.now() - 10 * MINUTE;
const PAGE = recordingOf([[500, 'Changed']], START);

/** What posthog-js hands to its hook: a batch of a page, or of what was done later. */
function snapshot(sessionId: string, events: readonly object[] = PAGE, bytes = 1000) {
  return {
    uuid: '0197-event',
    event: '$snapshot',
    properties: {
      distinct_id: 'ada',
      token: 'phc_token',
      $session_id: sessionId,
      $window_id: 'w-1',
      $snapshot_bytes: bytes,
      $snapshot_data: events,
      $lib: 'web',
      $lib_version: '1.434.18',
    },
    timestamp: new Date(START),
  };
}

const custom = (tag: string, at: number) => ({ type: 5, timestamp: START + at, data: { tag, payload: {} } });
const ids = async () => (await listRecordings()).map(({ id }) => id);
const sizes = async () =>
  Object.fromEntries((await listRecordings()).map(({ id, files }) => [id, files[0]!.size]));
const tagsIn = async (id: string) => {
  const [file] = (await getRecording(id)) ?? [];
  return [...((await file?.text()) ?? '').matchAll(/"tag":"(.*?)"/g)].map(([, tag]) => tag);
};
const keptBytes = (id: string, bytes: number) =>
  eventually(async () => (await sizes())[id] === bytes, `${bytes} bytes`);

/** Puts another function in the place of a method, until it is put back. */
function replaced<T extends object, K extends keyof T>(owner: T, name: K, by: T[K]): () => void {
  const before = owner[name];
  owner[name] = by;
  return () => (owner[name] = before);
}

describe('keepSnapshots', () => {
  const undo: (() => void)[] = [];
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

  afterEach(async () => {
    for (const put of undo.splice(0)) put();
    await new RecordingStore().deleteAll();
    sessionStorage.clear();
  });

  it('makes its database at the first event, as a page that is left soon has no time for it', async () => {
    const hook = keepSnapshots();
    expect(await listRecordings()).to.deep.equal([]);
    expect(await databases()).not.to.include(LIBRARY);
    hook({ event: '$pageview', properties: { $session_id: 's-1' } });
    await eventually(async () => (await databases()).includes(LIBRARY));
    expect(await listRecordings()).to.deep.equal([]);
  });

  it('keeps what was recorded as a session that opens, without what says whose it is', async () => {
    const hook = keepSnapshots();
    const compressed = {
      type: 3,
      timestamp: START + 900,
      cv: '2024-10',
      data: { source: 0, adds: '\u001f\u008b\u0000ÿ' },
    };
    hook(snapshot('s-1'));
    hook(snapshot('s-1', [compressed, custom('later', 2500)]));
    await keptBytes('s-1', 2000);
    const [kept] = await listRecordings();
    expect(kept).to.deep.include({
      id: 's-1',
      name: 'x.test/',
      startedAt: START,
      duration: 2.5,
      sessionIds: ['s-1'],
      addresses: ['https://x.test/'],
    });
    const [file] = (await getRecording('s-1'))!;
    const text = await file!.text();
    for (const personal of ['ada', 'phc_token', '0197-event']) expect(text).not.to.include(personal);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as SnapshotBatch);
    expect(lines.map(({ properties }) => properties.$snapshot_data)).to.deep.equal([
      PAGE,
      [compressed, custom('later', 2500)],
    ]);
    const recording = await openRecording(file!);
    expect(recording.info).to.deep.include({
      id: 's-1',
      format: 'posthog-ingestion',
      eventCount: PAGE.length + 2,
    });
    expect(recording.info.producer).to.deep.equal({ library: 'web', version: '1.434.18' });
    await recording.close();
    await deleteRecording('s-1');
    expect(await ids()).to.deep.equal([]);
    expect(await getRecording('s-1')).to.equal(null);
  });

  describe('hands back the very event that it got, at once, and throws nothing', () => {
    const unreadable = new Proxy(
      {},
      {
        get: () => {
          throw new Error('not yours');
        },
      },
    );
    for (const [what, event] of [
      ['a batch', snapshot('s-1')],
      ['a batch of one event, as older versions send it', snapshot('s-1', PAGE[0] as never)],
      ['another event', { event: '$pageview', properties: {} }],
      ['a batch without a session', { event: '$snapshot', properties: { $snapshot_data: [] } }],
      ['a batch with what cannot be cloned', snapshot('s-1', [{ ...custom('a', 1), call: () => 1 }])],
      [
        'a batch that cannot be written at all',
        snapshot('s-1', [{ ...custom('a', 1), big: 1n, call: () => 1 }]),
      ],
      ['an event that cannot be read', unreadable],
      ['null', null],
    ] as const)
      for (const store of [
        'indexeddb',
        () => {
          throw new Error('full');
        },
      ] as const)
        it(`${what}, kept ${typeof store === 'string' ? 'on the device' : 'by a function that throws'}`, () => {
          const before = event === unreadable ? '' : inWords(event);
          expect(keepSnapshots({ store })(event as object)).to.equal(event);
          if (event !== unreadable) expect(inWords(event)).to.equal(before);
        });

    const inWords = (value: unknown) =>
      JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? `${member}n` : member));
  });

  it('keeps a batch as it was recorded, whatever later hooks make of it', async () => {
    const hook = keepSnapshots();
    // The second finds the database open.
    for (const [index, tag] of ['first', 'second'].entries()) {
      const event = hook(snapshot('s-1', [custom(tag, index)]));
      (event.properties.$snapshot_data[0] as ReturnType<typeof custom>).data.tag = 'changed';
      await keptBytes('s-1', 1000 * (index + 1));
    }
    expect(await tagsIn('s-1')).to.deep.equal(['first', 'second']);
  });

  describe('keeps batches that are larger than what a browser can take at once', () => {
    /** What posthog-js compresses: of each text of this length, a character may be one byte or two. */
    const compressed = (length: number) =>
      Array.from({ length }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('');
    const mutation = (data: object) => ({
      type: 3,
      timestamp: START,
      cv: '2024-10',
      data: { source: 0, ...data },
    });

    for (const [what, events] of [
      ['a full snapshot', [{ type: 2, timestamp: START, cv: '2024-10', data: compressed(200_000) }]],
      [
        'changes',
        [
          mutation({ adds: compressed(70_000), texts: compressed(3), attributes: compressed(130_001) }),
          mutation({ removes: compressed(59_999), isAttachIframe: true }),
          custom('between', 1),
          mutation({ adds: `${compressed(60_000)}"\\`, texts: '' }),
        ],
      ],
      ['characters of two halves', [mutation({ adds: `a${'🌿'.repeat(80_000)}` })]],
      [
        'what is not compressed',
        Array.from({ length: 4000 }, (_, i) => custom(`${'🌿'.repeat(20)}-${i}`, i)),
      ],
      [
        'a text deep inside',
        [
          {
            type: 6,
            timestamp: START,
            data: { payload: { requests: [{ responseBody: compressed(150_000) }] } },
          },
        ],
      ],
    ] as const)
      it(what, async () => {
        const hook = keepSnapshots();
        hook(snapshot('s-1', [custom('before', 0)]));
        await keptBytes('s-1', 1000);
        let most = 0;
        let inTask = 0;
        // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on a store below
        const { put } = IDBObjectStore.prototype;
        undo.push(
          replaced(IDBObjectStore.prototype, 'put', function (this: IDBObjectStore, value: unknown, key) {
            most = Math.max(most, ++inTask);
            queueMicrotask(() => (inTask = 0));
            expect(JSON.stringify(value).length).to.be.below(500_000);
            expect((value as string[]).join('').length).to.be.at.most(60_000);
            return put.call(this, value, key);
          }),
        );
        hook(snapshot('s-1', events));
        await keptBytes('s-1', 2000);
        hook(snapshot('s-1', [custom('after', 0)]));
        await keptBytes('s-1', 3000);
        expect(most, 'pieces in one task').to.equal(1);
        const [file] = (await getRecording('s-1'))!;
        const lines = (await file!.text())
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as SnapshotBatch);
        const [, large] = lines;
        expect(lines).to.have.length(3);
        // A difference of such texts is too long to be shown.
        expect(JSON.stringify(large!.properties.$snapshot_data) === JSON.stringify(events)).to.equal(true);
        // All pieces go together.
        keepSnapshots({ maxBytes: 1500 })(snapshot('s-1', [custom('last', 9e6)]));
        await keptBytes('s-1', 1000);
        const [rest] = (await getRecording('s-1'))!;
        const { properties } = JSON.parse(await rest!.text()) as SnapshotBatch;
        expect(properties.$snapshot_data).to.deep.equal([custom('last', 9e6)]);
        await deleteRecording('s-1');
      });
  });

  describe('keeps what a page records as it is left', () => {
    const large = (tag: string) => [{ ...custom(tag, 0), data: { tag, payload: 'x'.repeat(400_000) } }];

    /** Opens a page of this origin, in a frame. */
    async function open() {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script type="module">
        import { keepSnapshots } from '/src/record/index.ts';
        window.hook = keepSnapshots();
      </script>`;
      document.body.append(frame);
      undo.push(() => frame.remove());
      const page = frame.contentWindow as Window & { hook?: (event: object) => object };
      await eventually(() => page.hook !== undefined);
      const keep = (events: readonly object[]) => page.hook!(snapshot('s-1', events));
      return {
        capture: () => page.hook!({ event: '$pageview', properties: {} }),
        keep,
        /** Goes to another address. As it is left, the page hands over what it has, as posthog-js does. */
        leave: (last: readonly object[]) => {
          page.addEventListener('pagehide', () => keep(last));
          page.location.href = 'about:blank';
        },
      };
    }

    const keptTags = (...tags: string[]) =>
      eventually(async () => (await tagsIn('s-1')).join() === tags.join(), tags.join());

    it('before it has a database, once the next page of its tab is there', async () => {
      const { leave } = await open();
      leave([custom('last', 0)]);
      (await open()).capture();
      await keptTags('last');
    });

    it('also large batches, and one that is being written in pieces', async () => {
      const { keep, leave } = await open();
      keep([custom('first', 0)]);
      await keptTags('first');
      keep(large('under-way'));
      leave(large('last'));
      (await open()).capture();
      await keptTags('first', 'under-way', 'last');
      expect(Object.keys(sessionStorage).filter((name) => name.includes('parked'))).to.deep.equal([]);
    });
  });

  it('adds what two tabs record of the same session at the same time', async () => {
    const [one, two] = [keepSnapshots(), keepSnapshots()];
    for (let i = 0; i < 20; i++) (i % 2 ? one : two)(snapshot('s-1', [custom(`t-${i}`, i)], 100));
    await keptBytes('s-1', 2000);
    expect(new Set(await tagsIn('s-1'))).to.deep.equal(
      new Set(Array.from({ length: 20 }, (_, i) => `t-${i}`)),
    );
  });

  it('hands batches to a function, and leaves to it what it rejects with', async () => {
    const got: SnapshotBatch[] = [];
    const rejections: unknown[] = [];
    const note = (event: PromiseRejectionEvent) => rejections.push(event.reason);
    addEventListener('unhandledrejection', note);
    const hook = keepSnapshots({
      store: (batch) => (got.push(batch), Promise.reject(new Error('no bucket'))),
    });
    hook(snapshot('s-1'));
    expect(got).to.have.length(0);
    hook(snapshot('s-2'));
    await eventually(() => got.length === 2);
    await new Promise((resolve) => setTimeout(resolve));
    removeEventListener('unhandledrejection', note);
    expect(got.map(({ properties }) => properties.$session_id)).to.deep.equal(['s-1', 's-2']);
    expect(got[0]!.properties.$snapshot_data).to.deep.equal(PAGE);
    expect(rejections).to.deep.equal([]);
    expect(await databases()).not.to.include(LIBRARY);
  });

  describe('keeps to its limits', () => {
    function keep(
      options: KeepOptions,
      batches: readonly (readonly [id: string, at: number, bytes: number])[],
    ) {
      const hook = keepSnapshots(options);
      for (const [index, [id, at, bytes]] of batches.entries())
        hook(snapshot(id, [custom(`${id}-${index}`, at)], bytes));
    }

    it('drops the oldest sessions, whichever was written first', async () => {
      keep({ maxBytes: 1e9 }, [
        ['new', 3 * MINUTE, 400],
        ['old', MINUTE, 400],
        ['middle', 2 * MINUTE, 400],
      ]);
      await eventually(async () => (await ids()).length === 3);
      keep({ maxBytes: 1000 }, [['new', 3 * MINUTE, 100]]);
      await eventually(async () => (await ids()).length === 2, 'one has gone');
      expect(await sizes()).to.deep.equal({ new: 500, middle: 400 });
    });

    it('drops sessions that are too old', async () => {
      keep({}, [
        ['old', -60 * MINUTE, 400],
        ['new', 0, 400],
      ]);
      await eventually(async () => (await ids()).length === 2);
      keep({ maxAge: 30 * 60 }, [['new', 0, 100]]);
      await eventually(async () => (await ids()).join() === 'new', 'the old one has gone');
    });

    it('drops the oldest batches of a session that is too large by itself', async () => {
      keep(
        { maxBytes: 1000 },
        [0, 1, 2, 3, 4, 5].map((i) => ['s-1', i * 1000, 300] as const),
      );
      await keptBytes('s-1', 900);
      expect(await tagsIn('s-1')).to.deep.equal(['s-1-3', 's-1-4', 's-1-5']);
    });

    it('never drops what the viewer keeps', async () => {
      const file = new File(['x'.repeat(5000)], 'kept.json');
      const files = [await describeFile(file, file.name)];
      const own = {
        id: recordingId(files),
        name: 'Mine',
        keptAt: 1,
        startedAt: 1,
        duration: 1,
        tags: [],
        sessionIds: [],
        addresses: [],
        files,
      };
      await new RecordingStore().keepRecording(own, [file]);
      keep({ maxBytes: 100, maxAge: 5 * 60 }, [
        ['old', 0, 400],
        ['new', 10 * MINUTE, 90],
      ]);
      await eventually(async () => (await ids()).join() === `new,${own.id}`);
    });
  });

  describe('lets PostHog go on', () => {
    /** Whether a hook still looks at what it gets. */
    function reads(hook: ReturnType<typeof keepSnapshots>): boolean {
      let isRead = false;
      const { properties } = snapshot('now', [custom('probe', 5)], 3e6);
      const event = {
        event: '$snapshot',
        get properties() {
          isRead = true;
          return properties;
        },
      };
      expect(hook(event)).to.equal(event);
      return isRead;
    }

    const full = () => new DOMException('No room', 'QuotaExceededError');

    it('and drops the session that has been over for longest where the device is full', async () => {
      const hook = keepSnapshots();
      for (const [id, at] of [
        ['newer', MINUTE],
        ['older', 0],
        ['now', -MINUTE],
      ] as const)
        hook(snapshot(id, [custom(id, at)]));
      await eventually(async () => (await ids()).length === 3);
      const isFull = replaced(IDBObjectStore.prototype, 'put', () => {
        isFull();
        throw full();
      });
      undo.push(isFull);
      hook(snapshot('now', [custom('kept', 1)]));
      await keptBytes('now', 2000);
      expect((await ids()).toSorted()).to.deep.equal(['newer', 'now']);
    });

    it('and keeps what it has, without gaps, where there is no room to be made', async () => {
      const hook = keepSnapshots();
      hook(snapshot('now', [custom('first', 0)]));
      await keptBytes('now', 1000);
      let attempts = 0;
      const isFull = replaced(IDBObjectStore.prototype, 'put', () => {
        attempts++;
        throw full();
      });
      undo.push(isFull);
      const event = snapshot('now', [custom('lost', 1)]);
      expect(hook(event)).to.equal(event);
      await eventually(() => attempts === 2);
      isFull();
      await eventually(() => !reads(hook), 'it has ended');
      expect(await tagsIn('now')).to.deep.equal(['first']);
    });

    for (const [what, open] of [
      [
        'fails, as in private windows of some browsers',
        () => {
          throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
        },
      ],
      [
        'is forbidden',
        () => {
          throw new DOMException('The operation is insecure', 'SecurityError');
        },
      ],
      ['is not answered, as where another tab blocks it', () => new EventTarget() as IDBOpenDBRequest],
    ] as const)
      it(`where opening the database ${what}`, async () => {
        undo.push(replaced(IDBFactory.prototype, 'open', open));
        const hook = keepSnapshots();
        await eventually(() => !reads(hook), 'it has ended');
      });

    it('and goes on where everything was deleted in another tab', async () => {
      const hook = keepSnapshots();
      hook(snapshot('s-1', [custom('before', 0)]));
      await keptBytes('s-1', 1000);
      await new RecordingStore().deleteAll();
      hook(snapshot('s-1', [custom('after', 1)]));
      await eventually(async () => (await tagsIn('s-1')).join() === 'after');
    });
  });

  it('gives its sessions to an archive of the library, as recordings like all others', async () => {
    keepSnapshots()(snapshot('s-1'));
    await keptBytes('s-1', 1000);
    const other = new RecordingStore('library-record-test');
    undo.push(() => void other.deleteAll());
    const { archive } = await writeArchive(new RecordingStore());
    expect(await readArchive(archive, other)).to.deep.include({ kept: 1, failure: null });
    const [kept] = await other.listRecordings();
    expect(kept).to.deep.include({ name: 'x.test/', sessionIds: ['s-1'] });
    expect(await (await other.getRecording(kept!.id))![0]!.text()).to.equal(
      await (await getRecording('s-1'))![0]!.text(),
    );
  });
});
