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
  });

  it('makes no database before there is something to keep', async () => {
    const hook = keepSnapshots();
    hook({ event: '$pageview', properties: { $session_id: 's-1' } });
    expect(await listRecordings()).to.deep.equal([]);
    expect(await databases()).not.to.include(LIBRARY);
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
