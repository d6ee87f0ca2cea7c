import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BlockMemory } from '../../../src/core/store/block-memory.ts';
import { ByteArena } from '../../../src/core/store/byte-arena.ts';

const MB = 1024 ** 2;
const COUNT = 150;

/** Bytes that tell where they are. */
const written = (i: number) => new Uint8Array(MB + i).fill(i);

/** Files that are open in this process, where the system tells. */
async function openFiles(): Promise<number> {
  const files = await readdir('/proc/self/fd').catch(() => []);
  return files.length;
}

describe('ByteArena in Node.js', () => {
  const { TMPDIR } = process.env;
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portable-replay-arena-'));
    process.env['TMPDIR'] = folder;
  });
  afterEach(async () => {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    await rm(folder, { recursive: true });
  });

  function filled() {
    const memory = new BlockMemory();
    const arenas = [new ByteArena(memory), new ByteArena(memory)] as const;
    const places = Array.from({ length: COUNT }, (_, i) => arenas[i < 70 ? 0 : 1].append(written(i)));
    const shift = arenas[0].absorb(arenas[1]);
    const isRight = (i: number) => {
      const { block, offset } = places[i]!;
      const bytes = arenas[0].view(block + (i < 70 ? 0 : shift), offset, MB + i);
      return bytes.length === MB + i && bytes[0] === i && bytes.at(-1) === i;
    };
    return { memory, arena: arenas[0], isRight };
  }

  it('holds a part of what is written in memory and gives all of it back', () => {
    const { memory, arena, isRight } = filled();
    expect(memory.heldBytes).to.be.within(32 * MB, 64 * MB);
    expect(Array.from({ length: COUNT }, (_, i) => isRight(i)).every(Boolean), 'in order').to.equal(true);
    expect(
      Array.from({ length: COUNT }, (_, i) => isRight((i * 37) % COUNT)).every(Boolean),
      'across',
    ).to.equal(true);
    expect(memory.heldBytes).to.be.within(32 * MB, 64 * MB);
    arena.close();
  });

  it('holds no more of many, in one file, until the last of them is closed', async () => {
    const before = await openFiles();
    const memory = new BlockMemory();
    const arenas = Array.from({ length: COUNT }, () => new ByteArena(memory));
    const places = arenas.map((arena, i) => arena.append(written(i)));
    expect(memory.heldBytes).to.be.within(32 * MB, 64 * MB);
    const isRight = (arena: ByteArena, i: number) => {
      const bytes = arena.view(places[i]!.block, places[i]!.offset, MB + i);
      return bytes[0] === i && bytes.at(-1) === i;
    };
    expect(arenas.every(isRight)).to.equal(true);
    // What was put away goes on elsewhere.
    const more = arenas.map((arena, i) => arena.append(new Uint8Array([i])));
    expect(arenas.every(isRight)).to.equal(true);
    const isThere = (arena: ByteArena, i: number) => arena.view(more[i]!.block, more[i]!.offset, 1)[0] === i;
    expect(arenas.every(isThere)).to.equal(true);
    const last = arenas.pop()!;
    for (const arena of arenas) arena.close();
    expect(isRight(last, COUNT - 1)).to.equal(true);
    if (process.platform === 'linux') expect(await openFiles()).to.equal(before + 1);
    last.close();
    expect(await openFiles()).to.equal(before);
    expect(memory.heldBytes).to.equal(0);
  });

  it('leaves nothing behind, however the process ends, and closes what it opened', async () => {
    const before = await openFiles();
    const { memory, arena } = filled();
    if (process.platform === 'linux') expect(await openFiles()).to.be.greaterThan(before);
    expect(await readdir(folder)).to.deep.equal([]);
    arena.close();
    expect(await openFiles()).to.equal(before);
    expect(memory.heldBytes).to.equal(0);
  });

  it('holds all of it where no file can be made', () => {
    process.env['TMPDIR'] = join(folder, 'gone');
    const { memory, arena, isRight } = filled();
    expect(memory.heldBytes).to.be.at.least(COUNT * MB);
    expect(Array.from({ length: COUNT }, (_, i) => isRight(i)).every(Boolean)).to.equal(true);
    arena.close();
  });
});
