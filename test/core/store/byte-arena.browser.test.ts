import { expect } from '@open-wc/testing';
import { BlockMemory } from '../../../src/core/store/block-memory.ts';
import { ByteArena } from '../../../src/core/store/byte-arena.ts';

/** Only workers can read blobs at once. */
async function fillInWorker(count: number, share: number): Promise<unknown> {
  const worker = new Worker(new URL('./byte-arena.worker.ts', import.meta.url), { type: 'module' });
  try {
    const told = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
    worker.postMessage({ count, share });
    return await told;
  } finally {
    worker.terminate();
  }
}

describe('ByteArena', () => {
  for (const [share, most] of [
    [1, 64],
    [0.25, 16],
  ] as const) {
    it(`holds up to ${most} MB of what is written in memory and gives all of it back`, async () => {
      const told = (await fillInWorker(150, share)) as {
        inOrder: boolean;
        across: boolean;
        mostHeld: number;
      };
      expect(told.inOrder, 'in order').to.equal(true);
      expect(told.across, 'across').to.equal(true);
      expect(told.mostHeld).to.be.within(most / 2, most);
    });
  }

  it('holds all of it in a page, which cannot wait for a blob', () => {
    const memory = new BlockMemory();
    const arena = new ByteArena(memory);
    const places = Array.from({ length: 80 }, (_, i) => arena.append(new Uint8Array(1024 ** 2).fill(i)));
    expect(memory.heldBytes).to.be.at.least(80 * 1024 ** 2);
    expect(places.every(({ block, offset }, i) => arena.view(block, offset, 1)[0] === i)).to.equal(true);
  });
});
