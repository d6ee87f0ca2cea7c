import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import {
  openRecording,
  openRecordings,
  packRecordings,
  type PackOptions,
  type Recording,
} from '../../../src/core/index.ts';

const FOLDER = new URL('../../../fixtures/recordings/', import.meta.url);
const NAMES = ['checkout.v2.json', 'two-tabs.v2.json', 'lab.v2.json'];

const opened = (name: string) => openRecording(new URL(name, FOLDER));
const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
const summary = ({ info }: Recording) => [info.id, info.duration, info.counts];

/** A page and nothing else, of a session with this id. */
const session = (id: string, timestamp = Date.UTC(2026, 0, 1)) => ({
  version: '2023-04-28',
  data: {
    id,
    snapshots: [
      { type: 4, timestamp, data: { href: 'https://shop.test/', width: 300, height: 200 } },
      {
        type: 2,
        timestamp,
        data: { node: { type: 0, id: 1, childNodes: [] }, initialOffset: { top: 0, left: 0 } },
      },
    ],
  },
});

async function namesOf(ids: readonly string[], options?: PackOptions) {
  const recordings = await Promise.all(ids.map((id, i) => openRecording(session(id, i * 1e8))));
  return Object.keys(unzipSync(await bytesOf(packRecordings(recordings, options))));
}

describe('packRecordings', () => {
  it('writes an archive that opens as the same recordings', async () => {
    const recordings = await Promise.all(NAMES.map(opened));
    const again = await openRecordings(new Blob([await bytesOf(packRecordings(recordings))]));
    expect(again.map(summary)).to.deep.equal(recordings.map(summary));
  });

  it('keeps recordings apart in formats that have no place for an id', async () => {
    const recordings = await Promise.all(['a', 'b'].map((id, i) => openRecording(session(id, i * 1e8))));
    for (const format of ['jsonl', 'rrweb'] as const) {
      const archive = await bytesOf(packRecordings(recordings, { format }));
      const again = await openRecordings(new Blob([archive]));
      expect(again.map(({ info }) => info.startedAt.getTime())).to.deep.equal([0, 1e8]);
    }
  });

  it('writes what other programs open, compressed', async () => {
    const recording = await opened(NAMES[0]!);
    const archive = await bytesOf(packRecordings([recording]));
    const copy = await (await recording.export()).text();
    expect(Object.values(unzipSync(archive)).map((bytes) => strFromU8(bytes))).to.deep.equal([copy]);
    expect(archive.length).to.be.below(copy.length / 3);
  });

  it('calls each by its session, and no two the same', async () => {
    expect(await namesOf(['a', 'b', ''])).to.deep.equal([
      'a.json',
      'b.json',
      '1970-01-03T07_33_20.000Z.json',
    ]);
    expect(await namesOf(['a/b', 'a:b', 'A.b'])).to.deep.equal(['a_b.json', 'a_b-2.json', 'A.b.json']);
    expect(await namesOf(['a'], { format: 'jsonl' })).to.deep.equal(['a.jsonl']);
  });

  it('takes no id for a path', async () => {
    const names = await namesOf(['../../a', 'C:\\a', '..', '/etc/passwd', '\u202egpj.exe']);
    for (const name of names) expect(name).to.match(/^[^/\\:\u202e]+\.json$/);
    expect(names).not.to.include('...json');
  });

  it('asks for a recording only when those before have been read', async () => {
    const seen: string[] = [];
    async function* oneByOne() {
      for (const name of NAMES.slice(0, 2)) {
        const recording = await opened(name);
        seen.push(`opened ${name}`);
        yield recording;
        await recording.close();
        seen.push(`closed ${name}`);
      }
    }
    const reader = packRecordings(oneByOne()).getReader();
    expect(seen).to.deep.equal([]);
    await reader.read();
    expect(seen).to.deep.equal([`opened ${NAMES[0]}`]);
    while (!(await reader.read()).done);
    expect(seen).to.deep.equal(NAMES.slice(0, 2).flatMap((name) => [`opened ${name}`, `closed ${name}`]));
  });

  it('closes what it was given when nobody reads on', async () => {
    let isClosed = false;
    async function* one() {
      const recording = await opened(NAMES[0]!);
      try {
        yield recording;
      } finally {
        await recording.close();
        isClosed = true;
      }
    }
    const reader = packRecordings(one()).getReader();
    await reader.read();
    await reader.cancel();
    expect(isClosed).to.equal(true);
  });

  it('fails as its recordings do, and when it is called off', async () => {
    const recording = await opened(NAMES[0]!);
    const failure = (given: readonly Recording[], options: PackOptions) =>
      bytesOf(packRecordings(given, options)).catch((thrown: unknown) => thrown);
    const stop = AbortSignal.abort();
    expect(await failure([recording], { signal: stop })).to.equal(stop.reason);
    expect(await failure([recording], { format: 'html' as 'rrweb' })).to.be.instanceOf(TypeError);
    await recording.close();
    expect(await failure([recording], {})).to.include({ code: 'aborted' });
  });
});
