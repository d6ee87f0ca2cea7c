import { expect } from 'chai';
import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync, type Zippable } from 'fflate';
import { joined } from '../../../src/core/unpack/bytes.ts';
import { bytesOfBase64 } from '../../../src/core/unpack/text.ts';
import { unzip } from '../../../src/core/unpack/unzip.ts';
import { damaged, delivered, lines, textOf, unpackAll, whole } from './pieces.ts';

const LONG = lines(500);

/** Three files of an archive, the second of them with a password; written by Info-ZIP. */
const WITH_PASSWORD =
  'UEsDBAoAAAAAAKZFdV3cAYLoCwAAAAsAAAAGAAAAYS5qc29uW1siZmlyc3QiXV1QSwMEFAAJAAgApkV1Xe5M3Q4hAAAAIQIAAAYAAABiLmpzb25TEKp+ZZCHmDF+Jt61oNFT7xwHNeXKc3f4DNx61RbpE8BQSwcI7kzdDiEAAAAhAgAAUEsDBAoAAAAAAKZFdV0tZL0dCgAAAAoAAAAGAAAAYy5qc29uW1sibGFzdCJdXVBLAQIeAwoAAAAAAKZFdV3cAYLoCwAAAAsAAAAGAAAAAAAAAAAAAACkgQAAAABhLmpzb25QSwECHgMUAAkACACmRXVd7kzdDiEAAAAhAgAABgAAAAAAAAABAAAApIEvAAAAYi5qc29uUEsBAh4DCgAAAAAApkV1XS1kvR0KAAAACgAAAAYAAAAAAAAAAAAAAKSBhAAAAGMuanNvblBLBQYAAAAAAwADAJwAAACyAAAAAAA=';

/** An archive whose entries tell their length behind them, as those that were written to a pipe do. */
function streamed(Entry: typeof ZipDeflate | typeof ZipPassThrough, files: Readonly<Record<string, string>>) {
  const pieces: Uint8Array[] = [];
  const archive = new Zip((_, data) => pieces.push(data));
  for (const [name, text] of Object.entries(files)) {
    const entry = new Entry(name);
    archive.add(entry);
    const bytes = strToU8(text);
    entry.push(bytes.slice(0, bytes.length / 2));
    entry.push(bytes.slice(bytes.length / 2), true);
  }
  archive.end();
  return joined(pieces);
}

/** The archive with another method noted for its first entry. */
function withMethod(archive: Uint8Array, method: number): Uint8Array {
  return archive.map((byte, i) => (i === 8 ? method : byte));
}

const contentsOf = async (archive: Uint8Array, size = Infinity) => {
  const { files, warnings } = await unpackAll(archive, size);
  return { texts: Object.fromEntries(files.map(({ name, text }) => [name, text])), warnings };
};

describe('unzip', () => {
  const texts = { 'one.json': '[1]', 'a folder/two.json': LONG, 'ünïcode 値.json': '[3]', 'empty': '' };
  const zipped = (level: 0 | 6) => {
    const files: Zippable = { 'a folder/': new Uint8Array(0) };
    for (const [name, text] of Object.entries(texts)) files[name] = [strToU8(text), { level }];
    return zipSync(files);
  };
  const archives: readonly [title: string, bytes: Uint8Array][] = [
    ['deflated', zipped(6)],
    ['stored', zipped(0)],
    ['deflated, with the length behind each', streamed(ZipDeflate, texts)],
    ['stored, with the length behind each', streamed(ZipPassThrough, texts)],
  ];
  for (const [title, archive] of archives) {
    for (const size of [Infinity, 1, 100]) {
      it(`reads every file of an archive that is ${title}, in pieces of ${size}`, async () => {
        expect(await contentsOf(archive, size)).to.deep.equal({ texts, warnings: [] });
      });
    }
  }

  it('passes over what systems leave in archives', async () => {
    const files: Zippable = Object.fromEntries(
      ['__MACOSX/._one.json', '.DS_Store', 'sub/.hidden', 'sub/Thumbs.db', 'desktop.ini', 'sub/'].map(
        (name) => [name, strToU8(name.endsWith('/') ? '' : LONG)],
      ),
    );
    const named = { ...files, 'one.json': strToU8('[1]'), 'my.Thumbs.db.json': strToU8('[2]') };
    expect((await contentsOf(zipSync(named))).texts).to.deep.equal({
      'one.json': '[1]',
      'my.Thumbs.db.json': '[2]',
    });
  });

  it('leaves a file with a password out and reads the others', async () => {
    const { texts: found, warnings } = await contentsOf(bytesOfBase64(WITH_PASSWORD));
    expect(found).to.include({ 'a.json': '[["first"]]', 'c.json': '[["last"]]' });
    expect(found['b.json'] ?? '').not.to.contain('secret');
    expect(warnings).to.deep.equal(['truncated']);
  });

  for (const method of [1, 9, 12, 14, 93, 95, 99]) {
    it(`leaves a file of the unknown method ${method} out and reads the others`, async () => {
      const archive = zipSync({ 'a.json': strToU8(LONG), 'b.json': strToU8('[2]') });
      const { texts: found, warnings } = await contentsOf(withMethod(archive, method));
      expect(found).to.deep.equal({ 'a.json': '', 'b.json': '[2]' });
      expect(warnings).to.deep.equal(['truncated']);
    });
  }

  it('keeps what stands before the damage in a file, tells of it once, and reads the others', async () => {
    const long = lines(6000);
    const archive = zipSync({ 'a.json': strToU8(long), 'b.json': strToU8('[2]') });
    const { texts: found, warnings } = await contentsOf(damaged(archive, 0.4));
    expect(found['b.json']).to.equal('[2]');
    expect(long.startsWith(found['a.json']!.slice(0, long.length * 0.3))).to.be.true;
    expect(found['a.json']!.length).to.be.greaterThan(long.length * 0.3);
    expect(warnings).to.deep.equal(['truncated']);
  });

  it('tells when an archive stops, even between two files', async () => {
    const archive = zipSync({ 'a.json': [strToU8('[1]'), { level: 0 }], 'b.json': strToU8(LONG) });
    // One character a byte: the time of day in a header may happen to be UTF-8.
    const second = new TextDecoder('latin1').decode(archive).indexOf('PK', 4);
    for (const end of [second, second + 10, archive.length / 2, archive.length - 22]) {
      const { texts: found, warnings } = await contentsOf(archive.slice(0, end));
      expect(found['a.json']).to.equal('[1]');
      expect(warnings, `cut at ${end}`).to.deep.equal(['truncated']);
    }
  });

  it('goes on to the next file when one is left in the middle', async () => {
    const archive = zipSync({ 'a.json': [strToU8(lines(4000)), { level: 0 }], 'b.json': strToU8('[2]') });
    const seen: string[] = [];
    for await (const { name, bytes } of unzip(delivered(archive, 1000), () => undefined)) {
      if (name === 'a.json') {
        for await (const piece of bytes) {
          seen.push(`${name}: ${textOf(piece).slice(0, 9)}`);
          break;
        }
      } else seen.push(`${name}: ${textOf(await whole(bytes))}`);
    }
    expect(seen).to.deep.equal(['a.json: ["window"', 'b.json: [2]']);
  });

  it('goes on to the next file when one is not looked at', async () => {
    const names: string[] = [];
    for await (const { name } of unzip(delivered(zipped(6), 50), () => undefined)) names.push(name);
    expect(names).to.deep.equal(['a folder/', ...Object.keys(texts)]);
  });
});
