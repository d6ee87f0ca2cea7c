import { BlockMemory } from '../../../src/core/store/block-memory.ts';
import { ByteArena } from '../../../src/core/store/byte-arena.ts';

const MB = 1024 ** 2;

/** Bytes that tell where they are. */
const written = (i: number) => new Uint8Array(MB + i).fill(i);

/** Fills an arena with so many pieces, looks at all of them, in order and across, and tells what was seen. */
self.onmessage = ({ data: { count, share } }: MessageEvent<{ count: number; share: number }>) => {
  const memory = new BlockMemory(share);
  const arenas = [new ByteArena(memory), new ByteArena(memory)] as const;
  const half = Math.floor(count / 2);
  const places = Array.from({ length: count }, (_, i) => arenas[i < half ? 0 : 1].append(written(i)));
  const shift = arenas[0].absorb(arenas[1]);
  let mostHeld = memory.heldBytes;
  const isRight = (i: number) => {
    const { block, offset } = places[i]!;
    const bytes = arenas[0].view(block + (i < half ? 0 : shift), offset, MB + i);
    mostHeld = Math.max(mostHeld, memory.heldBytes);
    return bytes.length === MB + i && bytes[0] === i && bytes.at(-1) === i;
  };
  const inOrder = places.every((_, i) => isRight(i));
  const across = places.every((_, i) => isRight((i * 37) % count));
  self.postMessage({ inOrder, across, mostHeld: mostHeld / MB });
};
