import { expect } from '@open-wc/testing';
import { openDB } from 'idb';
import { describeFile, type KeptRecording, recordingId, sizeOf } from '../../src/library/kept-recording.ts';
import { readArchive, writeArchive } from '../../src/library/library-archive.ts';
import { zipBlob } from '../../src/core/export/zip-archive.ts';
import { RecordingStore } from '../../src/library/recording-store.ts';

const NAME = 'library-test';

/** A recording of files with these texts. */
async function recordingOf(
  texts: readonly string[],
  name = texts.join(),
  keptAt = 1,
): Promise<{ recording: KeptRecording; files: File[] }> {
  const files = texts.map((text, index) => new File([text], `${index} é/part.json`));
  const described = await Promise.all(files.map((file) => describeFile(file, file.name)));
  const recording = {
    id: recordingId(described),
    name,
    keptAt,
    startedAt: 1_700_000_000_000,
    duration: 12.5,
    tags: ['first', '第二'],
    sessionIds: ['0197-a'],
    addresses: ['https://shop.example/'],
    files: described,
  };
  return { recording, files };
}

const textsOf = async (files: readonly File[] | null) =>
  files && Promise.all(files.map(async (file) => [file.name, await file.text()]));

/** Names of databases as the browser tells them. */
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

async function keep(
  store: RecordingStore,
  ...lists: readonly (readonly string[])[]
): Promise<KeptRecording[]> {
  const kept = await Promise.all(
    lists.map((texts, index) => recordingOf(texts, texts.join().slice(0, 20), index)),
  );
  for (const { recording, files } of kept) await store.keepRecording(recording, files);
  return kept.map(({ recording }) => recording);
}

/** An archive with other bytes in place of the last that are these. */
async function withBytes(archive: Blob, from: string, to: string): Promise<Blob> {
  const bytes = new Uint8Array(await archive.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const at = text.lastIndexOf(from);
  expect(at, from).to.be.at.least(0);
  bytes.set(new TextEncoder().encode(to), at);
  return new Blob([bytes]);
}

describe('RecordingStore', () => {
  const store = new RecordingStore(NAME);
  const other = new RecordingStore(`${NAME}-2`);
  afterEach(async () => {
    await store.deleteAll();
    await other.deleteAll();
  });

  it('makes no database before something is kept', async () => {
    expect(await store.listRecordings()).to.deep.equal([]);
    expect(await store.getRecording('none')).to.equal(null);
    await store.deleteRecording('none');
    await store.tagRecording('none', ['a']);
    expect(await databases()).not.to.include(NAME);
  });

  it('keeps recordings of one file and of several, lists the latest first, and gives their files back', async () => {
    const [one, two] = await keep(store, ['one'], ['two', 'parts']);
    expect(await store.listRecordings()).to.deep.equal([two, one]);
    expect(sizeOf(two!)).to.equal(8);
    expect(await textsOf(await store.getRecording(two!.id))).to.deep.equal([
      ['0 é/part.json', 'two'],
      ['1 é/part.json', 'parts'],
    ]);
  });

  it('keeps the same files once, in whatever order and by whatever name', async () => {
    const [first] = await keep(store, ['a', 'b']);
    const { recording, files } = await recordingOf(['b', 'a'], 'Another name');
    expect(recording.id).to.equal(first!.id);
    expect(await store.keepRecording(recording, files)).to.equal(false);
    expect(await store.listRecordings()).to.deep.equal([first]);
  });

  it('loses nothing of what an earlier version has kept', async () => {
    const { recording, files } = await recordingOf(['one']);
    const earlier = await openDB(NAME, 1, {
      upgrade(database) {
        database.createObjectStore('recordings');
        database.createObjectStore('files');
      },
    });
    await earlier.put('recordings', recording, recording.id);
    await earlier.put('files', await Promise.all(files.map((file) => file.arrayBuffer())), recording.id);
    earlier.close();
    expect(await store.listRecordings()).to.deep.equal([recording]);
    expect(await textsOf(await store.getRecording(recording.id))).to.deep.equal([['0 é/part.json', 'one']]);
    const [two] = await keep(store, ['two']);
    expect(await store.listRecordings()).to.deep.equal([recording, two]);
  });

  it('changes tags, deletes one, and deletes all with the database', async () => {
    const [one, two] = await keep(store, ['one'], ['two']);
    await store.tagRecording(one!.id, ['new']);
    expect((await store.listRecordings())[1]!.tags).to.deep.equal(['new']);
    await store.deleteRecording(one!.id);
    expect(await store.listRecordings()).to.deep.equal([two]);
    expect(await store.getRecording(one!.id)).to.equal(null);
    await store.deleteAll();
    expect(await databases()).not.to.include(NAME);
  });

  describe('an archive of it', () => {
    it('brings everything to another store, and nothing twice', async () => {
      const kept = await keep(
        store,
        ['one'],
        ['two', 'parts'],
        ['', 'PK\x03\x04 PK\x07\x08 PK\x01\x02'],
        ['x'.repeat(9_000_000)],
      );
      const { archive, count } = await writeArchive(store);
      expect(count).to.equal(4);
      expect(await readArchive(archive, other)).to.deep.equal({
        kept: 4,
        known: 0,
        damaged: [],
        failure: null,
      });
      expect(await other.listRecordings()).to.deep.equal(kept.toReversed());
      for (const { id } of kept)
        expect(await textsOf(await other.getRecording(id))).to.deep.equal(
          await textsOf(await store.getRecording(id)),
        );
      await other.deleteRecording(kept[0]!.id);
      expect(await readArchive(archive, other)).to.deep.include({ kept: 1, known: 3 });
    });

    it('brings what is sound of a damaged one, and names the rest', async () => {
      await keep(store, ['one'], ['two'], ['three']);
      const { archive } = await writeArchive(store);
      const changed = await withBytes(archive, 'three', 'THREE');
      expect(await readArchive(changed, other)).to.deep.equal({
        kept: 2,
        known: 0,
        damaged: ['three'],
        failure: null,
      });
      await other.deleteAll();
      const text = await archive.text();
      const cut = archive.slice(0, text.lastIndexOf('two') - 60);
      const outcome = await readArchive(cut, other);
      expect(outcome.kept + outcome.damaged.length).to.equal(3);
      expect(outcome.damaged).to.include('one');
    });

    for (const [from, to] of [
      ['"duration": 12.5', '"duration": -1.5'],
      ['"startedAt": 17', '"startedAt": -7'],
      ['"sha256"', '"sha257"'],
      ['"size": 3', '"size": 2'],
      ['"path": "rec', '"path": "abc'],
    ] as const)
      it(`does not bring a recording of which its list says ${to}`, async () => {
        await keep(store, ['one'], ['two']);
        const { archive } = await writeArchive(store);
        const outcome = await readArchive(await withBytes(archive, from, to), other);
        expect(outcome).to.deep.include({ kept: 1, known: 0, failure: null });
        expect(outcome.damaged).to.have.length(1);
      });

    for (const [what, make, code] of [
      ['no zip', () => new Blob(['{"a": 1}']), 'not-an-archive'],
      ['nothing', () => new Blob([]), 'not-an-archive'],
      [
        'a list that is none',
        (archive: Blob) => withBytes(archive, '{\n "format"', '[\n "format"'),
        'bad-list',
      ],
      [
        'a list of another format',
        (archive: Blob) => withBytes(archive, 'replay-library', 'replay-librarx'),
        'bad-list',
      ],
      [
        'a later version',
        (archive: Blob) => withBytes(archive, '"version": 1', '"version": 2'),
        'later-version',
      ],
      [
        'another archive',
        () =>
          zipBlob([
            { path: 'a.json', content: new Blob(['1']) },
            { path: 'b', content: new Blob([]) },
          ]),
        'no-list',
      ],
    ] as const)
      it(`says what is wrong with ${what}`, async () => {
        await keep(store, ['one']);
        const blob = await make((await writeArchive(store)).archive);
        const thrown: unknown = await readArchive(blob, other).catch((error: unknown) => error);
        expect(thrown).to.have.nested.property('problem.code', code);
        if (code === 'no-list') expect(thrown).to.have.nested.property('problem.found').that.has.length(2);
        expect(await other.listRecordings()).to.deep.equal([]);
      });
  });
});
